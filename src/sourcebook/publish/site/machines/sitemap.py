"""Every address of the site with the day of its last change, as sitemaps.org has it: an index where there are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from sourcebook.errors import NotFound
from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.pages.downloads import Download
from sourcebook.publish.site.pages.help import helplines_of
from sourcebook.publish.site.site_page import Site
from sourcebook.query.beside import groups
from sourcebook.store.base import View
from sourcebook.store.changes import Changed
from sourcebook.vocabulary.themes import themes

MOST = 50_000
"""A file may list so many addresses; more are listed in several, which an index names."""
MEDIA_TYPE = "application/xml"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


class Listed(Value, frozen=True):
    """An address of the site, and the day of its last change; empty where that is not known."""

    address: str
    day: str = ""


def sitemaps(view: View, site: Site, most: int = MOST) -> Iterator[tuple[str, bytes]]:
    """Yield the files by their paths: one, or an index and its parts. None without the site's own address.

    A sitemap must give whole addresses, so that there can be none before the site knows where it stands.
    """
    if not site.address:
        return
    listed = tuple(every_address(view, site))
    if len(listed) <= most:
        yield addresses.SITEMAP.lstrip("/"), _urls(listed, site)
        return
    parts = list(_parts(listed, most))
    named = [
        Listed(address=f"{addresses.SITEMAPS}{number}.xml", day=_newest(part)) for number, part in enumerate(parts, 1)
    ]
    yield addresses.SITEMAP.lstrip("/"), _written("sitemapindex", "sitemap", named, site)
    for one, part in zip(named, parts, strict=True):
        yield one.address.lstrip("/"), _urls(part, site)


def sitemap_file(view: View, site: Site, part: str = "") -> Download:
    """Return the list or one part of it; NotFound where there is none, or no address of the site to begin it with."""
    path = f"{addresses.SITEMAPS}{part}" if part else addresses.SITEMAP
    content = dict(sitemaps(view, site)).get(path.lstrip("/"))
    if content is None:
        raise NotFound("There is no such list of addresses.", where=path)
    return Download(content=content, media_type=MEDIA_TYPE, name=path.rpartition("/")[2])


def every_address(view: View, site: Site) -> Iterator[Listed]:
    """Yield every page that stays: those that a reader asks for, the files and what went wrong are none of them."""
    found = [(_addresses_of(one), one) for one in view.changes()]
    days = {one.id: (one.time or "")[:10] for _, one in found if one.kind == "page" and one.topic is None}
    newest = max((one.time or "" for _, one in found), default="")[:10]
    yield from (Listed(address=address, day=newest) for address in (addresses.FRONT, addresses.COMPARE, addresses.DATA))
    yield from (Listed(address=address) for address in (addresses.ABOUT, addresses.HELP))
    for address, one in found:
        yield Listed(address=address, day=(one.time or "")[:10])
        if one.kind == "page":
            yield Listed(address=addresses.cite(one.id, one.topic), day=(one.time or "")[:10])
    yield from (Listed(address=addresses.help_in(code)) for code in sorted({*days, *helplines_of(site).countries()}))
    yield from (Listed(address=address, day=newest) for address in _theme_addresses(sorted(days)))
    for group in groups(view.pages()):
        yield Listed(address=addresses.compare(group.key), day=max(days.get(place, "") for place in group.places))


def _theme_addresses(places: Iterable[str]) -> Iterator[str]:
    """Yield the pages of themes and the themes of countries; of those in parts the first, which leads to the others."""
    yield addresses.THEMES
    yield from map(addresses.theme, themes())
    yield from map(addresses.grid, dict.fromkeys(one.kind for one in themes().values()))
    yield from map(addresses.themes_of, places)


def _addresses_of(one: Changed) -> str:
    if one.kind == "page":
        return addresses.page(one.id, one.topic)
    return {"entry": addresses.entry, "passage": addresses.passage, "figure": addresses.figure}[one.kind](one.id)


def _parts(listed: Sequence[Listed], most: int) -> Iterator[Sequence[Listed]]:
    return (listed[start : start + most] for start in range(0, len(listed), most))


def _newest(listed: Sequence[Listed]) -> str:
    return max(one.day for one in listed)


def _urls(listed: Sequence[Listed], site: Site) -> bytes:
    return _written("urlset", "url", listed, site)


def _written(root: str, element: str, listed: Sequence[Listed], site: Site) -> bytes:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="{_NAMESPACE}">']
    for one in listed:
        changed = f"<lastmod>{one.day}</lastmod>" if one.day else ""
        lines.append(f"<{element}><loc>{escape(site.absolute(one.address))}</loc>{changed}</{element}>")
    return "\n".join((*lines, f"</{root}>", "")).encode()

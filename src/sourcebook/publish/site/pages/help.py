"""The pages of numbers to call: neutral in name and look, and silent where no number was verified."""

from __future__ import annotations

from sourcebook.errors import NotFound
from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.withheld import withheld
from sourcebook.publish.site.places import beside, place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.store.base import View


class HelpIndex(Value, frozen=True):
    """The countries for which there is a page."""

    countries: tuple[Link, ...]


class HelpIn(Value, frozen=True):
    """What the page of one country shows: whom the archive names, and the neighbours."""

    name: str
    unverified: tuple[str, ...]
    neighbours: tuple[Link, ...]


def help_index(view: View, site: Site) -> SitePage:
    """Return the list of countries for those who look for a number."""
    return SitePage(
        template="help_index.html",
        address=addresses.HELP,
        title=site.words.say("Useful numbers"),
        current="help",
        plain=True,
        content=HelpIndex(countries=_countries(view)),
    )


def help_in(view: View, site: Site, place: str) -> SitePage:
    """Return the numbers of a country; NotFound where the archive has no page of it."""
    pages = [page for row in view.pages() if row.place == place if (page := view.page(place, row.topic))]
    if not pages:
        raise NotFound("There is no page for this country.", where=addresses.help_in(place))
    near = beside(place)
    names = [withheld(entry.name) for page in pages for entry in page.help]
    return SitePage(
        template="help.html",
        address=addresses.help_in(place),
        title=site.words.say("Useful numbers"),
        current="help",
        plain=True,
        content=HelpIn(
            name=place_name(place, pages[0].heading),
            unverified=tuple(dict.fromkeys(name for name in names if name)),
            neighbours=tuple(link for code, link in _by_code(view) if code in near),
        ),
    )


def _countries(view: View) -> tuple[Link, ...]:
    return tuple(link for _, link in _by_code(view))


def _by_code(view: View) -> list[tuple[str, Link]]:
    found = {row.place: place_name(row.place, row.heading) for row in reversed(view.pages())}
    named = sorted(found.items(), key=lambda item: item[1])
    return [(code, Link(text=name, address=addresses.help_in(code))) for code, name in named]

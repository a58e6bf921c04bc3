"""The pages that set countries side by side: where one chooses, the ready-made sets, and any set that is asked for."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from sourcebook.errors import NotFound
from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.asked_compare import AskedCompare, asked_compare
from sourcebook.publish.site.head import Head
from sourcebook.publish.site.parts.compared import Compared, compared
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.places import homes, place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.words import Words
from sourcebook.query.beside import Group, beside, find_group, groups
from sourcebook.store.base import View

CSV_FILE = "compared.csv"
SIDE_FILE = "side.json"
FEW = 3
COLUMNS = 6
"""With more countries than this their names stand at each number and no longer above it."""


class Chosen(Value, frozen=True):
    """A country that can be chosen."""

    code: str
    name: str


class ComparePage(Value, frozen=True):
    """What the template shows: the form with what was asked, what was wrong with it, the table, ready-made sets.

    `lead` says what is compared; `wide` is how the table is laid out: `few`, `columns` or `many`. `pages` are the
    addresses of the countries' own pages, empty where the archive has none.
    """

    heading: str
    lead: str
    names: str
    first: str
    last: str
    problems: tuple[str, ...]
    table: Compared | None
    pages: tuple[str, ...]
    wide: str
    csv: str
    neighbours: tuple[Link, ...]
    regions: tuple[Link, ...]
    choices: tuple[Chosen, ...]


def compare_start(view: View, site: Site) -> SitePage:
    """Return the page on which one chooses countries, with the ready-made sets."""
    return compare_chosen(view, site, ())


def compare_published(view: View, site: Site) -> SitePage:
    """Return the same page for a site without a server: a script there compares any countries."""
    return msgspec.structs.replace(compare_start(view, site), template="compare_published.html")


def compare_chosen(view: View, site: Site, parameters: Iterable[tuple[str, str]]) -> SitePage:
    """Return the page for whatever a form sent; what makes no sense in it is said on the page."""
    words, asked = site.words, asked_compare(parameters)
    chosen = len(asked.places) > 1
    names = tuple(place_name(place, words) for place in asked.places)
    title = _heading(names, words) if chosen else words.say("Compare countries")
    return SitePage(
        template="compare.html",
        address=addresses.COMPARE,
        title=title,
        current="compare",
        head=Head(about=_lead(site.words)),
        content=_content(view, site, asked, title),
    )


def compare_group(view: View, site: Site, group: str) -> SitePage:
    """Return the page of a ready-made set; NotFound where the archive has none of this name."""
    found = _found(view, group)
    asked = AskedCompare(places=found.places)
    title = group_title(found, site.words)
    return SitePage(
        template="compare.html",
        address=addresses.compare(group),
        title=title,
        current="compare",
        head=Head(
            about=f"{title}. {_lead(site.words)}",
            trail=(Link(text=site.words.say("Compare countries"), address=addresses.COMPARE),),
        ),
        content=_content(view, site, asked, title, group),
    )


def _found(view: View, group: str) -> Group:
    found = find_group(view.pages(), group)
    if found is None:
        raise NotFound("There is no such set of countries.", where=addresses.compare(group))
    return found


def group_title(group: Group, words: Words) -> str:
    """Return what a ready-made set is called."""
    if group.region:
        return words.say("Countries of %(region)s", region=group.region)
    name = place_name(group.key, words)
    if len(group.places) == 1:
        return words.say("%(country)s alone: no neighbour has a page", country=name)
    return words.say("%(country)s and its neighbours", country=name)


def _heading(names: tuple[str, ...], words: Words) -> str:
    if len(names) > FEW:
        return words.say("%(country)s and %(n)s others", country=names[0], n=words.number(len(names) - 1))
    return words.join(names)


def _content(view: View, site: Site, asked: AskedCompare, heading: str, group: str = "") -> ComparePage:
    words, table = site.words, None
    held = homes(view.pages())
    if group or len(asked.places) > 1:
        table = compared([beside(view, place) for place in asked.places], words, asked.years)
    ready = groups(view.pages()) if not group else ()
    file = addresses.compare_asked(asked.places, asked.first, asked.last, file=CSV_FILE)
    names = (place_name(place, words) for place in asked.places)
    return ComparePage(
        heading=heading,
        lead=_lead(words),
        names=", ".join((*names, *asked.unknown)),
        first=asked.first,
        last=asked.last,
        problems=tuple(_problems(asked, words)),
        table=table,
        pages=tuple(held.get(place, "") for place in asked.places),
        wide=_wide(len(asked.places)),
        csv=f"{addresses.compare(group)}{CSV_FILE}" if group else file if table else "",
        neighbours=_links((one for one in ready if not one.region), words),
        regions=_links((one for one in ready if one.region), words),
        choices=tuple(
            Chosen(code=code, name=name) for name, code in sorted((place_name(code, words), code) for code in held)
        ),
    )


def _lead(words: Words) -> str:
    return words.say(
        "Figures of like kind, side by side. Where sources count different things, the numbers are shown and not "
        "compared, and the reason is given."
    )


def _wide(count: int) -> str:
    return "few" if count <= FEW else "columns" if count <= COLUMNS else "many"


def _links(found: Iterable[Group], words: Words) -> tuple[Link, ...]:
    made = (Link(text=one.region or place_name(one.key, words), address=addresses.compare(one.key)) for one in found)
    return tuple(sorted(made, key=lambda link: link.text))


def _problems(asked: AskedCompare, words: Words) -> Iterable[str]:
    for name in asked.unknown:
        yield words.say("No country is called “%(name)s”.", name=name)
    if asked.too_many:
        yield words.say("Only the first %(n)s countries are compared.", n=words.number(len(asked.places)))
    if len(asked.places) == 1:
        yield words.say("One country cannot be compared: name another.")

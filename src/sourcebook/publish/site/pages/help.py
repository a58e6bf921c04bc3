"""The pages of numbers to call: neutral in name and look, and silent where no number was verified."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.errors import InputRefused, NotFound
from sourcebook.model import Page, Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.head import Head
from sourcebook.publish.site.parts.dial import Number, numbers_of
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.withheld import withheld
from sourcebook.publish.site.places import beside, place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.when import day, in_words
from sourcebook.publish.site.words import Words
from sourcebook.query.helplines import Helplines, read_helplines
from sourcebook.store.base import View

WITHIN = ("help.css", "leave.js", "until.js")
# Pages stay under 15 kB: numbers past this one are shown without their facts, and none in a longer list of countries.
IN_FULL = 6
IN_INDEX = 36


class Unverified(Value, frozen=True):
    """Whose number is not shown, and why."""

    name: str
    why: str


class CountryNumbers(Value, frozen=True):
    """A country in the list of all, whose address is told from the list's, with the first number to call there."""

    page: Link
    first: Number | None = None


class HelpIndex(Value, frozen=True):
    """The countries for which there is a page."""

    countries: tuple[CountryNumbers, ...]


class HelpIn(Value, frozen=True):
    """What the page of one country shows: its numbers, whom none is shown of, and the neighbours."""

    name: str
    numbers: tuple[Number, ...]
    in_full: int
    unverified: tuple[Unverified, ...]
    neighbours: tuple[Link, ...]


def help_index(view: View, site: Site) -> SitePage:
    """Return the list of countries for those who look for a number, with the first number of each."""
    lines = helplines_of(site)
    named = _by_code(view, lines, site.words)
    with_numbers = [code for code, _ in named if lines.usable(code, day(site.as_of))]
    shown = with_numbers if len(named) <= IN_INDEX else []
    return SitePage(
        template="help_index.html",
        address=addresses.HELP,
        title=site.words.say("Useful numbers"),
        current="help",
        plain=True,
        within=WITHIN if shown else WITHIN[:2],
        content=HelpIndex(
            countries=tuple(
                CountryNumbers(
                    page=Link(text=link.text, address=link.address.removeprefix(addresses.HELP)),
                    first=_first(lines, code, site) if code in shown else None,
                )
                for code, link in named
            )
        ),
    )


def help_in(view: View, site: Site, place: str) -> SitePage:
    """Return the numbers of a country; NotFound where neither the archive nor the file of numbers knows it."""
    pages = [page for row in view.pages() if row.place == place if (page := view.page(place, row.topic))]
    lines = helplines_of(site)
    if not pages and place not in lines.countries():
        raise NotFound("There is no page for this country.", where=addresses.help_in(place))
    near = beside(place)
    unverified = {one.name: one for one in _unverified(lines, place, pages, site) if one.name}
    return SitePage(
        template="help.html",
        address=addresses.help_in(place),
        title=site.words.say("Useful numbers"),
        current="help",
        plain=True,
        within=WITHIN,
        head=Head(trail=(Link(text=site.words.say("All countries"), address=addresses.HELP),)),
        content=HelpIn(
            name=place_name(place, site.words, pages[0].heading if pages else None),
            numbers=numbers_of(lines.usable(place, day(site.as_of)), site.words),
            in_full=IN_FULL,
            unverified=tuple(unverified.values()),
            neighbours=tuple(link for code, link in _by_code(view, lines, site.words) if code in near),
        ),
    )


def helplines_of(site: Site) -> Helplines:
    """Return the numbers that the sourcebook's own file holds; none where there is no file or it cannot be read."""
    try:
        return read_helplines(site.folder, day(site.as_of)) if site.folder else Helplines()
    except InputRefused:
        # Whoever looks for a number is not stopped by a fault of ours; publishing and `helplines` say what it is.
        return Helplines()


def _first(lines: Helplines, code: str, site: Site) -> Number:
    return numbers_of(lines.usable(code, day(site.as_of)), site.words)[0]


def _unverified(lines: Helplines, place: str, pages: list[Page], site: Site) -> Iterator[Unverified]:
    """Yield whose number is withheld: lapsed and refused entries, then whom only the archive's pages name."""
    words = site.words
    for entry in lines.lapsed(place, day(site.as_of)):
        told = {
            "verified": in_words(entry.verified.isoformat(), words),
            "last": in_words(entry.last_day.isoformat(), words),
        }
        why = words.say("Verified on %(verified)s, and not to be used after %(last)s; so it is not shown.", **told)
        yield Unverified(name=withheld(entry.name), why=why)
    for refused in lines.refused:
        if refused.country == place:
            why = words.say("What is written down about this number does not hold together, so it is not shown.")
            yield Unverified(name=withheld(refused.name), why=why)
    usable = {one.name for one in lines.usable(place, day(site.as_of))}
    why = words.say("Named in our archive. Nobody has verified a number for it within a year, so none is shown.")
    for named in (one for page in pages for one in page.help if one.name not in usable):
        yield Unverified(name=withheld(named.name), why=why)


def _by_code(view: View, lines: Helplines, words: Words) -> list[tuple[str, Link]]:
    found = {code: place_name(code, words) for code in lines.countries()}
    found |= {row.place: place_name(row.place, words, row.heading) for row in reversed(view.pages())}
    named = sorted(found.items(), key=lambda item: item[1])
    return [(code, Link(text=name, address=addresses.help_in(code))) for code, name in named]

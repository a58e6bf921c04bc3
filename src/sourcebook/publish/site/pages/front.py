"""The front page: which countries the archive holds, in what condition, and what was added last."""

from __future__ import annotations

from itertools import groupby

from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.head import Head
from sourcebook.publish.site.linked.dataset import archive_node
from sourcebook.publish.site.linked.document import linker
from sourcebook.publish.site.parts.alphabet import in_order, initial
from sourcebook.publish.site.parts.covered import coverage_of
from sourcebook.publish.site.parts.credit import Credit, credit_of
from sourcebook.publish.site.parts.feeds import feeds_of_all
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.pictures.drawing import Picture
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.when import in_words, last_day
from sourcebook.publish.site.words import Words, sentence_case
from sourcebook.store.base import PageRow, Placed, View

LATEST = 8
FEW = 40
"""So many pages are listed in one table; more stand under the letters of their countries."""


class CountryRow(Value, frozen=True):
    """A page in the list of countries; `topic` names a sister topic, which stands under its country."""

    name: str
    address: str
    topic: str | None
    entries: int
    published: str
    last_looked: str


class Letter(Value, frozen=True):
    """A letter with the countries whose names begin with it."""

    letter: str
    countries: tuple[CountryRow, ...]


class LatestEntry(Value, frozen=True):
    """An entry that was added lately, with the page it stands on."""

    title: str
    address: str
    credit: Credit
    page: Link


class Front(Value, frozen=True):
    """What the template of the front page shows; of many countries `letters` has them all."""

    condition: tuple[str, ...]
    coverage: Picture | None
    countries: tuple[CountryRow, ...]
    letters: tuple[Letter, ...]
    latest: tuple[LatestEntry, ...]


def front(view: View, site: Site) -> SitePage:
    """Return the front page."""
    rows = view.pages()
    condition, countries = _condition(rows, site.words), country_rows(rows, site.words)
    told = site.words.say(
        "What sources say about human trafficking, country by country, each passage with who said it."
    )
    about = " ".join((told, *condition))
    return SitePage(
        template="front.html",
        address=addresses.FRONT,
        title=site.title,
        current="countries",
        searches=True,
        content=Front(
            condition=condition,
            coverage=coverage_of(view, rows, site.as_of, site.words),
            countries=countries,
            letters=by_letter(countries) if len(countries) > FEW else (),
            latest=tuple(_latest(placed, rows, site.words) for placed in view.latest(LATEST)),
        ),
        head=Head(
            about=about,
            kind="website",
            feeds=feeds_of_all(site.words),
            nodes=(archive_node(view, site, about, linker(site, addresses.FRONT)),),
        ),
    )


def country_rows(rows: tuple[PageRow, ...], words: Words) -> tuple[CountryRow, ...]:
    """Return the pages by the names of their countries, each country's sister topics under it."""
    groups = [tuple(group) for _, group in groupby(rows, key=lambda row: row.place)]
    named = [(place_name(group[0].place, words, group[0].heading), group) for group in groups]
    named.sort(key=lambda one: in_order(one[0]))
    return tuple(_row(row, name, words) for name, group in named for row in group)


def by_letter(countries: tuple[CountryRow, ...]) -> tuple[Letter, ...]:
    """Return countries, which come by their names, under the letters with which these begin."""
    groups = groupby(countries, key=lambda row: initial(row.name))
    return tuple(Letter(letter=letter, countries=tuple(group)) for letter, group in groups)


def _row(row: PageRow, name: str, words: Words) -> CountryRow:
    return CountryRow(
        name=name,
        address=addresses.page(row.place, row.topic),
        topic=(row.collection or row.topic) if row.topic else None,
        entries=row.entries,
        published=_span(row, words),
        last_looked=in_words(last_day(row.last_looked), words) if row.last_looked else words.say("not known"),
    )


def _span(row: PageRow, words: Words) -> str:
    if row.first_year is None:
        return words.say("no date known")
    if row.first_year == row.last_year:
        return str(row.first_year)
    return words.say("%(first)s to %(last)s", first=row.first_year, last=row.last_year)


def _latest(placed: Placed, rows: tuple[PageRow, ...], words: Words) -> LatestEntry:
    work = placed.entry.work
    row = next((row for row in rows if (row.place, row.topic) == (placed.place, placed.topic)), None)
    name = place_name(placed.place, words, row.heading if row else None)
    topic = (row.collection or placed.topic) if row and placed.topic else None
    return LatestEntry(
        title=work.title,
        address=addresses.entry(work.id),
        credit=credit_of(work, words),
        page=Link(text=f"{name}: {topic}" if topic else name, address=addresses.page(placed.place, placed.topic)),
    )


def _condition(rows: tuple[PageRow, ...], words: Words) -> tuple[str, ...]:
    if not rows:
        return (words.say("This sourcebook holds no page yet."),)
    entries, passages = sum(row.entries for row in rows), sum(row.passages for row in rows)
    places = len({row.place for row in rows})
    held = words.say(
        "%(countries)s, %(entries)s, %(passages)s.",
        countries=words.plural("%(n)s country", "%(n)s countries", places),
        entries=words.plural("%(n)s entry", "%(n)s entries", entries),
        passages=words.plural("%(n)s passage", "%(n)s passages", passages),
    )
    return (sentence_case(held), *_age(rows, words))


def _age(rows: tuple[PageRow, ...], words: Words) -> tuple[str, ...]:
    newest = max((row.last_year for row in rows if row.last_year is not None), default=None)
    looked = max((last_day(row.last_looked) for row in rows if row.last_looked), default="")
    said = []
    if newest is not None:
        said.append(words.say("The newest work is of %(year)s.", year=newest))
    if looked:
        said.append(words.say("Nobody has looked at any of them since %(day)s.", day=in_words(looked, words)))
    return tuple(said)

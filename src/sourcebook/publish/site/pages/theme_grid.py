"""The grid of countries by themes of one kind: how many works name what, each number a link to the passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sourcebook.errors import NotFound
from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.parts import Parts, parts_of, wanted_part
from sourcebook.publish.site.parts.theme_words import THEMES
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.publish.site.words import Words
from sourcebook.query.theming import Reported, reported
from sourcebook.store.base import View
from sourcebook.vocabulary.themes import themes

ROWS = 60
"""So many countries stand in a part; at seventeen themes each it stays under 80 kB."""


class GridCell(Value, frozen=True):
    """How many works of a country name a theme, with the address of those passages; None where none does.

    `denied` tells that its pages only deny it.
    """

    works: int = 0
    address: str | None = None
    denied: bool = False


class GridRow(Value, frozen=True):
    """A country and a cell for each theme."""

    country: Link
    cells: tuple[GridCell, ...]


class ThemeGrid(Value, frozen=True):
    """What the template of a grid shows; `says` has a sentence for each theme, which is the same without the grid.

    `silent` are the countries whose pages name none of the themes; they stand below the first part.
    """

    title: str
    kinds: tuple[tuple[Link, bool], ...]
    themes: tuple[Link, ...]
    rows: tuple[GridRow, ...]
    says: tuple[tuple[Link, str], ...]
    countries: int
    silent: tuple[Link, ...]
    parts: Parts


def theme_grid(view: View, site: Site, kind: str, part: int | str = 1) -> SitePage:
    """Return the grid of a kind of theme, or a part of it; NotFound where there is no such kind or part."""
    if kind not in THEMES:
        raise NotFound("There is no such kind of theme.", where=addresses.grid(kind))
    words = site.words
    held = {row.place: row for row in reversed(view.pages())}
    named = {
        place: Link(text=place_name(place, words, row.heading), address=addresses.page(place, row.topic))
        for place, row in held.items()
    }
    keys = [key for key, theme in themes().items() if theme.kind == kind and not theme.weak]
    found = reported(view.evidence, keys)
    naming = {count.place for one in found for count in (*one.affirmed, *one.denied)}
    every = sorted(named, key=lambda place: named[place].text)
    places = [place for place in every if place in naming]
    parts = max(1, -(-len(places) // ROWS))
    number = wanted_part(addresses.grid(kind), part, parts)
    title = words.say("Countries by theme: %(kind)s", kind=words.say(THEMES[kind]))
    return SitePage(
        template="theme_grid.html",
        address=addresses.part(addresses.grid(kind), number),
        title=title,
        current="themes",
        part=number,
        parts=parts,
        content=ThemeGrid(
            title=title,
            kinds=tuple(
                (Link(text=words.say(name), address=addresses.grid(one)), one == kind) for one, name in THEMES.items()
            ),
            themes=tuple(_link(one, words) for one in found),
            rows=_rows(places[(number - 1) * ROWS : number * ROWS], found, named),
            says=tuple((_link(one, words), _says(one, len(every), words)) for one in found),
            countries=len(every),
            silent=tuple(named[place] for place in every if place not in naming) if number == 1 else (),
            parts=parts_of(addresses.grid(kind), number, parts),
        ),
    )


def _link(one: Reported, words: Words) -> Link:
    return Link(text=words.say(one.theme.label), address=addresses.theme(one.theme.key))


def _rows(places: Iterable[str], found: Sequence[Reported], named: Mapping[str, Link]) -> tuple[GridRow, ...]:
    affirmed = [{count.place: count.works for count in one.affirmed} for one in found]
    denied = [{count.place for count in one.denied} for one in found]
    return tuple(
        GridRow(
            country=named[place],
            cells=tuple(
                _cell(place, one.theme.key, here.get(place, 0), place in not_here)
                for one, here, not_here in zip(found, affirmed, denied, strict=True)
            ),
        )
        for place in places
    )


def _cell(place: str, key: str, works: int, denied: bool) -> GridCell:
    page = addresses.themes_of(place)
    if works:
        return GridCell(works=works, address=addresses.anchored(page, key))
    return GridCell(denied=True, address=addresses.anchored(page, f"denied-{key}")) if denied else GridCell()


def _says(one: Reported, countries: int, words: Words) -> str:
    if not one.affirmed:
        return words.say("named on no page")
    return words.say(
        "named on the pages of %(some)s of %(all)s countries, most often of %(most)s",
        some=len(one.affirmed),
        all=countries,
        most=place_name(one.affirmed[0].place, words),
    )

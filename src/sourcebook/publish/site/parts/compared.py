"""Countries side by side as a table for the page, the terminal and a file: labels, cells, refusals and reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.figures import KNOWN
from sourcebook.publish.site.parts.kinds import (
    kind_words,
    plain,
    point_words,
    question_words,
    reason_words,
    value_words,
)
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.theme_words import THEMES
from sourcebook.publish.site.pictures.drawing import Drawing
from sourcebook.publish.site.pictures.spark import sparks
from sourcebook.publish.site.pictures.tiers import TIERS
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.words import Words, sentence_case
from sourcebook.query.beside import Beside
from sourcebook.query.compare import MOST_TOLD, Point, Row, lone, rows
from sourcebook.vocabulary.themes import themes

Years = tuple[int, int]
COMPARED_THEMES = ("exploitation", "precursors")
MOST_THEMES = 6


class Cell(Value, frozen=True):
    """What one country has in a row: links or words, or a small drawing; `none` says why it is empty."""

    links: tuple[Link, ...] = ()
    text: str = ""
    note: str = ""
    none: str = ""
    spark: Drawing | None = None

    @property
    def plain(self) -> str:
        """The cell as it is written where nothing can be drawn or followed."""
        said = " / ".join(link.text for link in self.links) or self.text or self.none
        return f"{said} ({self.note})" if self.note else said


class Line(Value, frozen=True):
    """A row: what it is about, how it counts, and a cell for each country; a refused one has its reasons."""

    label: str
    why: str
    cells: tuple[Cell, ...]
    mark: str = ""
    reasons: tuple[str, ...] = ()
    instead: str = ""
    address: str = ""

    @property
    def refused(self) -> bool:
        """Tell whether the numbers of the row are shown without being compared."""
        return bool(self.reasons)


class Section(Value, frozen=True):
    """Rows under a heading; `empty` is said where there is none."""

    title: str
    lines: tuple[Line, ...]
    empty: str = ""


class Compared(Value, frozen=True):
    """Countries side by side; `places` are their codes, `closing` are sentences below the table."""

    places: tuple[str, ...]
    names: tuple[str, ...]
    sections: tuple[Section, ...]
    closing: tuple[str, ...]

    @property
    def shapes(self) -> tuple[str, ...]:
        """The shapes of the marks in the labels."""
        marks = {line.mark.partition("-")[0] for section in self.sections for line in section.lines if line.mark}
        return tuple(sorted(marks))


def compared(held: Sequence[Beside], words: Words, years: Years | None = None) -> Compared:
    """Return countries as a table; `years` leaves out figures and tiers of other years."""
    points = [one.points for one in held]
    found = rows(points, years)
    names = tuple(place_name(one.place, words) for one in held)
    alone = lone(points, years)
    victims = [line for row in found if row.question.counts == "victims" for line in lines_of(row, names, words)]
    law = [line for row in found if row.question.counts != "victims" for line in lines_of(row, names, words)]
    tiers = _tiers(held, words, years)
    none = words.say("No two of these countries have a figure that could stand here.")
    return Compared(
        places=tuple(one.place for one in held),
        names=names,
        sections=(
            Section(title=words.say("Victims"), lines=tuple(victims), empty=none),
            Section(title=words.say("The law"), lines=(*law, *tiers), empty=none),
            Section(
                title=words.say("Between them"),
                lines=tuple(_routes(held, names, words)),
                empty=words.say("No work names a route from one of them to another."),
            ),
            Section(title=words.say("Themes"), lines=tuple(_themes(held, words))),
            Section(title=words.say("What this rests on"), lines=tuple(_ground(held, words, years))),
        ),
        closing=tuple(
            filter(
                None,
                (
                    sentence_case(
                        words.plural(
                            "One kind of figure is known of one of them alone and is not listed.",
                            "%(n)s kinds of figure are known of one of them alone and are not listed.",
                            alone,
                        )
                    )
                    if alone
                    else "",
                    words.say("Treaties are not compared: the archive keeps no list of who is bound by which."),
                ),
            )
        ),
    )


def lines_of(row: Row, names: Sequence[str], words: Words) -> list[Line]:
    """Return the lines of a row: its numbers, and the same through the years where they can be drawn."""
    if row.kind is None:
        return [_refused(row, names, words)]
    status = words.say(KNOWN[row.kind.status]) if row.kind.status else ""
    label = ", ".join(filter(None, (question_words(row.question, words), status, str(row.year))))
    none = words.say("[ ] none of this kind")
    line = Line(
        label=label,
        why=sentence_case("; ".join(word for word in kind_words(row.kind, words) if word != status)),
        mark=_mark(row, row.kind.status),
        cells=tuple(_cell(cell, words) if cell else Cell(none=none) for cell in row.cells),
    )
    drawn = sparks(dict(zip(names, row.series, strict=True)), words) if row.series else None
    if drawn is None:
        return [line]
    cells = (Cell(spark=drawn.drawings[name], text=drawn.drawings[name].says) for name in names)
    return [line, Line(label=words.say("The same through the years"), why=drawn.scale, cells=tuple(cells))]


def _mark(row: Row, status: str | None) -> str:
    if row.question.counts != "victims":
        return ""
    return f"{row.question.exploitation or 'several'}-{status or 'unsaid'}"


def _cell(points: Sequence[Point], words: Words) -> Cell:
    links = tuple(
        Link(text=point_words(point, words), address=addresses.figure(point.figure)) for point in points[:MOST_TOLD]
    )
    more = len(points) - MOST_TOLD
    differ = words.say("works differ") if len(points) > 1 else ""
    return Cell(links=links, note=words.plural("and %(n)s other", "and %(n)s others", more) if more > 0 else differ)


def _refused(row: Row, names: Sequence[str], words: Words) -> Line:
    cells = []
    for cell in row.cells:
        if not cell:
            cells.append(Cell(none=words.say("[ ] no figure")))
            continue
        point = cell[0]
        note = "; ".join(filter(None, (str(point.year or ""), *kind_words(point.kind, words))))
        cells.append(
            Cell(
                links=(Link(text=point_words(point, words), address=addresses.figure(point.figure)),),
                note=note,
            )
        )
    known = {cell[0].kind.status for cell in row.cells if cell}
    status = next(iter(known)) if len(known) == 1 else None
    return Line(
        label=", ".join(
            filter(None, (question_words(row.question, words), words.say(KNOWN[status]) if status else ""))
        ),
        why=words.say("As each country’s sources put it"),
        cells=tuple(cells),
        reasons=tuple(_reasons(row, names, words)),
        instead=_instead(row, names, words),
    )


def _reasons(row: Row, names: Sequence[str], words: Words) -> list[str]:
    """Return a sentence for each field in which the figures differ, with who has which value."""
    told = []
    for one in row.differs:
        sides = (
            words.say(
                "%(countries)s: %(value)s",
                countries=words.join(tuple(names[at] for at in who)),
                value=value_words(one.field, value, words),
            )
            for value, who in one.values
        )
        told.append(f"{reason_words(one.field, tuple(value for value, _ in one.values), words)} {'; '.join(sides)}.")
    return told or [words.say("Nobody says who counted them, so that nothing shows that they count alike.")]


def _instead(row: Row, names: Sequence[str], words: Words) -> str:
    if row.wanted is None:
        return ""
    kind = "; ".join(kind_words(row.wanted, words))
    if not row.lacking:
        return words.say("What would compare: figures of one year, %(kind)s.", kind=kind)
    return words.say(
        "What would compare: a figure of %(countries)s, %(kind)s.",
        countries=words.join(tuple(names[at] for at in row.lacking)),
        kind=kind,
    )


def _tiers(held: Sequence[Beside], words: Words, years: Years | None) -> list[Line]:
    given = [{year: told for year, told in one.tiers.items() if _inside(year, years)} for one in held]
    counts = {year: sum(year in one for one in given) for one in given for year in one}
    year = max(counts, key=lambda year: (counts[year], year), default=None)
    if year is None:
        return []
    cells = []
    for one in given:
        if year in one:
            tier, passage = one[year]
            cells.append(Cell(links=(Link(text=words.say(TIERS[tier]), address=addresses.passage(passage)),)))
        else:
            newest = max(one, default=None)
            told = (
                words.say("in %(year)s: %(tier)s", year=newest, tier=words.say(TIERS[one[newest][0]])) if newest else ""
            )
            cells.append(Cell(none=words.say("[ ] not said"), note=told))
    label = words.say("Tier, %(year)s", year=year)
    return [Line(label=label, why=words.say("U.S. Trafficking in Persons Report"), cells=tuple(cells))]


def _inside(year: int, years: Years | None) -> bool:
    return years is None or years[0] <= year <= years[1]


def _routes(held: Sequence[Beside], names: Sequence[str], words: Words) -> list[Line]:
    places = [one.place for one in held]
    lines = []
    for one, name in zip(held, names, strict=True):
        counts = [one.routes.get(place, 0) if place != one.place else None for place in places]
        if any(counts):
            own = Cell(none=words.say("the country itself"))
            cells = (
                own if n is None else Cell(text=str(n)) if n else Cell(none=words.say("none named")) for n in counts
            )
            label = words.say("Routes from %(country)s to", country=name)
            lines.append(Line(label=label, why=words.say("Works that name the route"), cells=tuple(cells)))
    return lines


def _themes(held: Sequence[Beside], words: Words) -> list[Line]:
    lines = []
    for kind in COMPARED_THEMES:
        totals = {
            key: sum(one.themes.get(key, 0) for one in held) for key, theme in themes().items() if theme.kind == kind
        }
        ranked = sorted((key for key in totals if totals[key]), key=lambda key: (-totals[key], key))
        for key in ranked[:MOST_THEMES]:
            counts = (one.themes.get(key, 0) for one in held)
            lines.append(
                Line(
                    label=words.say(themes()[key].label),
                    address=addresses.theme(key),
                    why=words.say("Works that speak of it: %(kind)s", kind=words.say(THEMES[kind]).lower()),
                    cells=tuple(Cell(text=str(n)) if n else Cell(none=words.say("none")) for n in counts),
                )
            )
    return lines


def _ground(held: Sequence[Beside], words: Words, years: Years | None) -> list[Line]:
    first = years[0] if years else min((one.figured[0] for one in held if one.figured), default=0)
    last = years[1] if years else max((one.figured[-1] for one in held if one.figured), default=0)
    span = words.say("Of %(first)s to %(last)s", first=first, last=last)

    def line(label: str, why: str, tell: Callable[[Beside], str]) -> Line:
        none = words.say("none held")
        return Line(
            label=label,
            why=why,
            cells=tuple(Cell(text=tell(one)) if tell(one) else Cell(none=none) for one in held),
        )

    gaps = line(
        words.say("Years without any figure"),
        span,
        lambda one: str(sum(year not in one.figured for year in range(first, last + 1))),
    )
    return [
        line(words.say("Entries"), "", lambda one: plain(one.entries) if one.entries else ""),
        line(words.say("Newest work"), "", lambda one: str(one.newest or "")),
        *([gaps] if last else []),
    ]

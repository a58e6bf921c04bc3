"""Countries side by side: figures of like kind only, and for the others why they are not compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sourcebook.model import Value
from sourcebook.model.finding import Mention
from sourcebook.reconcile.alike import (
    COMPARED,
    Difference,
    Kind,
    Question,
    differences,
    kind_of,
    question_of,
    year_of,
)

STATUSES = ("identified", "presumed", "assisted", None, "estimated")
MOST_TOLD = 3
"""So many different numbers of one country, kind and year are told; more are counted."""


class Point(Value, frozen=True):
    """A figure as it is set beside others: its bounds and words, how it counts, its year, who carries it."""

    figure: str
    number: str
    low: float | None
    high: float | None
    qualifier: str
    kind: Kind
    year: int | None
    work: str
    title: str
    works: int = 1

    @property
    def value(self) -> float:
        """The one number that stands for it in a drawing."""
        return self.high if self.high is not None else self.low or 0.0


class Row(Value, frozen=True):
    """One question answered by several countries; `cells` has a tuple of points for each of them, in their order.

    A compared row has a `kind` and a `year`; a refused one has neither, but what its cells differ in, the kind that
    would compare, and which countries lack it. `series` are the numbers of one kind by year, where two can be joined.
    """

    question: Question
    cells: tuple[tuple[Point, ...], ...]
    kind: Kind | None = None
    year: int | None = None
    series: tuple[tuple[tuple[int, float], ...], ...] = ()
    differs: tuple[Difference, ...] = ()
    wanted: Kind | None = None
    lacking: tuple[int, ...] = ()

    @property
    def refused(self) -> bool:
        """Tell whether the row's numbers are shown without being compared."""
        return self.kind is None


def points_of(mentions: Iterable[Mention]) -> dict[Question, tuple[Point, ...]]:
    """Return the figures of one country that may be set beside others', by what they answer, the newest first.

    One number of one kind and year is one point, however many works tell it.
    """
    told: dict[Question, dict[tuple[object, ...], list[Point]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        question = question_of(mention)
        if question is not None:
            point = _point(mention)
            told[question][point.kind, point.year, point.low, point.high, point.qualifier].append(point)
    return {question: tuple(sorted(map(_joined, points.values()), key=order)) for question, points in told.items()}


def _point(mention: Mention) -> Point:
    return Point(
        figure=mention.id,
        number=mention.number,
        low=mention.low,
        high=mention.high,
        qualifier=mention.qualifier,
        kind=kind_of(mention),
        year=year_of(mention),
        work=mention.work,
        title=mention.title,
    )


def _joined(same: Sequence[Point]) -> Point:
    """Return one point for what several works tell alike."""
    first = min(same, key=lambda point: point.figure)
    return msgspec.structs.replace(first, works=len({point.work for point in same}))


def order(point: Point) -> tuple[object, ...]:
    """Return the key by which a country's points are sorted: the newest, how it is known, the most told, by content."""
    return (-(point.year or 0), STATUSES.index(point.kind.status), -point.works, point.figure, *_told(point.kind))


def rows(held: Sequence[Mapping[Question, Sequence[Point]]], years: tuple[int, int] | None = None) -> tuple[Row, ...]:
    """Return the rows in which at least two of these countries stand, the broadest question first."""
    found = []
    for question in sorted({question for one in held for question in one}, key=breadth):
        points = [tuple(_within(one.get(question, ()), years)) for one in held]
        if sum(map(bool, points)) > 1:
            found += rows_of(question, points)
    return tuple(found)


def lone(held: Sequence[Mapping[Question, Sequence[Point]]], years: tuple[int, int] | None = None) -> int:
    """Return how many questions only one of these countries answers."""
    every = {question for one in held for question in one}
    return sum(sum(any(True for _ in _within(one.get(question, ()), years)) for one in held) == 1 for question in every)


def breadth(question: Question) -> tuple[object, ...]:
    """Return the key by which questions are sorted: what is counted, then whole before part."""
    narrowed = (question.action, question.exploitation, question.sex, question.age)
    return (COMPARED.index(question.counts), sum(map(bool, narrowed)), *(part or "" for part in narrowed))


def _within(points: Iterable[Point], years: tuple[int, int] | None) -> Iterable[Point]:
    return (point for point in points if years is None or (point.year and years[0] <= point.year <= years[1]))


def rows_of(question: Question, points: Sequence[Sequence[Point]]) -> list[Row]:
    """Return the rows of one question: one for each kind that two countries share in a year, and what is refused."""
    made, covered, strata = [], set[int](), set[bool]()
    for kind in _kinds(points):
        row = _compared(question, kind, points)
        if row is not None:
            made.append(row)
            covered |= {at for at, cell in enumerate(row.cells) if cell}
            strata.add(kind.status == "estimated")
    answering = {at for at, one in enumerate(points) if one}
    if answering - covered:
        return [*made, _refused(question, points)]
    for estimated in (False, True):
        part = [tuple(point for point in one if (point.kind.status == "estimated") is estimated) for one in points]
        if estimated not in strata and sum(map(bool, part)) > 1:
            made.append(_refused(question, part))
    return made


def _kinds(points: Sequence[Sequence[Point]]) -> list[Kind]:
    """Return the kinds in which at least two countries count, those that most of them share first."""
    shared: dict[Kind, set[int]] = defaultdict(set)
    for at, one in enumerate(points):
        for point in one:
            shared[point.kind].add(at)
    # Who counted must be known: figures that nobody answers for may count anything.
    kept = [kind for kind, who in shared.items() if len(who) > 1 and kind.counter]
    return sorted(kept, key=lambda kind: (-len(shared[kind]), STATUSES.index(kind.status), *_told(kind)))


def _told(kind: Kind) -> tuple[str, ...]:
    return (kind.counts, kind.length, kind.counter, kind.period)


def _compared(question: Question, kind: Kind, points: Sequence[Sequence[Point]]) -> Row | None:
    """Return the row of one kind at the year in which most countries have it; None where no two share a year."""
    by_year: dict[int | None, list[tuple[Point, ...]]] = {}
    alike = [tuple(point for point in one if point.kind == kind) for one in points]
    for year in {point.year for one in alike for point in one}:
        by_year[year] = [tuple(point for point in one if point.year == year) for one in alike]
    shared = {year: sum(map(bool, cells)) for year, cells in by_year.items() if year is not None}
    year = max(shared, key=lambda year: (shared[year], year), default=None)
    if year is None or shared[year] < 2:
        return None
    return Row(question=question, kind=kind, year=year, cells=tuple(by_year[year]), series=_series(alike))


def _series(alike: Sequence[Sequence[Point]]) -> tuple[tuple[tuple[int, float], ...], ...]:
    """Return the numbers by year, the most told of each; none where no country has two years."""
    lines = []
    for one in alike:
        best: dict[int, Point] = {}
        for point in one:
            if point.year is not None and (point.year not in best or point.works > best[point.year].works):
                best[point.year] = point
        lines.append(tuple((year, best[year].value) for year in sorted(best)))
    return tuple(lines) if any(len(line) > 1 for line in lines) else ()


def _refused(question: Question, points: Sequence[Sequence[Point]]) -> Row:
    """Return the row of what is not compared: the newest figure of each country, and in what they differ."""
    where = [at for at, one in enumerate(points) if one]
    newest = [points[at][0] for at in where]
    told = (*differences(tuple(point.kind for point in newest)), *_years_apart(newest))
    wanted = _wanted(points)
    return Row(
        question=question,
        cells=tuple(tuple(one[:1]) for one in points),
        differs=tuple(_at(one, where) for one in told),
        wanted=wanted,
        lacking=tuple(at for at in where if all(point.kind != wanted for point in points[at])),
    )


def _years_apart(points: Sequence[Point]) -> tuple[Difference, ...]:
    held: dict[str, list[int]] = defaultdict(list)
    for at, point in enumerate(points):
        held[str(point.year or "")].append(at)
    values = tuple((year, tuple(who)) for year, who in sorted(held.items()))
    return (Difference(field="year", values=values),) if len(held) > 1 else ()


def _wanted(points: Sequence[Sequence[Point]]) -> Kind | None:
    """Return the kind that most of the countries have, and of which a counter is known; None where there is none."""
    shared: dict[Kind, set[int]] = defaultdict(set)
    for at, one in enumerate(points):
        for point in one:
            if point.kind.counter:
                shared[point.kind].add(at)
    return min(shared, key=lambda kind: (-len(shared[kind]), STATUSES.index(kind.status), *_told(kind)), default=None)


def _at(difference: Difference, where: Sequence[int]) -> Difference:
    return Difference(
        field=difference.field,
        values=tuple((value, tuple(where[at] for at in who)) for value, who in difference.values),
    )

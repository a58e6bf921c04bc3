"""Search over everything: words, phrases and beginnings of words, with filters, marks and counts."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from sourcebook.model import Value
from sourcebook.query.marks import Piece, marked
from sourcebook.query.ranking import ranked
from sourcebook.query.words import units
from sourcebook.store import View
from sourcebook.store.base import PlacedPassage
from sourcebook.store.find import Labels
from sourcebook.store.match import Filters, Match, Unit

COUNTED = 1000
"""So many rows are counted at most; where there are more, the total and the counts say so."""

RANKED = 200
RANKED_TITLES = 50
"""So many of the newest rows, and of the newest titles, are compared for their worth; the others follow by age.
Tuned with bench/search.py on a million passages: with 1000 the median is twice as long."""

PUBLISHERS_SHOWN = 20


class Hit(Value, frozen=True):
    """A passage that was found, with the words that were looked for marked in its work's title and in its text."""

    found: PlacedPassage
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]


class Count(Value, frozen=True):
    """How many of the rows counted have this value; a topic's "" is the main topic."""

    value: str
    count: int


class Facets(Value, frozen=True):
    """The counts for each filter, the most frequent first; years in order."""

    places: tuple[Count, ...] = ()
    topics: tuple[Count, ...] = ()
    sections: tuple[Count, ...] = ()
    publishers: tuple[Count, ...] = ()
    years: tuple[Count, ...] = ()


class SearchResult(Value, frozen=True):
    """What a search found. Where `more` is true there are more than `total`, and the counts are of the newest ones."""

    typed: str
    total: int
    more: bool = False
    hits: tuple[Hit, ...] = ()
    facets: Facets = Facets()


def search(
    view: View, typed: str, filters: Filters | None = None, *, limit: int = 20, offset: int = 0, counts: bool = True
) -> SearchResult:
    """Search for what a user typed; without a word, the filters alone choose. Any text is taken, and none is refused.

    Every word must stand in the passage or in its work's title and credit line, and one of them in the passage.
    """
    wanted = Match(units=units(typed), filters=filters or Filters())
    if typed.strip() and not wanted.units:
        return SearchResult(typed=typed, total=0)
    rows = view.matching(wanted, COUNTED + 1)
    more, rows = len(rows) > COUNTED, rows[:COUNTED]
    labels = view.labels(rows) if counts or len(rows) > RANKED else Labels()
    shown = _in_order(view, wanted, rows, labels)[offset : offset + limit]
    return SearchResult(
        typed=typed,
        total=len(rows),
        more=more,
        hits=tuple(_hit(found, wanted.units) for found in view.found(shown)),
        facets=_facets(labels) if counts else Facets(),
    )


def _in_order(view: View, wanted: Match, rows: Sequence[int], labels: Labels) -> list[int]:
    if not wanted.units:
        return list(rows)
    compared = dict.fromkeys(rows[:RANKED])
    if len(rows) > RANKED:
        compared |= dict.fromkeys(_titles(view, wanted, labels))
    best = ranked(view.candidates(compared), wanted.units)
    return best + [row for row in rows if row not in compared]


def _titles(view: View, wanted: Match, labels: Labels) -> list[int]:
    """Return titles that match: of one word the newest there are, of several those among the rows counted.

    Titles with all of several words are so rare that looking for them goes through the whole index.
    """
    if len(wanted.units) == 1:
        return view.matching(msgspec.structs.replace(wanted, titles_only=True), RANKED_TITLES)
    return sorted(itertools.compress(labels.rows, labels.are_titles), reverse=True)[:RANKED_TITLES]


def _hit(found: PlacedPassage, looked_for: Sequence[Unit]) -> Hit:
    text = found.work.credit if found.passage.role == "title" else found.passage.text
    return Hit(
        found=found,
        title=marked(found.work.title, looked_for, longest=10_000),
        text=marked(text, looked_for),
    )


def _facets(labels: Labels) -> Facets:
    return Facets(
        places=_counts(labels.places),
        topics=_counts(labels.topics),
        sections=_counts(labels.sections),
        publishers=_counts(labels.publishers, PUBLISHERS_SHOWN),
        years=tuple(sorted(_counts(labels.years), key=lambda count: count.value)),
    )


def _counts(values: Iterable[str | int | None], shown: int | None = None) -> tuple[Count, ...]:
    counted = Counter(values)
    counted.pop(None, None)
    ordered = sorted((-count, str(value)) for value, count in counted.items())
    return tuple(Count(value=value, count=-count) for count, value in ordered[:shown])

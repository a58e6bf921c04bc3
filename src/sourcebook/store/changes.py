"""When what is shown came in, and when what stands at an address last changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Literal

from sourcebook.model import Value

Addressed = Literal["page", "entry", "passage", "figure"]
_TIMES = (
    "WITH came AS MATERIALIZED (SELECT states.id AS state, page,"
    " (SELECT min(time) FROM captures WHERE captures.digest = states.digest) AS time FROM states)"
)


class Changed(Value, frozen=True):
    """Something with an address of its own and the time of its last change; of a page `id` is the place."""

    kind: Addressed
    id: str
    topic: str | None = None
    time: str | None = None


class Arrival(Value, frozen=True):
    """A work that a page shows, and when the first page that had it was captured."""

    work: str
    place: str
    topic: str | None
    time: str | None


def arrivals(connection: sqlite3.Connection, limit: int, place: str | None = None) -> tuple[Arrival, ...]:
    """Return the works that are shown and came in last, each once, the latest first; only those of a place if told."""
    found = connection.execute(
        f"{_TIMES} SELECT works.id, min(pages.place), topic, came.time FROM works"
        " JOIN came ON came.state = first_state JOIN entries ON entries.work = works.id AND role = 'entry'"
        f" JOIN pages ON pages.state = entries.state {'WHERE pages.place = ?' if place else ''} GROUP BY works.id"
        " ORDER BY came.time IS NULL, came.time DESC, min(pages.place), topic, min(number), works.id LIMIT ?",
        (*([place] if place else []), limit),
    )
    return tuple(Arrival(work=work, place=at, topic=topic or None, time=time) for work, at, topic, time in found)


def arrivals_by_theme(connection: sqlite3.Connection, limit: int) -> dict[str, tuple[Arrival, ...]]:
    """Return for each theme the works that came in last and speak of it, as `arrivals` does for one."""
    found = connection.execute(
        f"{_TIMES}, speaking AS (SELECT other AS theme, works.id AS work, min(pages.place) AS place, topic, came.time,"
        " min(number) AS number FROM claims JOIN passages ON passages.id = claims.passage"
        " JOIN entries ON entries.id = passages.entry AND entries.role = 'entry' JOIN works ON works.id = entries.work"
        " JOIN pages ON pages.state = entries.state JOIN came ON came.state = first_state"
        " WHERE claims.kind = 'theme' AND NOT (json_extract(claims.value, '$.negated') IS 1)"
        " GROUP BY other, works.id), ranked AS (SELECT *, row_number() OVER"
        " (PARTITION BY theme ORDER BY time IS NULL, time DESC, place, topic, number, work) AS rank FROM speaking)"
        " SELECT theme, work, place, topic, time FROM ranked WHERE rank <= ? ORDER BY theme, rank",
        (limit,),
    )
    held: dict[str, list[Arrival]] = {}
    for theme, work, place, topic, time in found:
        held.setdefault(theme, []).append(Arrival(work=work, place=place, topic=topic or None, time=time))
    return {theme: tuple(ranked) for theme, ranked in held.items()}


def changes(connection: sqlite3.Connection) -> Iterator[Changed]:
    """Yield everything that has an address of its own with the time of its last change.

    A page changes with the state that is shown and with what is found about its country, a passage when it comes in, a
    figure with its passage and what is found about it, and an entry with its passages and our own looks.
    """
    pages = connection.execute(
        f"{_TIMES} SELECT place, topic, max(coalesce(came.time, ''), coalesce((SELECT max(changed) FROM findings"
        " JOIN finding_days USING (finding) WHERE country = place), ''))"
        " FROM pages JOIN came ON came.state = pages.state"
        " ORDER BY place, topic"
    )
    for place, topic, time in pages.fetchall():
        yield Changed(kind="page", id=place, topic=topic or None, time=time or None)
    yield from _entries(connection)
    passages = f"{_TIMES} SELECT passage, min(came.time) FROM passages JOIN entries ON entries.id = passages.entry"
    joined = " JOIN came ON came.state = entries.state"
    for passage, time in connection.execute(f"{passages}{joined} GROUP BY passage ORDER BY passage"):
        yield Changed(kind="passage", id=passage, time=time)
    found = dict(
        connection.execute(
            "SELECT figure, max(changed) FROM grounds JOIN findings ON findings.id = grounds.finding"
            " JOIN finding_days ON finding_days.finding = findings.finding GROUP BY figure"
        )
    )
    figures = connection.execute(
        f"{_TIMES} SELECT claim, min(came.time) FROM claims JOIN passages ON passages.id = claims.passage"
        f" JOIN entries ON entries.id = passages.entry{joined} WHERE claims.kind = 'figure' AND EXISTS"
        " (SELECT 1 FROM pages WHERE pages.state = entries.state) GROUP BY claim ORDER BY claim"
    )
    for figure, time in figures:
        yield Changed(kind="figure", id=figure, time=max(time or "", found.get(figure) or "") or None)


def _entries(connection: sqlite3.Connection) -> Iterator[Changed]:
    looked = dict(
        connection.execute(
            "SELECT work, max(looks.time) FROM looks JOIN entries ON entries.url = looks.url GROUP BY work"
        )
    )
    came: dict[str, str] = {}
    first = (
        f"{_TIMES} SELECT entries.work, min(came.time) FROM entries JOIN came ON came.state = entries.state"
        " LEFT JOIN passages ON passages.entry = entries.id GROUP BY entries.work, passage"
    )
    for work, time in connection.execute(first):
        came[work] = max(came.get(work, ""), time or "")
    shown = connection.execute(
        "SELECT DISTINCT work FROM entries JOIN pages ON pages.state = entries.state WHERE role = 'entry' ORDER BY work"
    )
    for (work,) in shown:
        yield Changed(kind="entry", id=work, time=max(came.get(work, ""), looked.get(work) or "") or None)

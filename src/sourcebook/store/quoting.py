"""The passages that are quoted from each work, each once however often it stands on pages."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

_QUOTED = (
    "SELECT works.id, works.title, min(entries.url), passages.text FROM works"
    " JOIN entries ON entries.work = works.id JOIN pages ON pages.state = entries.state"
    " JOIN passages ON passages.entry = entries.id"
    " WHERE passages.kind = 'quoted' AND passages.role <> 'title' {of}"
    " GROUP BY works.id, passages.text ORDER BY works.id, min(passages.id)"
)
_OF_PLACE = (
    "AND works.id IN (SELECT entries.work FROM entries JOIN pages ON pages.state = entries.state WHERE pages.place = ?)"
)


class Quoted(NamedTuple):
    """A text that pages quote: its work, and the work's title and address."""

    work: str
    title: str
    url: str | None
    text: str


def quoted_passages(connection: sqlite3.Connection, place: str | None) -> Iterator[Quoted]:
    """Yield each distinct quoted text; those of works on a place's pages where one is given.

    A work is counted over all pages that are shown, also where only one of them is asked for.
    """
    found = connection.execute(_QUOTED.format(of=_OF_PLACE if place else ""), (place,) if place else ())
    yield from map(Quoted._make, found)


def quoted_of(connection: sqlite3.Connection, work: str) -> tuple[Quoted, ...]:
    """Return each distinct text that the shown pages quote from one work."""
    found = connection.execute(_QUOTED.format(of="AND works.id = ?"), (work,))
    return tuple(map(Quoted._make, found))

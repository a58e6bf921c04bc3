"""The view's part in a search: rows that match, newest first, and what is needed to rank, count and show them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from sourcebook.model import Value
from sourcebook.store.match import Match, expression


class Candidate(Value, frozen=True):
    """A row that matches, with its passage's text; a title is a passage too."""

    row: int
    is_title: bool
    text: str


class Labels(NamedTuple):
    """Rows, whether each is a title, and what each counts under; the columns are of one length."""

    rows: tuple[int, ...] = ()
    are_titles: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    publishers: tuple[str | None, ...] = ()
    years: tuple[int | None, ...] = ()


def matching(connection: sqlite3.Connection, match: Match, limit: int) -> list[int]:
    """Return the rows that match, the newest first, at most so many; none where the match asks for nothing."""
    wanted = expression(match)
    if not wanted:
        return []
    found = connection.execute(
        "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?", (wanted, limit)
    )
    return [row for (row,) in found]


def candidates(connection: sqlite3.Connection, found: Iterable[int]) -> list[Candidate]:
    """Return the texts of these rows, in no order."""
    rows = connection.execute(f"SELECT id, role = 'title', text FROM passages WHERE id IN ({_list(found)})")
    return [Candidate(row=row, is_title=bool(is_title), text=text) for row, is_title, text in rows]


def labels(connection: sqlite3.Connection, found: Iterable[int]) -> Labels:
    """Return what these rows count under, in no order."""
    rows = connection.execute(
        "SELECT passages.id, passages.role = 'title', place, topic, coalesce(section, entries.role), publisher,"
        " first_year FROM passages INDEXED BY passages_in_brief"
        " JOIN entries ON entries.id = passages.entry JOIN pages ON pages.state = entries.state"
        f" WHERE passages.id IN ({_list(found)})"
    )
    return Labels(*zip(*rows, strict=True))


def _list(found: Iterable[int]) -> str:
    return ",".join(str(int(row)) for row in found)

"""Withdrawals as rows, and the rows that they take away.

What is withdrawn is deleted from every state, so that no question put to the database can bring it up. Its words are
still in the kept files; a page that is put again is put without it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from sourcebook.model import Capture
from sourcebook.model.withdrawal import Withdrawal

_COLUMNS = "target, what, why, at, by, place, topic, purged"
_PASSAGES = (
    "SELECT passages.id FROM passages JOIN entries ON entries.id = passages.entry"
    " JOIN states ON states.id = entries.state JOIN pages ON pages.id = states.page WHERE "
)
_ENTRIES = (
    "SELECT entries.id FROM entries JOIN states ON states.id = entries.state"
    " JOIN pages ON pages.id = states.page WHERE "
)


def put_withdrawal(connection: sqlite3.Connection, withdrawal: Withdrawal) -> None:
    """Keep a withdrawal and take away what it is of; one that says the same of the same thing replaces it."""
    named = (withdrawal.target, withdrawal.what, withdrawal.place, withdrawal.topic)
    connection.execute("DELETE FROM withdrawals WHERE target = ? AND what = ? AND place IS ? AND topic IS ?", named)
    connection.execute(
        f"INSERT INTO withdrawals ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            withdrawal.target,
            withdrawal.what,
            withdrawal.why,
            withdrawal.at,
            withdrawal.by,
            withdrawal.place,
            withdrawal.topic,
            withdrawal.purged,
        ),
    )
    passages, _ = _rows(connection, withdrawal)
    _withhold_captures(connection, withdrawal)
    connection.execute(
        "INSERT INTO search (search, rowid, title, text, tags)"
        f" SELECT 'delete', id, title, text, tags FROM searchable WHERE id IN ({_list(passages)})"
    )
    _delete(connection, withdrawal)


def withhold(connection: sqlite3.Connection, state: int) -> None:
    """Take what is withdrawn out of a state that was just put and is not in the search index yet."""
    for withdrawal in withdrawals(connection):
        _withhold_captures(connection, withdrawal, state)
        _delete(connection, withdrawal, state)


def withdrawals(connection: sqlite3.Connection, target: str | None = None) -> tuple[Withdrawal, ...]:
    """Return what was withdrawn, in order; only what has this identifier where one is given."""
    where, parameters = ("WHERE target = ?", (target,)) if target else ("", ())
    found = connection.execute(f"SELECT {_COLUMNS} FROM withdrawals {where} ORDER BY id", parameters)
    names = [name.strip() for name in _COLUMNS.split(",")]
    return tuple(Withdrawal(**{**dict(zip(names, row, strict=True)), "purged": bool(row[-1])}) for row in found)


def passages_of(connection: sqlite3.Connection, withdrawal: Withdrawal) -> tuple[str, ...]:
    """Return the identifiers of the passages that a withdrawal takes away."""
    passages, _ = _rows(connection, withdrawal)
    found = connection.execute(f"SELECT DISTINCT passage FROM passages WHERE id IN ({_list(passages)})")
    return tuple(passage for (passage,) in found)


def places_of(connection: sqlite3.Connection, withdrawal: Withdrawal) -> tuple[str, ...]:
    """Return the places on whose pages a withdrawal takes something away."""
    passages, entries = _rows(connection, withdrawal)
    found = connection.execute(
        "SELECT DISTINCT place FROM pages JOIN states ON states.page = pages.id"
        " JOIN entries ON entries.state = states.id"
        " LEFT JOIN passages ON passages.entry = entries.id"
        f" WHERE passages.id IN ({_list(passages)}) OR entries.id IN ({_list(entries)}) ORDER BY place"
    )
    return tuple(place for (place,) in found)


def states_of(connection: sqlite3.Connection, withdrawal: Withdrawal, state: int | None = None) -> tuple[str, ...]:
    """Return the digests of the states, or of this one, that a withdrawal takes something from."""
    passages, entries = _rows(connection, withdrawal, state)
    found = connection.execute(
        "SELECT DISTINCT digest FROM states JOIN entries ON entries.state = states.id"
        " LEFT JOIN passages ON passages.entry = entries.id"
        f" WHERE passages.id IN ({_list(passages)}) OR entries.id IN ({_list(entries)}) ORDER BY states.id"
    )
    return tuple(digest for (digest,) in found)


def withheld_addresses(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the addresses of works that were withdrawn."""
    return frozenset(url for (url,) in connection.execute("SELECT url FROM withheld WHERE url IS NOT NULL"))


def withheld(connection: sqlite3.Connection, captures: Iterable[Capture]) -> frozenset[tuple[str, int]]:
    """Return the places of those captures that hold something withdrawn."""
    digests = {digest for (digest,) in connection.execute("SELECT digest FROM withheld WHERE digest IS NOT NULL")}
    urls = withheld_addresses(connection)
    return frozenset((one.warc, one.offset) for one in captures if one.digest in digests or one.url in urls)


def _withhold_captures(connection: sqlite3.Connection, withdrawal: Withdrawal, state: int | None = None) -> None:
    """Note the captures of the pages that hold what is withdrawn, and of the work itself at its addresses."""
    for digest in states_of(connection, withdrawal, state):
        connection.execute("INSERT INTO withheld (digest) VALUES (?)", (digest,))
    if withdrawal.what == "work":
        found = connection.execute(
            "SELECT url FROM entries WHERE work = :work AND url IS NOT NULL UNION"
            " SELECT value FROM entries, json_each(entries.rest, '$.urls') WHERE work = :work",
            {"work": withdrawal.target},
        )
        for (url,) in found.fetchall():
            connection.execute("INSERT INTO withheld (url) VALUES (?)", (url,))


def _rows(
    connection: sqlite3.Connection, withdrawal: Withdrawal, state: int | None = None
) -> tuple[list[int], list[int]]:
    """Return the rows of passages and of entries that a withdrawal takes away."""
    if withdrawal.what == "passage":
        where, parameters = "passages.passage = ?", [withdrawal.target]
    else:
        where, parameters = "entries.work = ?", [withdrawal.target]
        if withdrawal.what == "entry":
            where += " AND pages.place = ? AND pages.topic = ?"
            parameters += [withdrawal.place or "", withdrawal.topic or ""]
    given: list[Any] = list(parameters)
    if state is not None:
        where += " AND entries.state = ?"
        given.append(state)
    passages = [row for (row,) in connection.execute(_PASSAGES + where, given)]
    if withdrawal.what == "passage":
        return passages, []
    return passages, [row for (row,) in connection.execute(_ENTRIES + where, given)]


def _delete(connection: sqlite3.Connection, withdrawal: Withdrawal, state: int | None = None) -> None:
    passages, entries = _rows(connection, withdrawal, state)
    connection.execute(f"DELETE FROM claims WHERE passage IN ({_list(passages)})")
    connection.execute(f"DELETE FROM passages WHERE id IN ({_list(passages)})")
    connection.execute(f"DELETE FROM visits WHERE entry IN ({_list(entries)})")
    connection.execute(f"DELETE FROM cited WHERE entry IN ({_list(entries)})")
    connection.execute(f"DELETE FROM entries WHERE id IN ({_list(entries)})")
    if entries:
        unplaced = "id = ? AND NOT EXISTS (SELECT 1 FROM entries WHERE work = works.id)"
        connection.execute(f"DELETE FROM works WHERE {unplaced}", (withdrawal.target,))


def _list(rows: list[int]) -> str:
    return ",".join(map(str, rows))

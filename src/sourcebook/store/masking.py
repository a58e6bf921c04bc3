"""Passages whose words were masked by an editor, and passages that wait for one.

A masked text is as long as the one it stands for, so that the places of all claims hold. It replaces the text in every
state, and in states that are put later; the words that were read are kept aside, and come back when it is undone.
"""

from __future__ import annotations

import sqlite3

from sourcebook.model import Value

_INDEX = "INSERT INTO search (rowid, title, text, tags) SELECT id, title, text, tags FROM searchable WHERE id IN "
_UNINDEX = (
    "INSERT INTO search (search, rowid, title, text, tags)"
    " SELECT 'delete', id, title, text, tags FROM searchable WHERE id IN "
)
_ROWS = "(SELECT id FROM passages WHERE passage = ?)"


class Held(Value, frozen=True, kw_only=True):
    """A passage that may identify someone and that no editor has decided on: where it stands, and its risks as JSON."""

    passage: str
    place: str
    title: str
    role: str
    text: str
    risks: tuple[str, ...]


def text_of(connection: sqlite3.Connection, passage: str) -> tuple[str, str] | None:
    """Return the words of a passage as they were read, and its role; None where it is unknown."""
    found = connection.execute("SELECT text, role FROM passages WHERE passage = ? LIMIT 1", (passage,)).fetchone()
    kept = connection.execute("SELECT original FROM masked WHERE passage = ?", (passage,)).fetchone()
    return None if found is None else (kept[0] if kept else found[0], found[1])


def places_of(connection: sqlite3.Connection, passage: str) -> tuple[str, ...]:
    """Return the places on whose pages a passage stands."""
    found = connection.execute(
        "SELECT DISTINCT pages.place FROM passages JOIN entries ON entries.id = passages.entry"
        " JOIN pages ON pages.state = entries.state WHERE passages.passage = ?",
        (passage,),
    )
    return tuple(place for (place,) in found)


def mask(connection: sqlite3.Connection, passage: str, text: str) -> None:
    """Put a text in the place of a passage's words, wherever it stands."""
    original = text_of(connection, passage)
    if original is not None:
        connection.execute("INSERT OR REPLACE INTO masked VALUES (?, ?, ?)", (passage, original[0], text))
        _replace(connection, passage, text)


def unmask(connection: sqlite3.Connection, passage: str) -> None:
    """Put a passage's own words back where they were masked."""
    kept = connection.execute("SELECT original FROM masked WHERE passage = ?", (passage,)).fetchone()
    if kept:
        connection.execute("DELETE FROM masked WHERE passage = ?", (passage,))
        _replace(connection, passage, kept[0])


def mask_state(connection: sqlite3.Connection, state: int) -> None:
    """Mask what was masked before in a state that was just put and is not in the search index yet."""
    connection.execute(
        "UPDATE passages SET text = masked.text FROM masked WHERE masked.passage = passages.passage"
        " AND passages.entry IN (SELECT id FROM entries WHERE state = ?)",
        (state,),
    )


def held(connection: sqlite3.Connection) -> tuple[Held, ...]:
    """Return the passages of the shown pages with a risk, in the order of the pages, without those decided on."""
    found = connection.execute(
        "SELECT passages.passage, pages.place, works.title, passages.role, passages.text,"
        " group_concat(claims.value, char(10))"
        " FROM claims JOIN passages ON passages.id = claims.passage JOIN entries ON entries.id = passages.entry"
        " JOIN works ON works.id = entries.work JOIN pages ON pages.state = entries.state"
        " WHERE claims.kind = 'risk' AND NOT EXISTS (SELECT 1 FROM decisions WHERE target = passages.passage"
        " AND verb IN ('mask', 'shorten', 'publish') AND undone IS NULL)"
        " GROUP BY passages.id ORDER BY pages.place, passages.id"
    )
    return tuple(
        Held(passage=passage, place=place, title=title, role=role, text=text, risks=tuple(values.split("\n")))
        for passage, place, title, role, text, values in found
    )


def _replace(connection: sqlite3.Connection, passage: str, text: str) -> None:
    connection.execute(_UNINDEX + _ROWS, (passage,))
    connection.execute("UPDATE passages SET text = ? WHERE passage = ?", (text, passage))
    connection.execute(_INDEX + _ROWS, (passage,))

"""The passages of a country as text to compare, with sketches that are made once and kept."""

from __future__ import annotations

import sqlite3

from sourcebook.reconcile.carried import Wording, sketched

# Fewer passages are compared each with each, and their sentences mostly too: sketches would cost more than they spare.
MANY = 50
_NAMES = ("passage", "work", "title", "page", "text", "order", "sketches")


def wordings(connection: sqlite3.Connection, place: str) -> tuple[Wording, ...]:
    """Return the quoted passages on a country's pages, with their works and times; keep the sketches that are made."""
    found = connection.execute(
        "SELECT passages.id, passages.passage, works.id, works.title, pages.place, passages.text,"
        " coalesce(entries.issued, ''), bands"
        " FROM passages JOIN entries ON entries.id = passages.entry JOIN works ON works.id = entries.work"
        " JOIN pages ON pages.state = entries.state LEFT JOIN sketches ON sketches.passage = passages.id"
        " WHERE pages.place = ? AND passages.kind = 'quoted' AND passages.role <> 'title' ORDER BY passages.id",
        (place,),
    ).fetchall()
    made = {key: Wording(**dict(zip(_NAMES, (*row, bands or b""), strict=True))) for key, *row, bands in found}
    if len(made) > MANY:
        bare = [key for key, *_, bands in found if bands is None]
        made |= zip(bare, sketched([made[key] for key in bare]), strict=True)
        kept = [(key, made[key].sketches) for key in bare]
        connection.executemany("INSERT INTO sketches (passage, bands) VALUES (?, ?)", kept)
    return tuple(made.values())

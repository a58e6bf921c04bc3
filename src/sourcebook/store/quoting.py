"""The passages that are quoted from each work, each once however often it stands on pages."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator


def quoted_passages(connection: sqlite3.Connection, place: str | None) -> Iterator[tuple[str, str, str]]:
    """Yield work, title and text of each distinct quoted text; those of works on a place's pages where one is given.

    A work is counted over all pages that are shown, also where only one of them is asked for.
    """
    of_place = (
        " AND works.id IN (SELECT entries.work FROM entries JOIN pages ON pages.state = entries.state"
        " WHERE pages.place = ?)"
        if place
        else ""
    )
    yield from connection.execute(
        "SELECT DISTINCT works.id, works.title, passages.text FROM passages"
        " JOIN entries ON entries.id = passages.entry JOIN works ON works.id = entries.work"
        " JOIN pages ON pages.state = entries.state"
        f" WHERE passages.kind = 'quoted' AND passages.role <> 'title'{of_place} ORDER BY works.id, passages.id",
        (place,) if place else (),
    )

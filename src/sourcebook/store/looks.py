"""Rows about addresses: what our checks found there, which ones the pages cite, and which of them are kept."""

from __future__ import annotations

import sqlite3

from sourcebook.model import Capture, Look, Visit
from sourcebook.store.base import Cited

LOOK_COLUMNS = "url, time, outcome, because, address, status, digest"
CAPTURE_COLUMNS = 'digest, url, time, media_type, warc, "offset", length'

_CITED = """
WITH addresses AS (
  SELECT entries.id AS entry, entries.url AS url FROM entries JOIN pages ON pages.state = entries.state
    WHERE role = 'entry' AND entries.url IS NOT NULL AND (:place IS NULL OR place = :place)
  UNION
  SELECT entries.id, value FROM entries JOIN pages ON pages.state = entries.state, json_each(entries.rest, '$.urls')
    WHERE role = 'entry' AND (:place IS NULL OR place = :place)
)
SELECT url,
       max((SELECT max(ltrim(looked, '[')) FROM visits WHERE visits.entry = addresses.entry)),
       (SELECT max(time) FROM looks WHERE looks.url = addresses.url)
FROM addresses GROUP BY url ORDER BY url
"""
_OF_WORK = """
SELECT DISTINCT substr(time, 1, 10), outcome, looks.address, because
FROM looks JOIN entries ON entries.url = looks.url JOIN pages ON pages.state = entries.state
WHERE entries.work = ? ORDER BY time
"""


def put_look(connection: sqlite3.Connection, look: Look) -> bool:
    """Note a look; False where it was noted already."""
    row = (look.url, look.time, look.outcome, look.because, look.to, look.status, look.digest)
    return (
        connection.execute(f"INSERT OR IGNORE INTO looks ({LOOK_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", row).rowcount
        == 1
    )


def looks_at(connection: sqlite3.Connection, url: str) -> tuple[Look, ...]:
    """Return every look at an address, the first one first."""
    found = connection.execute(f"SELECT {LOOK_COLUMNS} FROM looks WHERE url = ? ORDER BY time, id", (url,))
    return tuple(
        Look(url=at, time=time, outcome=outcome, because=because, to=to, status=status, digest=digest)
        for at, time, outcome, because, to, status, digest in found
    )


def visits_of(connection: sqlite3.Connection, work_id: str) -> tuple[Visit, ...]:
    """Return our own looks at a work's address as visits."""
    return tuple(
        Visit(when=when, outcome=outcome, address=address, because=because)
        for when, outcome, address, because in connection.execute(_OF_WORK, (work_id,))
    )


def cited(connection: sqlite3.Connection, place: str | None) -> tuple[Cited, ...]:
    """Return every address that the pages shown cite, of one place or of all, each with its last look."""
    return tuple(
        Cited(url=url, last_noted=noted, last_checked=checked)
        for url, noted, checked in connection.execute(_CITED, {"place": place})
    )


def captures_where(connection: sqlite3.Connection, where: str, value: str) -> tuple[Capture, ...]:
    """Return kept copies, the first one first."""
    found = connection.execute(f"SELECT {CAPTURE_COLUMNS} FROM captures WHERE {where} = ? ORDER BY id", (value,))
    return tuple(Capture(**dict(zip(Capture.__struct_fields__, row, strict=True))) for row in found)


def put_known_end(connection: sqlite3.Connection, warc: str, offset: int) -> None:
    """Note how far into the kept files the database has read."""
    connection.execute('INSERT OR REPLACE INTO known_end (one, warc, "offset") VALUES (1, ?, ?)', (warc, offset))


def known_end(connection: sqlite3.Connection) -> tuple[str, int] | None:
    """Return how far into the kept files the database has read, or None where nothing was."""
    ends = [
        *connection.execute('SELECT warc, "offset" FROM known_end'),
        *connection.execute('SELECT warc, "offset" + length FROM captures ORDER BY id DESC LIMIT 1'),
    ]
    return max(((str(warc), int(offset)) for warc, offset in ends), default=None)

"""Rows about addresses: what our checks found there, and which ones the pages cite."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec

from sourcebook.model import Look, PassageNow, Visit
from sourcebook.store.addresses import LOOKED_AT
from sourcebook.store.base import Cited

LOOK_COLUMNS = "url, time, outcome, because, address, status, digest, passages"

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
_OF_WORK = f"""
SELECT DISTINCT substr(time, 1, 10), outcome, looks.address, because, passages {LOOKED_AT} AND entries.work = ?
ORDER BY time
"""
_ON_PAGE = f"""
SELECT DISTINCT entries.work, substr(time, 1, 10), outcome, looks.address, because, passages {LOOKED_AT}
AND place = ? AND topic = ? ORDER BY time
"""
_PASSAGES = msgspec.json.Decoder(tuple[PassageNow, ...])


def put_look(connection: sqlite3.Connection, look: Look) -> bool:
    """Note a look; False where it was noted already."""
    passages = msgspec.json.encode(look.passages).decode() if look.passages else None
    row = (look.url, look.time, look.outcome, look.because, look.to, look.status, look.digest, passages)
    statement = f"INSERT OR IGNORE INTO looks ({LOOK_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    return connection.execute(statement, row).rowcount == 1


def looks_at(connection: sqlite3.Connection, url: str) -> tuple[Look, ...]:
    """Return every look at an address, the first one first."""
    found = connection.execute(f"SELECT {LOOK_COLUMNS} FROM looks WHERE url = ? ORDER BY time, id", (url,))
    return tuple(
        Look(
            url=at,
            time=time,
            outcome=outcome,
            because=because,
            to=to,
            status=status,
            digest=digest,
            passages=_passages(passages),
        )
        for at, time, outcome, because, to, status, digest, passages in found
    )


def visits_of(connection: sqlite3.Connection, work_id: str) -> tuple[Visit, ...]:
    """Return our own looks at a work's addresses as visits."""
    return tuple(_visit(row) for row in connection.execute(_OF_WORK, (work_id,)))


def visits_on(connection: sqlite3.Connection, place: str, topic: str | None) -> dict[str, tuple[Visit, ...]]:
    """Return our own looks at the works of a page as visits, by the work's identifier."""
    found: dict[str, list[Visit]] = defaultdict(list)
    for work, *row in connection.execute(_ON_PAGE, (place, topic or "")):
        found[work].append(_visit(row))
    return {work: tuple(visits) for work, visits in found.items()}


def _visit(row: Sequence[Any]) -> Visit:
    when, outcome, address, because, passages = row
    return Visit(when=when, outcome=outcome, address=address, because=because, passages=_passages(passages))


def _passages(written: str | None) -> tuple[PassageNow, ...]:
    return _PASSAGES.decode(written) if written else ()


def cited(connection: sqlite3.Connection, place: str | None) -> tuple[Cited, ...]:
    """Return every address that the pages shown cite, of one place or of all, each with its last look."""
    return tuple(
        Cited(url=url, last_noted=noted, last_checked=checked)
        for url, noted, checked in connection.execute(_CITED, {"place": place})
    )


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

"""Rows about kept files: which captures the database notes in each, and which entries stand on a capture."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from sourcebook.model import Capture, Value

CAPTURE_COLUMNS = 'digest, url, time, media_type, warc, "offset", length, status, leads_to'


class Standing(Value, frozen=True):
    """A page, or one entry of it, that was read from a capture or whose work the capture is of.

    `number` and `work` are None where the whole page was read from it; `shown` tells whether its present state was.
    """

    place: str
    topic: str | None = None
    number: int | None = None
    work: str | None = None
    title: str | None = None
    entries: int = 0
    shown: bool = True


def capture_from(row: Iterable[Any]) -> Capture:
    """Return the capture that a row of `CAPTURE_COLUMNS` holds."""
    return Capture(**dict(zip(Capture.__struct_fields__, row, strict=True)))


def captures_in(connection: sqlite3.Connection, warc: str) -> tuple[Capture, ...]:
    """Return the captures that are noted in one kept file, in the order in which they lie there."""
    found = connection.execute(f'SELECT {CAPTURE_COLUMNS} FROM captures WHERE warc = ? ORDER BY "offset"', (warc,))
    return tuple(capture_from(row) for row in found)


def capture_files(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the names of the kept files in which captures are noted."""
    return tuple(name for (name,) in connection.execute("SELECT DISTINCT warc FROM captures ORDER BY warc"))


def standing_on(connection: sqlite3.Connection, capture: Capture) -> tuple[Standing, ...]:
    """Return what stands on a capture: pages that were read from its bytes, and entries of the work at its address."""
    pages = connection.execute(
        "SELECT place, topic, states.heading, pages.state = states.id,"
        " (SELECT count(*) FROM entries WHERE entries.state = states.id AND role = 'entry')"
        " FROM states JOIN pages ON pages.id = states.page WHERE digest = ? ORDER BY place, topic",
        (capture.digest,),
    )
    entries = connection.execute(
        "SELECT place, topic, number, works.id, works.title FROM entries JOIN pages ON pages.state = entries.state"
        " JOIN works ON works.id = entries.work WHERE url = ? AND role = 'entry' ORDER BY place, topic, number",
        (capture.url,),
    )
    return (
        *(
            Standing(place=place, topic=topic or None, title=heading, shown=bool(shown), entries=count)
            for place, topic, heading, shown, count in pages
        ),
        *(
            Standing(place=place, topic=topic or None, number=number, work=work, title=title)
            for place, topic, number, work, title in entries
        ),
    )

"""From an entry's addresses to what is known of them: our own looks, and the copies that are kept."""

from __future__ import annotations

import sqlite3

from sourcebook.errors import InputRefused
from sourcebook.model import Capture
from sourcebook.preserve.addresses import fetchable
from sourcebook.store.keeping import CAPTURE_COLUMNS, capture_from

_REDIRECTS = 10
_COPIES = frozenset({*range(200, 300), 304})

LOOKED_AT = """
FROM entries JOIN pages ON pages.state = entries.state
  JOIN looks ON looks.url = entries.url OR looks.url IN (SELECT value FROM json_each(entries.rest, '$.urls'))
WHERE entries.role = 'entry'
"""
"""Each entry that a page shows with each of our looks at an address of it."""


def captures_where(connection: sqlite3.Connection, where: str, value: str) -> tuple[Capture, ...]:
    """Return kept copies, the first one first."""
    found = connection.execute(f"SELECT {CAPTURE_COLUMNS} FROM captures WHERE {where} = ? ORDER BY id", (value,))
    return tuple(capture_from(row) for row in found)


def copies_of(connection: sqlite3.Connection, url: str) -> tuple[Capture, ...]:
    """Return the kept copies of what stood at an address, the first one first, past the redirects that were kept."""
    try:
        address: str | None = fetchable(url)
    except InputRefused:
        return ()
    for _ in range(_REDIRECTS):
        if address is None:
            break
        captures = captures_where(connection, "url", address)
        copies = tuple(one for one in captures if one.status is None or one.status in _COPIES)
        if copies:
            return copies
        address = next((one.to for one in reversed(captures) if one.to), None)
    return ()

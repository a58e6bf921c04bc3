"""How many words the text of a kept copy has, by its digest: the share that is quoted is told without reading it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from sourcebook.model import Capture
from sourcebook.store.addresses import copies_of

LENGTHS = """
-- How many words the text of a kept copy has, without what stands around it; 0 where nothing reads it.
CREATE TABLE lengths (digest TEXT NOT NULL PRIMARY KEY, words INTEGER NOT NULL) WITHOUT ROWID;
"""


def put_length(connection: sqlite3.Connection, digest: str, words: int) -> None:
    """Note how many words a kept copy has; what is counted anew takes the place of the count before."""
    connection.execute("INSERT OR REPLACE INTO lengths (digest, words) VALUES (?, ?)", (digest, words))


def lengths(connection: sqlite3.Connection, captures: Iterable[Capture]) -> dict[str, int]:
    """Return the words of each of these kept copies that were counted, by its digest."""
    digests = tuple({one.digest for one in captures})
    asked = ",".join("?" * len(digests))
    return dict(connection.execute(f"SELECT digest, words FROM lengths WHERE digest IN ({asked})", digests).fetchall())


def uncounted(connection: sqlite3.Connection) -> tuple[Capture, ...]:
    """Return the kept copies of works that a shown page quotes whose words were never counted, each digest once."""
    waiting = "SELECT 1 FROM captures WHERE digest NOT IN (SELECT digest FROM lengths) LIMIT 1"
    if connection.execute(waiting).fetchone() is None:
        return ()
    cited = connection.execute(
        "SELECT DISTINCT url FROM entries JOIN pages ON pages.state = entries.state"
        " WHERE url IS NOT NULL AND EXISTS (SELECT 1 FROM passages WHERE passages.entry = entries.id"
        " AND passages.kind = 'quoted' AND passages.role <> 'title') ORDER BY entries.id"
    ).fetchall()
    copies = {copy.digest: copy for (url,) in cited for copy in copies_of(connection, url)}
    counted = lengths_of_all(connection)
    return tuple(copy for digest, copy in copies.items() if digest not in counted)


def lengths_of_all(connection: sqlite3.Connection) -> dict[str, int]:
    """Return every count by its digest."""
    return dict(connection.execute("SELECT digest, words FROM lengths").fetchall())

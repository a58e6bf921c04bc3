"""The states of a page: what captures of it said, the first one first."""

from __future__ import annotations

import sqlite3

from sourcebook.model import Value


class State(Value, frozen=True):
    """One state of a page: the digest of the bytes it was read from, when those were captured, whether it is shown."""

    digest: str
    time: str | None = None
    shown: bool = False


def states(connection: sqlite3.Connection, place: str, topic: str | None) -> tuple[State, ...]:
    """Return the states of a page in the order in which they came in."""
    found = connection.execute(
        "SELECT digest, (SELECT min(time) FROM captures WHERE captures.digest = states.digest),"
        " pages.state = states.id FROM states JOIN pages ON pages.id = states.page"
        " WHERE place = ? AND topic = ? ORDER BY states.id",
        (place, topic or ""),
    )
    return tuple(State(digest=digest, time=time, shown=bool(shown)) for digest, time, shown in found)

"""On which day each finding was first there, and when its sentence last became another one.

A finding is there since the last of what it rests on came in, so that a database that is made again from the kept
files knows the same day. Its sentence changes by a decision of an editor or by another version of the program; then
the day is the last one of which the archive knows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

TABLE = """
-- When each finding was first there and when it last changed, ISO 8601 in UTC; rows outlive comparing again.
CREATE TABLE finding_days (
  finding TEXT NOT NULL PRIMARY KEY,
  first TEXT,
  changed TEXT,
  text TEXT NOT NULL
) WITHOUT ROWID;
"""
_CAPTURED = (
    "SELECT min(captures.time) FROM entries JOIN states ON states.id = entries.state"
    " JOIN captures ON captures.digest = states.digest WHERE entries."
)
_FIGURE = (
    f"SELECT ({_CAPTURED}id IN (SELECT entry FROM passages WHERE passage = told.passage)) AS time"
    " FROM grounds JOIN claims ON claims.claim = grounds.figure JOIN passages AS told ON told.id = claims.passage"
    " WHERE grounds.finding = findings.id"
)
_PASSAGE = (
    f"SELECT ({_CAPTURED}id IN (SELECT entry FROM passages WHERE passage = named.value)) AS time"
    " FROM json_each(findings.value, '$.passages') AS named"
)
_WORK = f"SELECT ({_CAPTURED}work = named.value) AS time FROM json_each(findings.value, '$.works') AS named"
_SINCE = f"(SELECT max(time) FROM ({_FIGURE} UNION ALL {_PASSAGE} UNION ALL {_WORK}))"
_LATEST = (
    "(SELECT max(time) FROM (SELECT max(time) AS time FROM captures UNION ALL SELECT max(at) FROM decisions"
    " UNION ALL SELECT max(undone) FROM decisions))"
)
_NOTE = (
    "INSERT INTO finding_days SELECT finding, {since}, {since}, coalesce(json_extract(value, '$.text'), '')"
    " FROM findings WHERE {which} ON CONFLICT DO UPDATE SET text = excluded.text, changed = {latest}"
    " WHERE text <> excluded.text"
)


def note_days(connection: sqlite3.Connection, rows: Iterable[int]) -> None:
    """Note the days of findings that were written just now, by their rows."""
    statement = _NOTE.format(since=_SINCE, which="id = ?", latest=_LATEST)
    connection.executemany(statement, ((row,) for row in rows))


def lay_days(connection: sqlite3.Connection) -> None:
    """Make the table in a database that has findings already, and note their days."""
    for statement in TABLE.split(";\n"):
        if statement.strip():
            connection.execute(statement)
    connection.execute(_NOTE.format(since=_SINCE, which="1", latest=_LATEST))


def days_of(connection: sqlite3.Connection, findings: Iterable[str]) -> dict[str, str]:
    """Return when each of these findings last changed, those left out of which no day is known."""
    ask = "SELECT changed FROM finding_days WHERE finding = ? AND changed IS NOT NULL"
    found = ((finding, connection.execute(ask, (finding,)).fetchone()) for finding in findings)
    return {finding: row[0] for finding, row in found if row}


def changed_last(connection: sqlite3.Connection, country: str | None, limit: int) -> list[tuple[str, str, str, str]]:
    """Return the findings that changed last as (value, finding, first, changed), each once, the latest first."""
    return connection.execute(
        "SELECT value, findings.finding, first, changed FROM findings"
        " JOIN finding_days ON finding_days.finding = findings.finding"
        f" WHERE changed IS NOT NULL{' AND country = ?' if country else ''}"
        " GROUP BY +findings.finding ORDER BY changed DESC, findings.finding LIMIT ?",
        (*([country] if country else []), limit),
    ).fetchall()

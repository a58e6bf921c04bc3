"""A page as the rows that hold it: works, entries, passages and visits."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

import msgspec

from sourcebook.model import Entry, Extract, Page, Work
from sourcebook.store import rows
from sourcebook.store.tags import tags_of
from sourcebook.store.years import years

WORKS = "INSERT OR IGNORE INTO works (id, title, credit, first_state) VALUES (?, ?, ?, ?)"
ENTRIES = (
    "INSERT INTO entries (id, state, role, number, work, authors, publisher, issued, url, kind, work_rest,"
    ' first_year, last_year, section, start, "end", rest, tags)'
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
PASSAGES = (
    "INSERT INTO passages (entry, position, rest, passage, role, kind, ordinal, heading, paragraph_number,"
    ' page_number, start, "end", text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'
)
VISITS = "INSERT INTO visits (entry, position, looked, outcome, address, as_written) VALUES (?, ?, ?, ?, ?, ?)"
CITED = "INSERT INTO cited (entry, place, reference, value) VALUES (?, ?, ?, ?)"

_Row = tuple[Any, ...]


class PlacedRows(NamedTuple):
    """The rows of one state of a page, for the five statements above."""

    works: list[_Row]
    entries: list[_Row]
    passages: list[_Row]
    visits: list[_Row]
    cited: list[_Row]


def placed_rows(page: Page, state: int, first_entry: int) -> PlacedRows:
    """Return the rows of a page's entries, background and summary; entries are numbered from `first_entry` on."""
    made = PlacedRows([], [], [], [], [])
    placed: list[tuple[str, int | None, Entry | Extract]] = [
        *(("entry", number, entry) for number, entry in enumerate(page.entries, start=1)),
        *((role, None, extract) for role, extract in rows.extracts_of(page)),
    ]
    for key, (role, number, one) in enumerate(placed, start=first_entry):
        known_as = one.work.id
        made.works.append((known_as, one.work.title, one.work.credit, state))
        made.entries.append((key, state, role, number, known_as, *_entry_columns(page, role, one)))
        made.passages.extend(
            (key, position, rows.rest_of(passage, rows.PASSAGE_COLUMNS), *rows.PASSAGE_VALUES(passage))
            for position, passage in rows.positions_of(one)
        )
        visits = one.visits if isinstance(one, Entry) else ()
        made.visits.extend((key, position, *rows.VISIT_VALUES(visit)) for position, visit in enumerate(visits, start=1))
        references = one.references if isinstance(one, Entry) else ()
        made.cited.extend(
            (key, place, reference.id, msgspec.json.encode(reference).decode())
            for place, reference in enumerate(references, start=1)
        )
    return made


def held_works(connection: sqlite3.Connection) -> tuple[Work, ...]:
    """Return every work that a shown page has as an entry, each once, in the order in which they came in."""
    found = connection.execute(
        "SELECT title, credit, authors, publisher, issued, entries.url, entries.kind, work_rest FROM entries"
        " JOIN works ON works.id = entries.work JOIN pages ON pages.state = entries.state"
        " WHERE role = 'entry' ORDER BY entries.id"
    )
    works = (rows.work_from(title, credit, authors, columns, rest) for title, credit, authors, *columns, rest in found)
    return tuple({work.id: work for work in works}.values())


def _entry_columns(page: Page, role: str, placed: Entry | Extract) -> _Row:
    work, span = placed.work, years(placed.work.issued)
    entry = placed if isinstance(placed, Entry) else None
    return (
        msgspec.json.encode(work.authors).decode(),
        *rows.WORK_VALUES(work),
        rows.rest_of(work, rows.WORK_COLUMNS + rows.WORK_ELSEWHERE),
        *(span or (None, None)),
        *(rows.ENTRY_VALUES(entry) if entry else (None, None, None)),
        rows.rest_of(entry, rows.ENTRY_COLUMNS + rows.ENTRY_ELSEWHERE) if entry else None,
        tags_of(page, role, placed, span),
    )

"""A page as the rows that hold it: works, entries, passages and visits."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from sourcebook.model import Entry, Extract, Page
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

_Row = tuple[Any, ...]


class PlacedRows(NamedTuple):
    """The rows of one state of a page, for the four statements above."""

    works: list[_Row]
    entries: list[_Row]
    passages: list[_Row]
    visits: list[_Row]


def placed_rows(page: Page, state: int, first_entry: int) -> PlacedRows:
    """Return the rows of a page's entries, background and summary; entries are numbered from `first_entry` on."""
    made = PlacedRows([], [], [], [])
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
    return made


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

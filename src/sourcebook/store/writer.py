"""The one writer: a transaction that takes whole pages."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Self

import msgspec

from sourcebook.model import Capture, Document, Look, Page, Work
from sourcebook.model.claim import Claim
from sourcebook.model.withdrawal import Withdrawal
from sourcebook.store import lengths, looks, masking, placing, rows, withdrawing
from sourcebook.store.connection import translated
from sourcebook.store.evidence import EvidenceWriter
from sourcebook.store.keeping import CAPTURE_COLUMNS, capture_from
from sourcebook.store.mentions import rows_of
from sourcebook.store.migrations import migrate
from sourcebook.store.sources import Sources

Claims = Mapping[str, Sequence[Claim]]


class SqliteWriter:
    """One transaction on a sourcebook's database; writers in several processes take turns.

    Entering it waits while another writes, up to the connection's limit, and then raises ArchiveBusy. Leaving it
    without an error commits; leaving it with one undoes everything since it was entered. `own` says whether the
    connection is the writer's own, to be closed at its end.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, own: bool) -> None:
        self._connection = connection
        self._path = path
        self._own = own

    def __enter__(self) -> Self:
        try:
            with translated(self._path):
                self._connection.execute("BEGIN IMMEDIATE")
                migrate(self._connection)
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(self, *error: object) -> None:
        try:
            if error[0] is None:
                with translated(self._path):
                    self._connection.execute("COMMIT")
        finally:
            self._leave()

    def _leave(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        if self._own:
            self._connection.close()

    def last_capture(self) -> Capture | None:
        """Return the capture that was noted last, whose end is the known end of the kept files."""
        found = self._captures("ORDER BY id DESC LIMIT 1")
        return found[0] if found else None

    def capture(self, digest: str) -> Capture | None:
        """Return the first kept copy with this digest, or None."""
        found = self._captures("WHERE digest = ? ORDER BY id LIMIT 1", digest)
        return found[0] if found else None

    def original_of(self, url: str, digest: str) -> Capture | None:
        """Return the first kept copy of an address with this digest, or None."""
        found = self._captures("WHERE url = ? AND digest = ? ORDER BY id LIMIT 1", url, digest)
        return found[0] if found else None

    def last_capture_of(self, url: str) -> Capture | None:
        """Return the latest kept copy of an address, or None."""
        found = self._captures("WHERE url = ? ORDER BY id DESC LIMIT 1", url)
        return found[0] if found else None

    def has_capture(self, url: str, time: str, digest: str) -> bool:
        """Tell whether this very capture is noted."""
        found = self._captures("WHERE url = ? AND time = ? AND digest = ? LIMIT 1", url, time, digest)
        return bool(found)

    def put_look(self, look: Look) -> bool:
        """Note what a check found; False where it was noted already."""
        with translated(self._path):
            return looks.put_look(self._connection, look)

    def put_known_end(self, warc: str, offset: int) -> None:
        """Note how far into the kept files the database has read."""
        with translated(self._path):
            looks.put_known_end(self._connection, warc, offset)

    def known_end(self) -> tuple[str, int] | None:
        """Return how far into the kept files the database has read, or None where nothing was."""
        with translated(self._path):
            return looks.known_end(self._connection)

    def put_withdrawal(self, withdrawal: Withdrawal) -> None:
        """Take what is withdrawn out of every state, and leave a tombstone."""
        with translated(self._path):
            withdrawing.put_withdrawal(self._connection, withdrawal)

    def withdrawals(self, target: str) -> tuple[Withdrawal, ...]:
        """Return what was withdrawn under this identifier."""
        with translated(self._path):
            return withdrawing.withdrawals(self._connection, target)

    def passages_of(self, withdrawal: Withdrawal) -> tuple[str, ...]:
        """Return the identifiers of the passages that a withdrawal takes away."""
        with translated(self._path):
            return withdrawing.passages_of(self._connection, withdrawal)

    def places_of(self, withdrawal: Withdrawal) -> tuple[str, ...]:
        """Return the places on whose pages a withdrawal takes something away."""
        with translated(self._path):
            return withdrawing.places_of(self._connection, withdrawal)

    def states_of(self, withdrawal: Withdrawal) -> tuple[str, ...]:
        """Return the digests of the states that a withdrawal takes something from."""
        with translated(self._path):
            return withdrawing.states_of(self._connection, withdrawal)

    def holds(self, digest: str) -> tuple[str, str | None] | None:
        """Return the place and topic of the page that was read from the bytes with this digest, or None."""
        found = self._execute(
            "SELECT place, topic FROM pages JOIN states ON states.page = pages.id WHERE digest = ? LIMIT 1", digest
        ).fetchone()
        return None if found is None else (found[0], found[1] or None)

    def shows(self, place: str, topic: str | None) -> bool:
        """Tell whether a page is shown at this place and topic."""
        found = self._execute("SELECT 1 FROM pages WHERE place = ? AND topic = ?", place, topic or "").fetchone()
        return found is not None

    def texts(self, place: str, topic: str | None) -> list[str]:
        """Return the texts of the passages that the page at this place and topic shows, in their order."""
        rows = self._execute(
            "SELECT text FROM passages JOIN entries ON entries.id = passages.entry"
            " JOIN pages ON pages.state = entries.state WHERE place = ? AND topic = ? AND entries.role = 'entry'"
            " ORDER BY passages.id",
            place,
            topic or "",
        )
        return [text for (text,) in rows]

    def put_capture(self, capture: Capture) -> bool:
        """Note a kept copy; False where it was noted already."""
        done = self._execute(
            f"INSERT OR IGNORE INTO captures ({CAPTURE_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            *msgspec.structs.astuple(capture),
        )
        return done.rowcount == 1

    def put_length(self, digest: str, words: int) -> None:
        """Note how many words the text of a kept copy has; 0 where nothing reads it."""
        with translated(self._path):
            lengths.put_length(self._connection, digest, words)

    @property
    def evidence(self) -> EvidenceWriter:
        """The claims of the shown pages and what comparing them showed, within this transaction."""
        return EvidenceWriter(self._connection)

    @property
    def sources(self) -> Sources:
        """The cited and held works, within this transaction."""
        return Sources(self._connection)

    def held_works(self) -> tuple[Work, ...]:
        """Return every work that a shown page has as an entry, each once."""
        with translated(self._path):
            return placing.held_works(self._connection)

    def put_page(self, page: Page, document: Document, claims: Claims = MappingProxyType({})) -> bool:
        """Put a page with all it holds under its place and topic; False where this very state is there already.

        `claims` are those of each passage by its id. The state becomes the one that is shown; those before it stay, so
        that their passages keep their addresses.
        """
        with translated(self._path):
            key, shown = self._page_row(page)
            known = self._execute("SELECT 1 FROM states WHERE digest = ? AND page = ?", document.digest, key).fetchone()
            if known:
                return False
            if shown is not None:
                self._index("delete", shown)
            state = self._put_state(key, page, document)
            self._execute("UPDATE pages SET state = ? WHERE id = ?", state, key)
            # Writers take turns, so nobody else can take the numbers that follow the highest one.
            (highest,) = self._execute("SELECT coalesce(max(id), 0) FROM entries").fetchone()
            placed = placing.placed_rows(page, state, highest + 1)
            self._connection.executemany(placing.WORKS, placed.works)
            self._connection.executemany(placing.ENTRIES, placed.entries)
            self._connection.executemany(placing.PASSAGES, placed.passages)
            self._connection.executemany(placing.VISITS, placed.visits)
            self._connection.executemany(placing.CITED, placed.cited)
            self._put_claims(state, claims)
            withdrawing.withhold(self._connection, state)
            masking.mask_state(self._connection, state)
            self._index("insert", state)
        return True

    def _execute(self, statement: str, *parameters: object) -> sqlite3.Cursor:
        with translated(self._path):
            return self._connection.execute(statement, parameters)

    def _captures(self, where: str, *parameters: object) -> list[Capture]:
        statement = f"SELECT {CAPTURE_COLUMNS} FROM captures {where}"
        return [capture_from(row) for row in self._execute(statement, *parameters)]

    def _page_row(self, page: Page) -> tuple[int, int | None]:
        place_and_topic = (page.place, page.topic or "")
        self._execute("INSERT OR IGNORE INTO pages (place, topic) VALUES (?, ?)", *place_and_topic)
        key, shown = self._execute(
            "SELECT id, state FROM pages WHERE place = ? AND topic = ?", *place_and_topic
        ).fetchone()
        return key, shown

    def _put_state(self, key: int, page: Page, document: Document) -> int:
        made = self._execute(
            "INSERT INTO states (page, digest, heading, collection, address, caution, rest)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            key,
            document.digest,
            *rows.PAGE_VALUES(page),
            rows.rest_of(page, rows.PAGE_COLUMNS + rows.PAGE_ELSEWHERE),
        )
        return int(made.lastrowid or 0)

    def _put_claims(self, state: int, claims: Claims) -> None:
        """Put the claims of a state's passages, in the order of the page."""
        if not claims:
            return
        found = self._connection.execute(
            "SELECT passages.id, passage, issued FROM passages JOIN entries ON entries.id = passages.entry"
            " WHERE entries.state = ? ORDER BY passages.id",
            (state,),
        )
        made = [row for key, passage, issued in found for row in rows_of(key, passage, claims.get(passage, ()), issued)]
        self._connection.executemany(
            "INSERT INTO claims (passage, kind, claim, place, other, low, high, counts, first_year, last_year, value)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            made,
        )

    def _index(self, action: str, state: int) -> None:
        words = "SELECT id, title, text, tags FROM searchable WHERE state = ?"
        if action == "delete":
            words = f"SELECT 'delete', * FROM ({words})"
        columns = "search, rowid" if action == "delete" else "rowid"
        self._execute(f"INSERT INTO search ({columns}, title, text, tags) {words}", state)

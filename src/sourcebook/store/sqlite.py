"""The store in one SQLite file: make it, write to it, read it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Self

from sourcebook.errors import UsageError
from sourcebook.settings import DATABASE_NAME
from sourcebook.store.connection import BUSY_SECONDS, Outdated, open_for_writing, translated
from sourcebook.store.migrations import migrate
from sourcebook.store.view import SqliteView
from sourcebook.store.writer import SqliteWriter


class SqliteStore:
    """A sourcebook's database; any number of views and one writer at a time.

    Within `with` it keeps one connection for all its writers; without, each opens its own. `replayable` says that what
    is written can be read in again from elsewhere, so that transactions need not be brought to the disk one by one.
    """

    def __init__(
        self,
        folder: Path,
        *,
        name: str = DATABASE_NAME,
        busy_seconds: float = BUSY_SECONDS,
        replayable: bool = False,
    ) -> None:
        self.folder = folder
        self._path = folder / name
        self._busy_seconds = busy_seconds
        self._replayable = replayable
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        self._connection = self._open()
        return self

    def __exit__(self, *_: object) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def create(self) -> None:
        """Make an empty database; refused where there is a file of its name."""
        if self._path.exists():
            raise UsageError(
                "There is a database here already.", where=str(self._path), next_step="Choose another folder."
            )
        with translated(self._path):
            connection = sqlite3.connect(self._path, isolation_level=None)
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("BEGIN IMMEDIATE")
                migrate(connection)
                connection.execute("COMMIT")
            finally:
                connection.close()

    def writer(self) -> SqliteWriter:
        """Return a transaction, to be entered with `with`."""
        if self._connection is not None:
            return SqliteWriter(self._connection, self._path, own=False)
        return SqliteWriter(self._open(), self._path, own=True)

    def _open(self) -> sqlite3.Connection:
        return open_for_writing(self._path, busy_seconds=self._busy_seconds, replayable=self._replayable)

    def view(self) -> SqliteView:
        """Return a reader of the archive as it stands now; a database of an older form is first brought up to date."""
        try:
            return SqliteView(self._path, busy_seconds=self._busy_seconds)
        except Outdated:
            with self.writer():
                pass
            return SqliteView(self._path, busy_seconds=self._busy_seconds)

"""The store in one SQLite file: make it, write to it, read it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sourcebook.errors import UsageError
from sourcebook.settings import DATABASE_NAME
from sourcebook.store.connection import BUSY_SECONDS, translated
from sourcebook.store.migrations import migrate
from sourcebook.store.view import SqliteView
from sourcebook.store.writer import SqliteWriter


class SqliteStore:
    """A sourcebook's database; any number of views and one writer at a time."""

    def __init__(self, folder: Path, *, busy_seconds: float = BUSY_SECONDS) -> None:
        self.folder = folder
        self._path = folder / DATABASE_NAME
        self._busy_seconds = busy_seconds

    def create(self, name: str = DATABASE_NAME) -> None:
        """Make an empty database of this name in the folder; refused where that file exists."""
        path = self.folder / name
        if path.exists():
            raise UsageError("There is a database here already.", where=str(path), next_step="Choose another folder.")
        with translated(path):
            connection = sqlite3.connect(path, isolation_level=None)
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("BEGIN IMMEDIATE")
                migrate(connection)
                connection.execute("COMMIT")
            finally:
                connection.close()

    def writer(self) -> SqliteWriter:
        """Return a transaction to be entered with `with`."""
        return SqliteWriter(self.folder, self._path, busy_seconds=self._busy_seconds)

    def view(self) -> SqliteView:
        """Return a reader of the archive as it stands now."""
        return SqliteView(self.folder)

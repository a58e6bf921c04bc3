"""Connections to `sourcebook.db`, and SQLite's errors in our words."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from sourcebook.errors import ArchiveBusy, ArchiveError, NotASourcebook, StorageFailed
from sourcebook.store.migrations import APPLICATION_ID, MIGRATIONS

BUSY_SECONDS = 30.0
SQLITE_HEADER_BYTES = 100


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the file system into one of `sourcebook.errors` that names this database."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise explain(error, path) from error


def explain(error: sqlite3.Error | OSError, path: Path) -> ArchiveError:
    """Say what an error of SQLite or of the file system means for whoever keeps this database."""
    where = str(path)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    number = error.errno if isinstance(error, OSError) else None
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return ArchiveBusy(
            "Another process is writing to this sourcebook.", where=where, next_step="Try again when it has finished."
        )
    if code == sqlite3.SQLITE_FULL or number in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return StorageFailed(
            "The disk is full; nothing was changed.", where=where, next_step="Make room and run the command again."
        )
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM} or number in {
        errno.EACCES,
        errno.EPERM,
        errno.EROFS,
    }:
        return StorageFailed(
            "The folder may not be written; nothing was changed.",
            where=where,
            next_step="Allow writing to it, or copy it to where you may write.",
        )
    if code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
        return damaged(path)
    return StorageFailed(
        f"The database could not be used ({error}); nothing was changed.",
        where=where,
        next_step="Check the disk and run the command again.",
    )


def damaged(path: Path) -> NotASourcebook:
    """Return the error for a file that is no database, or a broken one."""
    return NotASourcebook(
        "This file is damaged or is not a database.",
        where=str(path),
        next_step="Put a sound copy in its place, or make it again from the captures: sourcebook rebuild",
    )


class Outdated(NotASourcebook):
    """The database has an older schema; its next writer brings it up to date."""


def open_for_writing(path: Path, *, busy_seconds: float = BUSY_SECONDS, replayable: bool = False) -> sqlite3.Connection:
    """Open a sourcebook's database to write to it.

    Each transaction is brought to the disk before it counts as done, unless what is written is `replayable`: then a
    power cut may take the last ones, and never a part of one.

    Raises NotASourcebook where there is none or it is not ours, ArchiveBusy and StorageFailed as they say.
    """
    _require(path)
    with translated(path):
        connection = sqlite3.connect(_uri(path, "rw"), uri=True, isolation_level=None, timeout=busy_seconds)
        try:
            _check_owner(connection, path)
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA synchronous = {'NORMAL' if replayable else 'FULL'}")
            connection.execute("PRAGMA cache_size = -8192")
            connection.execute("PRAGMA wal_autocheckpoint = 4000")
        except BaseException:
            connection.close()
            raise
    return connection


def open_for_reading(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open a sourcebook's database so that nothing can be written through it."""
    _require(path)
    with translated(path):
        connection = _connect_read_only(path, busy_seconds)
        try:
            _check_owner(connection, path, oldest=len(MIGRATIONS))
            connection.execute("PRAGMA query_only = ON")
            connection.execute("PRAGMA mmap_size = 1073741824")
        except BaseException:
            connection.close()
            raise
    return connection


def _connect_read_only(path: Path, busy_seconds: float) -> sqlite3.Connection:
    # A database in WAL mode needs its side files even to be read; where the folder may not be written and there are
    # none, nobody else can be writing either, and `immutable` reads the file as it stands.
    alone = not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
    uri = _uri(path, "ro") + ("&immutable=1" if alone else "")
    return sqlite3.connect(uri, uri=True, isolation_level=None, timeout=busy_seconds, check_same_thread=False)


def _uri(path: Path, mode: str) -> str:
    return f"file:{quote(str(path.absolute()))}?mode={mode}"


def _require(path: Path) -> None:
    if not path.is_file():
        raise NotASourcebook(
            "There is no sourcebook here.",
            where=str(path.parent),
            next_step=f"Make one: sourcebook new {path.parent}",
        )
    # SQLite takes a file shorter than its header for a new database.
    if path.stat().st_size < SQLITE_HEADER_BYTES:
        raise damaged(path)


def _check_owner(connection: sqlite3.Connection, path: Path, *, oldest: int = 1) -> None:
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if owner != APPLICATION_ID:
        raise NotASourcebook(
            "This database belongs to another program.",
            where=str(path),
            next_step="Choose another folder, or move that file away.",
        )
    if version > len(MIGRATIONS):
        raise NotASourcebook(
            f"This database has version {version}, and this program knows versions up to {len(MIGRATIONS)}.",
            where=str(path),
            next_step="Install a newer Sourcebook: pip install --upgrade sourcebook",
        )
    if version < oldest:
        raise Outdated("This database has an older form.", where=str(path))

"""Make the database again from the kept files."""

from __future__ import annotations

from pathlib import Path

from sourcebook.errors import InputRefused
from sourcebook.pipeline.catch_up import catch_up
from sourcebook.pipeline.comparing import compare_stale
from sourcebook.preserve import KeptFiles
from sourcebook.settings import DATABASE_NAME, load
from sourcebook.store import SqliteStore
from sourcebook.store.connection import translated

ASIDE = f"{DATABASE_NAME}.before"
_MADE = f"{DATABASE_NAME}.new"
_SIDES = ("", "-wal", "-shm")


def restore(folder: Path) -> tuple[InputRefused, ...]:
    """Make `sourcebook.db` again from `captures/`, and return what there could not be read.

    The new database takes the old one's place only when it is whole; the old one, sound or damaged, is put aside as
    `sourcebook.db.before`. Nobody may be writing meanwhile.
    """
    settings = load(folder)
    with translated(folder):
        remove(folder, _MADE)
        store = SqliteStore(folder, name=_MADE)
        store.create()
        with store.writer() as writer:
            refused = catch_up(writer, KeptFiles(folder), settings)
        compare_stale(store)
        remove(folder, ASIDE)
        for side in _SIDES:
            if (folder / f"{DATABASE_NAME}{side}").exists():
                (folder / f"{DATABASE_NAME}{side}").replace(folder / f"{ASIDE}{side}")
        (folder / _MADE).replace(folder / DATABASE_NAME)
    return refused


def remove(folder: Path, name: str) -> None:
    """Delete a database of a folder with its side files, where it is there."""
    for side in _SIDES:
        (folder / f"{name}{side}").unlink(missing_ok=True)

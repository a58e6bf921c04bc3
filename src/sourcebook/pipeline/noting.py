"""A change that an editor makes: in the database and as notes in the kept files, both or neither."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from typing import TypeVar

from sourcebook.errors import ArchiveError
from sourcebook.pipeline.catch_up import catch_up, position
from sourcebook.preserve import KeptFiles
from sourcebook.preserve.keep import Written
from sourcebook.preserve.notes import Note
from sourcebook.settings import Settings
from sourcebook.store import SqliteStore, SqliteWriter
from sourcebook.store.connection import translated

T = TypeVar("T")


def with_notes(store: SqliteStore, settings: Settings, change: Callable[[SqliteWriter], tuple[T, Sequence[Note]]]) -> T:
    """Make a change in one transaction, keep the notes that it gives, and return its result.

    The kept files lead and the database follows: whatever is not kept as a note is lost when it is made again.
    """
    kept = KeptFiles(store.folder)
    written: Written | None = None
    try:
        with store.writer() as writer:
            catch_up(writer, kept, settings)
            result, notes = change(writer)
            if notes:
                with translated(store.folder):
                    written = kept.append_all(notes, position(writer.known_end()))
                writer.put_known_end(*written.end)
        return result
    except BaseException:
        if written is not None:
            _take_back(store, kept, written)
        raise


def _take_back(store: SqliteStore, kept: KeptFiles, written: Written) -> None:
    """Cut off notes that the database could not take, unless another process has read them in by now."""
    with contextlib.suppress(ArchiveError), store.writer() as writer:
        if (writer.known_end() or ("", 0)) <= tuple(written.before):
            kept.cut_back(written)

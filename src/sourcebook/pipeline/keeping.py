"""Keep answers and looks: to the disk first, then into the database, all of one batch together."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence

from sourcebook.errors import ArchiveError
from sourcebook.model import Capture, Look
from sourcebook.pipeline.catch_up import catch_up, position
from sourcebook.preserve import Answer, KeptFiles
from sourcebook.preserve.keep import Written
from sourcebook.settings import Settings
from sourcebook.store import SqliteStore, SqliteWriter
from sourcebook.store.connection import translated


def keep(
    store: SqliteStore, settings: Settings, items: Callable[[SqliteWriter], Sequence[Answer | Look]]
) -> tuple[Capture, ...]:
    """Keep what `items` returns within one transaction, and return the captures in its order.

    Nothing of a batch is known before all of it is on the disk; where it cannot be noted, it is taken back.
    """
    kept, written = KeptFiles(store.folder), None
    try:
        with store.writer() as writer:
            catch_up(writer, kept, settings)
            listed = items(writer)
            if not listed:
                return ()
            with translated(store.folder):
                written = kept.append_all(listed, position(writer.known_end()))
            for capture in written.captures:
                writer.put_capture(capture)
            for item in listed:
                if isinstance(item, Look):
                    writer.put_look(item)
            writer.put_known_end(*written.end)
        return written.captures
    except BaseException:
        if written is not None:
            _take_back(store, kept, written)
        raise


def _take_back(store: SqliteStore, kept: KeptFiles, written: Written) -> None:
    """Cut off what could not be noted, unless another process has read it in or written on by now."""
    with contextlib.suppress(ArchiveError), store.writer() as writer:
        known = writer.known_end()
        if known is None or known < tuple(written.end):
            kept.cut_back(written)


def with_original(writer: SqliteWriter, answer: Answer) -> Answer:
    """Return an answer as the repetition of an earlier capture, where the same address gave the very same bytes."""
    exchange = answer.recorded.exchange
    if answer.same_as is not None or exchange.cut is not None or not exchange.size:
        return answer
    return answer._replace(same_as=writer.original_of(exchange.url, exchange.digest))

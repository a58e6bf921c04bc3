"""How much of each work is quoted; the words of a kept copy are counted once, and noted by its digest."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from sourcebook.errors import ArchiveBusy, InputRefused, NotFound, StorageFailed
from sourcebook.model import Capture, Document
from sourcebook.pipeline.apart import read_safely
from sourcebook.preserve import Deposit, KeptAnswer, KeptFiles
from sourcebook.query.excerpts import Excerpted, excerpted
from sourcebook.settings import Limits, Settings
from sourcebook.store import SqliteStore, View

_AT_ONCE: Final = 32


def excerpts_of(folder: Path, settings: Settings, country: str | None = None) -> tuple[Excerpted, ...]:
    """Return the works that are quoted, as `excerpted` does, once the kept copies of all of them are counted."""
    count_copies(folder, settings)
    with SqliteStore(folder).view() as view:
        return excerpted(view, settings.excerpts, country)


def count_copies(
    folder: Path,
    settings: Settings,
    *,
    only: Collection[str] | None = None,
    progress: Callable[[str, int], None] = lambda _url, _all: None,
) -> None:
    """Count the words of the kept copies of quoted works that were never counted; `only` those with these digests.

    A copy whose file is missing or damaged is asked again the next time. Where nothing can be written, as in a folder
    that may only be read, the shares stay untold.
    """
    store = SqliteStore(folder)
    with store.view() as view:
        waiting = [one for one in view.uncounted() if only is None or one.digest in only]
        counted = _counted(view, KeptFiles(folder), waiting, settings.limits)
        with contextlib.suppress(ArchiveBusy, StorageFailed):
            while some := list(islice(counted, _AT_ONCE)):
                with store.writer() as writer:
                    for one, words in some:
                        writer.put_length(one.digest, words)
                        progress(one.url, len(waiting))


def _counted(view: View, kept: KeptFiles, waiting: Iterable[Capture], limits: Limits) -> Iterator[tuple[Capture, int]]:
    for one in waiting:
        record = _record(view, kept, one.digest, limits.max_file_bytes)
        if record is not None:
            yield one, _words_of(record, limits)


def _record(view: View, kept: KeptFiles, digest: str, most: int) -> KeptAnswer | Deposit | None:
    """Return the first sound record with these bytes; one that only repeats them holds none."""
    for capture in view.captures(digest):
        with contextlib.suppress(InputRefused, NotFound):
            record = kept.record(capture, most=most)
            if isinstance(record, Deposit) or not record.repeats:
                return record
    return None


def _words_of(record: KeptAnswer | Deposit, limits: Limits) -> int:
    """Return how many words a record's text has; 0 where it is no answer of the web, cut short, or not to be read."""
    if isinstance(record, Deposit) or record.cut:
        return 0
    try:
        return _words(read_safely(record.content, name=None, media_type=record.media_type, limits=limits))
    except InputRefused:
        return 0


def _words(read: Document) -> int:
    around = sum(len(read.text[block.start : block.end].split()) for block in read.blocks if block.aside)
    return len(read.text.split()) - around

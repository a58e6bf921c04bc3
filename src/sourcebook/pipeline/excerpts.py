"""How much of each work is quoted, also as a share of the work where a kept copy of it can be read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from sourcebook.errors import SourcebookError
from sourcebook.model import Capture, Document
from sourcebook.preserve import Deposit, KeptFiles
from sourcebook.query.excerpts import Excerpted, excerpted
from sourcebook.read import document
from sourcebook.settings import Limits, Settings
from sourcebook.store import SqliteStore, View

_MOST_BYTES: Final = 16 * 1024 * 1024
_FEWEST_WORDS: Final = 50
"""A page that says less than this is a notice or a list of links, and no work whose share can be told."""


def excerpts_of(folder: Path, settings: Settings, country: str | None = None) -> tuple[Excerpted, ...]:
    """Return the works that are quoted, as `excerpted` does, with the share of each whose kept copy can be read.

    A copy that is damaged, cut short or withheld, that nothing reads, or that says less than is quoted, tells no share.
    """
    policy = settings.excerpts
    kept = KeptFiles(folder)
    with SqliteStore(folder).view() as view:
        found = excerpted(view, policy.most_words, country)
        told = []
        for one in found:
            length = _length(view, kept, one.work, settings.limits)
            told.append(one.measured(length, policy.most_share) if length and length >= one.words else one)
    return tuple(told)


def _length(view: View, kept: KeptFiles, work: str, limits: Limits) -> int | None:
    """Return how many words the first kept copy of a work has that can be read, without what stands around its text."""
    url = next((placed.entry.work.url for placed in view.work(work)), None)
    for capture in _shown(view, view.copies_of(url) if url else ()):
        try:
            record = kept.record(capture, most=_MOST_BYTES)
            if isinstance(record, Deposit) or record.repeats or record.cut:
                continue
            words = _words(document(record.content, media_type=record.media_type, limits=limits))
        except SourcebookError:
            continue
        if words >= _FEWEST_WORDS:
            return words
    return None


def _shown(view: View, captures: Iterable[Capture]) -> list[Capture]:
    copies = list(captures)
    withheld = view.withheld(copies)
    return [one for one in copies if (one.warc, one.offset) not in withheld]


def _words(read: Document) -> int:
    around = sum(len(read.text[block.start : block.end].split()) for block in read.blocks if block.aside)
    return len(read.text.split()) - around

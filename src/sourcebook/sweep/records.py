"""The records of a WARC file or of a range of one, at fastwarc's speed where the file is sound, and past its damage.

fastwarc stops where a file is damaged, at times without a word. So each record is held back until the next one has
been reached, and wherever fastwarc stops, `preserve` goes on from the record held back: member by member, or length by
length where the file is not compressed. A sound file is read so for its last record only.
"""

from __future__ import annotations

import mmap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple, Protocol

from fastwarc.warc import ArchiveIterator, WarcRecord

from sourcebook.preserve.members import MAGIC, RECORD, Receiver, Stretch, beginning_of, end_of_member, stretches
from sourcebook.preserve.plain import plain_stretches
from sourcebook.preserve.record import RecordCheck
from sourcebook.preserve.standalone import ARC

ZSTD: Final = b"\x28\xb5\x2f\xfd"
MAX_BLOCK: Final = 16 << 20
"""The bytes of a record that are read; what is longer is cut there."""

_WITH_BODIES: Final = frozenset({"response", "conversion"})


class Record(NamedTuple):
    """A record: its byte in the file, its type, its fields in lower case, and the block of one that may hold a page."""

    offset: int
    kind: str
    fields: dict[str, str]
    block: bytes
    cut: bool


class Skipped(NamedTuple):
    """Bytes of a file that could not be read, from `offset` on, and what is wrong with them."""

    offset: int
    skipped_bytes: int
    what: str


class _Found(Protocol):
    def __call__(
        self, path: Path, start: int = 0, receive: Callable[[int], Receiver] | None = None
    ) -> Iterator[Stretch]: ...


def records(path: Path, start: int = 0, end: int | None = None) -> Iterator[Record | Skipped]:
    """Yield the records that begin in [start, end) and the bytes between them that are none, in order.

    Raises OSError where the file cannot be opened or read.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        opening = file.read(1 << 16)
    if (wrong := _not_warc(opening, size)) is not None:
        if start == 0:
            yield wrong
        return
    find = stretches if opening.startswith(MAGIC) else plain_stretches
    if start and (start := _next_start(find, path, start)) >= size:
        return
    yield from _read(path, find if not opening.startswith(ZSTD) else None, start, size if end is None else end)


def _not_warc(opening: bytes, size: int) -> Skipped | None:
    if not opening:
        return Skipped(0, 0, "The file is empty.")
    if opening.startswith(ZSTD):
        return None
    inner = beginning_of(opening, 1 << 10) if opening.startswith(MAGIC) else opening
    if inner.startswith(RECORD):
        return None
    if inner.startswith(ARC):
        what = "This is an ARC file, the format before WARC. Convert it first: warcio recompress."
    elif inner.startswith(MAGIC):
        what = "This file is compressed twice. Undo one of the two first: gunzip."
    elif opening.startswith(MAGIC) and not inner:
        return None
    else:
        what = "This is no WARC file: it does not begin with a WARC record."
    return Skipped(0, size, what)


def _next_start(find: _Found, path: Path, start: int) -> int:
    found = (stretch.start for stretch in find(path, start) if stretch.kind == "member")
    return next(found, path.stat().st_size)


def _read(path: Path, find: _Found | None, start: int, end: int) -> Iterator[Record | Skipped]:
    """Yield what fastwarc reads, then, from the record before the one at which it stopped, what can still be read."""
    held: Record | None = None
    begins = start
    ranged = end < path.stat().st_size
    with path.open("rb") as file:
        file.seek(start)
        try:
            for record in _swift(file):
                if held is not None:
                    yield held
                held, begins = None, record.stream_pos
                if ranged and begins >= end:
                    return
                held = _taken(record)
        except (OSError, ValueError):
            whole = False
        else:
            whole = True
    if whole and held is not None and _nothing_after(path, find, begins):
        yield held
        return
    if find is None or not _begins_record(path, begins):
        yield from _rest(path, held, start, whole=whole)
        return
    yield from _careful(path, find, begins, end)


def _swift(file: BinaryIO) -> Iterator[WarcRecord]:
    return iter(ArchiveIterator(file, parse_http=False))


def _nothing_after(path: Path, find: _Found | None, offset: int) -> bool:
    """Tell whether the last record that was read is the last there is: its gzip member ends the file."""
    if find is not stretches or not _begins_record(path, offset):
        return find is plain_stretches
    return _end_of_member(path, offset) == path.stat().st_size


def _end_of_member(path: Path, offset: int) -> int | None:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return end_of_member(data, offset)[0]


def _begins_record(path: Path, offset: int) -> bool:
    with path.open("rb") as file:
        file.seek(offset)
        return file.read(max(len(MAGIC), len(RECORD))).startswith((MAGIC, RECORD))


def _rest(path: Path, held: Record | None, start: int, *, whole: bool) -> Iterator[Record | Skipped]:
    """Yield the last record of a file whose records cannot be found singly: one stream of zstd, or of gzip."""
    if held is not None:
        yield held
    size = path.stat().st_size
    if not whole or (_begins_record(path, start) and _end_of_member(path, start) != size):
        yield Skipped(start, size - start, "The file is one compressed stream, and damaged: its end cannot be read.")


def _careful(path: Path, find: _Found, start: int, end: int) -> Iterator[Record | Skipped]:
    check = RecordCheck()

    def receive(_: int) -> RecordCheck:
        nonlocal check
        check = RecordCheck()
        return check

    for stretch in find(path, start, receive):
        if stretch.start >= end:
            return
        if stretch.kind == "torn" and find is plain_stretches and (following := _next_plain(path, stretch)) is not None:
            yield _skipped(stretch._replace(end=following), "This record's length is not as it says.")
            yield from _careful(path, find, following, end)
        elif stretch.kind == "torn":
            yield _skipped(stretch, "The file ends in the middle of a record.")
        elif stretch.kind == "damaged":
            yield _skipped(stretch, "These bytes are no record that can be read.")
        elif problems := check.misframed():
            yield _skipped(stretch, f"This record cannot be read: {problems[0]}.")
        else:
            yield _single(path, stretch) or _skipped(stretch, "This record's head cannot be read.")


def _next_plain(path: Path, torn: Stretch) -> int | None:
    """Return where in bytes that are said to be one record another one begins."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        found = data.find(b"\n" + RECORD, torn.start + len(RECORD))
    return None if found == -1 else found + 1


def _single(path: Path, stretch: Stretch) -> Record | None:
    with path.open("rb") as file:
        file.seek(stretch.start)
        try:
            record = next(_swift(file), None)
            return None if record is None else _taken(record)
        except (OSError, ValueError):
            return None


def _skipped(stretch: Stretch, what: str) -> Skipped:
    return Skipped(stretch.start, stretch.end - stretch.start, what)


def _taken(record: WarcRecord) -> Record:
    """Return a record with its block, where its type may hold a page; ValueError where the block is cut off."""
    fields = {name.lower(): value for name, value in record.headers.items()}
    kind = fields.get("warc-type", "unknown").lower()
    if kind not in _WITH_BODIES:
        return Record(record.stream_pos, kind, fields, b"", cut=False)
    block = record.reader.read(MAX_BLOCK)
    if len(block) < min(MAX_BLOCK, record.content_length):
        raise ValueError("the record is cut off")
    return Record(record.stream_pos, kind, fields, block, cut=record.content_length > MAX_BLOCK)

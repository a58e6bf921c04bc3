"""The gzip members of a WARC file, found one after another, past damage too."""

from __future__ import annotations

import mmap
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple, Protocol, cast

from isal import isal_zlib

MAGIC = b"\x1f\x8b\x08"
RECORD = b"WARC/"
Broken: type[Exception] = cast("type[Exception]", isal_zlib.error)
_GZIP = zlib.MAX_WBITS + 16
_FIRST, _CHUNK = 1 << 14, 1 << 18
_MOST_OUT = 1 << 20
_HELD = 1 << 24


class Receiver(Protocol):
    """Whoever is given what a member holds, piece by piece."""

    def take(self, piece: bytes) -> None:
        """Take the next piece."""


class Stretch(NamedTuple):
    """A run of a file: a whole member, bytes that are none but have one after them or are broken, or a torn end."""

    kind: Literal["member", "damaged", "torn"]
    start: int
    end: int


def unpacked(member: bytes, limit: int) -> bytes:
    """Return what a whole gzip member holds; ValueError where it is broken, has no end, or holds more than `limit`."""
    decompressor = isal_zlib.decompressobj(_GZIP)
    try:
        data = decompressor.decompress(member, limit)
    except Broken as error:
        raise ValueError(str(error)) from error
    if not decompressor.eof:
        raise ValueError("the gzip member has no end, or holds too much")
    return data


def beginning_of(member: bytes, limit: int) -> bytes:
    """Return up to so many bytes of what a gzip member holds; nothing where it is broken."""
    try:
        return bytes(isal_zlib.decompressobj(_GZIP).decompress(member, limit))
    except Broken:
        return b""


def stretches(path: Path, start: int = 0, receive: Callable[[int], Receiver] | None = None) -> Iterator[Stretch]:
    """Divide a file from `start` to its end into stretches; `receive` gives a receiver for what opens at an offset.

    Only an end is torn that a writer stopped in the middle of: a member that was going well when the file ended, or
    nothing but zeros, which is what a power cut leaves. Whatever else is no member is damaged, and never to be cut off.
    """
    if path.stat().st_size <= start:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        while start < len(data):
            end, broken = end_of_member(data, start, receive(start) if receive else None)
            if end is not None:
                yield Stretch("member", start, end)
                start = end
                continue
            following = _next_member(data, start)
            if following is None:
                torn = not broken or _only_zeros(data, start)
                yield Stretch("torn" if torn else "damaged", start, len(data))
                return
            yield Stretch("damaged", start, following)
            start = following


def end_of_member(data: mmap.mmap, start: int, receiver: Receiver | None = None) -> tuple[int | None, bool]:
    """Return where the member ends that opens here, or None and whether that is because it is broken."""
    decompressor = isal_zlib.decompressobj(_GZIP)
    offset, size = start, _FIRST
    let_go = start
    while offset < len(data):
        pending = data[offset : offset + size]
        offset += len(pending)
        size = _CHUNK
        while pending:
            try:
                piece = decompressor.decompress(pending, _MOST_OUT)
            except Broken:
                return None, True
            if receiver is not None:
                receiver.take(piece)
            if decompressor.eof:
                return offset - len(decompressor.unused_data), False
            pending = decompressor.unconsumed_tail
        if offset - let_go >= _HELD:
            _let_go(data, let_go, offset)
            let_go = offset
    return None, False


def _let_go(data: mmap.mmap, start: int, end: int) -> None:
    """Tell the system that these bytes need not stay in memory, so that a large record takes up no more than any."""
    if hasattr(mmap, "MADV_DONTNEED"):
        page = mmap.ALLOCATIONGRANULARITY
        data.madvise(mmap.MADV_DONTNEED, start // page * page, end - start)


class _Beginning:
    """The first bytes of what a member holds."""

    def __init__(self) -> None:
        self.seen = b""

    def take(self, piece: bytes) -> None:
        """Take the next piece."""
        if len(self.seen) < len(RECORD):
            self.seen = (self.seen + piece)[: len(RECORD)]


def _next_member(data: mmap.mmap, start: int) -> int | None:
    # What a damaged record holds can have gzip members in it; only one with a record is the next of the file.
    found = data.find(MAGIC, start + 1)
    while found != -1:
        beginning = _Beginning()
        if end_of_member(data, found, beginning)[0] is not None and beginning.seen == RECORD:
            return found
        found = data.find(MAGIC, found + 1)
    return None


def _only_zeros(data: mmap.mmap, start: int) -> bool:
    return all(not data[offset : offset + _CHUNK].strip(b"\0") for offset in range(start, len(data), _CHUNK))

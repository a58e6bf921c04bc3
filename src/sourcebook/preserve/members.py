"""The gzip members of a WARC file, found one after another, past damage too."""

from __future__ import annotations

import mmap
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

MAGIC = b"\x1f\x8b\x08"
_GZIP = zlib.MAX_WBITS + 16
_CHUNK = 1 << 20


class Stretch(NamedTuple):
    """A run of a file: a whole member, bytes that are none but have one after them or are broken, or a torn end."""

    kind: Literal["member", "damaged", "torn"]
    start: int
    end: int


def unpacked(member: bytes, limit: int) -> bytes:
    """Return what a whole gzip member holds; ValueError where it is broken, has no end, or holds more than `limit`."""
    decompressor = zlib.decompressobj(_GZIP)
    try:
        data = decompressor.decompress(member, limit)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not decompressor.eof:
        raise ValueError("the gzip member has no end, or holds too much")
    return data


def stretches(path: Path, start: int = 0) -> Iterator[Stretch]:
    """Divide a file from `start` to its end into stretches.

    Only an end is torn that a writer stopped in the middle of: a member that was going well when the file ended, or
    nothing but zeros, which is what a power cut leaves. Whatever else is no member is damaged, and never to be cut off.
    """
    if path.stat().st_size <= start:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        while start < len(data):
            end, broken = _end_of_member(data, start)
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


def _end_of_member(data: mmap.mmap, start: int) -> tuple[int | None, bool]:
    """Return where the member ends that opens here, or None and whether that is because it is broken."""
    decompressor = zlib.decompressobj(_GZIP)
    for offset in range(start, len(data), _CHUNK):
        pending = data[offset : offset + _CHUNK]
        taken = offset + len(pending)
        while pending and not decompressor.eof:
            try:
                decompressor.decompress(pending, _CHUNK)
            except zlib.error:
                return None, True
            pending = decompressor.unconsumed_tail
        if decompressor.eof:
            return taken - len(decompressor.unused_data), False
    return None, False


def _next_member(data: mmap.mmap, start: int) -> int | None:
    found = data.find(MAGIC, start + 1)
    while found != -1:
        if _end_of_member(data, found)[0] is not None:
            return found
        found = data.find(MAGIC, found + 1)
    return None


def _only_zeros(data: mmap.mmap, start: int) -> bool:
    return all(not data[offset : offset + _CHUNK].strip(b"\0") for offset in range(start, len(data), _CHUNK))

"""The records of a WARC file that is not compressed, found one after another by their lengths, past damage too."""

from __future__ import annotations

import mmap
from collections.abc import Callable, Iterator
from pathlib import Path

from sourcebook.preserve.members import RECORD, Receiver, Stretch
from sourcebook.preserve.record import MAX_HEAD_BYTES, TAIL, head_of

_CHUNK = 1 << 20


def plain_stretches(path: Path, start: int = 0, receive: Callable[[int], Receiver] | None = None) -> Iterator[Stretch]:
    """Divide an uncompressed file as `members.stretches` divides a compressed one.

    A record ends where its Content-Length says. Where no record begins there, its end is the next place at which one
    does, and the receiver is given all of it, so that the length is found to be wrong.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        while start < len(data):
            if data[start : start + len(RECORD)] != RECORD:
                end = _next_record(data, start + 1)
                yield Stretch("damaged", start, end)
                start = end
                continue
            end = _end_of_record(data, start)
            if end > len(data):
                yield Stretch("torn", start, len(data))
                return
            if receive is not None:
                _give(data, start, end, receive(start))
            yield Stretch("member", start, end)
            start = end


def _end_of_record(data: mmap.mmap, start: int) -> int:
    """Return where a record ends; past the file's end where the file ends before it."""
    head, length = head_of(data[start : start + MAX_HEAD_BYTES])
    if length is None:
        return _next_record(data, start + 1)
    end = start + head + length + len(TAIL)
    if end > len(data) >= end - len(TAIL):
        return len(data)
    if end >= len(data) or data[end : end + len(RECORD)] == RECORD:
        return end
    return _next_record(data, start + 1)


def _next_record(data: mmap.mmap, start: int) -> int:
    found = data.find(b"\n" + RECORD + b"1.", start)
    return len(data) if found == -1 else found + 1


def _give(data: mmap.mmap, start: int, end: int, receiver: Receiver) -> None:
    for offset in range(start, end, _CHUNK):
        receiver.take(data[offset : min(offset + _CHUNK, end)])

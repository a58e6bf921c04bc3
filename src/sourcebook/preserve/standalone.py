"""A WARC file by itself: all that is wrong with it by its own word, and what in it a replay would stumble over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sourcebook.preserve.comparing import Fault, own_faults
from sourcebook.preserve.inspect import inspect
from sourcebook.preserve.members import beginning_of

ARC = b"filedesc:"
_TORN = "The file ends in the middle of a record; what stood after this byte is lost."
_DAMAGED = "These bytes are no record that can be read."


def check_alone(path: Path, name: str) -> Iterator[Fault | int]:
    """Yield what is wrong with a file, and at the end how many records it has."""
    size = path.stat().st_size
    if size == 0:
        yield Fault(kind="damaged", file=name, what="The file is empty.")
        return
    if is_arc(path):
        what = "This is an ARC file, the format before WARC, and is not read. Convert it: warcio recompress."
        yield Fault(kind="foreign", file=name, what=what)
        return
    count = 0
    for run in inspect(path):
        if run.kind == "member":
            count += 1
            yield from own_faults(name, run, ())
        else:
            what = _TORN if run.kind == "torn" else _DAMAGED
            yield Fault(kind=run.kind, file=name, what=what, offset=run.start, length=run.end - run.start)
    yield count


def is_arc(path: Path) -> bool:
    """Tell whether a file opens as ARC files do, gzipped or not."""
    with path.open("rb") as file:
        opening = file.read(1024)
    if opening.startswith(b"\x1f\x8b"):
        opening = beginning_of(opening, len(ARC))
    return opening.startswith(ARC)

"""A WARC file read to its end: every record in it and whatever is none, to be compared with what was noted.

Readers of WARC files stop without a word where a file is cut off or damaged; this one goes on and says where.
"""

from __future__ import annotations

import hashlib
import mmap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sourcebook.preserve.members import MAGIC, stretches
from sourcebook.preserve.plain import plain_stretches
from sourcebook.preserve.record import RecordCheck


class Seen(NamedTuple):
    """A run of a file and what it is: `member`, `damaged` or `torn`; a member has its digest and its record's fields.

    `problems` say where the record is not as it says itself, `remarks` what is odd about it though it is whole.
    """

    kind: str
    start: int
    end: int
    digest: str = ""
    record: str = ""
    url: str = ""
    payload: str = ""
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def inspect(path: Path, start: int = 0, end: int | None = None) -> Iterator[Seen]:
    """Yield all that opens in the file from `start` up to `end`, in order; together it covers the file."""
    size = path.stat().st_size
    if size <= start:
        return
    checks: dict[int, RecordCheck] = {}

    def receive(offset: int) -> RecordCheck:
        checks[offset] = RecordCheck()
        return checks[offset]

    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        plain = start == 0 and data[:1] != MAGIC[:1] and data[:5] == b"WARC/"
        for stretch in (plain_stretches if plain else stretches)(path, start, receive):
            if end is not None and stretch.start >= end:
                return
            check = checks.pop(stretch.start, None)
            if stretch.kind != "member" or check is None:
                yield Seen(stretch.kind, stretch.start, stretch.end)
                continue
            with memoryview(data) as whole, whole[stretch.start : stretch.end] as member:
                digest = f"sha256:{hashlib.sha256(member).hexdigest()}"
            fields, problems = check.fields, check.problems()
            yield Seen(
                "member",
                stretch.start,
                stretch.end,
                digest,
                fields.get("warc-type", ""),
                fields.get("warc-target-uri", "").strip("<>"),
                fields.get("warc-payload-digest") or fields.get("warc-block-digest") or "",
                problems,
                () if problems else check.remarks(),
            )

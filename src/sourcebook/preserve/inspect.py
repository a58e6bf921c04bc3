"""A WARC file read to its end: every record in it and whatever is none, to be compared with what was noted.

Readers of WARC files stop without a word where a file is cut off or damaged; this one goes on and says where.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

from sourcebook.preserve.chain import Link
from sourcebook.preserve.members import RECORD, stretches
from sourcebook.preserve.plain import plain_stretches
from sourcebook.preserve.record import RecordCheck
from sourcebook.preserve.vouched import vouched_fields

_BUFFER = 1 << 20
NO_LINKS: Mapping[int, Link] = MappingProxyType({})


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


def inspect(path: Path, start: int = 0, end: int | None = None, links: Mapping[int, Link] = NO_LINKS) -> Iterator[Seen]:
    """Yield all that opens in the file from `start` up to `end`, in order; together it covers the file.

    A record whose bytes are those that its link noted was true to its own digests then, and is not held to them again.
    """
    size = path.stat().st_size
    last = size if end is None else min(end, size)
    if last <= start:
        return
    with path.open("rb", buffering=_BUFFER) as file:
        opening = file.read(len(RECORD))
        plain = start == 0 and opening == RECORD
        place = start
        while place < last:
            if (seen := _vouched(file, place, links.get(place))) is not None:
                yield seen
                place = seen.end
                continue
            for found in _looked_at(path, file, place, plain=plain):
                yield found
                place = found.end
                if place >= last or place in links:
                    break


def _vouched(file: BinaryIO, place: int, link: Link | None) -> Seen | None:
    if link is None:
        return None
    if file.tell() != place:
        file.seek(place)
    fields = vouched_fields(file, link.length, link.digest)
    return None if fields is None else _seen(place, place + link.length, link.digest, fields)


def _looked_at(path: Path, file: BinaryIO, place: int, *, plain: bool) -> Iterator[Seen]:
    """Yield what opens at a place, and what follows it, each record held to all that it says of itself."""
    check = RecordCheck()

    def receive(_: int) -> RecordCheck:
        nonlocal check
        check = RecordCheck()
        return check

    for stretch in (plain_stretches if plain else stretches)(path, place, receive):
        if stretch.kind != "member":
            yield Seen(stretch.kind, stretch.start, stretch.end)
            continue
        digest = _digest(file, stretch.start, stretch.end)
        problems = check.problems()
        remarks = () if problems else check.remarks()
        yield _seen(stretch.start, stretch.end, digest, check.fields)._replace(problems=problems, remarks=remarks)


def _digest(file: BinaryIO, start: int, end: int) -> str:
    digest = hashlib.sha256()
    file.seek(start)
    while start < end and (piece := file.read(min(end - start, _BUFFER))):
        digest.update(piece)
        start += len(piece)
    return f"sha256:{digest.hexdigest()}"


def _seen(start: int, end: int, digest: str, fields: Mapping[str, str]) -> Seen:
    return Seen(
        "member",
        start,
        end,
        digest,
        fields.get("warc-type", ""),
        fields.get("warc-target-uri", "").strip("<>"),
        fields.get("warc-payload-digest") or fields.get("warc-block-digest") or "",
    )

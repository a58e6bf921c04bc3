"""What a record of the kept files holds: a file handed in, an answer, or a note; each checked as it is read."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from fastwarc.warc import ArchiveIterator

from sourcebook.errors import InputRefused
from sourcebook.preserve.decoding import CannotDecode, decoded, unchunked
from sourcebook.preserve.deposit import PLACE_FIELD, USE_FIELD, Deposit, decode
from sourcebook.preserve.exchange_records import PAGE, Use
from sourcebook.preserve.notes import MAX_NOTE_BYTES, Note, read_note

MAX_HEAD = 1 << 18
_PIECE = 1 << 18
_HEAD_END = b"\r\n\r\n"


class KeptAnswer(NamedTuple):
    """An answer that was kept: where it came from, what for, its HTTP head, and the start of its decoded body."""

    url: str
    time: str
    media_type: str
    digest: str
    repeats: bool
    status: int
    cut: bool
    use: Use
    headers: tuple[tuple[str, str], ...]
    content: bytes


Kept = Deposit | KeptAnswer | Note


def read_record(path: Path, start: int, end: int, *, most: int) -> Kept | None:
    """Return what the record between two offsets holds, or None where it is of a kind that only goes with others.

    Up to `most` bytes of an answer are decoded and held. Raises InputRefused where the record is damaged.
    """
    where = f"{path}, byte {start}"
    try:
        with path.open("rb") as file:
            file.seek(start)
            record = next(iter(ArchiveIterator(file, parse_http=False)), None)
            if record is None:
                raise damaged(where)
            fields = {str(name).lower(): str(value) for name, value in record.headers}
            kind = fields.get("warc-type")
            if kind == "resource":
                file.seek(start)
                return decode(file.read(end - start), where)
            if kind in {"response", "revisit"}:
                return _answer(record, fields, most)
            if kind == "metadata":
                return read_note(fields.get(USE_FIELD.lower()), record.reader.read(MAX_NOTE_BYTES))
    except (OSError, ValueError, msgspec.DecodeError) as error:
        raise damaged(where) from error
    return None


def damaged(where: str) -> InputRefused:
    """Return the error for a record that is not as it was written."""
    return InputRefused(
        "This kept record is damaged.", where=where, next_step="Put a sound copy of the file in its place."
    )


def _answer(record: Any, fields: dict[str, str], most: int) -> KeptAnswer:
    head, raw = _checked(record, fields, most)
    headers = headers_of(head)
    named = {name.lower(): value for name, value in reversed(headers)}
    content = unchunked(raw) if "chunked" in named.get("transfer-encoding", "").lower() else raw
    try:
        content = decoded(content, named.get("content-encoding", ""), most)
    except CannotDecode:
        content = b""
    return KeptAnswer(
        url=fields.get("warc-target-uri", ""),
        time=fields.get("warc-date", ""),
        media_type=named.get("content-type", "").partition(";")[0].strip().lower(),
        digest=fields.get("warc-payload-digest", ""),
        status=_status(head),
        cut="warc-truncated" in fields,
        repeats=fields.get("warc-type") == "revisit",
        use=Use(page=fields.get(USE_FIELD.lower()) == PAGE, place=fields.get(PLACE_FIELD.lower())),
        headers=headers,
        content=content,
    )


def _checked(record: Any, fields: dict[str, str], most: int) -> tuple[bytes, bytes]:
    """Read a block to its end, holding no more than is wanted; raises ValueError where it is not as it says."""
    block, size, start = hashlib.sha256(), 0, bytearray()
    while piece := record.reader.read(_PIECE):
        block.update(piece)
        size += len(piece)
        if len(start) < MAX_HEAD + most:
            start += piece[: MAX_HEAD + most - len(start)]
    if size != int(fields.get("content-length", -1)):
        raise ValueError("the block is shorter than it says")
    if f"sha256:{block.hexdigest()}" != fields.get("warc-block-digest"):
        raise ValueError("the block is another than it says")
    head, _, raw = bytes(start).partition(_HEAD_END)
    return head, raw[:most]


def _status(head: bytes) -> int:
    words = head[:64].split(maxsplit=2)
    return int(words[1]) if len(words) > 1 and words[1].isdigit() else 0


def headers_of(head: bytes) -> tuple[tuple[str, str], ...]:
    """Return the headers of an HTTP head in their order."""
    lines = head.decode("latin-1").split("\r\n")[1:]
    split = (line.partition(":") for line in lines)
    return tuple((name.strip(), value.strip()) for name, colon, value in split if colon)

"""A record whose bytes are those that the chain noted: read to its end fast, since its digests were true when noted."""

from __future__ import annotations

import hashlib
import zlib
from typing import BinaryIO, NamedTuple

from isal import isal_zlib

from sourcebook.preserve.members import RECORD, Broken
from sourcebook.preserve.record import MAX_HEAD_BYTES, TAIL, end_of_head, fields_of

_GZIP = zlib.MAX_WBITS + 16
_CHUNK = 1 << 18
_MOST_OUT = 1 << 20


class _Content(NamedTuple):
    opening: bytes
    size: int
    end: bytes


def vouched_fields(file: BinaryIO, length: int, digest: str) -> dict[str, str] | None:
    """Return the fields of the record in the gzip member of so many bytes that a file stands before.

    None where the bytes have another SHA-256, or the member no end, a wrong checksum or another length than it says:
    then it is to be looked at closely.
    """
    content = _unpacked(file, length, digest)
    if content is None or not content.opening.startswith(RECORD):
        return None
    start, end = end_of_head(content.opening)
    fields = fields_of(content.opening[:start])
    said = fields.get("content-length", "")
    if not end or not said.isdecimal() or content.size != end + int(said) + len(TAIL) or content.end != TAIL:
        return None
    return fields


def _unpacked(file: BinaryIO, length: int, digest: str) -> _Content | None:
    """Unpack a member, holding no more than a piece of it; None where it is broken, more than one, or another."""
    unpacker, seen = isal_zlib.decompressobj(_GZIP), hashlib.sha256()
    opening = end = b""
    size = 0
    while length:
        pending = file.read(min(length, _CHUNK))
        if not pending or unpacker.eof:
            return None
        length -= len(pending)
        seen.update(pending)
        while pending and not unpacker.eof:
            try:
                piece = unpacker.decompress(pending, _MOST_OUT)
            except Broken:
                return None
            if size < MAX_HEAD_BYTES:
                opening = opening + piece if opening else piece
            size += len(piece)
            end = piece[-len(TAIL) :] if len(piece) >= len(TAIL) else (end + piece)[-len(TAIL) :]
            pending = unpacker.unconsumed_tail
    whole = unpacker.eof and not unpacker.unused_data and seen.hexdigest() == digest.removeprefix("sha256:")
    return _Content(opening, size, end) if whole else None

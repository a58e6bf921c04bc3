"""Rewrite records of the kept files in their places, for words that must not be kept.

A record that takes another's place gets the very same length, so that every other one stays where it was noted. The
file is written anew beside the old one and takes its name when it is whole; the chain is told first, and says why.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import zlib
from collections.abc import Mapping
from pathlib import Path

from sourcebook.errors import InputRefused
from sourcebook.model import Capture
from sourcebook.preserve.chain import Chain, Link
from sourcebook.preserve.deposit import Deposit, encode, removal
from sourcebook.preserve.members import unpacked

PARTIAL = "sourcebook.purge"
_MOST = 1 << 31
# A stored block that holds nothing: what every writer of deflate puts out to end on a whole byte (RFC 1951, 3.2.4).
_NOTHING = b"\x00\x00\x00\xff\xff"
# How many bytes of an extra field (RFC 1952, 2.3.1.1) leave a remainder of five that such blocks can fill.
_EXTRA = {0: 0, 2: 2, 1: 6, 3: 8, 4: 9}


def rewritten(record: bytes, length: int) -> bytes:
    """Return a gzip member of exactly this length that holds a record; ValueError where it needs more."""
    for level in (9, 8, 7, 6, 5, 4, 3, 2, 1):
        packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = packer.compress(record) + packer.flush()
        spare = length - (10 + len(packed) + 8)
        extra = _EXTRA[spare % 5]
        if spare >= extra:
            field = _extra_field(extra)
            head = b"\x1f\x8b\x08" + (b"\x04" if extra else b"\x00") + bytes(4) + b"\x00\xff" + field
            checks = zlib.crc32(record).to_bytes(4, "little") + (len(record) & 0xFFFFFFFF).to_bytes(4, "little")
            return head + _NOTHING * ((spare - extra) // 5) + packed + checks
    raise ValueError(f"the record needs more than {length} bytes")


def _extra_field(size: int) -> bytes:
    """Return the extra field that takes so many bytes in all."""
    if size <= 2:
        return bytes(size)
    data = size - 6
    return (size - 2).to_bytes(2, "little") + b"SB" + data.to_bytes(2, "little") + bytes(data)


def replace_records(folder: Path, file: Path, instead: Mapping[Capture, Deposit | None], *, why: str, now: str) -> int:
    """Put other records in the places of captures of one file, and return how many were not so already.

    None takes a record away: a note that it was taken, and why, stands in its place. `folder` is the sourcebook's.
    Raises InputRefused where a record does not fit, before anything is changed.
    """
    chain = Chain(folder)
    members = {capture: _member(capture, deposit, why, now) for capture, deposit in instead.items()}
    links = []
    with file.open("rb") as kept:
        for capture, member in members.items():
            kept.seek(capture.offset)
            was = kept.read(capture.length)
            if was != member:
                links.append(
                    Link(
                        file=file.name,
                        offset=capture.offset,
                        length=capture.length,
                        digest=_digest(member),
                        was=_digest(was),
                        why=why,
                    )
                )
    if not links:
        return 0
    noted = {(link.file, link.offset): link.digest for _, link in _read(chain)}
    chain.note([link for link in links if noted.get((link.file, link.offset)) != link.digest], now[:10])
    _put(folder / PARTIAL, file, members)
    return len(links)


def _read(chain: Chain) -> list[tuple[str, Link]]:
    return [item for item in chain.read() if isinstance(item, tuple)]


def _put(partial: Path, file: Path, members: Mapping[Capture, bytes]) -> None:
    try:
        shutil.copyfile(file, partial)
        with partial.open("r+b") as out:
            for capture, member in members.items():
                out.seek(capture.offset)
                out.write(member)
            out.flush()
            os.fsync(out.fileno())
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)


def _member(capture: Capture, deposit: Deposit | None, why: str, now: str) -> bytes:
    packed = removal(capture.time, why, now) if deposit is None else encode(deposit)
    try:
        return rewritten(unpacked(packed, _MOST), capture.length)
    except ValueError as error:
        raise InputRefused(
            "The record that is to stand here does not fit in the place of the old one.",
            where=f"{capture.warc}, byte {capture.offset}",
            next_step="Give a shorter reason.",
        ) from error


def _digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"

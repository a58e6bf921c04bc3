"""Write a WACZ: chosen records of the kept files with an index and a list of pages, as one zip file to replay.

The format is that of specs.webrecorder.net/wacz/1.1.1. Records are copied as they lie, byte for byte, each in its own
gzip member. Only a file that was handed in stands under another address, since replay programs look up none of `file:`:
under `http://saved.invalid/NAME`, which no server can have (RFC 2606). Its bytes and digests are the same.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from sourcebook.model import Capture, Value
from sourcebook.preserve.deposit import decode, encode, opening
from sourcebook.preserve.inspect import inspect
from sourcebook.preserve.members import beginning_of
from sourcebook.preserve.record import MAX_HEAD_BYTES, RecordCheck
from sourcebook.preserve.surt import surt
from sourcebook.version import __version__

FILE = "file:///"
SAVED = "http://saved.invalid/"
WACZ_VERSION = "1.1.1"
LINES_A_BLOCK = 3000
_PIECE = 1 << 20
_FIRST_DATE = (1980, 1, 1, 0, 0, 0)


class ReplayPage(Value, frozen=True, kw_only=True):
    """A page that a reader of the archive may begin with."""

    url: str
    time: str
    title: str


class About(Value, frozen=True, kw_only=True):
    """What a WACZ says of itself."""

    title: str
    description: str
    created: str


class _Part(NamedTuple):
    name: str
    size: int
    digest: str


class _Sink(Protocol):
    def write(self, data: bytes, /) -> int:
        """Write bytes."""


def write_wacz(
    target: Path, folder: Path, captures: Iterable[Capture], pages: Sequence[ReplayPage], about: About
) -> int:
    """Write the captures, which lie under `folder`, to a WACZ, and return how many there are.

    An error of the file system leaves nothing under the target's name.
    """
    partial = target.with_name(f"{target.name}.partial")
    warc = "captures.warc.gz"
    try:
        with zipfile.ZipFile(partial, "w") as archive:
            lines: list[str] = []
            parts = [_write_part(archive, f"archive/{warc}", _Records(folder, captures, warc, about.created, lines))]
            lines.sort()
            blocks = _Blocks(lines)
            parts.append(_write_part(archive, "indexes/index.cdx.gz", blocks))
            parts.append(_write_part(archive, "indexes/index.idx", _Text("\n".join([_META, *blocks.listed, ""]))))
            parts.append(_write_part(archive, "pages/pages.jsonl", _Text(_pages(pages))))
            package = _package(parts, pages, about)
            _write_part(archive, "datapackage.json", _Text(package))
            digest = hashlib.sha256(package.encode()).hexdigest()
            signed = json.dumps({"path": "datapackage.json", "hash": f"sha256:{digest}"})
            _write_part(archive, "datapackage-digest.json", _Text(signed))
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    return len(lines)


class _Counting:
    """A part of the zip file that is written, with its size and digest."""

    def __init__(self, out: _Sink) -> None:
        self._out = out
        self.hash = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes, /) -> int:
        """Write bytes."""
        self.hash.update(data)
        self.size += len(data)
        return self._out.write(data)


class _Content(Protocol):
    def write_to(self, out: _Counting) -> None:
        """Write it all."""


class _Text:
    """A part that is a text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def write_to(self, out: _Counting) -> None:
        """Write it."""
        out.write(self._text.encode())


class _Records:
    """The records, copied one after another; their lines of the index are added to `lines`."""

    def __init__(self, folder: Path, captures: Iterable[Capture], warc: str, created: str, lines: list[str]) -> None:
        self._folder = folder
        self._captures = captures
        self._warc = warc
        self._created = created
        self._lines = lines

    def write_to(self, out: _Counting) -> None:
        """Write them."""
        out.write(opening(self._created))
        for capture in self._captures:
            path = self._folder / capture.warc
            end = capture.offset + capture.length
            start, told = out.size, told_as(capture.url)
            if told == capture.url:
                _copy(path, capture.offset, end, out)
            else:
                out.write(_told_again(capture, path, told))
            where = {"offset": str(start), "length": str(out.size - start), "filename": self._warc}
            self._lines.append(_line(capture, path, told, where))
            # What was asked lies beside what came back.
            beside = next(inspect(path, end, end + 1), None)
            if beside is not None and beside.kind == "member" and beside.record == "request":
                _copy(path, beside.start, beside.end, out)


class _Blocks:
    """The index in blocks of lines, each a gzip member of its own; `listed` are the lines of the index over them."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self.listed: list[str] = []

    def write_to(self, out: _Counting) -> None:
        """Write them."""
        for first in range(0, len(self._lines), LINES_A_BLOCK):
            chosen = self._lines[first : first + LINES_A_BLOCK]
            packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS + 16)
            block = packer.compress(("\n".join(chosen) + "\n").encode()) + packer.flush()
            where = {
                "offset": out.size,
                "length": len(block),
                "digest": f"sha256:{hashlib.sha256(block).hexdigest()}",
                "filename": "index.cdx.gz",
            }
            self.listed.append(f"{' '.join(chosen[0].split(' ', 2)[:2])} {json.dumps(where)}")
            out.write(block)


_META = '!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}'


def _write_part(archive: zipfile.ZipFile, name: str, content: _Content) -> _Part:
    info = zipfile.ZipInfo(name, _FIRST_DATE)
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_STORED if name.endswith(".gz") else zipfile.ZIP_DEFLATED
    with archive.open(info, "w", force_zip64=True) as out:
        counting = _Counting(out)
        content.write_to(counting)
    return _Part(name, counting.size, counting.hash.hexdigest())


def told_as(url: str) -> str:
    """Return the address under which a capture stands in a WACZ."""
    return SAVED + url.removeprefix(FILE) if url.startswith(FILE) else url


def _told_again(capture: Capture, path: Path, url: str) -> bytes:
    with path.open("rb") as file:
        file.seek(capture.offset)
        deposit = decode(file.read(capture.length), f"{path}, byte {capture.offset}")
    return b"" if deposit is None else encode(msgspec.structs.replace(deposit, fetched_from=url))


def _line(capture: Capture, path: Path, url: str, where: dict[str, str]) -> str:
    """Return a capture's line in the index (CDXJ)."""
    check = RecordCheck()
    with path.open("rb") as file:
        file.seek(capture.offset)
        check.take(beginning_of(file.read(min(capture.length, MAX_HEAD_BYTES)), MAX_HEAD_BYTES))
    revisit = check.fields.get("warc-type") == "revisit"
    status = check.http_head.partition(b"\r\n")[0].split(b" ")
    said = {
        "url": url,
        "mime": "warc/revisit" if revisit else capture.media_type or "unk",
        "status": status[1].decode("ascii", "replace") if len(status) > 1 else "200",
        "digest": capture.digest,
        **where,
    }
    return f"{surt(url).replace(' ', '%20')} {_digits(capture.time)} {json.dumps(said)}"


def _copy(path: Path, start: int, end: int, out: _Counting) -> None:
    with path.open("rb") as file:
        file.seek(start)
        left = end - start
        while left and (piece := file.read(min(left, _PIECE))):
            out.write(piece)
            left -= len(piece)


def _digits(time: str) -> str:
    return "".join(character for character in time if character.isdigit())[:14].ljust(14, "0")


def _pages(pages: Iterable[ReplayPage]) -> str:
    lines = [json.dumps({"format": "json-pages-1.0", "id": "pages", "title": "All Pages"})]
    for page in pages:
        known_by = hashlib.sha256(f"{page.url} {page.time}".encode()).hexdigest()[:20]
        said = {"id": known_by, "url": page.url, "ts": page.time, "title": page.title}
        lines.append(json.dumps(said, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def _package(parts: Iterable[_Part], pages: Sequence[ReplayPage], about: About) -> str:
    main = {"mainPageUrl": pages[0].url, "mainPageDate": pages[0].time} if pages else {}
    said = {
        "profile": "data-package",
        "wacz_version": WACZ_VERSION,
        "title": about.title,
        "description": about.description,
        "created": about.created,
        "software": f"Sourcebook {__version__}",
        **main,
        "resources": [
            {
                "name": part.name.rpartition("/")[2].lower(),
                "path": part.name,
                "hash": f"sha256:{part.digest}",
                "bytes": part.size,
            }
            for part in parts
        ],
    }
    return json.dumps(said, indent=2, ensure_ascii=False)

"""Records of web archives that others made, as items to keep: answers with their requests, and resources.

Each is held to its own digests and lengths first; one that is damaged is told and left out. What is kept has the same
block, date and address; its digests are made anew, with SHA-256.
"""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple, cast
from urllib.parse import unquote

from fastwarc.warc import ArchiveIterator

from sourcebook.preserve.deposit import Deposit
from sourcebook.preserve.exchange import Cut, Exchange, Recorded
from sourcebook.preserve.inspect import Seen, inspect
from sourcebook.preserve.kept_records import headers_of
from sourcebook.preserve.members import MAGIC, RECORD, beginning_of
from sourcebook.preserve.record import MAX_HEAD_BYTES, RecordCheck
from sourcebook.preserve.standalone import is_arc
from sourcebook.preserve.wacz import FILE, SAVED
from sourcebook.preserve.wacz_check import PACKAGE, WARC_ENDINGS

Form = Literal["warc", "arc", "wacz"]
_ARC = b"filedesc:"
_PIECE = 1 << 18
_IN_MEMORY = 1 << 22
_MOST_RESOURCE = 1 << 26
_HEAD_END = b"\r\n\r\n"
_CUTS: dict[str, Cut] = {"length": "length", "time": "time", "disconnect": "disconnect"}


class Repeated(NamedTuple):
    """An answer whose payload is that of an earlier one, which is named by the digest as its maker wrote it."""

    recorded: Recorded
    payload: str


class Answered(NamedTuple):
    """An answer with its payload, and that payload's digest as its maker wrote it."""

    recorded: Recorded
    payload: str


class Left(NamedTuple):
    """A record that is left out, and why."""

    where: str
    why: str


Foreign = Answered | Repeated | Deposit | Left


def form_of(opening: bytes, path: Path) -> Form | None:
    """Return which kind of web archive a file is that begins like this, or None."""
    if opening.startswith(MAGIC):
        opening = beginning_of(opening, len(_ARC))
    if opening.startswith(RECORD):
        return "warc"
    if opening.startswith(_ARC):
        return "arc"
    if opening.startswith(b"PK\x03\x04") and zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return "wacz" if PACKAGE in archive.namelist() else None
    return None


@contextmanager
def warc_files(path: Path, form: Form) -> Iterator[list[Path]]:
    """Give the WARC files of a web archive, those of a WACZ unpacked for as long as they are needed."""
    if form != "wacz":
        yield [path]
        return
    with tempfile.TemporaryDirectory(prefix="sourcebook-") as folder, zipfile.ZipFile(path) as archive:
        found = []
        for number, name in enumerate(archive.namelist()):
            if name.startswith("archive/") and name.endswith(WARC_ENDINGS):
                target = Path(folder) / str(number) / Path(name).name
                target.parent.mkdir()
                with archive.open(name) as part, target.open("wb") as out:
                    while piece := part.read(_PIECE):
                        out.write(piece)
                found.append(target)
        yield found


def records_in(path: Path, most: int | None = None) -> Iterator[Foreign]:
    """Yield the answers and resources of a WARC file in order, each with its request; the caller closes them.

    Of those that say they are longer than `most` bytes, only that is told.
    """
    if is_arc(path):
        yield Left(path.name, "it is an ARC file, the format before WARC; convert it first: warcio recompress")
        return
    runs = list(inspect(path))
    heads = {run.start: _fields(path, run) for run in runs if run.record == "request" and not run.problems}
    asked: dict[str, Seen] = {}
    for run in runs:
        if (fields := heads.get(run.start)) is not None:
            names = ("warc-concurrent-to", "warc-record-id")
            for key in (*(fields[name] for name in names if name in fields), _moment(run.url, fields)):
                asked.setdefault(key, run)
    for run in runs:
        where = f"{path.name}, byte {run.start}"
        if run.kind != "member":
            yield Left(where, "these bytes are no whole record")
        elif run.problems:
            yield Left(where, f"this {run.record or 'record'} is not as it says: {run.problems[0]}")
        elif most is not None and (length := _length(path, run)) > most:
            yield Left(where, f"{run.url} has {length:,} bytes, and {most:,} are allowed")
        elif run.record in {"response", "revisit"}:
            yield _answer(path, run, asked)
        elif run.record == "resource":
            yield _resource(path, run)


def _answer(path: Path, run: Seen, asked: dict[str, Seen]) -> Foreign:
    fields = _fields(path, run)
    if not fields.get("content-type", "").startswith("application/http") or not _on_the_web(run.url):
        return Left(f"{path.name}, byte {run.start}", f"{run.url} was not fetched by HTTP")
    keys = (fields.get("warc-record-id", ""), fields.get("warc-concurrent-to", ""), _moment(run.url, fields))
    request = next((asked[key] for key in keys if key in asked), None)
    said = request and b"".join(_pieces(path, request))
    recorded = _recorded(path, run, fields, said or b"")
    payload = fields.get("warc-payload-digest", "")
    return Repeated(recorded, payload) if run.record == "revisit" else Answered(recorded, payload)


def _recorded(path: Path, run: Seen, fields: dict[str, str], request: bytes) -> Recorded:
    spool = cast("BinaryIO", tempfile.SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115 - the caller closes it
    block, payload = hashlib.sha256(), hashlib.sha256()
    opening: bytes | None = b""
    head = size = 0
    for piece in _pieces(path, run):
        spool.write(piece)
        block.update(piece)
        size += len(piece)
        if opening is None:
            payload.update(piece)
            continue
        opening += piece
        head = opening.find(_HEAD_END) + len(_HEAD_END)
        if head >= len(_HEAD_END):
            payload.update(opening[head:])
            opening = None
    if opening is not None:
        head = size
    spool.seek(0)
    lines = spool.read(head)
    status = lines.partition(b"\r\n")[0].split(b" ")
    number = status[1] if len(status) > 1 else b""
    exchange = Exchange(
        url=run.url,
        time=fields.get("warc-date", ""),
        status=int(number) if number.isdigit() and len(number) == 3 else 0,
        headers=headers_of(lines),
        digest=f"sha256:{payload.hexdigest()}",
        size=size - head,
        address=fields.get("warc-ip-address", ""),
        cut=_CUTS.get(fields.get("warc-truncated", "")),
    )
    return Recorded(exchange, request, spool, head, f"sha256:{block.hexdigest()}", b"")


def _resource(path: Path, run: Seen) -> Foreign:
    fields = _fields(path, run)
    data = b""
    for piece in _pieces(path, run):
        data += piece
        if len(data) > _MOST_RESOURCE:
            return Left(f"{path.name}, byte {run.start}", f"{run.url} has more than {_MOST_RESOURCE:,} bytes")
    handed_in = next((run.url.removeprefix(start) for start in (FILE, SAVED) if run.url.startswith(start)), None)
    if handed_in is None and not _on_the_web(run.url):
        return Left(f"{path.name}, byte {run.start}", f"{run.url} is no address on the web")
    return Deposit(
        data=data,
        name=unquote(handed_in or run.url),
        time=fields.get("warc-date", ""),
        media_type=fields.get("content-type", "application/octet-stream"),
        fetched_from=None if handed_in else run.url,
    )


def _length(path: Path, run: Seen) -> int:
    written = _fields(path, run).get("content-length", "")
    return int(written) if written.isascii() and written.isdigit() else 0


def _fields(path: Path, run: Seen) -> dict[str, str]:
    check = RecordCheck()
    with path.open("rb") as file:
        file.seek(run.start)
        opening = file.read(min(run.end - run.start, MAX_HEAD_BYTES))
    check.take(beginning_of(opening, MAX_HEAD_BYTES) if opening.startswith(MAGIC) else opening)
    return check.fields


def _pieces(path: Path, run: Seen) -> Iterator[bytes]:
    """Yield the block of a record that was found sound."""
    with path.open("rb") as file:
        file.seek(run.start)
        record = next(iter(ArchiveIterator(file, parse_http=False)))
        while piece := record.reader.read(_PIECE):
            yield piece


def _moment(url: str, fields: Mapping[str, str]) -> str:
    """Return when which address was asked, by which programs that name no record pair requests with answers."""
    return f"{fields.get('warc-date', '')} {url}"


def _on_the_web(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))

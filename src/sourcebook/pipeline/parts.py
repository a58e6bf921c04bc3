"""The documents in a file: one, or in a web archive one for each page or report that was answered with."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from sourcebook.errors import InputRefused
from sourcebook.model import Document
from sourcebook.pipeline.opening import DOCUMENTS, content_of, opened_archive
from sourcebook.pipeline.reading import name_in
from sourcebook.pipeline.sources import Source
from sourcebook.pipeline.web_archives import web_archive_form
from sourcebook.preserve import Deposit
from sourcebook.preserve.decoding import CannotDecode
from sourcebook.preserve.foreign import Answered, Foreign, Form, Left, Repeated, records_in
from sourcebook.settings import Limits

Reader = Callable[[bytes, str, str | None], Document]
"""Reads bytes with their name and media type, apart from the program."""


class Part(NamedTuple):
    """One document of a web archive, where and when it was answered with; or why it could not be read."""

    address: str
    time: str
    document: Document | None
    refused: InputRefused | None = None


def web_archive_of(source: Source, folder: Path) -> tuple[tuple[Path, Form] | None, Source]:
    """Return the file and form of a web archive, None where the source is none, and the source to read instead.

    What comes from standard input, which can be read once only, is put in a file in the folder.
    """
    if source.path is None:
        path = folder / "standard-input"
        with source.open() as stream, path.open("wb") as kept:
            shutil.copyfileobj(stream, kept)
        source = Source(shown=source.shown, name=source.name, open=lambda: path.open("rb"), path=path)
    form = web_archive_form(source)
    return (source.path, form) if form and source.path else None, source


def parts_of(path: Path, form: Form, shown: str, limits: Limits, read: Reader) -> Iterator[Part | str]:
    """Yield the documents of a web archive in order, and in sentences what of it could not be read.

    Raises InputRefused where it cannot be opened or is an ARC file, and where it holds no document at all.
    """
    if form == "arc":
        raise InputRefused(
            "This is an ARC file, the format before WARC.",
            where=shown,
            next_step="Convert it first: warcio recompress FILE FILE.warc.gz",
        )
    found = 0
    left: list[str] = []
    with opened_archive(path, form, shown) as files:
        for file in files:
            for record in records_in(file, most=limits.max_file_bytes):
                part = _part(record, limits, read)
                if isinstance(part, str):
                    left.append(part)
                    yield part
                elif part is not None:
                    found += 1
                    yield part
    if not found:
        raise InputRefused(
            f"No document in this web archive can be read: {left[0] if left else 'it holds no page and no report.'}",
            where=shown,
            next_step="See what is wrong with it: sourcebook verify FILE",
        )


def _part(record: Foreign, limits: Limits, read: Reader) -> Part | str | None:
    if isinstance(record, Left):
        return f"{record.where}: {record.why}."
    if isinstance(record, Deposit):
        media_type = record.media_type if record.fetched_from else None
        if media_type is not None and media_type.partition(";")[0].strip().lower() not in DOCUMENTS:
            return None
        return _read(record.fetched_from or record.name, record.time, record.data, media_type, read)
    try:
        return _answered(record, limits, read)
    finally:
        record.recorded.close()


def _answered(record: Answered | Repeated, limits: Limits, read: Reader) -> Part | None:
    exchange = record.recorded.exchange
    if isinstance(record, Repeated) or exchange.status != 200 or exchange.media_type not in DOCUMENTS:
        return None
    try:
        data = content_of(record, limits.max_file_bytes + 1)
    except CannotDecode as error:
        refused = InputRefused(str(error), where=exchange.url, next_step="Fetch the page again.")
        return Part(exchange.url, exchange.time, None, refused)
    return _read(exchange.url, exchange.time, data, exchange.header("Content-Type") or exchange.media_type, read)


def _read(address: str, time: str, data: bytes, media_type: str | None, read: Reader) -> Part:
    try:
        return Part(address, time, read(data, name_in(address), media_type))
    except InputRefused as error:
        return Part(address, time, None, InputRefused(error.what, where=address, next_step=error.next_step))

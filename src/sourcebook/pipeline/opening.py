"""Opening web archives: the WARC files in them and what an answer holds; a ZIP that leads out of itself is refused."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sourcebook.errors import InputRefused
from sourcebook.preserve.decoding import decoded, unchunked
from sourcebook.preserve.foreign import Answered, Form, warc_files
from sourcebook.read.zipped import leading_out, unsafe

DOCUMENTS = frozenset(
    {
        "text/html",
        "text/plain",
        "application/xhtml+xml",
        "application/pdf",
        "application/x-pdf",
        "application/rtf",
        "text/rtf",
        "application/msword",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
)
"""The media types that a document may come as; pictures, styles and programs of a page are passed over."""

_LARGE = 1 << 26
_SWELLS = 200


@contextmanager
def opened_archive(path: Path, form: Form, shown: str) -> Iterator[list[Path]]:
    """Give the WARC files of a web archive, those of a WACZ unpacked for as long as they are needed.

    Raises InputRefused where the ZIP of a WACZ is damaged, has a name that leads out of it, or a part that would
    unpack to hundreds of times its size; `shown` is how the file is called then.
    """
    if form == "wacz":
        _refuse_unsafe(path, shown)
    try:
        with warc_files(path, form) as files:
            yield files
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise _damaged(shown, error) from error


def _refuse_unsafe(path: Path, shown: str) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise _damaged(shown, error) from error
    if (name := leading_out(info.filename for info in infos)) is not None:
        raise unsafe(name, shown)
    for info in infos:
        if info.file_size > _LARGE and info.file_size > _SWELLS * max(1, info.compress_size):
            raise InputRefused(
                f"{info.filename[:80]!r} in it would unpack from {info.compress_size:,} to {info.file_size:,} bytes.",
                where=shown,
                next_step="No program that makes web archives packs so; fetch it from its maker again.",
            )


def _damaged(shown: str, error: Exception) -> InputRefused:
    return InputRefused(
        f"Its ZIP is damaged: {str(error).rstrip('.')}.",
        where=shown,
        next_step="See what is wrong with it: sourcebook verify FILE",
    )


def content_of(record: Answered, most: int) -> bytes:
    """Return the first bytes of what an answer holds, its codings undone; raises CannotDecode where one is unknown."""
    recorded, exchange = record.recorded, record.recorded.exchange
    recorded.answer.seek(recorded.head)
    raw = recorded.answer.read()
    if "chunked" in exchange.header("Transfer-Encoding").lower():
        raw = unchunked(raw)
    return decoded(raw, exchange.header("Content-Encoding"), most)

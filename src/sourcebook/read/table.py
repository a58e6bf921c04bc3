"""The table of readers, and the one function that asks them in turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sourcebook.errors import InputRefused
from sourcebook.model import Document
from sourcebook.read.binary import known_binary
from sourcebook.read.docx import DocxReader
from sourcebook.read.html import HtmlReader
from sourcebook.read.odt import OdtReader
from sourcebook.read.pdf import PdfReader
from sourcebook.read.reader import Reader, Source
from sourcebook.read.text import TextReader
from sourcebook.settings import Limits

READERS: tuple[Reader, ...] = (PdfReader(), DocxReader(), OdtReader(), HtmlReader(), TextReader())


def document(
    data: bytes,
    *,
    name: str | None = None,
    media_type: str | None = None,
    limits: Limits | None = None,
    progress: Callable[[int, int], None] = lambda _page, _pages: None,
    readers: Sequence[Reader] = READERS,
) -> Document:
    """Return the bytes as a Document, read by the first reader that does not decline them.

    `progress` is told which page has been reached, and of how many.

    Raises InputRefused where they are empty or larger than `limits.max_file_bytes`, where every reader declines them,
    naming each and its reason, and where the one that takes them finds them damaged.
    """
    source = Source(data=data, name=name, media_type=media_type, limits=limits or Limits(), progress=progress)
    _refuse_size(source)
    declined: list[tuple[str, str]] = []
    for reader in readers:
        because = reader.declines(source)
        if because is None:
            return reader.read(source)
        declined.append((reader.name, because))
    raise _nobody_takes(source, declined)


def _nobody_takes(source: Source, declined: Sequence[tuple[str, str]]) -> InputRefused:
    """Say what the bytes are, where that is known, else who was asked and why each declined."""
    known = known_binary(source)
    what = "No reader takes this file." if known is None else f"This is {known.what}, not a page of text."
    asked = "; ".join(f"{name}, because {because}" for name, because in declined)
    step = known.next_step if known else "Save the page as plain text or HTML and try again."
    return InputRefused(f"{what} These declined: {asked}.", where=source.where, next_step=step)


def _refuse_size(source: Source) -> None:
    size, limit = len(source.data), source.limits.max_file_bytes
    if not source.data or source.data.isspace():
        raise InputRefused("The file is empty.", where=source.where, next_step="Save the page again and try that file.")
    if size > limit:
        raise InputRefused(
            f"The file has {size:,} bytes, and {limit:,} are allowed.",
            where=source.where,
            next_step="Split it, or raise limits.max_file_bytes in sourcebook.toml.",
        )

"""The table of readers, and the one function that asks them in turn."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.errors import InputRefused
from sourcebook.model import Document
from sourcebook.read.binary import refuse_binary
from sourcebook.read.html import HtmlReader
from sourcebook.read.pdf import PdfReader
from sourcebook.read.reader import Reader, Source
from sourcebook.read.text import TextReader
from sourcebook.settings import Limits

READERS: tuple[Reader, ...] = (PdfReader(), HtmlReader(), TextReader())


def document(
    data: bytes,
    *,
    name: str | None = None,
    media_type: str | None = None,
    limits: Limits | None = None,
    readers: Sequence[Reader] = READERS,
) -> Document:
    """Return the bytes as a Document, read by the first reader that takes them.

    Raises InputRefused where they are empty, larger than `limits.max_file_bytes`, compressed or binary, or where
    their reader refuses them.
    """
    source = Source(data=data, name=name, media_type=media_type, limits=limits or Limits())
    _refuse_size(source)
    for reader in readers:
        if reader.accepts(source):
            if not getattr(reader, "binary", False):
                refuse_binary(source)
            return reader.read(source)
    refuse_binary(source)
    tried = ", ".join(reader.name for reader in readers)
    raise InputRefused(
        f"No reader takes this file (tried: {tried}).",
        where=source.where,
        next_step="Save the page as plain text or HTML and try again.",
    )


def _refuse_size(source: Source) -> None:
    size, limit = len(source.data), source.limits.max_file_bytes
    if not source.data.strip():
        raise InputRefused("The file is empty.", where=source.where, next_step="Save the page again and try that file.")
    if size > limit:
        raise InputRefused(
            f"The file has {size:,} bytes, and {limit:,} are allowed.",
            where=source.where,
            next_step="Split it, or raise limits.max_file_bytes in sourcebook.toml.",
        )

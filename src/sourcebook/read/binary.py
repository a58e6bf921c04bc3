"""Telling what is no page of text: archives, pictures, programs, old office files, bytes that no charset explains."""

from __future__ import annotations

import zlib
from typing import NamedTuple

from sourcebook.read.charset import looks_like_utf16
from sourcebook.read.reader import Source

_UNPACK = "Unpack it and give the pages inside."
_SAVE = "Save the page as plain text or HTML and try again."
_CONVERT = (
    "Open it in Word or LibreOffice and save it as DOCX or PDF, or run: soffice --headless --convert-to docx FILE"
)
_EXPORT = "Open it in LibreOffice, export it as PDF, and give that file."
_OPEN = "Read it with `sourcebook read FILE`, or take it in with `sourcebook add FILE`."
_ARC_STEP = "Convert it first: warcio recompress FILE FILE.warc.gz"


class Known(NamedTuple):
    """What some bytes are that no reader takes, and what to do with them."""

    what: str
    next_step: str


_ARC = Known("an ARC web archive, the format before WARC", _ARC_STEP)
_WARC = Known("a WARC web archive, which holds many documents", _OPEN)
MAGIC: tuple[tuple[bytes, Known], ...] = (
    (b"WARC/", _WARC),
    (b"filedesc:", _ARC),
    (b"{\\rtf", Known("a Rich Text Format document", _CONVERT)),
    (b"\xdb\xa5-\0", Known("a document of Word 2 for Windows", _CONVERT)),
    (b"PK\x03\x04", Known("a ZIP archive", _UNPACK)),
    (b"PK\x05\x06", Known("a ZIP archive", _UNPACK)),
    (b"\x1f\x8b", Known("gzip-compressed data", _UNPACK)),
    (b"BZh", Known("bzip2-compressed data", _UNPACK)),
    (b"\xfd7zXZ\x00", Known("xz-compressed data", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Known("a 7z archive", _UNPACK)),
    (b"Rar!", Known("a RAR archive", _UNPACK)),
    (b"\x28\xb5\x2f\xfd", Known("zstd-compressed data", _UNPACK)),
    (b"\x89PNG", Known("a picture", _SAVE)),
    (b"GIF8", Known("a picture", _SAVE)),
    (b"\xff\xd8\xff", Known("a picture", _SAVE)),
    (b"\x7fELF", Known("a program", _SAVE)),
    (b"SQLite format 3\x00", Known("a database", _SAVE)),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_STREAMS = (("WordDocument", "a Word document of the old kind (DOC)"), ("Workbook", "an Excel sheet of the old kind"))
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_GZIP = b"\x1f\x8b\x08"
_BEGINNING = 64

_SAMPLE = 65536
_CONTROL = bytes(sorted(set(range(32)) - {0, 7, 8, 9, 10, 11, 12, 13, 26, 27} | {127}))
_MOST_CONTROL = 0.02
_MOST_NUL = 0.30


def known_binary(source: Source) -> Known | None:
    """Return what the bytes are where that is known to be no text; None for what may be a page.

    A page may hold stray control and NUL bytes and is still read; past 2% of the former or 30% of the latter in
    what is not UTF-16, the file is no text.
    """
    if (named := _by_magic(source.data)) is not None:
        return named
    if source.data.startswith((b"\xff\xfe", b"\xfe\xff")) or looks_like_utf16(source.data):
        return None
    for sample in (source.data[:_SAMPLE], source.data[len(source.data) // 2 :][:_SAMPLE]):
        control = len(sample) - len(sample.translate(None, _CONTROL))
        if (control > 8 and control > _MOST_CONTROL * len(sample)) or sample.count(0) > _MOST_NUL * len(sample):
            return Known("binary data", _SAVE)
    return None


def declined_as_binary(source: Source) -> str | None:
    """Return why a reader of text declines these bytes; None where they may be text."""
    known = known_binary(source)
    return None if known is None else f"it is {known.what}"


def _by_magic(data: bytes) -> Known | None:
    if data.startswith(_OLD_OFFICE):
        kinds = (what for stream, what in _STREAMS if stream.encode("utf-16-le") in data)
        return Known(next(kinds, "an Office document of the old kind"), _CONVERT)
    if data.startswith(b"PK\x03\x04") and _OPEN_DOCUMENT in data[:128]:
        return Known("an OpenDocument file that holds no text", _EXPORT)
    inner = _beginning(data) if data.startswith(_GZIP) else b""
    for magic, known in MAGIC[:2]:
        if inner.startswith(magic):
            return known
    return next((known for magic, known in MAGIC if data.startswith(magic)), None)


def _beginning(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS + 16).decompress(data[:_SAMPLE], _BEGINNING)
    except zlib.error:
        return b""

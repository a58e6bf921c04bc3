"""Refusing what is no text: archives, pictures, programs, and bytes that no charset explains."""

from __future__ import annotations

from sourcebook.errors import InputRefused
from sourcebook.read.charset import looks_like_utf16
from sourcebook.read.reader import Source

MAGIC = (
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
COMPRESSED = ("archive", "compressed")

_SAMPLE = 65536
_CONTROL = bytes(sorted(set(range(32)) - {0, 7, 8, 9, 10, 11, 12, 13, 26, 27} | {127}))
_MOST_CONTROL = 0.02
_MOST_NUL = 0.30


def refuse_binary(source: Source) -> None:
    """Raise InputRefused where the bytes are of a known binary format, or too many of them are control bytes.

    A page may hold stray control and NUL bytes and is still read; past 2% of the former or 30% of the latter in
    what is not UTF-16, the file is no text.
    """
    for magic, what in MAGIC:
        if source.data.startswith(magic):
            raise _refusal(source, what)
    if source.data.startswith((b"\xff\xfe", b"\xfe\xff")) or looks_like_utf16(source.data):
        return
    for sample in (source.data[:_SAMPLE], source.data[len(source.data) // 2 :][:_SAMPLE]):
        control = len(sample) - len(sample.translate(None, _CONTROL))
        if (control > 8 and control > _MOST_CONTROL * len(sample)) or sample.count(0) > _MOST_NUL * len(sample):
            raise _refusal(source, "binary data")


def _refusal(source: Source, what: str) -> InputRefused:
    if any(word in what for word in COMPRESSED):
        step = "Unpack it and give the pages inside."
    else:
        step = "Save the page as plain text or HTML and try again."
    return InputRefused(f"This is {what}, not a page of text.", where=source.where, next_step=step)

"""Guessing the charset of a saved page, and decoding it whatever it holds."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from resiliparse.parse.encoding import EncodingDetector

from sourcebook.model import Problem

FALLBACK = "cp1252"  # what browsers take a page without a charset for
REPLACEMENT = "\ufffd"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65536
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")


class Decoded(NamedTuple):
    """A text, the charset it was taken for, and what could not be read."""

    text: str
    charset: str
    problems: tuple[Problem, ...]


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of some bytes.

    A byte order mark decides; else strict UTF-8; else the declared charset; else mostly-UTF-8; else what detection
    finds; else windows-1252. Bytes that the charset does not know and NULs become U+FFFD, one each, and are reported.
    """
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], charset)
    if looks_like_utf16(data):
        return _decoded(data, "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be")
    if _decodes(data, "utf-8"):
        return _decoded(data, "utf-8")
    for guess in (_known(declared), _mostly_utf8(data), _detected(data)):
        if guess and (guess == "utf-8" or _decodes(data, guess)):
            return _decoded(data, guess)
    return _decoded(data, FALLBACK)


def looks_like_utf16(data: bytes) -> bool:
    """Tell whether every second byte of the first ones is nearly always NUL and the others never."""
    head = data[:2048]
    half = len(head) // 2
    low, high = head[::2].count(0), head[1::2].count(0)
    return half >= 4 and max(low, high) > 0.7 * half and min(low, high) < 0.05 * half


def _decoded(data: bytes, charset: str) -> Decoded:
    text = data.decode(charset, errors="replace")
    problems = []
    if (lost := text.count(REPLACEMENT) - _written_replacements(data, charset)) > 0:
        what = f"{lost} byte sequences are not {charset} and stand as U+FFFD."
        problems.append(Problem(what=what, offset=text.find(REPLACEMENT)))
    if nuls := text.count("\0"):
        problems.append(Problem(what=f"{nuls} NUL characters stand as U+FFFD.", offset=text.find("\0")))
        text = text.replace("\0", REPLACEMENT)
    return Decoded(text, charset, tuple(problems))


def _written_replacements(data: bytes, charset: str) -> int:
    return data.count(REPLACEMENT.encode()) if charset == "utf-8" else 0


def _decodes(data: bytes, charset: str) -> bool:
    try:
        data.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _known(charset: str | None) -> str | None:
    """Return Python's name of a charset; Latin-1 is windows-1252 on the web, and UTF-16 cannot be declared in ASCII."""
    if not charset:
        return None
    try:
        name = codecs.lookup(charset.strip()).name
    except (LookupError, ValueError):
        return None
    if name in {"iso8859-1", "ascii"}:
        return FALLBACK
    return None if name.startswith(("utf-16", "utf-32")) else name


def _mostly_utf8(data: bytes) -> str | None:
    high = len(_HIGH.findall(data))
    inside = sum(len(found) for found in _MULTIBYTE.findall(data))
    return "utf-8" if inside and inside >= 0.7 * high else None


def _detected(data: bytes) -> str | None:
    detector = EncodingDetector()
    detector.update(data[:_SAMPLE])
    return _known(detector.encoding(html5_compatible=False))

"""Text folded for matching, with the way back: accents, quotes, dashes and runs of white space made plain."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache

from msgspec import Struct

_LETTERS = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ħ": "h", "Ħ": "H"}
_SIGNS = {"'": "‘’ʻʼ‛′`´ʿʾ＇", "-": "‐‑‒–—−", '"': "“”„‟", " ": "\t\n\v\f\r\x1c\x1d\x1f\x85\xa0\u1680\u2000"}
_SIGNS[" "] += "\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u202f\u205f\u3000"
BREAK = "\x1e"  # stands where a paragraph ends, so that nothing is matched across it
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r[^\S\r]*\r|[\f\u2029]")
_DROPPED = re.compile("[\u0300-\u036f\u00ad\u200b\u2060\ufeff]+| ( +)")


@cache
def _table() -> dict[int, str]:
    table = {ord(letter): plain for letter, plain in _LETTERS.items()}
    for point in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base, *marks = list(unicodedata.normalize("NFKD", chr(point)))
        if marks and base.isascii() and all(unicodedata.combining(mark) for mark in marks):
            table[point] = base
    return table | {ord(sign): plain for plain, signs in _SIGNS.items() for sign in signs}


def _without_typography(text: str) -> str:
    """Make plain the few signs that most texts have beside ASCII: one that has no other is translated far faster."""
    if not text.isascii():
        for sign, plain in _USUAL:
            text = text.replace(sign, plain)
    return text


_USUAL = (
    ("\u2019", "'"),
    ("\u2018", "'"),
    ("\u201c", '"'),
    ("\u201d", '"'),
    ("\u2013", "-"),
    ("\u2014", "-"),
    ("\xa0", " "),
)


class Folded(Struct, frozen=True):
    """A folded text; `starts` and `shifts` say how many characters were dropped before each of its parts."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """Return where the character at this offset of the folded text stands in the original."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that a span of the folded text came from; it must not be empty."""
        return self.origin(start), self.origin(end - 1) + 1


def fold(text: str) -> Folded:
    """Fold a text in time linear in its length; letters keep their case, and a blank line leaves a BREAK."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return Folded(text, (0,), (0,))
    plain = _without_typography(_BLANK_LINE.sub(lambda blank: BREAK + blank.group()[1:], text)).translate(_table())
    if plain.isascii() and "  " not in plain:
        return Folded(plain, (0,), (0,))
    kept, starts, shifts, at, shift = [], [0], [0], 0, 0
    for dropped in _DROPPED.finditer(plain):
        start, end = dropped.span(dropped.lastindex or 0)
        kept.append(plain[at:start])
        at = end
        shift += end - start
        starts.append(at - shift)
        shifts.append(shift)
    return Folded("".join((*kept, plain[at:])), tuple(starts), tuple(shifts))

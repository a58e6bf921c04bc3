"""Hyphens at the ends of lines, by the other words of a page: kept in compounds, dropped within a word."""

from __future__ import annotations

import re

HYPHEN = "\ufffe"
"""pdfium's mark of a hyphen at the end of a line."""

_PARTED = re.compile(rf"([^\W\d_]*){HYPHEN}\s*([^\W\d_]*)")
_WORD = re.compile(r"[^\W\d_]+")


def joined(text: str, page: str) -> str:
    """Return a text on one line with its words put together that a hyphen parts at a line's end.

    The hyphen stays before a capital or a digit, where the page has the word with a hyphen elsewhere, and where it
    has both parts as words of their own and the whole nowhere.
    """
    if HYPHEN not in text:
        return text
    plain = page.casefold()
    words = frozenset(_WORD.findall(_PARTED.sub(" ", plain)))

    def over(found: re.Match[str]) -> str:
        left, right = found.groups()
        first, second = left.casefold(), right.casefold()
        compound = first in words and second in words and first + second not in words
        if not left or not right[:1].islower() or f"{first}-{second}" in plain or compound:
            return f"{left}-{right}"
        return left + right

    return _PARTED.sub(over, text)

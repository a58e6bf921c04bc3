"""Hyphens at the ends of lines, by the other words of a page: kept in compounds, dropped within a word."""

from __future__ import annotations

import re
from functools import cached_property

HYPHEN = "\ufffe"
"""pdfium's mark of a hyphen at the end of a line."""

_PARTED = re.compile(rf"([^\W\d_]*){HYPHEN}\s*([^\W\d_]*)")
_LINE_END = 3
"""How many characters before a word are looked at: a hyphen and the line break behind it."""


class Hyphens:
    """Puts together what hyphens part on one page; its words are looked up only where there is a hyphen."""

    def __init__(self, page: str) -> None:
        self._page = page

    @cached_property
    def _plain(self) -> str:
        return self._page.casefold()

    def joined(self, text: str) -> str:
        """Return a text on one line with its words put together that a hyphen parts at a line's end.

        The hyphen stays before a capital or a digit, where the page has the word with a hyphen elsewhere, and where it
        has both parts as words of their own and the whole nowhere.
        """
        return _PARTED.sub(self._over, text) if HYPHEN in text else text

    def _over(self, found: re.Match[str]) -> str:
        left, right = found.groups()
        if not left or not right[:1].islower():
            return f"{left}-{right}"
        first, second = left.casefold(), right.casefold()
        if f"{first}-{second}" in self._plain:
            return f"{left}-{right}"
        compound = self._has(first) and self._has(second) and not self._has(first + second)
        return f"{left}-{right}" if compound else left + right

    def _has(self, word: str) -> bool:
        """Tell whether a word stands on the page by itself, and not as a part of one that a hyphen parts."""
        plain = self._plain
        at = plain.find(word)
        while at >= 0:
            end = at + len(word)
            before, after = plain[max(0, at - _LINE_END) : at], plain[end : end + 1]
            if not (before[-1:].isalpha() or after.isalpha() or after == HYPHEN or before.rstrip()[-1:] == HYPHEN):
                return True
            at = plain.find(word, end)
        return False

"""The lines of a text, stripped, with their offsets and the blank lines before them."""

from __future__ import annotations

import re
from typing import NamedTuple

_SPACES = re.compile(r"[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_RULE = re.compile(r"[|_=~*+\-\u2013\u2014\u2500\u2550. \t]+")


class Line(NamedTuple):
    """One line without the white space around it.

    `text` has every odd space as a plain one, so that its offsets are the document's plus `start`. `width` counts from
    the margin, `gap` says whether a blank line stands before it, `rule` that it is drawn and holds no word.
    """

    start: int
    end: int
    text: str
    width: int
    gap: bool
    rule: bool = False

    @property
    def indent(self) -> int:
        """How far from the margin the text begins."""
        return self.width - len(self.text)


def split_lines(text: str) -> list[Line]:
    """Return the lines that are not blank; a table's bars at a line's edges are left out of it."""
    lines: list[Line] = []
    start, gap = 0, True
    for raw in text.splitlines(keepends=True):
        line = _line(raw, start, gap=gap)
        if line is None:
            gap = True
        else:
            lines.append(line)
            gap = False
        start += len(raw)
    return lines


def _line(raw: str, start: int, *, gap: bool) -> Line | None:
    if raw.isspace():
        return None
    left, right = _bounds(raw)
    if left >= right:
        return None
    if raw[left] == "|" and not _RULE.fullmatch(raw, left, right):
        while left < right and raw[left] in "| \t":
            left += 1
        while right > left and raw[right - 1] in "| \t":
            right -= 1
    text = _SPACES.sub(" ", raw[left:right])
    rule = bool(_RULE.fullmatch(text)) and (len(text) > 2 or text[0] in "|_=") and not text.startswith("***")
    return Line(start + left, start + right, text, right, gap, rule)


def _bounds(raw: str) -> tuple[int, int]:
    stripped = raw.lstrip("\ufeff\u200b").lstrip()
    left = len(raw) - len(stripped)
    return left, left + len(stripped.rstrip().rstrip("\u200b"))

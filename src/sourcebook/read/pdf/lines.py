"""The lines of a page with their places on it, and the cells into which gaps part them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from ctypes import addressof, c_float
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium

from sourcebook.read.pdf.calls import DOUBLE, address_of, four_doubles, letter_box, letter_weight, line_box
from sourcebook.read.pdf.columns import GAP, Row
from sourcebook.read.pdf.hyphens import HYPHEN

_BOLD = 600
_SHORT = 100
"""Only shorter lines are asked for their weight: headings are."""
_WHITE = " \t\u00a0"
_LINE = re.compile(r"[^\r\n\ufffe]+\ufffe?")


class PlacedLine(NamedTuple):
    """A line as pdfium gives it, the number of its first character, and where and how large that stands.

    `bottom` and `height` are those of its font's line, the same for every letter, `middle` is half as high as most of
    its letters. `cells` are the places in the text where the words behind a gap begin.
    """

    text: str
    at: int
    left: float
    right: float
    bottom: float
    height: float
    middle: float
    bold: bool = False
    cells: tuple[int, ...] = ()


def placed_lines(text: pdfium.PdfTextPage, plain: str) -> list[PlacedLine]:
    """Return the lines of a page in the order in which pdfium gives them; `plain` is all of its text."""
    sides = (c_float * 4)()
    place, page = addressof(sides), address_of(text.raw)
    lines = []
    for found in _LINE.finditer(plain):
        words = found.group()
        bare = words.lstrip(_WHITE)
        whole = bare.rstrip(_WHITE)
        if not whole:
            continue
        at = found.end() - len(bare)
        last = at + len(whole) - (2 if whole[-1] == HYPHEN and len(whole) > 1 else 1)
        line_box(page, last, place)
        right = sides[2]
        line_box(page, at, place)
        left, top, _, bottom = sides
        height = top - bottom
        bold = len(whole) < _SHORT and letter_weight(page, at) >= _BOLD and letter_weight(page, last) >= _BOLD
        lines.append(PlacedLine(bare, at, left, right, bottom, height, bottom + 0.4 * height, bold))
    return lines


class Letters:
    """Asks pdfium where single characters stand; one box is used again and again, since pages have thousands."""

    def __init__(self, text: pdfium.PdfTextPage) -> None:
        self._page = address_of(text.raw)
        self._sides = four_doubles()
        first = addressof(self._sides)
        self._places = tuple(range(first, first + 4 * DOUBLE, DOUBLE))

    def left(self, index: int) -> float:
        """Return the left edge of the character with this number."""
        letter_box(self._page, index, *self._places)
        return self._sides[0]  # type: ignore[no-any-return]

    def right(self, index: int) -> float:
        """Return the right edge of the character with this number."""
        letter_box(self._page, index, *self._places)
        return self._sides[1]  # type: ignore[no-any-return]


def with_gaps(lines: Sequence[PlacedLine], text: pdfium.PdfTextPage, rows: list[Row]) -> list[PlacedLine]:
    """Return the lines with the cells that the gaps in the rows of the page part them into."""
    letters = Letters(text)
    gaps = _Gaps(rows)
    made = []
    for line in lines:
        _, starts = gaps.beside(line.left, line.middle)
        cells = tuple(_cells(line.text.rstrip(), line.at, letters, starts)) if starts else ()
        made.append(line._replace(cells=cells))
    return made


def _cells(text: str, at: int, letters: Letters, starts: list[float]) -> Iterator[int]:
    """Yield where in a line the words begin that stand behind a gap."""
    waiting = sorted(starts)
    for space in re.finditer(r"\s+", text):
        if waiting and space.end() < len(text) and letters.left(at + space.end()) >= waiting[0] - 3:
            yield space.end()
            waiting.pop(0)


class _Gaps:
    """The gaps in the rows of a page, to be found by height."""

    def __init__(self, rows: list[Row]) -> None:
        upwards = rows[::-1]
        self._starts = [_behind_gaps(row) for row in upwards]
        self._ends = [row[-1].right for row in upwards]
        self._middles = [(row[0].bottom + row[0].top) / 2 for row in upwards]

    def beside(self, left: float, middle: float) -> tuple[float, list[float]]:
        """Return where the row at this height ends, and where runs behind a gap begin in it, right of a place."""
        at = bisect_left(self._middles, middle)
        if at == len(self._middles) or (at and middle - self._middles[at - 1] < self._middles[at] - middle):
            at -= 1
        if at < 0:
            return left, []
        return self._ends[at], [start for start in self._starts[at] if left < start]


def _behind_gaps(row: Row) -> list[float]:
    """Return where the runs of a row begin that stand behind a gap wider than a line is high."""
    return [
        after.left for before, after in pairwise(row) if after.left - before.right > GAP * (after.top - after.bottom)
    ]

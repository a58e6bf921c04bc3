"""The lines of a page with their places on it, and the cells into which gaps part them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from ctypes import byref, c_double
from itertools import pairwise
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from sourcebook.read.pdf.columns import GAP, Row

_LINE = re.compile(r"[^\r\n\ufffe]+\ufffe?")


class PlacedLine(NamedTuple):
    """A line as pdfium gives it, where it stands, and where in it the cells behind its gaps begin."""

    text: str
    left: float
    right: float
    middle: float
    cells: tuple[int, ...] = ()


class Boxes:
    """Asks pdfium where single characters stand; one box is used again and again, since pages have thousands."""

    def __init__(self, text: pdfium.PdfTextPage) -> None:
        self._raw = text.raw
        self._left, self._right, self._bottom, self._top = c_double(), c_double(), c_double(), c_double()
        self._places = (byref(self._left), byref(self._right), byref(self._bottom), byref(self._top))

    def left(self, index: int) -> float:
        """Return the left edge of the character with this number."""
        raw.FPDFText_GetCharBox(self._raw, index, *self._places)
        return self._left.value

    def middle(self) -> float:
        """Return the height at which the character asked for last stands."""
        return (self._bottom.value + self._top.value) / 2


def placed_lines(text: pdfium.PdfTextPage, plain: str, rows: list[Row]) -> list[PlacedLine]:
    """Return the lines of a page in the order in which pdfium gives them."""
    boxes = Boxes(text)
    gaps = _Gaps(rows)
    return [
        _placed(found.group(), found.start(), boxes, gaps) for found in _LINE.finditer(plain) if found.group().strip()
    ]


def _placed(text: str, at: int, boxes: Boxes, gaps: _Gaps) -> PlacedLine:
    left = boxes.left(at + len(text) - len(text.lstrip()))
    middle = boxes.middle()
    right, starts = gaps.beside(left, middle)
    cells = tuple(_cells(text.rstrip(), at, boxes, starts)) if starts else ()
    return PlacedLine(text, left, right, middle, cells)


def _cells(text: str, at: int, boxes: Boxes, starts: list[float]) -> Iterator[int]:
    """Yield where in a line the words begin that stand behind a gap."""
    waiting = sorted(starts)
    for space in re.finditer(r"\s+", text):
        if waiting and space.end() < len(text) and boxes.left(at + space.end()) >= waiting[0] - 3:
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

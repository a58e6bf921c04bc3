"""The lines of a page with their places on it, and the cells into which gaps part them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_double, c_float
from itertools import accumulate, pairwise, repeat
from operator import sub

import msgspec
from msgspec.structs import replace

from sourcebook.read.pdf.calls import (
    DOUBLE,
    FLOAT,
    Address,
    float_boxes,
    for_each,
    letter_box,
    letter_weight,
    line_box,
    place_in,
    room_for,
)
from sourcebook.read.pdf.columns import GAP, Row
from sourcebook.read.pdf.hyphens import HYPHEN
from sourcebook.read.pdf.sheet import Sheet

_BOLD = 600
_SHORT = 100
"""Only shorter lines are asked for their weight: headings are."""
_SAME_PLACE = 3.0
_WHITE = " \t\u00a0"
_BREAK = "\r\n"
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\r\n\ufffe]+\ufffe?")


class PlacedLine(msgspec.Struct, frozen=True, gc=False):
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
    cells: tuple[int, ...] = ()


def placed_lines(sheet: Sheet, plain: str) -> list[PlacedLine]:
    """Return the lines of a page in the order in which pdfium gives them; `plain` is all of its text."""
    words: list[str] = []
    ends: list[int] = []
    for start, line in _lines(plain):
        bare = line.lstrip(_WHITE)
        if whole := bare.rstrip(_WHITE):
            at = start + len(line) - len(bare)
            words.append(whole)
            ends += (at, at + len(whole) - (2 if whole[-1] == HYPHEN and len(whole) > 1 else 1))
    if not words:
        return []
    boxes = _line_boxes(sheet.text, ends)
    lefts, tops, _, bottoms = zip(*boxes[::2], strict=True)
    rights = [box[2] for box in boxes[1::2]]
    heights = list(map(sub, tops, bottoms))
    middles = [bottom + 0.4 * height for bottom, height in zip(bottoms, heights, strict=True)]
    return list(map(PlacedLine, words, ends[::2], lefts, rights, bottoms, heights, middles))


def _lines(plain: str) -> Iterable[tuple[int, str]]:
    """Return each line of a page with the number of its first character; a hyphen at a line's end belongs to it."""
    lines = plain.split(_BREAK)
    breaks = len(lines) - 1
    if HYPHEN in plain or plain.count("\n") != breaks or plain.count("\r") != breaks:
        return [(found.start(), found.group()) for found in _LINE.finditer(plain)]
    return zip(accumulate([len(line) + len(_BREAK) for line in lines], initial=0), lines, strict=False)


def _last(line: PlacedLine) -> int:
    """Return the number of a line's last letter, which the hyphen at its end is none of."""
    length = len(line.text)
    return line.at + length - (2 if length > 1 and line.text[-1] == HYPHEN else 1)


def _line_boxes(text: Address, letters: Sequence[int]) -> list[tuple[float, float, float, float]]:
    """Return where the lines of some letters stand: left, top, right, bottom."""
    sides = room_for(c_float, 4 * len(letters))
    places = map(place_in, repeat(sides), range(0, 4 * FLOAT * len(letters), 4 * FLOAT))
    for_each(map(line_box, repeat(text), letters, places))
    return list(float_boxes(sides, len(letters)))


class Letters:
    """Asks pdfium where single letters and words stand; one box is used again and again, since pages have thousands."""

    def __init__(self, sheet: Sheet) -> None:
        self._text = sheet.text
        self._sides = room_for(c_double, 4)
        self._words: dict[int, list[tuple[int, int]]] = {}
        self._places = tuple(place_in(self._sides, side * DOUBLE) for side in range(4))

    def words(self, line: PlacedLine) -> list[tuple[int, int]]:
        """Return from where to where the words of a line go in its text."""
        if (words := self._words.get(line.at)) is None:
            words = self._words[line.at] = [word.span() for word in _WORD.finditer(line.text)]
        return words

    def bold(self, lines: Sequence[PlacedLine]) -> frozenset[int]:
        """Return the first letters, by number, of lines that are short enough for a heading and heavy at both ends."""
        text = self._text
        short = [line for line in lines if len(line.text) < _SHORT]
        weights = list(map(letter_weight, repeat(text), [line.at for line in short]))
        if not weights or max(weights) < _BOLD:
            return frozenset()
        heavy = [line for line, weight in zip(short, weights, strict=True) if weight >= _BOLD]
        return frozenset([line.at for line in heavy if letter_weight(text, _last(line)) >= _BOLD])

    def left(self, index: int) -> float:
        """Return the left edge of the character with this number."""
        letter_box(self._text, index, *self._places)
        return self._sides[0]  # type: ignore[no-any-return]

    def right(self, index: int) -> float:
        """Return the right edge of the character with this number."""
        letter_box(self._text, index, *self._places)
        return self._sides[1]  # type: ignore[no-any-return]


def with_gaps(lines: Sequence[PlacedLine], letters: Letters, rows: list[Row]) -> list[PlacedLine]:
    """Return the lines with the cells that the gaps in the rows of the page part them into."""
    gaps = _Gaps(rows)
    made = []
    for line in lines:
        _, starts = gaps.beside(line.left, line.middle)
        cells = tuple(_cells(line.text.rstrip(), line.at, letters, starts)) if starts else ()
        made.append(replace(line, cells=cells))
    return made


def _cells(text: str, at: int, letters: Letters, starts: list[float]) -> Iterator[int]:
    """Yield where in a line the words begin that stand behind a gap."""
    waiting = sorted(starts)
    for space in re.finditer(r"\s+", text):
        if waiting and space.end() < len(text) and letters.left(at + space.end()) >= waiting[0] - _SAME_PLACE:
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
        return self._ends[at], [start for start in self._starts[at] if left + _SAME_PLACE < start]


def _behind_gaps(row: Row) -> list[float]:
    """Return where the runs of a row begin that stand behind a gap wider than a line is high."""
    return [
        after.left for before, after in pairwise(row) if after.left - before.right > GAP * (after.top - after.bottom)
    ]

"""Parting the lines of a page at the columns of a table, by where their words stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter

from sourcebook.read.pdf.lines import Letters, PlacedLine

_REACH = 1.5
_GAP = 0.4
"""How wide white space is, in heights of a line, that may part two cells; between two words it is narrower."""


class Heights:
    """The lines of a page, to be found by their height on it."""

    def __init__(self, lines: Sequence[PlacedLine]) -> None:
        pairs = sorted(((line.middle, line) for line in lines), key=itemgetter(0))
        self._middles = [middle for middle, _ in pairs]
        self._lines = [line for _, line in pairs]

    def between(self, low: float, high: float) -> list[PlacedLine]:
        """Return the lines whose middle is between two heights."""
        return self._lines[bisect_right(self._middles, low) : bisect_left(self._middles, high)]


def parted(line: PlacedLine, columns: Sequence[float], letters: Letters) -> list[tuple[int, str]]:
    """Return the parts of a line with the number of the column each stands in; words that go over one stay together.

    `columns` are the edges of the columns. pdfium makes one line of all the cells that stand at one height.
    """
    column = _column_of(columns, line.left)
    if line.right <= columns[column + 1] + _REACH:
        return [(column, line.text)]
    text = line.text
    words = letters.words(line)
    parts: list[tuple[int, str]] = []
    start = first = 0
    for cut in range(column + 1, len(columns) - 1):
        if line.right <= columns[cut] + _REACH:
            break
        at = _first_behind(line, words, first + 1, columns[cut], letters)
        if at == len(words):
            break
        left = letters.left(line.at + words[at][0])
        if left - letters.right(line.at + words[at - 1][1] - 1) > _GAP * line.height:
            parts.append((column, text[start : words[at - 1][1]]))
            start, first, column = words[at][0], at, _column_of(columns, left)
    parts.append((column, text[start:]))
    return parts


def goes_over(line: PlacedLine, edges: Sequence[float], letters: Letters) -> bool:
    """Tell whether the words of a line go over one of the edges of columns without a gap."""
    within = line.right - 2 * _REACH
    first = bisect_right(edges, line.left + 2 * _REACH)
    if first == len(edges) or edges[first] >= within:
        return False
    words = letters.words(line)
    for edge in edges[first : bisect_left(edges, within)]:
        at = _first_behind(line, words, 1, edge, letters)
        before = letters.right(line.at + words[at - 1][1] - 1)
        after = letters.left(line.at + words[at][0]) if at < len(words) else before
        if before > edge or after - before <= _GAP * line.height:
            return True
    return False


def filled(lines: Sequence[PlacedLine], columns: Sequence[float], letters: Letters) -> int:
    """Return how many of the columns with these edges hold words of the lines."""
    return len({column for line in lines for column, _ in parted(line, columns, letters)})


def _first_behind(line: PlacedLine, words: Sequence[tuple[int, int]], least: int, edge: float, letters: Letters) -> int:
    """Return which word of a line is the first to begin behind an edge."""
    first, behind, left = line.at, edge - _REACH, letters.left
    low, high = least, len(words)
    while low < high:
        middle = (low + high) // 2
        if left(first + words[middle][0]) < behind:
            low = middle + 1
        else:
            high = middle
    return low


def _column_of(columns: Sequence[float], left: float) -> int:
    return bisect_right(columns, left + _REACH, 1, len(columns) - 1) - 1


def has_gap(line: PlacedLine, left: float, right: float, wide: float, letters: Letters) -> bool:
    """Tell whether white space wider than so much begins in a line between two places from the left."""
    words = letters.words(line)
    for at in range(_first_behind(line, words, 1, left, letters), len(words)):
        before = letters.right(line.at + words[at - 1][1] - 1)
        if before > right:
            return False
        if letters.left(line.at + words[at][0]) - before > wide:
            return True
    return False

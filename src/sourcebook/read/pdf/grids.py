"""Tables that are ruled: rows of edges that belong together, and the cells between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

import msgspec

from sourcebook.read.pdf.columns import Rect
from sourcebook.read.pdf.lines import Letters, PlacedLine
from sourcebook.read.pdf.parting import Heights, filled, goes_over
from sourcebook.read.pdf.rules import Edge, Edges

_SAME = 3.0
_LEVEL = 1.6
_ROW = 5.0
_COLUMN = 8.0
_LOOKED_BACK = 24
_ROOM = 40.0
"""How far two rulings are apart at least where the end of one table, running text and another's head are between."""
_ASKED = 4
"""How many of the lines between two rulings are asked at most whether they are running text."""
_MOST_LINES = 600


Cells = tuple[list[float], list[int]]
"""The cells of a column from the top: how far down each begins, as heights on the page below nought, and its row."""


class Grid(NamedTuple):
    """A ruled table: the box it fills, the edges of its columns, and in each column the tops of its cells.

    A cell is known by the number of the row in which it begins: one that goes over several rows has no other between.
    """

    box: Rect
    columns: tuple[float, ...]
    cells: list[Cells]

    def holds(self, left: float, middle: float) -> bool:
        """Tell whether a place on the page is in the table."""
        box = self.box
        return box.left - 1 <= left <= box.right + 1 and box.bottom - 1 <= middle <= box.top + 1

    def held(self, lines: Sequence[PlacedLine]) -> list[int]:
        """Return which of some lines begin in the table."""
        box = self.box
        low, high, first, last = box.bottom - 1, box.top + 1, box.left - 1, box.right + 1
        return [at for at, line in enumerate(lines) if low <= line.middle <= high and first <= line.left <= last]

    def row_of(self, column: int, middle: float) -> int:
        """Return the row in which the cell begins that holds a height in a column."""
        depths, rows = self.cells[column]
        return rows[max(0, bisect_right(depths, -middle) - 1)]


class Written(NamedTuple):
    """What is written on a page, to be asked what stands between two rulings."""

    heights: Heights
    letters: Letters


class _Ruling(msgspec.Struct, frozen=True, gc=False):
    """The level edges at one height that touch each other, and all the places where one of them ends."""

    at: float
    ends: tuple[float, ...]


def grids(edges: Edges, page: Written) -> list[Grid]:
    """Return the ruled tables of a page from its top; a table has two rows and two columns at least."""
    rulings = _rulings(edges.level)[:_MOST_LINES]
    found = (_grid(group, edges.upright) for group in _groups(rulings, edges.upright, page))
    return sorted(filter(None, found), key=lambda grid: -grid.box.top)


def _rulings(level: Sequence[Edge]) -> list[_Ruling]:
    """Return the rulings from the top of the page, those at one height from left to right."""
    rulings: list[_Ruling] = []
    row: list[Edge] = []
    for edge in sorted(level, reverse=True):
        if row and row[0].at - edge.at >= _LEVEL:
            rulings += [_Ruling(row[0].at, ends) for ends in _touching(row)]
            row = []
        row.append(edge)
    if row:
        rulings += [_Ruling(row[0].at, ends) for ends in _touching(row)]
    return rulings


def _touching(row: list[Edge]) -> list[tuple[float, ...]]:
    """Return the ends of edges at one height that reach each other."""
    if len(row) == 1:
        return [(row[0].start, row[0].end)]
    found: list[tuple[float, ...]] = []
    kept: list[float] = []
    reach = 0.0
    for start, end in sorted([(edge.start, edge.end) for edge in row]):
        if kept and start > reach + _SAME:
            found.append(_apart(kept, _SAME))
            kept = []
        reach = max(end, reach) if kept else end
        kept += (start, end)
    found.append(_apart(kept, _SAME))
    return found


def _apart(places: Iterable[float], least: float) -> tuple[float, ...]:
    """Return places in order without those that are nearer to the one before than so much."""
    kept: list[float] = []
    last = -inf
    for place in sorted(places):
        if place - last >= least:
            kept.append(place)
            last = place
    return tuple(kept)


def _groups(rulings: Sequence[_Ruling], upright: Sequence[Edge], page: Written) -> list[list[_Ruling]]:
    """Return the rulings by table: each belongs with the nearest above it that share its ends, or are joined to it."""
    group_of: list[list[int]] = []
    for at, ruling in enumerate(rulings):
        if at and _is_next_row(rulings[at - 1], ruling):
            group_of.append(group_of[-1])
            group_of[-1].append(at)
            continue
        group_of.append([at])
        for above in _nearest_above(rulings, at):
            if group_of[above] is group_of[at] or not _belong(rulings[above], ruling, upright, page):
                continue
            joined, old = group_of[above], group_of[at]
            joined += old
            for member in old:
                group_of[member] = joined
    distinct = {id(group): group for group in group_of}
    return [[rulings[at] for at in sorted(group)] for group in distinct.values()]


def _is_next_row(above: _Ruling, below: _Ruling) -> bool:
    """Tell whether two rulings have all their ends in common, of which there are several, and are near each other."""
    return above.ends == below.ends and len(above.ends) > 2 and above.at - below.at < _ROOM


def _nearest_above(rulings: Sequence[_Ruling], at: int) -> Iterator[int]:
    """Yield the rulings above one that no other stands between, as far as they stand over it."""
    open_parts = [(rulings[at].ends[0], rulings[at].ends[-1])]
    for above in range(at - 1, max(-1, at - 1 - _LOOKED_BACK), -1):
        left, right = rulings[above].ends[0], rulings[above].ends[-1]
        rest: list[tuple[float, float]] = []
        over = False
        for start, end in open_parts:
            if end <= left or start >= right:
                rest.append((start, end))
                continue
            over = True
            if left - start > _SAME:
                rest.append((start, left))
            if end - right > _SAME:
                rest.append((right, end))
        if over:
            yield above
            open_parts = rest
            if not rest:
                return


def _belong(above: _Ruling, below: _Ruling, upright: Sequence[Edge], page: Written) -> bool:
    """Tell whether two rulings are of one table: by their ends and what is between them, or by an edge that joins them.

    A ruling without inner ends, as under a running head, needs words in several columns beneath it. Where words go
    over the columns, one line may be a heading within the table; more are running text between two tables.
    """
    shared = _shared(above.ends, below.ends)
    ends = above.ends if len(above.ends) > len(below.ends) else below.ends
    if len(shared) > 2:
        if above.at - below.at < _ROOM:
            return True
        between = page.heights.between(below.at, above.at)
        rows = {int(line.bottom / _ROW) for line in between}
        some = between[:: len(between) // _ASKED + 1]
        return len(rows) < 2 or not any(goes_over(line, shared[1:-1], page.letters) for line in some)
    if len(shared) == 2 and len(ends) > 2:
        between = page.heights.between(below.at, above.at)
        over = any(goes_over(line, ends[1:-1], page.letters) for line in between)
        if not over and (len(above.ends) > 2 or filled(between, ends, page.letters) > 1):
            return True
    low, high = below.at + _SAME, above.at - _SAME
    left, right = max(above.ends[0], below.ends[0]) - _SAME, min(above.ends[-1], below.ends[-1]) + _SAME
    return any(edge.start < low and edge.end > high and left < edge.at < right for edge in upright)


def _shared(ends: tuple[float, ...], others: tuple[float, ...]) -> tuple[float, ...]:
    if ends == others:
        return ends
    shared = []
    for end in others:
        at = bisect_right(ends, end - _SAME)
        if at < len(ends) and ends[at] < end + _SAME:
            shared.append(end)
    return tuple(shared)


def _grid(group: Sequence[_Ruling], upright: Sequence[Edge]) -> Grid | None:
    if len(group) < 3:
        return None
    heights = _apart([-ruling.at for ruling in group], _ROW)
    tops = [-height for height in heights]
    if len(tops) < 3:
        return None
    ends = [end for ruling in group for end in ruling.ends]
    left, right = min(ends), max(ends)
    ends += [edge.at for edge in upright if left < edge.at < right and _parts(edge, tops)]
    columns = _apart(ends, _COLUMN)
    if len(columns) < 3:
        return None
    box = Rect(columns[0], tops[-1], columns[-1], tops[0])
    return Grid(box, columns, [_cells(group, heights, (left + right) / 2) for left, right in pairwise(columns)])


def _parts(edge: Edge, tops: Sequence[float]) -> bool:
    """Tell whether an upright edge goes from one ruling of a table to another."""
    low, high = (any(-_SAME < top - end < _SAME for top in tops) for end in (edge.start, edge.end))
    return low and high


def _cells(group: Sequence[_Ruling], heights: Sequence[float], middle: float) -> Cells:
    """Return the cells of a column, in the middle of which a place is."""
    depths, rows = [heights[0]], [0]
    last = len(heights) - 1
    for ruling in group:
        if ruling.ends[0] < middle < ruling.ends[-1]:
            row = bisect_left(heights, -ruling.at - _ROW)
            if 0 < row < last and rows[-1] != row:
                depths.append(heights[row])
                rows.append(row)
    return depths, rows

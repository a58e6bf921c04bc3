"""Tables that are ruled: rows of edges that belong together, and the cells between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sourcebook.read.pdf.columns import Rect
from sourcebook.read.pdf.lines import Letters
from sourcebook.read.pdf.parting import Heights, filled, goes_over
from sourcebook.read.pdf.rules import Edge, Edges

_SAME = 3.0
_LEVEL = 1.6
_ROW = 5.0
_COLUMN = 8.0
_LOOKED_BACK = 24
_ROOM = 40.0
"""How far two rulings are apart at least where the end of one table, running text and another's head are between."""
_MOST_LINES = 600


class Grid(NamedTuple):
    """A ruled table: the box it fills, the edges of its columns, and in each column the tops of its cells.

    A cell is known by the number of the row in which it begins: one that goes over several rows has no other between.
    """

    box: Rect
    columns: tuple[float, ...]
    cells: list[list[tuple[float, int]]]

    def holds(self, left: float, middle: float) -> bool:
        """Tell whether a place on the page is in the table."""
        box = self.box
        return box.left - 1 <= left <= box.right + 1 and box.bottom - 1 <= middle <= box.top + 1

    def row_of(self, column: int, middle: float) -> int:
        """Return the row in which the cell begins that holds a height in a column."""
        found = 0
        for top, row in self.cells[column]:
            if top < middle:
                break
            found = row
        return found


class Written(NamedTuple):
    """What is written on a page, to be asked what stands between two rulings."""

    heights: Heights
    letters: Letters


class _Ruling(NamedTuple):
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
    rows: list[list[Edge]] = []
    for edge in sorted(level, key=lambda edge: -edge.at):
        if rows and rows[-1][0].at - edge.at < _LEVEL:
            rows[-1].append(edge)
        else:
            rows.append([edge])
    return [
        _Ruling(row[0].at, ends)
        for row in rows
        for ends in (_touching(row) if len(row) > 1 else ((row[0].start, row[0].end),))
    ]


def _touching(row: list[Edge]) -> Iterable[tuple[float, ...]]:
    """Yield the ends of edges at one height that reach each other."""
    kept: list[Edge] = []
    reach = 0.0
    for edge in sorted(row, key=lambda edge: edge.start):
        if kept and edge.start > reach + _SAME:
            yield _apart([end for one in kept for end in (one.start, one.end)], _SAME)
            kept = []
        kept.append(edge)
        reach = max(edge.end, reach) if len(kept) > 1 else edge.end
    yield _apart([end for one in kept for end in (one.start, one.end)], _SAME)


def _apart(places: Iterable[float], least: float) -> tuple[float, ...]:
    """Return places in order without those that are nearer to the one before than so much."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] >= least:
            kept.append(place)
    return tuple(kept)


def _groups(rulings: Sequence[_Ruling], upright: Sequence[Edge], page: Written) -> list[list[_Ruling]]:
    """Return the rulings by table: each belongs with the nearest above it that share its ends, or are joined to it."""
    group_of: list[list[int]] = []
    for at, ruling in enumerate(rulings):
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


def _nearest_above(rulings: Sequence[_Ruling], at: int) -> Iterator[int]:
    """Yield the rulings above one that no other stands between, as far as they stand over it."""
    open_parts = [(rulings[at].ends[0], rulings[at].ends[-1])]
    for above in range(at - 1, max(-1, at - 1 - _LOOKED_BACK), -1):
        left, right = rulings[above].ends[0], rulings[above].ends[-1]
        if all(end <= left or start >= right for start, end in open_parts):
            continue
        yield above
        rest = [part for start, end in open_parts for part in ((start, min(end, left)), (max(start, right), end))]
        open_parts = [(start, end) for start, end in rest if end - start > _SAME]
        if not open_parts:
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
        return len(rows) < 2 or not any(goes_over(line, shared[1:-1], page.letters) for line in between)
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
    return tuple(end for end in others if any(-_SAME < end - other < _SAME for other in ends))


def _grid(group: Sequence[_Ruling], upright: Sequence[Edge]) -> Grid | None:
    heights = _apart((-ruling.at for ruling in group), _ROW)
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


def _cells(group: Sequence[_Ruling], heights: Sequence[float], middle: float) -> list[tuple[float, int]]:
    """Return the top of each cell of a column with the number of its row, from the top of the table."""
    ruled = [ruling.at for ruling in group if ruling.ends[0] < middle < ruling.ends[-1]]
    cells = [(-heights[0], 0)]
    last = len(heights) - 1
    for ruling in ruled:
        row = bisect_left(heights, -ruling - _ROW)
        if 0 < row < last and cells[-1][1] != row:
            cells.append((-heights[row], row))
    return cells

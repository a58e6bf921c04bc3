"""Telling by the places of its runs of text whether a page has columns that were drawn line by line across."""

from __future__ import annotations

from itertools import pairwise

import msgspec
from msgspec.structs import replace

_CROSSING = 5
_FILLED = 0.55
NARROWEST = 6.0
_NUMBER_WIDE = 2.5
GAP = 1.2
"""How many times a line's height a gap is wide that parts two cells."""


class Rect(msgspec.Struct, frozen=True, gc=False):
    """Where a run of text stands on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


Row = list[Rect]


def rows_of(rects: list[Rect]) -> list[Row]:
    """Group runs into rows by their height on the page, from the top, each from left to right."""
    rows: list[Row] = []
    for rect in sorted(rects, key=lambda rect: (-(rect.top + rect.bottom) / 2, rect.left)):
        middle = (rect.top + rect.bottom) / 2
        last = rows[-1][0] if rows else None
        if last is not None and last.bottom <= middle <= last.top:
            rows[-1].append(rect)
        else:
            rows.append([rect])
    for row in rows:
        row.sort(key=lambda rect: rect.left)
    return rows


def column_regions(rects: list[Rect], rows: list[Row]) -> list[Rect]:
    """Return the regions to read one after the other; none where the page's own order is that of reading.

    `rects` are in the order in which the page was drawn, `rows` the same from its top. Where that order goes over
    the gutter row by row, the columns are told apart; rows that run over it, such as headings, part the page into
    bands.
    """
    if len(rects) < 4 * _CROSSING:
        return []
    gutter = _gutter(rows)
    if gutter is None or _crossings(rects, gutter) < max(_CROSSING, 0.3 * len(rows)):
        return []
    return _regions(rows, gutter)


def _crossings(rects: list[Rect], gutter: float) -> int:
    """Count the times that drawing went on, in one row, from the left of the gutter to the right of it."""
    return sum(
        before.right < gutter < after.left + 2 and before.bottom < (after.top + after.bottom) / 2 < before.top
        for before, after in pairwise(rects)
    )


def drawn_gaps(rects: list[Rect]) -> int:
    """Count the times that drawing went on in one row behind a gap wider than a line is high, as in tables.

    A gap behind a run as short as a number is left out: lists have it on every line.
    """
    return sum(
        after.left - before.right > GAP * (height := after.top - after.bottom)
        and abs(after.bottom - before.bottom) < 2
        and before.right - before.left > _NUMBER_WIDE * height
        for before, after in pairwise(rects)
    )


def _gutter(rows: list[Row]) -> float | None:
    """Return the middle of the gap that most rows have near the middle of the page, with text that fills both sides."""
    left = min(row[0].left for row in rows)
    right = max(row[-1].right for row in rows)
    width = right - left
    gaps = [
        (before.right, after.left)
        for row in rows
        for before, after in pairwise(row)
        if after.left - before.right > NARROWEST and 0.3 < ((before.right + after.left) / 2 - left) / width < 0.7
    ]
    if len(gaps) < max(_CROSSING, 0.4 * len(rows)):
        return None
    starts = sorted(gap[1] for gap in gaps)
    start = starts[len(starts) // 2]
    same = [gap for gap in gaps if abs(gap[1] - start) < 4]
    if len(same) < max(_CROSSING, 0.6 * len(gaps)):
        return None
    filled = sum(1 for gap in same if gap[0] - left > _FILLED * (start - left))
    return start - 1.0 if filled >= 0.7 * len(same) else None


def _regions(rows: list[Row], gutter: float) -> list[Rect]:
    bands: list[tuple[bool, list[Row]]] = []
    for row in rows:
        over = any(rect.left < gutter - 2 and rect.right > gutter + 2 for rect in row)
        if bands and bands[-1][0] == over:
            bands[-1][1].append(row)
        else:
            bands.append((over, [row]))
    regions: list[Rect] = []
    for over, band in bands:
        box = _box(band)
        if over:
            regions.append(box)
        else:
            regions += [replace(box, right=gutter), replace(box, left=gutter)]
    return regions


def _box(band: list[Row]) -> Rect:
    rects = [rect for row in band for rect in row]
    return Rect(
        min(rect.left for rect in rects) - 1,
        min(rect.bottom for rect in rects) - 0.5,
        max(rect.right for rect in rects) + 1,
        max(rect.top for rect in rects) + 0.5,
    )

"""Telling at little cost whether the lines of a page may have gaps in them, so that it is worth to look for columns."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.read.pdf.columns import GAP, NARROWEST
from sourcebook.read.pdf.lines import Letters, PlacedLine
from sourcebook.read.pdf.parting import has_gap

_SAMPLES = 5
_MOST = 0.6
_FEW = 2
_LOOSER = 1.5
_ASKED = 6


def may_have_gaps(lines: Sequence[PlacedLine], letters: Letters, *, captioned: bool = False) -> bool:
    """Tell whether some lines of a page may run across a gap between columns or cells.

    A line with gaps in it is wide for its letters; one that goes over two columns has a gap near the page's middle,
    for which some lines are looked at. On a page with a table's caption one line is enough, elsewhere it takes a few.
    """
    if not lines:
        return False
    spreads = [(line.right - line.left) / (line.height * len(line.text) + 1.0) for line in lines]
    loose = _LOOSER * sorted(spreads)[len(spreads) // 2]
    asked = [line for line, spread in zip(lines, spreads, strict=True) if spread > loose]
    few, most = (0, len(asked)) if captioned else (_FEW, _ASKED)
    if len(asked) > few:
        gaps = (has_gap(line, line.left, line.right, GAP * line.height, letters) for line in asked[:most])
        if sum(gaps) > few:
            return True
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    width = right - left
    wide = [line for line in lines if line.right - line.left > _MOST * width]
    step = max(1, -(-len(wide) // _SAMPLES))
    return _most_have_gaps(wide[::step], left + 0.3 * width, left + 0.7 * width, letters)


def _most_have_gaps(lines: Sequence[PlacedLine], left: float, right: float, letters: Letters) -> bool:
    """Tell whether at most one of some lines has no gap that begins between two places."""
    without = 0
    for line in lines:
        without += not has_gap(line, left, right, NARROWEST, letters)
        if without > 1:
            return False
    return len(lines) > _FEW

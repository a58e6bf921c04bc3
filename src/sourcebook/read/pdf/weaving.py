"""Putting ruled tables among the lines of a page, each with its caption, where the first of its words stood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sourcebook.read.pdf.cells import grid_words
from sourcebook.read.pdf.grids import Grid
from sourcebook.read.pdf.lines import Letters, PlacedLine
from sourcebook.read.pdf.tables import is_caption

_CAPTION_LINES = 3


class Run(NamedTuple):
    """Lines that stand together: loose ones, or the caption of a ruled table with that table's words."""

    lines: list[PlacedLine]
    table: str | None = None


def woven(lines: Sequence[PlacedLine], tables: Sequence[Grid], letters: Letters, page: str) -> list[Run]:
    """Return the lines outside of the tables, and the words of the tables between them, in the order of reading.

    `page` is all of its text.
    """
    within: list[list[PlacedLine]] = [[] for _ in tables]
    places = [_place(line, tables, within) for line in lines]
    words = [grid_words(grid, inside, letters, page) for grid, inside in zip(tables, within, strict=True)]
    runs: list[Run] = []
    loose: list[PlacedLine] = []
    done: set[int] = set()
    for line, at in zip(lines, places, strict=True):
        table = words[at] if at is not None else None
        if at is None or table is None:
            loose.append(line)
        elif at not in done:
            done.add(at)
            caption = _caption(loose)
            runs += [Run(loose[: len(loose) - len(caption)]), Run(caption, table)]
            loose = []
    return [run for run in (*runs, Run(loose)) if run.lines or run.table is not None]


def _place(line: PlacedLine, tables: Sequence[Grid], within: list[list[PlacedLine]]) -> int | None:
    """Return the number of the table that a line stands in, and put it among the lines in that table."""
    for at, grid in enumerate(tables):
        if grid.holds(line.left, line.middle):
            within[at].append(line)
            return at
    return None


def _caption(lines: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the last lines, from the one on that is a table's caption; none where there is no such line."""
    for back in range(1, min(_CAPTION_LINES, len(lines)) + 1):
        if is_caption(lines[-back].text):
            return list(lines[-back:])
    return []

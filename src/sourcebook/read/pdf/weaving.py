"""Putting ruled tables among the lines of a page, each with its caption, where the first of its words stood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sourcebook.read.pdf.cells import grid_words
from sourcebook.read.pdf.grids import Grid
from sourcebook.read.pdf.hyphens import Hyphens
from sourcebook.read.pdf.lines import Letters, PlacedLine
from sourcebook.read.pdf.tables import is_caption

_CAPTION_LINES = 3


class Run(NamedTuple):
    """Lines that stand together: loose ones, or the caption of a ruled table with that table's words."""

    lines: list[PlacedLine]
    table: str | None = None


def woven(lines: Sequence[PlacedLine], tables: Sequence[Grid], letters: Letters, hyphens: Hyphens) -> list[Run]:
    """Return the lines outside of the tables, and the words of the tables between them, in the order of reading."""
    if not tables:
        return [Run(list(lines))] if lines else []
    places: list[int | None] = [None] * len(lines)
    within: list[list[PlacedLine]] = []
    for number, grid in enumerate(tables):
        held = [at for at in grid.held(lines) if places[at] is None]
        within.append([lines[at] for at in held])
        for at in held:
            places[at] = number
    words = [grid_words(grid, inside, letters, hyphens) for grid, inside in zip(tables, within, strict=True)]
    runs: list[Run] = []
    loose: list[PlacedLine] = []
    done: set[int] = set()
    for line, place in zip(lines, places, strict=True):
        table = None if place is None else words[place]
        if place is None or table is None:
            loose.append(line)
        elif place not in done:
            done.add(place)
            caption = _caption(loose)
            runs += [Run(loose[: len(loose) - len(caption)]), Run(caption, table)]
            loose = []
    return [run for run in (*runs, Run(loose)) if run.lines or run.table is not None]


def _caption(lines: Sequence[PlacedLine]) -> list[PlacedLine]:
    """Return the last lines, from the one on that is a table's caption; none where there is no such line."""
    for back in range(1, min(_CAPTION_LINES, len(lines)) + 1):
        if is_caption(lines[-back].text):
            return list(lines[-back:])
    return []

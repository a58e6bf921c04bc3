"""The words of a ruled table: each line of the page that stands in it, parted at the columns, put in its cell."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.read.pdf.grids import Grid
from sourcebook.read.pdf.hyphens import Hyphens
from sourcebook.read.pdf.lines import Letters, PlacedLine
from sourcebook.read.pdf.parting import parted


def grid_words(grid: Grid, lines: Sequence[PlacedLine], letters: Letters, hyphens: Hyphens) -> str | None:
    """Return the words of a table, a line for each row with tabs between its cells.

    None where fewer than two columns or three rows hold any, or two rows in several columns: that is no table.
    """
    held: dict[tuple[int, int], list[str]] = {}
    for line in lines:
        for column, words in parted(line, grid.columns, letters):
            held.setdefault((grid.row_of(column, line.middle), column), []).append(words)
    rows: dict[int, dict[int, str]] = {}
    for (row, column), parts in sorted(held.items()):
        if words := hyphens.joined(" ".join(" ".join(parts).split())):
            rows.setdefault(row, {})[column] = words
    kept = sorted({column for cells in rows.values() for column in cells})
    if len(kept) < 2 or (len(rows) < 3 and sum(map(_several, rows.values())) < 2):
        return None
    return "\n".join("\t".join(cells.get(column, "") for column in kept).rstrip() for cells in rows.values())


def _several(cells: dict[int, str]) -> bool:
    return len(cells) > 1

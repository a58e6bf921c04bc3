"""Delimited text row by row, each as a mapping from its column, with its number and its span in the file."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from sourcebook.errors import InputRefused

_LINES_ABOVE = 4


class Record(NamedTuple):
    """One row: its number as a spreadsheet counts, from 1, its span in the text, and its cells by column."""

    number: int
    start: int
    end: int
    cells: Mapping[str, str]


def header(text: str, *needed: str) -> tuple[str, ...] | None:
    """Return the columns of a table that has all the needed ones, whatever their case; None where it is none.

    A few lines of words may stand above the columns, as the United Nations' tables have them.
    """
    found = _header(text, needed)
    return found[1] if found else None


def _header(text: str, needed: tuple[str, ...]) -> tuple[int, tuple[str, ...]] | None:
    wanted = {name.casefold() for name in needed}
    for number, line in enumerate(text[:20000].lstrip("\ufeff").splitlines()[: _LINES_ABOVE + 1]):
        for delimiter in ",;\t":
            cells = next(csv.reader([line], delimiter=delimiter), [])
            if wanted <= {cell.strip().casefold() for cell in cells}:
                return number, tuple(cell.strip() for cell in cells)
    return None


def records(text: str, *needed: str) -> Iterator[Record]:
    """Yield the rows below the columns of a table that has the needed ones; cells are keyed by their name in small.

    Raises InputRefused where a row cannot be told from the next.
    """
    found = _header(text, needed)
    if found is None:
        return
    above, columns = found
    lines = text.splitlines(keepends=True)
    at = sum(map(len, lines[: above + 1]))
    delimiter = next(sign for sign in ",;\t" if sign in lines[above])
    counted = _Counted(lines[above + 1 :])
    rows = csv.reader(counted, delimiter=delimiter)
    keys = [column.casefold() for column in columns]
    number = above + 1
    try:
        for row in rows:
            number += 1
            start, at = at, at + counted.take()
            cells = dict(zip_longest(keys, (cell.strip() for cell in row[: len(keys)]), fillvalue=""))
            if any(cells.values()):
                yield Record(number, start, start + len(text[start:at].rstrip()), cells)
    except csv.Error as error:
        raise InputRefused(f"Row {number + 1} of this table cannot be read: {error}.") from error


class _Counted:
    """Lines that remember how many characters were taken since one last asked."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = iter(lines)
        self._taken = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self._taken += len(line)
            yield line

    def take(self) -> int:
        """Return the length of what was taken since the last call."""
        taken, self._taken = self._taken, 0
        return taken

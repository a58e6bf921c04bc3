"""The outlines of countries, read once from `outlines.json`: lines that neighbours share, and rings made of them.

The file is made by `scripts/make_outlines`, which tells the source. A border is one line in it, used forwards by one
country and backwards by the other, so that simplifying it opens no gap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate

import msgspec

from sourcebook.model import Value

Point = tuple[float, float]


class Outline(Value, frozen=True):
    """A country: a point to draw it at (its capital where that is known), and its rings as numbers of lines.

    A negative number `-n` is line `n - 1` backwards. A country too small for the scale has no ring.
    """

    at: tuple[float, float]
    rings: tuple[tuple[int, ...], ...] = ()


class _File(Value, frozen=True):
    scale: int
    lines: tuple[tuple[int, ...], ...]
    places: dict[str, Outline]


class Outlines(Value, frozen=True):
    """Every line as longitudes and latitudes in degrees, and every country by its two-letter code."""

    lines: tuple[tuple[Point, ...], ...]
    places: dict[str, Outline]

    def rings(self, codes: Iterable[str]) -> list[list[int]]:
        """Return the rings around these countries taken together; a border between two of them is in no ring."""
        used = [number for code in codes for ring in self.places[code].rings for number in ring]
        held = set(used)
        return join((number for number in used if ~number not in held), self.ends)

    def borders(self, codes: Iterable[str]) -> list[int]:
        """Return the lines that two of these countries share, each once."""
        used = {number for code in codes for ring in self.places[code].rings for number in ring}
        return sorted(number for number in used if number >= 0 and ~number in used)

    def ends(self, number: int) -> tuple[Point, Point]:
        """Return where a line starts and where it ends, in the direction that its number tells."""
        line = self.lines[number if number >= 0 else ~number]
        return (line[0], line[-1]) if number >= 0 else (line[-1], line[0])

    def points(self, ring: Sequence[int]) -> list[Point]:
        """Return the points of a ring, longitudes running on over 180 degrees where it crosses them."""
        found: list[Point] = []
        for number in ring:
            line = self.lines[number] if number >= 0 else self.lines[~number][::-1]
            for longitude, latitude in line[1:] if found else line:
                turns = round((longitude - found[-1][0]) / 360) if found else 0
                found.append((longitude - 360 * turns, latitude))
        return found


@cache
def outlines() -> Outlines:
    """Return the outlines of every country of the vocabulary that has one."""
    read = msgspec.json.decode(files(__package__).joinpath("outlines.json").read_bytes(), type=_File)
    return Outlines(lines=tuple(_unpack(line, read.scale) for line in read.lines), places=read.places)


def _unpack(line: Sequence[int], scale: int) -> tuple[Point, ...]:
    """Return a line's points from its first point and the steps to the others."""
    longitudes, latitudes = accumulate(line[::2]), accumulate(line[1::2])
    return tuple((x / scale, y / scale) for x, y in zip(longitudes, latitudes, strict=True))


def join(numbers: Iterable[int], ends: Callable[[int], tuple[Point, Point]]) -> list[list[int]]:
    """Return lines joined end to start into rings; what does not close is left out."""
    starts: dict[Point, list[int]] = {}
    for number in numbers:
        starts.setdefault(_same(ends(number)[0]), []).append(number)
    rings = []
    while starts:
        first, waiting = next(iter(starts.items()))
        ring = [waiting[0]]
        _take(starts, first)
        at = _same(ends(ring[0])[1])
        while at != first and at in starts:
            ring.append(starts[at][0])
            _take(starts, at)
            at = _same(ends(ring[-1])[1])
        if at == first:
            rings.append(ring)
    return rings


def _take(starts: dict[Point, list[int]], at: Point) -> None:
    """Use up one of the lines that start at a point."""
    starts[at].pop(0)
    if not starts[at]:
        del starts[at]


def _same(point: Point) -> Point:
    """Return a point as both sides of the 180th meridian write it."""
    return (180.0, point[1]) if point[0] == -180.0 else point

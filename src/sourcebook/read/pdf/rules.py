"""The lines and boxes drawn on a page, as edges that run level or upright: what the tables of a page are ruled with."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_float
from itertools import compress, repeat
from typing import NamedTuple

import msgspec
from pypdfium2 import raw

from sourcebook.read.pdf.calls import (
    FLOAT,
    float_boxes,
    object_bounds,
    object_kind,
    page_object,
    path_strokes,
    place_in,
    room_for,
)
from sourcebook.read.pdf.sheet import Sheet

_MOST_OBJECTS = 20_000
_THIN = 3.0
_SHORTEST = 18.0
_LOWEST = 7.0
_BOX_SEGMENTS = 6
_MOST_SEGMENTS = 120
"""A box is begun, drawn in four strokes and closed; a wide one may be made of several. What has more is a picture."""
_WIDE = 60.0

Box = tuple[float, float, float, float]


class Edge(msgspec.Struct, frozen=True, gc=False, order=True):
    """A straight edge: the height of a level one, or the place from the left of an upright one, and its two ends."""

    at: float
    start: float
    end: float


class Edges(NamedTuple):
    """The edges of everything that is drawn on a page."""

    level: list[Edge]
    upright: list[Edge]


def drawn_edges(sheet: Sheet) -> Edges:
    """Return the edges of the lines and boxes of a page; pictures made of strokes are passed over."""
    level: list[Edge] = []
    upright: list[Edge] = []
    for left, bottom, right, top in _boxes(sheet):
        width, height = right - left, top - bottom
        if height <= _THIN:
            if width >= _SHORTEST:
                level.append(Edge((bottom + top) / 2, left, right))
        elif width <= _THIN:
            if height >= _LOWEST:
                upright.append(Edge((left + right) / 2, bottom, top))
        elif width >= _SHORTEST and height >= _LOWEST:
            level += (Edge(top, left, right), Edge(bottom, left, right))
            upright += (Edge(left, bottom, top), Edge(right, bottom, top))
    return Edges(level, upright)


def _boxes(sheet: Sheet) -> Iterator[Box]:
    """Yield the bounds of the paths of a page that may be lines or boxes, by their size and their strokes."""
    path = raw.FPDF_PAGEOBJ_PATH
    count = min(sheet.objects(), _MOST_OBJECTS)
    objects = map(page_object, repeat(sheet.page), range(count))
    paths = [drawn for drawn in objects if object_kind(drawn) == path]
    sides = room_for(c_float, 4 * len(paths))
    end = 4 * FLOAT * len(paths)
    places = (map(place_in, repeat(sides), range(side * FLOAT, end, 4 * FLOAT)) for side in range(4))
    known = list(map(object_bounds, paths, *places))
    for drawn, (left, bottom, right, top) in compress(zip(paths, float_boxes(sides, len(paths)), strict=True), known):
        if right - left < _SHORTEST and top - bottom < _LOWEST:
            continue
        if path_strokes(drawn) <= (_BOX_SEGMENTS if right - left < _WIDE else _MOST_SEGMENTS):
            yield left, bottom, right, top

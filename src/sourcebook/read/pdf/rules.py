"""The lines and boxes drawn on a page, as edges that run level or upright: what the tables of a page are ruled with."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import addressof, c_float
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from sourcebook.read.pdf.calls import FLOAT, address_of, object_bounds, object_kind, page_object, path_strokes

_MOST_OBJECTS = 20_000
_THIN = 3.0
_SHORTEST = 18.0
_LOWEST = 7.0
_BOX_SEGMENTS = 6
_MOST_SEGMENTS = 120
"""A box is begun, drawn in four strokes and closed; a wide one may be made of several. What has more is a picture."""
_WIDE = 60.0

Box = tuple[float, float, float, float]


class Edge(NamedTuple):
    """A straight edge: the height of a level one, or the place from the left of an upright one, and its two ends."""

    at: float
    start: float
    end: float


class Edges(NamedTuple):
    """The edges of everything that is drawn on a page."""

    level: list[Edge]
    upright: list[Edge]


def drawn_edges(page: pdfium.PdfPage) -> Edges:
    """Return the edges of the lines and boxes of a page; pictures made of strokes are passed over."""
    edges = Edges([], [])
    for left, bottom, right, top in _boxes(page):
        width, height = right - left, top - bottom
        if height <= _THIN:
            if width >= _SHORTEST:
                edges.level.append(Edge((bottom + top) / 2, left, right))
        elif width <= _THIN:
            if height >= _LOWEST:
                edges.upright.append(Edge((left + right) / 2, bottom, top))
        elif width >= _SHORTEST and height >= _LOWEST:
            edges.level.extend((Edge(top, left, right), Edge(bottom, left, right)))
            edges.upright.extend((Edge(left, bottom, top), Edge(right, bottom, top)))
    return edges


def _boxes(page: pdfium.PdfPage) -> Iterator[Box]:
    """Yield the bounds of the paths of a page that may be lines or boxes, by their size and their strokes."""
    sides = (c_float * 4)()
    first, drawn_page, path = addressof(sides), address_of(page.raw), raw.FPDF_PAGEOBJ_PATH
    places = tuple(range(first, first + 4 * FLOAT, FLOAT))
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        drawn = page_object(drawn_page, index)
        if object_kind(drawn) != path or not object_bounds(drawn, *places):
            continue
        left, bottom, right, top = sides
        if right - left < _SHORTEST and top - bottom < _LOWEST:
            continue
        if path_strokes(drawn) <= (_BOX_SEGMENTS if right - left < _WIDE else _MOST_SEGMENTS):
            yield left, bottom, right, top

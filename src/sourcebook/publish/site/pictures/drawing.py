"""What a picture is made of: shapes with coordinates and a class, never a colour, and the table that says the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sourcebook.model import Value

HIT = 13.0
"""The radius of what takes a click around a mark: 24 px across also where a drawing is shown a little smaller."""
WIDE, NARROW = 400.0, 300.0
"""How wide a drawing is, and how wide the second drawing is of a picture that has no room for one."""


class Path(Value, frozen=True):
    """A line or an area."""

    d: str
    css: str


class Text(Value, frozen=True):
    """Words in a drawing; their class says where they are anchored (`end`, `mid`, else at their start)."""

    x: str
    y: str
    text: str
    css: str = ""


class Mark(Value, frozen=True):
    """A mark for one thing; with an address it is a link, whose label is what is heard."""

    x: str
    y: str
    paths: tuple[Path, ...]
    label: str
    href: str | None = None


Size = Literal["wide", "narrow", "both", "map"]


class Drawing(Value, frozen=True):
    """A drawing: lines, then marks, then words, each list over the one before.

    `size` tells where it is shown. A drawing that is shown everywhere has its words twice: `large_texts` are those of a
    phone, where the drawing is small.
    """

    width: str
    height: str
    size: Size
    says: str
    lines: tuple[Path, ...] = ()
    marks: tuple[Mark, ...] = ()
    texts: tuple[Text, ...] = ()
    large_texts: tuple[Text, ...] = ()
    hatch: str = ""

    @property
    def has_links(self) -> bool:
        """Tell whether a mark is a link, so that the drawing is a group and not one image."""
        return any(mark.href for mark in self.marks)


class Cell(Value, frozen=True):
    """A cell of a table."""

    text: str
    href: str | None = None
    css: str = ""


class Table(Value, frozen=True):
    """The table of a picture; `closing` is a sentence below it."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    closing: str = ""
    shown: bool = False


class Rank(Value, frozen=True):
    """A row of a ranked list; `share` is the length of its bar in hundredths."""

    text: str
    count: str
    share: str
    href: str | None = None


class Ranking(Value, frozen=True):
    """A ranked list, with the sentences that follow it."""

    title: str
    rows: tuple[Rank, ...] = ()
    sentences: tuple[str, ...] = ()


class Group(Value, frozen=True):
    """Names under a heading, as the countries of a region are listed."""

    title: str
    cells: tuple[Cell, ...]


class KeyItem(Value, frozen=True):
    """A sample of what a drawing shows, with the word for it."""

    paths: tuple[Path, ...]
    text: str
    hatch: bool = False


class Picture(Value, frozen=True):
    """All of a picture. `name` is unique on its page; `spans` gives it the width of two."""

    name: str
    title: str
    notes: tuple[str, ...]
    drawings: tuple[Drawing, ...]
    table: Table | None = None
    rankings: tuple[Ranking, ...] = ()
    groups: tuple[Group, ...] = ()
    key: tuple[KeyItem, ...] = ()
    spans: bool = False


def number(value: float) -> str:
    """Return a coordinate to a tenth, as short as it can be written."""
    written = f"{value:.1f}"
    return "0" if written == "-0.0" else written.removesuffix(".0")


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return a straight line as a path."""
    if y1 == y2:
        return f"M{number(x1)} {number(y1)}H{number(x2)}"
    if x1 == x2:
        return f"M{number(x1)} {number(y1)}V{number(y2)}"
    return f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"


def polyline(points: Iterable[tuple[float, float]]) -> str:
    """Return a line through points as a path."""
    return "M" + " ".join(f"{number(x)} {number(y)}" for x, y in points)


def drawn(d: str, css: str) -> tuple[Path, ...]:
    """Return a path, or none where there is nothing to draw."""
    return (Path(d=d, css=css),) if d else ()


def text(x: float, y: float, words: str, css: str = "") -> Text:
    """Return words at a point of a drawing, to a whole pixel."""
    return Text(x=str(round(x)), y=str(round(y)), text=words, css=css)

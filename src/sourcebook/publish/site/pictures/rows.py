"""Rows over one scale of years, each under its name: what a drawing of several things through time shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.publish.site.pictures.axes import Years, years_axis, years_scale
from sourcebook.publish.site.pictures.drawing import NARROW, Drawing, Path, Text, line, number, text
from sourcebook.publish.site.pictures.lettering import shorten, width

TALL, NAME, LINE = 42.0, 12.0, 28.0


class Rows:
    """A drawing in the making: lines and words are added to it row by row."""

    def __init__(self, years: Iterable[float], count: int, wide: float, *, beside: float = 0.0) -> None:
        """Make the rows; `beside` keeps room free right of the scale."""
        self.wide = wide
        self.right = wide - beside - 8
        self.years: Years | None = None
        held = tuple(years)
        if held:
            self.years = years_scale(held, 18, self.right)
        self.bottom = count * TALL + 2
        self.lines: list[Path] = []
        self.texts: list[Text] = []

    def name(self, at: int, words: str, note: str) -> float:
        """Write the name of a row and a note at its end, and return the height of its line."""
        top = at * TALL
        room = self.wide - width(note) - 12
        self.texts.append(text(0, top + NAME, shorten(words, room)))
        if note:
            self.texts.append(text(self.wide, top + NAME, note, "t2 end"))
        if self.years:
            self.lines.append(Path(d=line(self.years.left, top + LINE, self.right, top + LINE), css="grid"))
        return top + LINE

    def drawing(self, says: str) -> Drawing:
        """Return the drawing with its scale of years below."""
        axis, written = years_axis(self.years, self.bottom) if self.years else ((), ())
        return Drawing(
            width=number(self.wide),
            height=number(self.bottom + (26 if self.years else 0)),
            size="narrow" if self.wide == NARROW else "wide",
            says=says,
            lines=(*self.lines, *axis),
            texts=(*self.texts, *written),
        )


def square(x: float, y: float, side: float) -> str:
    """Return a square around a point as a path."""
    half = side / 2
    return f"M{number(x - half)} {number(y - half)}h{number(side)}v{number(side)}h-{number(side)}z"


def listed(years: Sequence[int]) -> str:
    """Return years as they are heard, the first and the last of many."""
    return ", ".join(map(str, years)) if len(years) <= 4 else f"{years[0]} … {years[-1]}"

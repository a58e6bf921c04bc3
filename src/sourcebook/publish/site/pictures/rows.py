"""Rows over one scale of years, each under its name: what a drawing of several things through time shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.publish.site.pictures.axes import Years, years_line, years_scale, years_words
from sourcebook.publish.site.pictures.drawing import WIDE, Drawing, Path, Text, line, number, text
from sourcebook.publish.site.pictures.lettering import LARGE, SIZE, shorten, width

TALL, NAME, LINE = 43.0, 14.0, 30.0


class Rows:
    """A drawing in the making: lines and words are added to it row by row."""

    def __init__(self, years: Iterable[float], count: int, *, beside: float = 0.0) -> None:
        """Make the rows; `beside` keeps room free right of the scale."""
        self.right = WIDE - beside - 8
        self.years: Years | None = None
        held = tuple(years)
        if held:
            self.years = years_scale(held, 18, self.right)
        self.bottom = count * TALL + 2
        self.lines: list[Path] = []
        self.texts: dict[float, list[Text]] = {SIZE: [], LARGE: []}

    def name(self, at: int, words: str, note: str) -> float:
        """Write the name of a row and a note at its end, and return the height of its line."""
        top = at * TALL
        for size, texts in self.texts.items():
            room = WIDE - width(note, size) - 12
            texts.append(text(0, top + NAME, shorten(words, room, size)))
            if note:
                texts.append(text(WIDE, top + NAME, note, "t2 end"))
        if self.years:
            self.lines.append(Path(d=line(self.years.left, top + LINE, self.right, top + LINE), css="grid"))
        return top + LINE

    def drawing(self, says: str) -> Drawing:
        """Return the drawing with its scale of years below."""
        if self.years:
            self.lines.append(years_line(self.years, self.bottom))
            for size, texts in self.texts.items():
                texts.extend(years_words(self.years, self.bottom, size))
        return Drawing(
            width=number(WIDE),
            height=number(self.bottom + (28 if self.years else 0)),
            size="both",
            says=says,
            lines=tuple(self.lines),
            texts=tuple(self.texts[SIZE]),
            large_texts=tuple(self.texts[LARGE]),
        )


def square(x: float, y: float, side: float) -> str:
    """Return a square around a point as a path."""
    half = side / 2
    return f"M{number(x - half)} {number(y - half)}h{number(side)}v{number(side)}h-{number(side)}z"


def listed(years: Sequence[int]) -> str:
    """Return years as they are heard, the first and the last of many."""
    return ", ".join(map(str, years)) if len(years) <= 4 else f"{years[0]} … {years[-1]}"

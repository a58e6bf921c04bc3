"""Scales for counts and years: straight or by tens, with round marks, and numbers short enough to stand beside them."""

from __future__ import annotations

import math
from collections.abc import Iterable

from sourcebook.model import Value
from sourcebook.publish.site.pictures.drawing import Path, Text, line, number, text
from sourcebook.publish.site.pictures.lettering import SIZE, width

# More than all the people who ever lived; what is larger is said and not drawn.
TOO_LARGE = 1e12
# Where the largest is this many times the smallest, a straight scale would press the small ones flat.
FAR_APART = 60
ZERO_GAP = 16.0
# A share of a percent can be this small; what is smaller stands at the foot of the scale.
SMALLEST = 1e-2


class Counts(Value, frozen=True):
    """A scale of counts from the bottom of a panel to its top.

    By tens, 0 has a place of its own at the bottom, since no power of ten is 0.
    """

    low: float
    high: float
    bottom: float
    top: float
    by_tens: bool = False

    def at(self, value: float) -> float:
        """Return the height of a value; what lies outside the scale stands at its end."""
        if not self.by_tens:
            share = (value - self.low) / (self.high - self.low)
        elif value <= 0:
            return self.bottom
        else:
            low = math.log10(self.low)
            share = (math.log10(value) - low) / (math.log10(self.high) - low)
            foot = self.bottom - ZERO_GAP
            return round(foot + min(1.0, max(0.0, share)) * (self.top - foot), 1)
        return round(self.bottom + min(1.0, max(0.0, share)) * (self.top - self.bottom), 1)

    def ticks(self) -> tuple[float, ...]:
        """Return the round values of the scale, its lowest first."""
        if not self.by_tens:
            step = _step(self.high)
            return tuple(step * count for count in range(int(self.high / step) + 1))
        first, last = round(math.log10(self.low)), round(math.log10(self.high))
        every = max(1, math.ceil((last - first) / 4))
        return (0.0, *(10.0**power for power in range(first, last + 1, every)))


def drawable(value: float | None) -> bool:
    """Tell whether a value can stand on a scale."""
    return value is not None and math.isfinite(value) and 0 <= value < TOO_LARGE


def counts_scale(values: Iterable[float], bottom: float, top: float) -> Counts:
    """Return the scale that holds these values: straight from 0, or by tens where they lie too far apart."""
    held = [value for value in values if drawable(value)]
    positive = [value for value in held if value >= SMALLEST]
    high = max((1.0, *positive))
    low = min(positive, default=1.0)
    if high / low <= FAR_APART:
        step = _step(high)
        return Counts(low=0, high=step * math.ceil(high / step - 1e-9), bottom=bottom, top=top)
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    return Counts(low=10.0**first, high=10.0**last, bottom=bottom, top=top, by_tens=True)


def _step(high: float) -> float:
    """Return the round step that parts a range from 0 into two to five."""
    power = 10.0 ** math.floor(math.log10(high)) if high > 0 else 1.0
    return next(power * share for share in (0.2, 0.5, 1.0, 2.0, 2.5) if high / (power * share) <= 4 + 1e-9)


def short_number(value: float) -> str:
    """Return a value as an axis has it: 400, 10k, 2.5m, 3bn, 10^30."""
    if not math.isfinite(value):
        return "∞"
    if value >= TOO_LARGE:
        return f"10^{math.floor(math.log10(value))}"
    for size, letter in ((1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if value >= size:
            return f"{value / size:.3g}{letter}"
    return f"{value:.3g}"


class Years(Value, frozen=True):
    """A scale of years from left to right, in every language."""

    first: int
    last: int
    left: float
    right: float

    def at(self, year: float) -> float:
        """Return where a year, or a part of it, stands; what lies outside stands at the end."""
        share = (year - self.first) / max(1, self.last - self.first)
        return round(self.left + min(1.0, max(0.0, share)) * (self.right - self.left), 1)

    def ticks(self, size: float = SIZE) -> tuple[int, ...]:
        """Return round years with room for each to be written at this size."""
        most = max(1, int((self.right - self.left) / (4 * size)))
        span = max(1, self.last - self.first)
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500, 1000, 10_000) if span / step <= most)
        return tuple(range(self.first + -self.first % step, self.last + 1, step))


def years_scale(years: Iterable[float], left: float, right: float) -> Years:
    """Return the scale that holds these years, from a round one on."""
    held = sorted(years)
    first, last = math.floor(held[0]), math.ceil(held[-1])
    step = 5 if last - first > 8 else 1
    first -= first % step
    return Years(first=first, last=max(last, first + 1), left=left, right=right)


def years_line(scale: Years, y: float) -> Path:
    """Return the line of a scale of years with its ticks."""
    marks = "".join(f"M{number(scale.at(year))} {number(y)}v5" for year in scale.ticks())
    return Path(d=line(scale.left, y, scale.right, y) + marks, css="tick")


def years_words(scale: Years, y: float, size: float) -> tuple[Text, ...]:
    """Return the years written below the line of their scale."""
    return tuple(_year(scale.at(year), y + 6 + size, str(year), (scale.right, size)) for year in scale.ticks(size))


def _year(x: float, y: float, year: str, bound: tuple[float, float]) -> Text:
    right, size = bound
    over = x + width(year, size) / 2 > right + 4
    return text(right + 4 if over else x, y, year, "t2 end" if over else "t2 mid")


def counts_lines(scale: Counts, left: float, right: float) -> tuple[Path, ...]:
    """Return the lines of a scale of counts across a panel."""
    grid = "".join(line(left, scale.at(value), right, scale.at(value)) for value in scale.ticks()[1:])
    return Path(d=line(left, scale.bottom, right, scale.bottom), css="tick"), Path(d=grid, css="grid")


def counts_words(scale: Counts, left: float, size: float) -> tuple[Text, ...]:
    """Return the counts written left of their lines, as many as there is room for, the highest always."""
    found: list[Text] = []
    for value in reversed(scale.ticks()):
        y = scale.at(value)
        if not found or y - float(found[-1].y) + size * 0.31 >= size * 1.04:
            found.append(text(left - 6, y + size * 0.31, short_number(value), "t2 end"))
    return tuple(reversed(found))

"""Where a value falls on a line of a drawing: the one place that turns years and counts into coordinates."""

from __future__ import annotations

from sourcebook.model import Value


class Scale(Value, frozen=True):
    """A straight line from a range of values to a range of coordinates."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the coordinate of a value, to a tenth; a range of one value lies at its start."""
        width = self.high - self.low
        share = (value - self.low) / width if width else 0.0
        return round(self.start + share * (self.end - self.start), 1)


def round_years(first: int, last: int, step: int = 10) -> tuple[int, int]:
    """Return the years of an axis that holds these and starts at a multiple of the step."""
    return first - first % step, max(last, first - first % step + step)


def ticks(first: int, last: int, most: int = 4) -> tuple[int, ...]:
    """Return at most so many round years of an axis, its first included."""
    step = next(step for step in (5, 10, 20, 50, 100, 200, 500, 1000, 10000) if (last - first) / step < most)
    return tuple(range(first, last + 1, step))


def number(value: float) -> str:
    """Return a coordinate as short as it can be written."""
    return f"{value:.1f}".removesuffix(".0")

"""A row of small lines that share one scale: a figure of like kind in several countries, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from sourcebook.model import Value
from sourcebook.publish.site.pictures.axes import drawable, short_number
from sourcebook.publish.site.pictures.drawing import Drawing, Path, drawn, line, number
from sourcebook.publish.site.words import Words

WIDE, TALL, EDGE = 120.0, 32.0, 4.0


class Sparks(Value, frozen=True):
    """The drawings by country, and the sentence that states the scale they share."""

    drawings: dict[str, Drawing]
    scale: str


def sparks(series: Mapping[str, Sequence[tuple[int, float]]], words: Words) -> Sparks | None:
    """Return a small drawing for each country's figures by year; None where no figure can be drawn.

    Only figures of like kind may be handed in. Years without a figure break the line.
    """
    held = {code: sorted((year, value) for year, value in given if drawable(value)) for code, given in series.items()}
    every = [point for points in held.values() for point in points]
    if not every:
        return None
    first, last = min(year for year, _ in every), max(year for year, _ in every)
    high = max(value for _, value in every) or 1.0

    def at(year: int, value: float) -> tuple[float, float]:
        x = EDGE + (year - first) / max(1, last - first) * (WIDE - 2 * EDGE)
        return x, TALL - EDGE - value / high * (TALL - 2 * EDGE)

    return Sparks(
        drawings={
            code: _spark([(year, value, *at(year, value)) for year, value in one], words) for code, one in held.items()
        },
        scale=words.say(
            "Each small line runs from %(first)s to %(last)s and from 0 to %(high)s.",
            first=first,
            last=last,
            high=short_number(high),
        ),
    )


def _spark(points: Sequence[tuple[int, float, float, float]], words: Words) -> Drawing:
    joined = "".join(line(x1, y1, x2, y2) for (a, _, x1, y1), (b, _, x2, y2) in pairwise(points) if b == a + 1)
    dots = "".join(f"M{number(x - 2)} {number(y - 2)}h4v4h-4z" for _, _, x, y in points)
    said = "; ".join(f"{year}: {short_number(value)}" for year, value, _, _ in points)
    return Drawing(
        width=number(WIDE),
        height=number(TALL),
        size="both",
        says=said or words.say("No figure"),
        lines=(Path(d=line(0, TALL - EDGE, WIDE, TALL - EDGE), css="grid"), *drawn(joined, "ln"), *drawn(dots, "dot1")),
    )

"""The strip of works by year: a square a work, hollow where no date is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sourcebook.model import Value
from sourcebook.publish.site.scale import Scale, number, round_years, ticks
from sourcebook.publish.site.when import years
from sourcebook.publish.site.words import Words

BASE, ROOM, TALLEST = 56.0, 54.0, 10.0
FULL, BESIDE_UNDATED = 244.0, 186.0
UNDATED_AT, NEAR_END = 226.0, 232.0


class Tick(Value, frozen=True):
    """A year written under the strip."""

    x: str
    text: str
    anchor: str = "mid"


class Strip(Value, frozen=True):
    """The drawing: a path of solid squares, one of hollow squares, its ticks, and the sentence that says it."""

    dated: str
    undated: str
    top: str
    base: str
    ticks: tuple[Tick, ...]
    says: str
    has_undated: bool


def strip(issued: Iterable[str | None], words: Words) -> Strip | None:
    """Return the strip of these dates of issue, or None where there is no work at all.

    A work that spans years stands at its first; alternatives of a date stand at their first too.
    """
    firsts = [years(date)[:1] for date in issued]
    if not firsts:
        return None
    by_year = Counter(year for first in firsts for year in first)
    undated = sum(not first for first in firsts)
    low, high = round_years(min(by_year), max(by_year)) if by_year else (0, 0)
    width = BESIDE_UNDATED if undated else FULL
    axis = Scale(low=low, high=high, start=3.0, end=width - 9.0)
    step = min(TALLEST, ROOM / max([*by_year.values(), undated, 1]))
    wide = min(6.0, max(2.0, (width - 12.0) / max(high - low, 1) - 1.0))
    return Strip(
        dated="".join(_pile(axis.at(year), count, step, wide) for year, count in sorted(by_year.items())),
        undated=_pile(UNDATED_AT, undated, step, 6.0),
        top=number(BASE - 6.0 - step * max([*by_year.values(), undated])),
        base=f"M2 {number(BASE)}H{number(width)}",
        ticks=_ticks(low, high, axis, wide) if by_year else (),
        says=_says(by_year, undated, words),
        has_undated=bool(undated),
    )


def _pile(x: float, count: int, step: float, wide: float) -> str:
    """Return squares upon each other as one path."""
    tall = number(max(step - 2.0, step * 0.8))
    rows = (f"M{number(x)} {number(BASE - 1.0 - step * (row + 1) + step * 0.2)}" for row in range(count))
    return "".join(f"{row}h{number(wide)}v{tall}h-{number(wide)}z" for row in rows)


def _ticks(low: int, high: int, axis: Scale, wide: float) -> tuple[Tick, ...]:
    chosen = [year for year in ticks(low, high) if year <= high]
    return tuple(
        Tick(x=number(at), text=str(year), anchor="end" if at > NEAR_END else "start" if year == low else "mid")
        for year, at in ((year, axis.at(year) + wide / 2) for year in chosen)
    )


def _says(by_year: Counter[int], undated: int, words: Words) -> str:
    said = "; ".join(
        words.say("%(year)s: %(count)s", year=year, count=count) for year, count in sorted(by_year.items())
    )
    if undated:
        said = "; ".join(filter(None, (said, words.say("no date: %(count)s", count=undated))))
    return words.say("Entries by year of publication. %(years)s.", years=said)

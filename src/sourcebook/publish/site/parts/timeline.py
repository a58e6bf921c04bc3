"""A work through time: when it was published, and each time that someone looked at it."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.model import Value, Visit
from sourcebook.publish.site.parts.strip import Tick
from sourcebook.publish.site.scale import Scale, number, round_years, ticks
from sourcebook.publish.site.when import last_day, years

LEFT, RIGHT, LINE = 8.0, 392.0, 30.0
FOUND = frozenset({"read", "moved", "changed", "archived_elsewhere", "unknown"})


class Look(Value, frozen=True):
    """A mark on the line: solid where somebody reached the work, hollow where it was gone or shut."""

    x: str
    found: bool


class Timeline(Value, frozen=True):
    """The drawing: the bar over which the work may have been published, the looks, and the ticks."""

    published_from: str | None
    published_wide: str
    looks: tuple[Look, ...]
    ticks: tuple[Tick, ...]


def timeline(issued: str | None, visits: Sequence[Visit]) -> Timeline | None:
    """Return the line of a work's dates, or None where fewer than two dates are known."""
    published = years(issued)
    dated = [visit for visit in visits if last_day(visit.when)]
    every = [*published, *(int(last_day(visit.when)[:4]) for visit in dated)]
    if len(dated) + bool(published) < 2:
        return None
    low, high = round_years(min(every), max(every) + 1, step=5)
    axis = Scale(low=low, high=high, start=LEFT, end=RIGHT)
    start, end = (_moment(issued or "", last=False), _moment(issued or "", last=True)) if published else (0.0, 0.0)
    return Timeline(
        published_from=number(axis.at(start) - 4) if published else None,
        published_wide=number(axis.at(end) - axis.at(start) + 8),
        looks=tuple(
            Look(x=number(axis.at(_moment(visit.when or "", last=True))), found=visit.outcome in FOUND)
            for visit in dated
        ),
        ticks=tuple(Tick(x=number(axis.at(year)), text=str(year)) for year in ticks(low, high, most=6)),
    )


def _moment(edtf: str, *, last: bool) -> float:
    """Return a date as a number of years, its month and day as a share of the year."""
    found = years(edtf)
    if len(found) > 1 or len(edtf) < 7 or not last_day(edtf)[5:7].isdigit():
        return float(found[-1] if last else found[0]) + (0.5 if len(found) == 1 else 0.0)
    day = last_day(edtf)
    month = min(int(day[5:7]), 12)
    return int(day[:4]) + (month - 1) / 12 + (int(day[8:10] or 1) - 1) / 366

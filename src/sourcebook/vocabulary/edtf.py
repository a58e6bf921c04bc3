"""EDTF, the written form of dates that may be unsure (ISO 8601-2): the part of it that the archive uses.

2021-05-11   2021-05   2021        a day, a month, a year
2006-21      2010-33   2004-40     a season (21-24), a quarter (33-36), a half (40-41)
199X                               a decade
2004~  2004?  2004%                about, perhaps, perhaps about
2006/2009   2009/..   ../2009      from one to another, since, until
[2004-02-03,2004-03-02]            one of these
{2005,2007}                        all of these
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from sourcebook.errors import UsageError

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
QUARTERS = {33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter"}
HALVES = {40: "first half", 41: "second half"}

_POINT = re.compile(r"(\d{4}|\d{3}X)(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)", re.ASCII)
_OPEN = frozenset(("", ".."))


class Point(NamedTuple):
    """One date: a decade has its first year and `decade`; a season, quarter or half stands in `month`."""

    year: int
    month: int = 0
    day: int = 0
    doubt: str = ""
    decade: bool = False


class Edtf(NamedTuple):
    """Points and how they stand together: `one`, `interval`, `either` or `all`; None is an open end."""

    how: str
    points: tuple[Point | None, ...]


def _point(text: str) -> Point | None:
    match = _POINT.fullmatch(text)
    if not match:
        return None
    year, month, day, doubt = match.groups()
    if year.endswith("X"):
        return Point(int(f"{year[:3]}0"), doubt=doubt, decade=True) if not month and year != "000X" else None
    point = Point(int(year), int(month or 0), int(day or 0), doubt)
    return point if _exists(point, month, day) else None


def _exists(point: Point, month: str | None, day: str | None) -> bool:
    if not point.year:
        return False
    if month is None:
        return True
    if point.month in SEASONS | QUARTERS | HALVES:
        return day is None
    if not 1 <= point.month <= 12:
        return False
    return day is None or 1 <= point.day <= monthrange(point.year, point.month)[1]


@lru_cache(maxsize=4096)
def read_edtf(text: str) -> Edtf | None:
    """Return what an EDTF text says; None where it says nothing that this module knows, or a date that never was."""
    if text[:1] + text[-1:] in ("[]", "{}"):
        how, parts = ("either" if text[0] == "[" else "all"), text[1:-1].split(",")
        points = [_point(part) for part in parts]
        return Edtf(how, tuple(points)) if len(points) > 1 and all(points) else None
    if "/" in text:
        return _interval(text)
    point = _point(text)
    return Edtf("one", (point,)) if point else None


def _interval(text: str) -> Edtf | None:
    first, _, last = text.partition("/")
    ends = tuple(None if end in _OPEN else _point(end) for end in (first, last))
    unread = [end for end, point in zip((first, last), ends, strict=True) if point is None and end not in _OPEN]
    start, end = ends
    if unread or not (start or end):
        return None
    return Edtf("interval", ends) if not (start and end) or _earliest(start) <= _latest(end) else None


def is_edtf(text: str) -> bool:
    """Tell whether a text is EDTF of the kind that the archive keeps."""
    return read_edtf(text) is not None


def _known(text: str) -> Edtf:
    found = read_edtf(text)
    if found is None:
        step = "Write a day, month or year, such as 2021-05-11, 2021-05 or 2021."
        raise UsageError(f"{text!r} is no date in EDTF.", next_step=step)
    return found


def _earliest(point: Point) -> date:
    if point.month in QUARTERS:
        return date(point.year, 3 * (point.month - 33) + 1, 1)
    if point.month in HALVES:
        return date(point.year, 6 * (point.month - 40) + 1, 1)
    return date(point.year, point.month if 1 <= point.month <= 12 else 1, point.day or 1)


def _latest(point: Point) -> date:
    year, month, day, _, decade = point
    if day:
        return date(year, month, day)
    if month == 24 and year < 9999:  # a winter may run into the next year
        return date(year + 1, 2, monthrange(year + 1, 2)[1])
    last = {33: 3, 34: 6, 35: 9, 36: 12, 40: 6, 41: 12}.get(month, month if 1 <= month <= 12 else 12)
    year += 9 if decade else 0
    return date(year, last, monthrange(year, last)[1])


def edtf_bounds(edtf: str) -> tuple[date, date]:
    """Return the earliest and the latest day that a date may mean.

    A season may be any part of its year, since the two halves of the earth have it at different times. "About" widens
    nothing, for nobody said by how much. An open end gives the first or the last day that Python knows.
    """
    how, points = _known(edtf)
    firsts, lasts = (points[:1], points[1:]) if how == "interval" else (points, points)
    return (
        min(_earliest(point) if point else date.min for point in firsts),
        max(_latest(point) if point else date.max for point in lasts),
    )


def edtf_year(edtf: str) -> int | None:
    """Return the earliest year that a date may mean, for sorting and filters; None where its start is open."""
    points = _known(edtf).points
    return min(point.year for point in points if point) if all(points[:1]) else None

"""Dates for people: EDTF put into plain English words."""

from __future__ import annotations

from functools import lru_cache

from sourcebook.vocabulary.edtf import HALVES, QUARTERS, SEASONS, Edtf, Point, read_edtf
from sourcebook.vocabulary.months import MONTHS

_DOUBTS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_JOINTS = {"interval": " to ", "either": " or ", "all": " and "}


def _parts(point: Point) -> tuple[str, str, str]:
    """Return the day, the month (or what stands for it) and the year, each as a word or empty."""
    if point.month in QUARTERS | HALVES:
        return "", f"{(QUARTERS | HALVES)[point.month]} of", str(point.year)
    month = SEASONS.get(point.month) or ("", *MONTHS)[point.month]
    return str(point.day or ""), month, f"the {point.year}s" if point.decade else str(point.year)


def _words(point: Point) -> str:
    return _DOUBTS[point.doubt] + " ".join(filter(None, _parts(point)))


def _shortened(first: Point, second: Point) -> str:
    """Put the first of two dates without what the second will say again: "10" of "10 to 12 February 2003"."""
    day, month, _ = _parts(first)
    alike = not (first.doubt or second.doubt) and first.year == second.year and bool(first.day) == bool(second.day)
    if not alike or not month or not second.month or first.month in QUARTERS | HALVES:
        return _words(first)
    return day if first.day and first.month == second.month else " ".join(filter(None, (day, month)))


def _interval(start: Point | None, end: Point | None) -> str:
    if start and end:
        return f"{_shortened(start, end)} to {_words(end)}"
    return f"since {_words(start)}" if start else f"until {_words(end)}" if end else ""


def _put(found: Edtf) -> str:
    if found.how == "interval":
        return _interval(*found.points)
    points = [point for point in found.points if point]
    if len(points) == 2:
        return f"{_shortened(*points)}{_JOINTS[found.how]}{_words(points[1])}"
    *most, last = map(_words, points)
    return f"{', '.join(most)}{_JOINTS[found.how]}{last}" if most else last


@lru_cache(maxsize=2048)
def edtf_to_words(edtf: str) -> str:
    """Return a date in words, such as "3 February or 2 March 2004"; a text that is no EDTF comes back as it is."""
    found = read_edtf(edtf)
    return _put(found) if found else edtf

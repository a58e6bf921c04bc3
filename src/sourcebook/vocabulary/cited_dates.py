"""Dates as citations print them: EDTF read into parts, and written as CSL-JSON dates."""

from __future__ import annotations

import re
from typing import Any

from sourcebook.model import Value

Parts = tuple[int, ...]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)")
_SEASONS = range(21, 25)
_LAST_DAY = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SEASONS = ("Spring", "Summer", "Autumn", "Winter")


class When(Value, frozen=True):
    """A date for citing.

    `start` and `end` are year, month and day as far as they are known; `season` is 1 (spring) to 4 (winter) of the
    start's year; `circa` marks a date that its source calls approximate or uncertain; `choices` are the dates of a
    set of which one is right; `literal` is the wording where none of these can say it.
    """

    start: Parts = ()
    end: Parts = ()
    season: int | None = None
    circa: bool = False
    choices: tuple[Parts, ...] = ()
    literal: str | None = None

    @property
    def common(self) -> Parts:
        """What every choice agrees on, from the year down; the start itself where there is no choice."""
        if not self.choices:
            return self.start
        agreed = []
        for units in zip(*self.choices, strict=False):
            if len(set(units)) > 1:
                break
            agreed.append(units[0])
        return tuple(agreed)


def _simple(text: str) -> When | None:
    """Read one date without an interval or a set; None where it is no date of the calendar."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    parts = tuple(int(unit) for unit in found.group(1, 2, 3) if unit)
    circa = bool(found[4])
    if len(parts) == 2 and parts[1] in _SEASONS:
        return When(start=parts[:1], season=parts[1] - 20, circa=circa)
    if len(parts) > 1 and not 1 <= parts[1] <= 12:
        return None
    if len(parts) > 2 and not 1 <= parts[2] <= _LAST_DAY[parts[1] - 1]:
        return None
    return When(start=parts, circa=circa)


def _interval(text: str) -> When | None:
    first, _, last = text.partition("/")
    start, end = _simple(first), _simple(last)
    if start is None or end is None or start.season or end.season:
        return None
    return When(start=start.start, end=end.start, circa=start.circa or end.circa)


def _set(text: str) -> When | None:
    choices = [_simple(part.strip()) for part in text.strip("[]").split(",")]
    if len(choices) < 2 or any(choice is None or choice.season or choice.circa for choice in choices):
        return None
    return When(choices=tuple(choice.start for choice in choices if choice is not None))


def read_edtf(text: str | None) -> When | None:
    """Return an EDTF date for citing, None where there is none; what the parts cannot say is kept as its wording."""
    if not text:
        return None
    if text.startswith("[") and text.endswith("]"):
        found = _set(text)
    elif "/" in text:
        found = _interval(text)
    else:
        found = _simple(text)
    return found or When(literal=text)


def _one_edtf(parts: Parts) -> str:
    return "-".join(f"{unit:04d}" if place == 0 else f"{unit:02d}" for place, unit in enumerate(parts))


def write_edtf(when: When | None) -> str | None:
    """Return the EDTF that reads as this date; an approximate date is written with `~`."""
    if when is None or when.literal is not None:
        return when.literal if when else None
    if when.choices:
        return "[" + ",".join(_one_edtf(choice) for choice in when.choices) + "]"
    mark = "~" if when.circa else ""
    if when.season:
        return f"{when.start[0]:04d}-{20 + when.season}{mark}"
    start = _one_edtf(when.start) + mark
    return f"{start}/{_one_edtf(when.end)}{mark}" if when.end else start


def either(when: When) -> str:
    """Return a set of dates in words, without a style: `3 February or 2 March 2004`."""
    ends = {choice[0] for choice in when.choices}
    year = f" {when.choices[0][0]}" if len(ends) == 1 else ""
    return " or ".join(_plain(choice, with_year=not year) for choice in when.choices) + year


def _plain(parts: Parts, *, with_year: bool) -> str:
    words = [str(unit) for unit in parts[2:3]] + [MONTHS[unit - 1] for unit in parts[1:2]]
    return " ".join(words + ([str(parts[0])] if with_year or len(parts) == 1 else []))


def to_csl_date(when: When | None) -> dict[str, Any] | None:
    """Return a CSL-JSON date.

    CSL has no sets: a set is written as what its choices agree on, and in words where they agree on nothing.
    """
    if when is None:
        return None
    if when.literal is not None:
        return {"literal": when.literal}
    if when.choices and not when.common:
        return {"literal": either(when)}
    date: dict[str, Any] = {"date-parts": [list(parts) for parts in (when.common, when.end) if parts]}
    if when.season:
        date["season"] = when.season
    if when.circa:
        date["circa"] = True
    return date


def _season(value: object) -> int | None:
    text = str(value).strip().lower()
    names = [name.lower() for name in SEASONS]
    if text in names:
        return names.index(text) + 1
    return int(text) if text in {"1", "2", "3", "4"} else None


def _parts(values: object) -> Parts:
    if not isinstance(values, list):
        return ()
    units = [int(unit) for unit in values if str(unit).strip().isdecimal()]
    return tuple(units[:3])


def from_csl_date(date: object) -> When | None:
    """Return the date that a CSL-JSON date says, None where it says none; EDTF strings and `raw` are read too."""
    if isinstance(date, str):
        return read_edtf(date)
    if not isinstance(date, dict):
        return None
    wording = date.get("literal") or date.get("raw")
    sides = date.get("date-parts")
    parts = [_parts(side) for side in sides] if isinstance(sides, list) else []
    if not parts or not parts[0]:
        return read_edtf(str(wording)) if wording else None
    season = _season(date.get("season")) if len(parts[0]) == 1 else None
    circa = str(date.get("circa", "")).lower() in {"1", "true"}
    return When(start=parts[0], end=parts[1] if len(parts) > 1 else (), season=season, circa=circa)

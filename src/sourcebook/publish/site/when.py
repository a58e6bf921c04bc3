"""Dates as the site's language says them, unsure ones kept unsure (EDTF, Library of Congress 2019)."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from sourcebook.publish.site.words import Words, translatable

MONTHS = translatable("January February March April May June July August September October November December")
SEASONS = translatable("spring summer autumn winter")
POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]?")
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_BETWEEN = {"es": " de ", "pt": " de "}
"""What stands between the parts of a date, where it is more than a space (Unicode CLDR, the long form of dates)."""
YEAR = re.compile(r"\b\d{4}(?=\D|$)")


@lru_cache(maxsize=2048)
def in_words(edtf: str, words: Words) -> str:
    """Return a date in words: `11 May 2021`, `spring 2006`, `3 February or 2 March 2004`.

    What is not of a known form is returned as it stands.
    """
    if edtf.startswith("[") and edtf.endswith("]"):
        return _several(edtf[1:-1].split(","), words.say("%(first)s or %(last)s"), words)
    if "/" in edtf:
        first, last = edtf.split("/", 1)
        if first in ("", ".."):
            return words.say("until %(date)s", date=in_words(last, words))
        if last in ("", ".."):
            return words.say("since %(date)s", date=in_words(first, words))
        return _several([first, last], words.say("%(first)s to %(last)s"), words)
    return _month_alone(edtf, words) or _point(edtf, words, drop=0)


def _month_alone(edtf: str, words: Words) -> str:
    """Return a bare month and year in the nominative, where the language has a form for it (CLDR)."""
    found = MONTH.fullmatch(edtf)
    if not found or words.language != "ru":
        return ""
    return f"{_nominatives(words.language)[int(found[2]) - 1]} {found[1]}"


@cache
def _nominatives(language: str) -> tuple[str, ...]:
    from babel.dates import get_month_names

    names = get_month_names("wide", "stand-alone", language)
    return tuple(names[number] for number in range(1, 13))


def _several(points: list[str], joint: str, words: Words) -> str:
    """Join dates, each without the month and year that it shares with the one after it."""
    said = _point(points[-1], words, drop=0)
    for earlier, later in zip(points[-2::-1], points[:0:-1], strict=True):
        said = joint % {"first": _point(earlier, words, drop=_shared(earlier, later)), "last": said}
    return said


def _shared(one: str, other: str) -> int:
    """Return 1 where two full dates share the year, 2 where they share the month too, else 0."""
    if len(one) < 10 or len(other) < 10:
        return 0
    return 2 if one[:7] == other[:7] else int(one[:4] == other[:4])


def _point(edtf: str, words: Words, *, drop: int) -> str:
    found = POINT.fullmatch(edtf)
    if not found or not _possible(found[2]):
        return edtf
    year, month, day = found.groups()
    name = _part_of_year(int(month), words) if month else ""
    parts = [str(int(day)) if day else "", name, year]
    said = _BETWEEN.get(words.language.partition("-")[0], " ").join(part for part in parts[: 3 - drop] if part)
    return words.say("about %(date)s", date=said) if edtf[-1] in "?~%" else said


def _possible(month: str | None) -> bool:
    return month is None or 1 <= int(month) <= 12 or 21 <= int(month) <= 24


def _part_of_year(number: int, words: Words) -> str:
    names = words.say(MONTHS if number <= 12 else SEASONS).split()
    return names[(number - 1) % 20 if number > 12 else number - 1]


def is_unsure(edtf: str) -> bool:
    """Tell whether a date leaves open which of several it is, or is marked as uncertain."""
    return edtf.startswith("[") or edtf[-1:] in "?~%"


def years(edtf: str | None) -> tuple[int, ...]:
    """Return the years that a date names, in order; none where it names none."""
    return tuple(sorted(int(year) for year in YEAR.findall(edtf or "")))


def last_day(edtf: str | None) -> str:
    """Return the latest day, month or year that a date may mean, as EDTF; empty where there is none."""
    points = [found[0].rstrip("?~%") for found in POINT.finditer(edtf or "")]
    return max(points, default="")


def day(as_of: str) -> date:
    """Return the day to which ages are counted, as the site was told it; the last of all days where it was not."""
    return date.fromisoformat(as_of) if as_of else date.max

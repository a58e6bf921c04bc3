"""Dates and periods as prose says them, in EDTF: "in the first nine months of 2004", "since 2013"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct
from msgspec.structs import replace

from sourcebook.vocabulary.folding import BREAK
from sourcebook.vocabulary.lexicon import word_set

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
COUNTED: Final = {
    w: n
    for n, w in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1
    )
}
_MONTH = (
    "(?:"
    + "|".join(sorted((m + (r"\.?" if len(m) < 5 else "") for m in MONTHS), key=len, reverse=True))
    + r")(?![a-z])"
)
_YEAR = r"(?:1[89]|20)\d\d(?![\d%]|[,.]\d|-year|\s?per\s?cent)"
_POINT = re.compile(
    rf"\b(?=[\djfmasond])(?<![.,/$€£])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m1>{_MONTH})(?:,?\s(?P<y1>{_YEAR}))?"
    rf"|(?P<m2>{_MONTH})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\d,.]\d|\d|\s?(?:{_MONTH}))(?:,?\s(?P<y2>{_YEAR}))?"
    rf"|(?P<m3>{_MONTH})(?:\sof)?,?\s(?P<y3>{_YEAR})"
    rf"|(?P<m4>{_MONTH}(?=\sand\s{_MONTH}|\sto\s{_MONTH}|\sthrough\s{_MONTH}|\s?-\s?{_MONTH}))"
    rf"|(?:(?<=\bin )|(?<=\bby )|(?<=early )|(?<=\blate )|(?<=mid-)|(?<=during )|(?<=until )|(?<=since )|(?<=end of )"
    rf"|(?<=through ))(?P<m7>{_MONTH})(?!,?\s\d)"
    rf"|(?P<d5>\d{{1,2}})\.(?P<m5>\d{{1,2}})\.(?P<y5>{_YEAR})"
    rf"|(?P<y6>{_YEAR})(?:(?P<fy>[-/]\d\d)(?![\d-]))?)(?![\w°])",
)
_RECENT: Final = ("past", "last", "previous", "preceding")
_VAGUE = re.compile(
    r"\b(?:(?P<annual>annually|yearly|(?:each|every|per|in a given|in an average) year"
    r"|(?<!twice )(?<!once )(?<!times )a year(?!\s(?:earlier|before|later|after|ago|old|prior|of|and"
    r"|in|previously)|'|-)|per annum|a yearly|an annual|annual(?= (?:average|number|total|figure"
    r"|rate)))"
    r"|(?P<previous>(?:the\s)?(?:previous|preceding|prior)\s(?:calendar\s|fiscal\s"
    r"|reporting\s)?(?:year|period)|(?:the|a|one)\syear\s(?:earlier|before|prior|previously))"
    r"|(?P<next>(?:the\s)?(?:following|next)\s(?:calendar\s|fiscal\s)?year|a\syear\s(?:later|after))"
    r"|(?P<same>(?:the\s|that\s)same\s(?:year|period)|that\syear|(?:in|during)\sthat\s(?:time|period))"
    r"|(?P<unnamed>(?:the|this|last|current|past|a|its|our)\s(?:current\s|previous\s"
    r"|last\s)?(?:reporting|review|rating)\s(?:period|year)|during\sthe\s(?:year|period)|(?:this|last"
    r"|past|current)\s(?:fiscal\s)?year|to date|so far|at\sthe\sclose\sof\sthe\sreporting"
    r"|(?:over|in|during|within)\sthe\s(?:past|last|previous|preceding)\s(?:\w+\s)?(?:years?|months?"
    r"|decades?|weeks?|days?)|in\srecent\s(?:years|months)|last\s(?:month|week|winter|summer|spring"
    r"|autumn|fall)|the\spast\syear))\b"
)
# The words with which dates in words begin, with blanks between them.
_VAGUE_STARTS = (
    *("annual", "yearly", "each year", "every year", "per year", "per annum", "in a given year", "in an average year"),
    *(
        "a year",
        "an annual",
        "the previous",
        "the preceding",
        "the prior",
        "previous",
        "preceding",
        "prior",
        "the year",
    ),
    *("one year", "the following", "the next", "following", "next", "the same", "that same", "that year", "in that"),
    *("during that", "during the", "to date", "so far", "at the close", "in recent", "this year", "this fiscal"),
    *("last", "past year", "past fiscal", "current year", "current fiscal", "the past"),
    *(
        f"{before} {word}"
        for before in ("the", "this", "last", "current", "past", "a", "its", "our")
        for word in ("reporting", "review", "rating", "current", "previous", "last")
    ),
    *(f"{before} the {word}" for before in ("over", "in", "during", "within") for word in _RECENT),
)
_MONTH_STEMS = tuple(dict.fromkeys(month[:3] for month in MONTHS))
_STARTS = AhoCorasick((*_MONTH_STEMS, *dict.fromkeys(_VAGUE_STARTS)), matchkind=MatchKind.Standard)
_SPAN_BEFORE = re.compile(
    r"(?:(?P<first>first|initial|opening|last|final|latter)\s(?P<n>\w+)\smonths|(?P<half>first|second"
    r"|last|latter)\shalf"
    r"|(?P<quarter>first|second|third|fourth|last|final)\squarter|(?P<m>\d{1,2}|\w+)\smonths)\s(?:of"
    r"|in)\s(?:the\s(?:year|fiscal year)\s)?$"
)
_SINCE = re.compile(r"\bsince(?:\s(?:the\s)?(?:early|mid|late|start of|end of|beginning of))?[\s-]?$")
_FORWARD = re.compile(
    r"\b(?:by|until|till|before|prior to|dated|expires in|expired in)(?:\s(?:the\s)?(?:early|mid|late"
    r"|start of|end of|beginning of|close of))?[\s-]?$"
)
_UP_TO: Final = re.compile(
    r"\b(?:the|last|past)(?:\s(?:last|past|fiscal|financial|reporting))?(?:\s(?P<n>\w+))?\s(?P<unit>years?|months)\s(?:up\s)?"
    r"(?:to|until|till|ending|ended|that ended|ending in|ended in|that ended in)\s(?:the end of\s|late\s|early\s)?$"
)
_JOINERS: Final = word_set("joiners")
ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "latter": 2}


class Date(Struct, frozen=True, gc=False):
    """A date in prose: its span, its EDTF where it has one, and how it stands.

    `kind` is `when`, `since`, `until` (a bound and no period), `annual`, `previous`, `next`, `same`, `month` (of a year
    that is unsaid: the EDTF is what follows the year), or `unnamed` ("the reporting period").
    """

    start: int
    end: int
    edtf: str | None
    kind: str


class _Point(Struct, frozen=True, gc=False):
    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    last_year: int | None = None

    def edtf(self, year: int | None = None) -> str:
        """Return the point in EDTF, with the year of its partner where its own is unsaid."""
        year = self.year or year or 0
        if self.last_year:
            return f"{year:04}/{self.last_year:04}"
        parts = [f"{year:04}"]
        if self.month:
            parts.append(f"{self.month:02}")
            if self.day:
                parts.append(f"{self.day:02}")
        return "-".join(parts)


def _point(match: re.Match[str]) -> _Point | None:
    if match.lastgroup == "y6":
        return _Point(match.start(), match.end(), int(match["y6"]), None, None)
    found = {key[0]: value for key, value in match.groupdict().items() if value}
    year = int(found["y"]) if "y" in found else None
    last_year = None
    if "f" in found and year is not None:
        last_year = year // 100 * 100 + int(match["fy"][1:])
        if last_year != year + 1 and not (match["fy"][0] == "-" and year < last_year < year + 20):
            last_year = None
    month_words = found.get("m")
    month = None
    if month_words:
        month = int(month_words) if month_words.isdigit() else MONTHS[month_words.rstrip(".")]
    day = int(found["d"]) if "d" in found else None
    if (month or 1) > 12 or (day or 1) > 31:
        return None
    if year is None and day is None and match["m4"] is None and match["m7"] is None:
        return None
    if month == 5 and year is None and match["m2"] and match.string[match.end() : match.end() + 2].strip(" ").isalpha():
        return None
    return _Point(match.start(), match.end(), year, month, day, last_year)


def _joined(low: str, first: _Point, second: _Point) -> Date | None:
    """Join two points into a period: "January-October 2021", "between 2010 and 2012"."""
    gap = low[first.end : second.start]
    if gap not in _JOINERS or (gap == " and " and not low[: first.start].endswith(("between ", "between the years "))):
        return None
    if second.year is None and first.year is None:
        return None
    last = second if second.year else replace(second, year=first.year)
    start, end = first.edtf(last.year), last.edtf()
    if "/" in start or "/" in end or start[:4] > end[:4]:
        return None
    return Date(first.start, second.end, f"{start}/{end}", "when")


def _part_of_year(before: str, year: int) -> tuple[int, str] | None:
    """Read "the first nine months of" before a year; return where it starts and the EDTF."""
    match = _SPAN_BEFORE.search(before) if before.endswith(_OF_PART) else None
    if match is None:
        return None
    if match["half"]:
        first, last = (1, 6) if match["half"] == "first" else (7, 12)
    elif match["quarter"]:
        last = 3 * ORDINALS[match["quarter"]]
        first = last - 2
    else:
        words = match["n"] or match["m"]
        count = int(words) if words.isdigit() else COUNTED.get(words, 0)
        if not 0 < count <= 12:
            return None
        first, last = (13 - count, 12) if match["first"] in ("last", "final", "latter") else (1, count)
    return match.start(), f"{year}-{first:02}/{year}-{last:02}"


_OF_PART: Final = ("of ", "in ", "year ")


def _span_to(match: re.Match[str], last: _Point) -> str | None:
    """Read "the two years to March 2015": so many years or months up to a month or year, itself included."""
    words = match["n"] or "one"
    count = int(words) if words.isdigit() else COUNTED.get(words, 0)
    if not count or last.day or last.year is None:
        return None
    years = match["unit"].startswith("year")
    if last.month is None:
        return f"{last.year - count + 1}/{last.year}" if years and count > 1 else None
    first = last.year * 12 + last.month - (12 * count if years else count)
    return f"{first // 12:04}-{first % 12 + 1:02}/{last.edtf()}"


def _alone(low: str, point: _Point) -> Date | None:
    """Return a point that is joined to no other, with the words before it."""
    if point.year is None:
        lead = low[max(0, point.start - 30) : point.start]
        bound = _FORWARD.search(lead) or _SINCE.search(lead)
        return Date(point.start, point.end, None if bound else point.edtf()[4:], "unnamed" if bound else "month")
    before = low[max(0, point.start - 60) : point.start]
    if point.month is None:
        part = _part_of_year(before, point.year)
        if part is not None:
            return Date(point.start - len(before) + part[0], point.end, part[1], "when")
    span = _UP_TO.search(before) if "year" in before or "month" in before else None
    if span is not None and (period := _span_to(span, point)):
        return Date(point.start - len(before) + span.start(), point.end, period, "when")
    if "since" in before and _SINCE.search(before):
        return Date(point.start, point.end, f"{point.edtf()}/..", "since")
    if _FORWARD.search(before):
        return Date(point.start, point.end, point.edtf(), "until")
    return Date(point.start, point.end, point.edtf(), "when")


# "As young as 14 may conclude": an age and a modal, and no day of May.
AGED: Final = ("as young as ", "the age of ", "aged ", "younger than ", "older than ")


def _points(low: str, end: int, starts: list[int]) -> list[_Point]:
    points, reached = [], 0
    for start in starts:
        match = _POINT.match(low, start, end) if start >= reached else None
        if match is not None and not low.endswith(AGED, 0, start):
            reached = match.end()
            point = _point(match)
            if point is not None:
                points.append(point)
    return points


def _vague(low: str, start: int, end: int, starts: list[int]) -> Iterator[re.Match[str]]:
    """Yield the dates in words that begin at one of some places, or anywhere where a paragraph ends among the words."""
    if low.find(BREAK, start, end) >= 0:
        yield from _VAGUE.finditer(low, start, end)
        return
    reached = 0
    for at in starts:
        match = _VAGUE.match(low, at, end) if at >= reached else None
        if match is not None:
            reached = match.end()
            yield match


class DateStarts:
    """Where in a folded, lower-case text dates may begin: points in time, and dates in words; found in one scan."""

    __slots__ = ("points", "vague")

    def __init__(self, low: str, digits: list[int]) -> None:
        self.points = digits.copy()
        self.vague: list[int] = []
        for pattern, start, _ in _STARTS.find_matches_as_indexes(low, overlapping=True):
            if not (start and (low[start - 1].isalnum() or low[start - 1] == "_")):
                (self.points if pattern < len(_MONTH_STEMS) else self.vague).append(start)
        self.points.sort()
        self.vague = sorted(set(self.vague))


def _between(starts: list[int], start: int, end: int) -> list[int]:
    return starts[bisect_left(starts, start) : bisect_left(starts, end)]


def _place(date: Date) -> tuple[int, int]:
    return date.start, date.end


def find_dates(low: str, start: int, end: int, starts: DateStarts) -> list[Date]:
    """Return the dates in a span of a folded, lower-case text, in order."""
    dates: list[Date] = []
    held: _Point | None = None
    points = _between(starts.points, start, end)
    for point in _points(low, end, points) if points else ():
        if held is not None:
            joined = _joined(low, held, point)
            if joined is not None:
                dates.append(joined)
                held = None
                continue
            if (alone := _alone(low, held)) is not None:
                dates.append(alone)
        held = point
    if held is not None and (alone := _alone(low, held)) is not None:
        dates.append(alone)
    dates += [
        Date(match.start(), match.end(), None, match.lastgroup or "unnamed")
        for match in _vague(low, start, end, _between(starts.vague, start, end))
    ]
    dates.sort(key=_place)
    return dates

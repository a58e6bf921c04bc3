"""Dates as English writes them, read into EDTF, and put back into words: what is unsure stays unsure.

A date that could be read in two ways is the set of both; one that never was ("31 February 2009") is none. Two-digit
years are of 1950 to 2049. Seasons, "early" and "circa" keep their doubt. Nothing is filled in from today's date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sourcebook.model.base import Value
from sourcebook.vocabulary.date_rules import IMPOSSIBLE, RULES, Rule, joined
from sourcebook.vocabulary.date_words import edtf_to_words
from sourcebook.vocabulary.edtf import edtf_bounds, edtf_year, is_edtf, read_edtf
from sourcebook.vocabulary.folding import BREAK, Folded, fold

__all__ = ["DateMatch", "dates_in", "edtf_bounds", "edtf_to_words", "edtf_year", "is_edtf", "parse_date"]

_LONGEST = 200
_JOINT = re.compile(r" ?[-/] ?| (?:to|until|till|through|thru|or) ", re.IGNORECASE)
_BOTH = re.compile(r" (?:and|&) ", re.IGNORECASE)
_BETWEEN = re.compile(r"(?<!\w)between (?:the )?\Z", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?<!\w)(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]{0,2} ?(?:the )?\Z", re.IGNORECASE
)
_ABOUT = re.compile(
    r"(?<!\w)(?:circa|c\.|ca\.?|about|around|approximately|approx\.?|early|late|mid|(?:early|late|middle|beginning|end)"
    r" (?:of|in))[- ]?(?:the )?\Z",
    re.IGNORECASE,
)
_PERHAPS = re.compile(r"(?<!\w)(?:perhaps|possibly|probably) (?:the )?\Z", re.IGNORECASE)
_LEAD = 28
_YEAR = re.compile(r"\d{4,}|[-/']\d{2}", re.ASCII)
_WIDEST = 100  # more than the longest shape before its last year
_BEYOND = 40  # more than may follow a year: "T10:20:00Z", " edition"
_LABEL = re.compile(
    r"(?:(?:last|date|first) ?)?(?:updated|modified|revised|posted|published|issued|released|dated|accessed|retrieved|"
    r"written|created|filed|date)(?: ?[:-])?(?: (?:on|in|at))? (?:the )?",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"[T, ]+(?:at )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|Z|[A-Z]{3,4}))?\Z", re.IGNORECASE
)
_OPENING = re.compile(r"(?:from|the) ", re.IGNORECASE)
_EDGES = f" .,;:()[]*-{BREAK}"


class DateMatch(Value, frozen=True):
    """A date in a text: its span in code points, its EDTF and its kind.

    Kinds: `day`, `month`, `season` (also a quarter or half), `year`, `decade`, `interval`, `choice` (one of two, as in
    02/03/2004, or all of several), `about` (with a doubt).
    """

    start: int
    end: int
    edtf: str
    kind: str


def _kind(edtf: str) -> str:
    found = read_edtf(edtf)
    if found is None or found.how != "one" or not (point := found.points[0]):
        return "interval" if found and found.how == "interval" else "choice"
    if point.doubt:
        return "about"
    if point.decade:
        return "decade"
    return "day" if point.day else "season" if point.month > 12 else "month" if point.month else "year"


class _Found(NamedTuple):
    start: int
    end: int
    edtf: str


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches about the years, outside which no shape can lie: most of a text is not looked at again."""
    start = end = 0
    for year in _YEAR.finditer(text):
        if year.start() - _WIDEST > end:
            if end:
                yield start, end
            start = year.start() - _WIDEST
        end = year.end() + _BEYOND
    if end:
        yield max(0, start), end


def _shapes(text: str) -> Iterator[_Found]:
    """Yield every span that has the shape of a date, overlapping ones too; an impossible one has no EDTF."""
    for at, end in _windows(text):
        for rule in RULES:
            yield from _shaped(rule, text, at, end)


def _shaped(rule: Rule, text: str, at: int, end: int) -> Iterator[_Found]:
    while match := rule.pattern.search(text, at, end):
        edtf = rule.read(match.groupdict())
        at = match.start() + 1 if edtf is None else match.end()
        if edtf is not None:
            yield _Found(match.start(), match.end(), edtf)


def _apart(shapes: Iterator[_Found]) -> Iterator[_Found]:
    """Yield the spans that stand apart: the first that starts, and of those the longest."""
    reached = 0
    for found in sorted(shapes, key=lambda found: (found.start, -found.end)):
        if found.start >= reached:
            reached = found.end
            yield found


def _dressed(text: str, found: _Found, floor: int) -> _Found:
    """Take in the words before a date that belong to it: a weekday, or a word of doubt."""
    floor = max(floor, found.start - _LEAD)
    lead = text[floor : found.start]
    if weekday := _WEEKDAY.search(lead):
        return _Found(floor + weekday.start(), found.end, found.edtf)
    for pattern, doubt in ((_ABOUT, "~"), (_PERHAPS, "?")):
        word = pattern.search(lead)
        if word and is_edtf(found.edtf + doubt):
            return _dressed(text, _Found(floor + word.start(), found.end, found.edtf + doubt), floor)
    return found


def _pair(text: str, first: _Found, second: _Found) -> _Found | None:
    """Return one date of two that a word or sign joins, if they are alike and make sense together."""
    between = text[first.end : second.start]
    if len(between) > 9 or first.edtf == second.edtf or first.edtf[-1:] in ("]", "}") or second.edtf[-1:] in ("]", "}"):
        return None
    led = _BETWEEN.search(text, max(0, first.start - 12), first.start) if _BOTH.fullmatch(between) else None
    if not (led or _JOINT.fullmatch(between)):
        return None
    edtf = joined("to" if led else between, first.edtf, second.edtf)
    return _Found(led.start() if led else first.start, second.end, edtf) if edtf else None


def _settled(text: str) -> list[_Found]:
    """Return the dates of a folded text, impossible ones too, dressed and joined."""
    settled: list[_Found] = []
    floor = 0
    for bare in _apart(_shapes(text)):
        found = _dressed(text, bare, floor) if bare.edtf else bare
        floor = found.end
        pair = _pair(text, settled[-1], found) if settled and settled[-1].edtf and found.edtf else None
        settled[-1 if pair else len(settled) :] = [pair or found]
    return settled


def _matches(folded: Folded) -> Iterator[DateMatch]:
    for found in _settled(folded.text):
        start, end = folded.span(found.start, found.end)
        if found.edtf != IMPOSSIBLE:
            yield DateMatch(start=start, end=end, edtf=found.edtf, kind=_kind(found.edtf))


def dates_in(text: str) -> tuple[DateMatch, ...]:
    """Return the dates of a text in its order, none overlapping, each with its year; in time linear in its length.

    A bare number from 1500 to 2099 counts as a year, so a reader of figures must look at the `kind`.
    """
    return tuple(_matches(fold(text)))


def parse_date(text: str) -> str | None:
    """Return the EDTF of a text that is one date as a whole; None where it is none, two, undated or impossible.

    A label before it ("Updated"), a time of day after it, a weekday, brackets and "Edition" do not matter.
    """
    if len(text) > _LONGEST:
        return None
    phrase = fold(text).text.strip(_EDGES)
    phrase = _CLOCK.sub("", phrase[match.end() :] if (match := _LABEL.match(phrase)) else phrase).strip(_EDGES)
    phrase = _OPENING.sub("", phrase, count=1) if _OPENING.match(phrase) else phrase
    if any(sign in text for sign in "[{/~?%X") and is_edtf(text.strip()):
        return text.strip()
    if phrase.endswith("?"):
        phrase = f"perhaps {phrase[:-1]}"
    dates = _settled(phrase)
    return (dates[0].edtf or None) if len(dates) == 1 and dates[0].end - dates[0].start == len(phrase) else None

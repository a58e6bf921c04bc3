"""Marks in a text that point to numbered references: "(1; 2; 3)", "(1-4,7)", "[5, 6]", or a number set high."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

from sourcebook.model.report import Mark
from sourcebook.segment.report.no_marks import Written, counts_people, without_others
from sourcebook.segment.report.sentences import stops_of

_ONE = r"\d{1,4}(?:\s*[-\u2010-\u2015]\s*\d{1,4})?"
_LIST = rf"{_ONE}(?:\s*(?:[,;]|\band\b|&|\s)\s*{_ONE})*\s*[,;]?"
_ROUND = re.compile(rf"\(\s*(?P<list>{_LIST})\s*\)")
_SQUARE = re.compile(rf"\[\s*(?P<list>{_LIST})\s*\](?:\s*[,;]?\s*\[\s*{_LIST}\s*\])*")
_HIGH = re.compile(
    r"(?:(?<=[^\W\d_][.,;:!?)\u201d\"\u2019])|(?<=[)\]\u201d\"][.,;:!?]))(?P<list>\d{1,3}(?:[,\u2013-]\s?\d{1,3})*)(?=\s|$|[)\u2019\u201d])"
    r"|(?<=[^\W\d_]{2}[.,;:)\u201d\"\u2019]\s)(?P<apart>\d{1,3}(?:,\s?\d{1,3})*)(?=\s+[A-Z\u201c]|\s*$)"
    r"|(?<=[a-z)\u201d])(?P<glued>\d{1,3}(?:,\d{1,3})*)(?=[\s.,;:)]|$)"
    r"|(?P<raised>[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+(?:[\u02d2,\u207b\u2013][\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)*)"
)
_RANGE = re.compile(r"(\d+)(?:\s*[-\u2010-\u2015]\s*(\d+))?")
_RAISED = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b", "0123456789-")
_LONGEST_RANGE = 100

MarkStyle = Literal["round", "square", "high"]
_PATTERNS: dict[MarkStyle, re.Pattern[str]] = {"round": _ROUND, "square": _SQUARE, "high": _HIGH}


def mark_style(texts: Iterable[str], known: AbstractSet[int]) -> MarkStyle | None:
    """Return how a text writes its marks: the way that names most of the known references; None for no way."""
    seen: dict[MarkStyle, set[int]] = {"round": set(), "square": set(), "high": set()}
    for text in texts:
        for style, pattern in _PATTERNS.items():
            for mark in _written(text, pattern, known):
                seen[style].update(mark.numbers)
    best = max(seen, key=lambda style: (len(seen[style]), style != "high"))
    return best if seen[best] else None


def marks_in(text: str, style: MarkStyle, known: Mapping[int, int]) -> tuple[Mark, ...]:
    """Return the marks of a text that name known references; what is outside their numbers is no mark.

    `known` are the places of the references in their list, by their numbers.
    """
    stops = [0, *stops_of(text)]
    return tuple(
        Mark(
            start=mark.start,
            end=mark.end,
            numbers=mark.numbers,
            sentence=_sentence(stops, text, mark.start),
            until=next((stop for stop in stops if stop >= mark.end), len(text)),
            places=tuple(known[number] for number in mark.numbers),
        )
        for mark in _written(text, _PATTERNS[style], known.keys())
    )


def _sentence(stops: Sequence[int], text: str, at: int) -> int:
    """Return where the sentence of a mark begins: the one it stands in, or behind whose full stop it stands."""
    inside = [stop for stop in stops if stop < at and text[stop:at].strip()]
    return inside[-1] if inside else 0


def _written(text: str, pattern: re.Pattern[str], known: AbstractSet[int]) -> Iterator[Written]:
    """Yield the marks of a text that are written in one way, without what looks like them."""
    alike = _like_marks(text, pattern, known)
    return (one for one in alike if not counts_people(text, one)) if pattern is _HIGH else without_others(text, alike)


def _like_marks(text: str, pattern: re.Pattern[str], known: AbstractSet[int]) -> Iterator[Written]:
    for found in pattern.finditer(text):
        inner = next(group for group in found.groups() if group) if pattern is _HIGH else found.group()
        if numbers := _numbers(inner.translate(_RAISED), known):
            yield Written(found.start(), found.end(), numbers)


def _numbers(written: str, known: AbstractSet[int]) -> tuple[int, ...]:
    """Return the numbers of a mark, each once; none where fewer than half of what it names is known."""
    told = 0
    numbers: list[int] = []
    for first, last in _RANGE.findall(written):
        low, high = int(first), int(last or first)
        told += 1
        if low in known and high >= low and high - low < _LONGEST_RANGE and (high in known or not last):
            numbers.extend(number for number in range(low, high + 1) if number in known)
            told -= 1
        elif last and high < low and low in known and high in known:
            numbers.extend((low, high))
            told -= 1
    return tuple(dict.fromkeys(numbers)) if told == 0 or told <= len(set(numbers)) / 2 else ()

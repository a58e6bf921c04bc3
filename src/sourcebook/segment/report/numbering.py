"""Finding where the entries of a numbered list begin: the longest run of openings that count up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from sourcebook.segment.report.lines import Line

Style = Literal["bracket", "dot", "bare"]
STYLES: tuple[Style, ...] = ("bracket", "dot", "bare")

_OPENING = re.compile(
    r"\s*(?:[\[(](?P<bracket>\d{1,4})[\])]|(?P<dot>\d{1,4})(?:[.)\]](?=\s|$|[^\W\d]|[\u201c\"\u2018'\u2014\[])|:(?=\s))"
    r"|(?P<bare>\d{1,4})(?=\s+\S|\s*$))\s*"
)
_SUPERSCRIPTS = str.maketrans("\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789")
_HIGH = re.compile(r"\s*([\u2070\u00b9\u00b2\u00b3\u2074-\u2079]{1,4})\s*")
_BEGINS = re.compile(r"[^\w]{0,2}[^\W\d_a-z]|[\u201c\"\u2018\u00ab\u2014\u2013\-<\[(]|https?:|www\.")
_ENDED = re.compile(r"[.>\])\"\u201d;/]\s*$|\S*(?:/|www)\S*\s*$")

_GAP, _LONGEST_GAP = 0.45, 6
_SWITCH = 0.6


class Opening(NamedTuple):
    """A line that may open an entry: its place, the number on it, how that is written, how far on the text begins."""

    line: int
    number: int
    style: Style
    text_at: int
    weight: float


class _Best(NamedTuple):
    score: float
    at: int


def openings(lines: Sequence[Line]) -> list[Opening]:
    """Return every line that begins with a number, with how much it looks like the opening of an entry."""
    found = []
    for at, line in enumerate(lines):
        text = line.text
        if high := _HIGH.match(text):
            number = int(high[1].translate(_SUPERSCRIPTS))
            found.append(Opening(at, number, "bare", high.end(), 1.2))
        elif (match := _OPENING.match(text)) is not None and (style := match.lastgroup) is not None:
            weight = _weight(lines, at, match.end())
            found.append(Opening(at, int(match[style]), style, match.end(), weight))  # type: ignore[arg-type]
    return found


def _weight(lines: Sequence[Line], at: int, text_at: int) -> float:
    rest = lines[at].text[text_at:]
    if not rest.strip() and at + 1 < len(lines):
        rest = lines[at + 1].text
    begins = 0.2 if _BEGINS.match(rest.lstrip()) else -0.5
    return 1 + begins + (0.2 if at == 0 or _ENDED.search(lines[at - 1].text) else 0)


def longest_count(found: Sequence[Opening], first: int = 1) -> list[Opening]:
    """Return the run of openings that counts up from about `first` and weighs most; a missing number costs it.

    One pass: each opening is joined to the best run that ends a few numbers before its own.
    """
    best: dict[tuple[int, Style], _Best] = {}
    before: list[int | None] = []
    top: _Best | None = None
    for at, opening in enumerate(found):
        reached, came_from = _start(opening, first), None
        for back in range(1, _LONGEST_GAP + 1):
            for style in STYLES:
                run = best.get((opening.number - back, style))
                if run is None:
                    continue
                score = run.score - _GAP * (back - 1) - (_SWITCH if style != opening.style else 0)
                if score > reached:
                    reached, came_from = score, run.at
        before.append(came_from)
        score = reached + opening.weight
        key = (opening.number, opening.style)
        if key not in best or score > best[key].score:
            best[key] = _Best(score, at)
        if top is None or score > top.score:
            top = _Best(score, at)
    return _followed(found, before, top)


def _start(opening: Opening, first: int) -> float:
    return -_GAP * min(abs(opening.number - first), 12)


def _followed(found: Sequence[Opening], before: list[int | None], top: _Best | None) -> list[Opening]:
    run: list[Opening] = []
    at = top.at if top is not None else None
    while at is not None:
        run.append(found[at])
        at = before[at]
    return run[::-1]


def with_missing(lines: Sequence[Line], run: Sequence[Opening]) -> list[Opening]:
    """Put in the numbers that a run passes over and that stand there spoilt: behind a stray mark, or broken."""
    filled: list[Opening] = []
    for opening in run:
        while filled and filled[-1].number + 1 < opening.number:
            found = _spoilt(lines, filled[-1].number + 1, filled[-1].line + 1, opening.line)
            if found is None:
                break
            filled.append(found)
        filled.append(opening)
    return filled


def _spoilt(lines: Sequence[Line], number: int, first: int, last: int) -> Opening | None:
    digits = str(number)
    stray = re.compile(rf"\W{{0,3}}{digits}(?!\d)[.)\]]?\s*")
    for at in range(first, last):
        text = lines[at].text
        if found := stray.match(text):
            return Opening(at, number, "bare", found.end(), 0)
        head = text.strip()
        rest = digits.removeprefix(head) if len(head) < len(digits) and digits.startswith(head) else ""
        if rest and at + 1 < last and (found := re.match(rf"\s*{rest}[.)]\s+", lines[at + 1].text)):
            return Opening(at, number, "bare", lines[at + 1].start - lines[at].start + found.end(), 0)
    return None

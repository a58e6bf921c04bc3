"""Lists of references without numbers: parted by blank lines, by hanging lines, or by how an entry begins and ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from sourcebook.segment.report.lines import Line

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|\bn\.\s?d\.|\bforthcoming\b", re.IGNORECASE)
_ENDED = re.compile(r"[.)\]\u201d\"\u2019?!]\s*$|(?:https?:|www\.)\S+$|\S+/\S*$")
_BEGINS = re.compile(
    r"\s*(?:[^\W\d_a-z][\w\u2019'-]*(?:\s(?:de|del|da|van|von|der|bin|al)\b)?(?:\s[^\W\d_a-z][\w\u2019'-]*)*,\s+[^\W\d_a-z]"
    r"|[\u2014\u2013_-]{2,6}[.,]|[^\W\d_a-z][\w&.\u2019'()\[\] -]{2,100}?[.,(]|[\u201c\"\u00ab])"
)
_LEAST = 3
_DATED = 0.6
_LAID_OUT = 1.25
"""How much more a parting by blank or hanging lines is trusted than one by words."""


def unnumbered(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Return the entries of the list that these lines are; empty where they do not look like one.

    Most entries of a list have a year. Of the ways to part it, the one that leaves the fewest without is taken.
    """
    ways: tuple[tuple[Callable[[Sequence[Line], int], bool], float], ...] = (
        (_after_blank, _LAID_OUT),
        (_hanging, _LAID_OUT),
        (_ended, 1.0),
    )
    best: list[tuple[Line, ...]] = []
    best_worth = 0.0
    for begins, trust in ways:
        entries = _parted(lines, begins)
        worth = trust * _worth(entries)
        if worth > best_worth:
            best, best_worth = entries, worth
    return best


def _parted(lines: Sequence[Line], begins: Callable[[Sequence[Line], int], bool]) -> list[tuple[Line, ...]]:
    entries: list[list[Line]] = []
    for at, line in enumerate(lines):
        if not entries or begins(lines, at):
            entries.append([])
        entries[-1].append(line)
    return [tuple(entry) for entry in entries]


def _worth(entries: Sequence[tuple[Line, ...]]) -> float:
    """Return how much a parting looks like a list: the share of entries with a year, more for more of them.

    Zero where they are too few, have too seldom a year, or are as long as paragraphs.
    """
    dated = sum(any(_YEAR.search(line.text) for line in entry) for entry in entries)
    if dated < _LEAST or dated < _DATED * len(entries):
        return 0.0
    opened = sum(bool(_BEGINS.match(entry[0].text)) for entry in entries)
    years = sum(len(_YEAR.findall(" ".join(line.text for line in entry))) > _MOST_YEARS for entry in entries)
    if years > 0.2 * len(entries):
        return 0.0
    return dated * (dated / len(entries)) * (opened / len(entries))


_MOST_YEARS = 5


def _after_blank(lines: Sequence[Line], at: int) -> bool:
    """Tell whether an entry begins: behind a blank line, or on a new page where the last one ended."""
    before = lines[at - 1]
    if lines[at].page != before.page:
        widest = max(len(line.text.rstrip()) for line in lines)
        ended = _ENDED.search(before.text) or len(before.text.rstrip()) < 0.7 * widest
        return bool(_BEGINS.match(lines[at].text) and ended)
    return lines[at].after_blank


def _hanging(lines: Sequence[Line], at: int) -> bool:
    """Tell whether an entry begins: where a line stands as far left as any."""
    return _indent(lines[at]) == min(_indent(line) for line in lines)


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip())


def _ended(lines: Sequence[Line], at: int) -> bool:
    """Tell whether an entry begins: as one does, behind a line that ends as one does."""
    if not _BEGINS.match(lines[at].text) or not _ENDED.search(lines[at - 1].text):
        return False
    widest = max(len(line.text.rstrip()) for line in lines)
    return len(lines[at - 1].text.rstrip()) < 0.95 * widest or bool(re.match(r"\s*[^\W\d_][^,.]*,\s", lines[at].text))

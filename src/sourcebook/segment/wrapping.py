"""Finding the column at which a text was wrapped, and which line breaks the wrapping forced.

A greedy wrapper breaks a line exactly where the next word would not have fitted. Where every long enough line of a text
ends so, the text was wrapped; a break before a word that would have fitted was there before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from sourcebook.segment.lines import Line

NARROWEST, WIDEST = 40, 140
_FEWEST_BREAKS = 3


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the column at which the text was wrapped, or None where it was not.

    Every wrapped line says between which columns its wrapper stood: at least its own width, and less than that with
    the next word. The column that most lines allow is the one, if most of those that are long enough allow it and
    hardly any line passes it.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if not (b.gap or a.rule or b.rule)]
    allowed = Counter[int]()
    for line, following in pairs:
        if " " in line.text:
            allowed.update(range(max(line.width, NARROWEST), min(_with_next(line, following) - 1, WIDEST) + 1))
    if not allowed:
        return None
    width = max(allowed, key=lambda column: (allowed[column], column))
    long_enough = sum(1 for line, _ in pairs if line.width > 0.6 * width)
    longer = sum(1 for line in lines if line.width > width and " " in line.text and not line.rule)
    if longer > 2 + len(lines) // 16:
        return None
    breaks = allowed[width]
    return width if breaks >= _FEWEST_BREAKS and breaks >= 0.5 * long_enough else None


def is_forced(line: Line, following: Line, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted at the end of this one."""
    if following.gap or line.rule or following.rule:
        return False
    return line.width <= width < _with_next(line, following) or (line.width > width and " " not in line.text)


def _with_next(line: Line, following: Line) -> int:
    word = following.text.split(" ", 1)[0]
    return line.width + len(word) + (0 if line.text.endswith("-") else 1)


def joint(before: str, after: str) -> str:
    """Return what stood between two wrapped pieces: nothing after a hyphen inside a word, else a space."""
    inside = len(before) > 1 and before.endswith("-") and before[-2].isalnum() and after[:1].isalnum()
    return "" if inside and after.split(" ", 1)[0] not in {"and", "or", "to"} else " "

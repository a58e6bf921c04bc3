"""Finding the column at which a text was wrapped, and which line breaks the wrapping forced.

A greedy wrapper breaks a line exactly where the next word would not have fitted. Where every long enough line of a text
ends so, the text was wrapped; a break before a word that would have fitted was there before.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from sourcebook.segment.lines import Line

NARROWEST, WIDEST = 40, 140
_FEWEST_BREAKS = 3


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the column at which the text was wrapped, or None where it was not."""
    widths = sorted(line.width for line in lines if " " in line.text and not line.rule)
    if len(widths) < _FEWEST_BREAKS:
        return None
    outliers = 1 + len(widths) // 40
    usual = widths[max(0, len(widths) - 1 - max(outliers, len(widths) // 10))]
    while outliers and widths[-1] > 1.25 * usual:
        widths.pop()
        outliers -= 1
    width = widths[-1]
    if not NARROWEST <= width <= WIDEST:
        return None
    tight = [(a, b) for a, b in itertools.pairwise(lines) if not b.gap and a.width > 0.6 * width]
    breaks = sum(is_forced(a, b, width) for a, b in tight)
    return width if breaks >= _FEWEST_BREAKS and breaks >= 0.5 * len(tight) else None


def is_forced(line: Line, following: Line, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted at the end of this one."""
    if following.gap or line.rule or following.rule:
        return False
    word = following.text.split(" ", 1)[0]
    joint = 0 if line.text.endswith("-") else 1
    return line.width + joint + len(word) > width


def joint(before: str, after: str) -> str:
    """Return what stood between two wrapped pieces: nothing after a hyphen inside a word, else a space."""
    inside = len(before) > 1 and before.endswith("-") and before[-2].isalnum() and after[:1].isalnum()
    return "" if inside and after.split(" ", 1)[0] not in {"and", "or", "to"} else " "

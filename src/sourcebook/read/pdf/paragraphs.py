"""Where paragraphs end and which lines are headings, by the gaps between lines and by how large and heavy they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from sourcebook.read.pdf.hyphens import HYPHEN
from sourcebook.read.pdf.lines import Letters, PlacedLine
from sourcebook.read.pdf.tables import is_caption

_GAP = 1.3
_WIDER = 1.25
_FURTHEST = 3.0
_OTHER_SIZE = 0.1
_LARGE = 1.12
_MUCH_LARGER = 1.3
_RUN_IN = 60
_HEADING_LINES = 3
_HEADING_LENGTH = 160
_LETTERS = re.compile(r"(?:[^\W\d_][\W\d_]*+){3}")


class Style(NamedTuple):
    """How the running text of a page is set: the height of its lines, how far apart they stand, and which are bold.

    `bold` tells whether most of it is, `bold_lines` has the number of the first letter of each line that is.
    """

    height: float
    pitch: float
    bold: bool
    bold_lines: frozenset[int] = frozenset()


def style_of(lines: Sequence[PlacedLine], letters: Letters) -> Style:
    """Return the style in which most of the letters of a page are set."""
    heavy = letters.bold(lines)
    counted: dict[tuple[float, bool], int] = {}
    for line in lines:
        key = (line.height, line.at in heavy)
        counted[key] = counted.get(key, 0) + len(line.text)
    if not counted:
        return Style(1.0, 1.0, bold=False)
    rounded: dict[tuple[int, bool], int] = {}
    for (exact, bold), count in counted.items():
        tenths_bold = (int(10 * exact + 0.5), bold)
        rounded[tenths_bold] = rounded.get(tenths_bold, 0) + count
    tenths, bold = max(rounded, key=rounded.__getitem__)
    height = tenths / 10
    return Style(height, _pitch(lines, height), bold, heavy)


def _pitch(lines: Sequence[PlacedLine], height: float) -> float:
    """Return how far apart most lines of a height stand, from one to the next; their height where none follow."""
    drops: dict[int, int] = {}
    least, most, low, high = 0.5 * height, _FURTHEST * height, height - 0.1, height + 0.1
    bottom = inf
    for line in lines:
        drop, bottom = bottom - line.bottom, line.bottom
        if least < drop < most and low < line.height < high:
            tenths = int(10 * drop + 0.5)
            drops[tenths] = drops.get(tenths, 0) + 1
    return max(drops, key=drops.__getitem__) / 10 if drops else height


def apart(lines: Sequence[PlacedLine], style: Style) -> list[int]:
    """Return which lines a gap, or another size of letters, parts from the line before them down the page."""
    found: list[int] = []
    wide = _WIDER * style.pitch / style.height
    bottom, size = -inf, 0.0
    for at, line in enumerate(lines):
        height = line.height
        drop, bottom = bottom - line.bottom, line.bottom
        if 0.5 * height < drop <= 3 * _FURTHEST * height:
            other = size != height and abs(size - height) > _OTHER_SIZE * max(size, height)
            if other or (drop > _GAP * height and drop > wide * height):
                found.append(at)
        size = height
    return found


def headings_in(lines: Sequence[PlacedLine], style: Style, gaps: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return which lines are headings, from which to which, and their level: 1 where the letters are larger, else 2.

    A heading is of few lines that stand out and has text beneath it; what stands out over many lines is a box. `gaps`
    are the lines that are apart from the one before.
    """
    found: list[tuple[int, int, int]] = []
    large = _MUCH_LARGER * style.height
    bold_lines = frozenset() if style.bold else style.bold_lines
    behind = 0
    for at in [at for at, line in enumerate(lines) if line.at in bold_lines or line.height > large]:
        if at < behind:
            continue
        behind = at + 1
        while behind < len(lines) and behind not in gaps and _goes_on(lines[behind - 1], lines[behind], style):
            behind += 1
        words = " ".join(line.text for line in lines[at:behind])
        if behind - at <= _HEADING_LINES and _may_head(words, bold=lines[at].at in style.bold_lines):
            found.append((at, behind, 1 if lines[at].height > _LARGE * style.height else 2))
    return found


def _goes_on(line: PlacedLine, following: PlacedLine, style: Style) -> bool:
    same_weight = (line.at in style.bold_lines) == (following.at in style.bold_lines)
    same_size = abs(line.height - following.height) < _OTHER_SIZE * line.height
    return same_weight and same_size and 0 < line.bottom - following.bottom < 2 * line.height


def _may_head(words: str, *, bold: bool) -> bool:
    if len(words) > _HEADING_LENGTH or is_caption(words) or words.endswith((";", ",", HYPHEN)):
        return False
    if words.endswith(".") and not (bold and len(words) < _RUN_IN):
        return False
    return _LETTERS.search(words) is not None

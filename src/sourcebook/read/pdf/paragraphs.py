"""Where paragraphs end and which lines are headings, by the gaps between lines and by how large and heavy they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sourcebook.read.pdf.hyphens import HYPHEN
from sourcebook.read.pdf.lines import PlacedLine
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


class Style(NamedTuple):
    """How the running text of a page is set: the height of its lines, and how far apart they stand."""

    height: float
    pitch: float
    bold: bool


def style_of(lines: Sequence[PlacedLine]) -> Style:
    """Return the style in which most of the letters of a page are set."""
    letters: dict[tuple[int, bool], int] = {}
    for line in lines:
        key = (int(10 * line.height + 0.5), line.bold)
        letters[key] = letters.get(key, 0) + len(line.text)
    if not letters:
        return Style(1.0, 1.0, bold=False)
    tenths, bold = max(letters, key=letters.__getitem__)
    height = tenths / 10
    drops: dict[int, int] = {}
    for before, after in pairwise(lines):
        drop = before.bottom - after.bottom
        if 0.5 * height < drop < _FURTHEST * height and abs(after.height - height) < 0.1:
            key_drop = int(10 * drop + 0.5)
            drops[key_drop] = drops.get(key_drop, 0) + 1
    return Style(height, max(drops, key=drops.__getitem__) / 10 if drops else height, bold)


def is_apart(before: PlacedLine, after: PlacedLine, style: Style) -> bool:
    """Tell whether a gap or another size of letters parts two lines that follow each other down the page."""
    drop = before.bottom - after.bottom
    if drop < 0 or drop > 3 * _FURTHEST * after.height:
        return False
    if abs(before.height - after.height) > _OTHER_SIZE * max(before.height, after.height):
        return drop > 0.5 * after.height
    pitch = style.pitch * after.height / style.height
    return drop > max(_GAP * after.height, _WIDER * pitch)


def headings_in(lines: Sequence[PlacedLine], style: Style) -> list[tuple[int, int, int]]:
    """Return which lines are headings, from which to which, and their level: 1 where the letters are larger, else 2.

    A heading is of few lines that stand out and has text beneath it; what stands out over many lines is a box.
    """
    found: list[tuple[int, int, int]] = []
    at = 0
    while at < len(lines):
        end = at + 1
        if not _stands_out(lines[at], style):
            at = end
            continue
        while end < len(lines) and _goes_on(lines[end - 1], lines[end], style):
            end += 1
        words = " ".join(line.text for line in lines[at:end]).strip()
        if end - at <= _HEADING_LINES and _may_head(words, bold=lines[at].bold):
            found.append((at, end, 1 if lines[at].height > _LARGE * style.height else 2))
        at = end
    return found


def _stands_out(line: PlacedLine, style: Style) -> bool:
    return (line.bold and not style.bold) or line.height > _MUCH_LARGER * style.height


def _goes_on(line: PlacedLine, following: PlacedLine, style: Style) -> bool:
    same = line.bold == following.bold and abs(line.height - following.height) < _OTHER_SIZE * line.height
    return same and not is_apart(line, following, style) and 0 < line.bottom - following.bottom < 2 * line.height


def _may_head(words: str, *, bold: bool) -> bool:
    if len(words) > _HEADING_LENGTH or is_caption(words) or words.endswith((";", ",", HYPHEN)):
        return False
    if words.endswith(".") and not (bold and len(words) < _RUN_IN):
        return False
    return sum(letter.isalpha() for letter in words) > 2

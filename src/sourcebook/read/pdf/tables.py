"""Finding the lines of a page that are a table's: from a caption, or from rows with gaps, to the next running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from sourcebook.read.pdf.lines import PlacedLine

_CAPTION = re.compile(
    r"(?:Table|Figure|Tableau|Tabla|Cuadro|Quadro|Figura)\s+[\dIVX]{1,4}\s*[.:\u2013-]", re.IGNORECASE
)
CAPTION_LETTERS = frozenset("TtFfCcQq")
"""The letters with which captions begin, to be asked first."""
_CONTINUED = re.compile(r"\(\s*cont(?:inued|\.|\u2019d|'d)?\s*\)", re.IGNORECASE)
_HEADING = re.compile(r"\s*(?:[IVXL]{1,6}|\d{1,2})\.\s+[^a-z]{6,}$")
_ROWS = 3
_WIDE = 0.82
_NEAR = 8.0


def is_caption(text: str) -> bool:
    """Tell whether a line is the caption of a table or figure, with its number, in one of several languages."""
    return text[:1] in CAPTION_LETTERS and _CAPTION.match(text) is not None


def table_spans(lines: Sequence[PlacedLine], *, continued: bool) -> list[tuple[int, int]]:
    """Return which lines are tables: the number of the first and of the one behind the last.

    With `continued`, a caption that says so means that the lines from the first on go on with a table of the page
    before.
    """
    if not lines:
        return []
    prose = _prose(lines)
    spans: list[tuple[int, int]] = []
    continued = continued and any(is_caption(line.text) and _CONTINUED.search(line.text) for line in lines)
    start: int | None = 0 if continued else None
    for at, line in enumerate(lines):
        caption = is_caption(line.text)
        if start is not None and (caption or _HEADING.match(line.text) or _resumes(lines, prose, at)):
            spans.append((start, at))
            start = None
        if start is None and (caption or _rows_begin(lines, at)):
            start = at
    if start is not None:
        spans.append((start, len(lines)))
    return [(first, last) for first, last in spans if _has_rows(lines[first:last])]


def _prose(lines: Sequence[PlacedLine]) -> list[bool]:
    """Tell of each line whether it runs without a gap from the usual left edge over most of the page's width."""
    lefts = Counter(round(line.left / 4) for line in lines if not line.cells)
    left = lefts.most_common(1)[0][0] * 4 if lefts else 0
    right = max(line.right for line in lines)
    return [
        not line.cells and abs(line.left - left) < _NEAR and line.right - left > _WIDE * (right - left)
        for line in lines
    ]


def _resumes(lines: Sequence[PlacedLine], prose: Sequence[bool], at: int) -> bool:
    """Tell whether running text begins here: a wide line that another follows, or that closes a sentence."""
    if not prose[at] or not lines[at].text.lstrip()[:1].isupper():
        return False
    follows = at + 1 < len(lines) and (prose[at + 1] or abs(lines[at + 1].left - lines[at].left) < 2)
    return follows or lines[at].text.rstrip().endswith((".", ")"))


def _rows_begin(lines: Sequence[PlacedLine], at: int) -> bool:
    return all(line.cells for line in lines[at : at + _ROWS]) and len(lines) >= at + _ROWS


def _has_rows(lines: Sequence[PlacedLine]) -> bool:
    return sum(bool(line.cells) for line in lines) >= 2 or len({round(line.left / 6) for line in lines}) >= 3


def with_cells(line: PlacedLine) -> str:
    """Return a line of a table with a tab before each of its cells but the first."""
    text, parts, start = line.text, [], 0
    for cell in line.cells:
        parts.append(text[start:cell].rstrip())
        start = cell
    return "\t".join((*parts, text[start:]))

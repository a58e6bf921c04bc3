"""Grouping the lines of a text into headings, paragraphs, items and tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sourcebook.model import Block, Document
from sourcebook.model.document import BlockKind
from sourcebook.segment.report.headings import heading_level
from sourcebook.segment.report.joining import widest
from sourcebook.segment.report.lines import Line

_CAPTION = re.compile(
    r"\s*(?:Table|Figure|Box|Chart|Tableau|Tabla|Cuadro|Gr[\u00e1a]fico|Quadro)\s+[\dIVX]{1,4}\s*[.:\u2013-]",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"\(\s*cont(?:inued|\.|\u2019d|'d)?\s*\)", re.IGNORECASE)
_ITEM = re.compile(r"\s*[\u2022\u25cf\u25aa\u2023\u2043\u00b7\u25e6\uf0b7*]\s+")
_ENDS = re.compile(r"(?:[.!?:][\u201d\"\u2019')]*|[)\]])\s*$")
_LOOKED_ON = 8
_CLOSES_CELL = re.compile(r"\(\d[\d\s,;\u2010-\u2015-]*\)$|^(?:Yes|No|Unknown|N/A)\b[\u2020\u2021*]*$|[\d%]$")
_POINTS_ON = re.compile(r"\(Table\s\d{1,2}\)\.$")
_MARK_END = re.compile(
    r"[.!?][\u201d\"\u2019')]*\s*[(\[][\d\s,;\u2010-\u2015-]+[)\]]\s*$|[.!?:][\u201d\"\u2019')]*\s*$"
)


class Group(NamedTuple):
    """Lines that belong together, and what they are."""

    lines: tuple[Line, ...]
    kind: BlockKind = "paragraph"
    level: int = 0


def groups_of(lines: Sequence[Line], document: Document) -> Iterator[Group]:
    """Yield lines by the blocks that the document's format told; those outside of them by their form."""
    starts = [block.start for block in document.blocks]
    kept: list[Line] = []
    of: int | None = None
    for line in lines:
        at = bisect_right(starts, line.end - 1) - 1
        inside = at if at >= 0 and line.start < document.blocks[at].end else None
        if kept and inside != of:
            yield from _put(kept, document.blocks, of)
            kept = []
        of = inside
        kept.append(line)
    yield from _put(kept, document.blocks, of)


def _put(kept: list[Line], blocks: Sequence[Block], of: int | None) -> Iterator[Group]:
    if of is None:
        yield from _formed(kept)
    else:
        yield Group(tuple(kept), blocks[of].kind, blocks[of].level)


def _formed(lines: Sequence[Line]) -> Iterator[Group]:
    width = widest(line.text for line in lines)
    continued = {line.page for line in lines if _CAPTION.match(line.text) and _CONTINUED.search(line.text)}
    kept: list[Line] = []
    table = False
    for at, line in enumerate(lines):
        level = heading_level(line.text)
        if line.page in continued and at and lines[at - 1].page != line.page and not _CAPTION.match(line.text):
            yield from _closed(kept, table=table)
            kept, table = [line], True
            continue
        if table and not level and not _CAPTION.match(line.text) and not _prose(lines, at, width):
            kept.append(line)
            continue
        if table or level or _CAPTION.match(line.text) or _ITEM.match(line.text) or (kept and _parted(kept, line)):
            yield from _closed(kept, table=table)
            kept = []
            table = False
        if level:
            yield Group((line,), "heading", level)
            continue
        table = bool(_CAPTION.match(line.text))
        kept.append(line)
    yield from _closed(kept, table=table)


def _closed(lines: list[Line], *, table: bool) -> Iterator[Group]:
    if lines:
        kind: BlockKind = "table" if table else "item" if _ITEM.match(lines[0].text) else "paragraph"
        yield Group(tuple(lines), kind)


def _prose(lines: Sequence[Line], at: int, width: int) -> bool:
    """Tell whether running text begins at a line behind a table.

    Its lines run over nearly the whole width until one closes a sentence; those of a table's cells fall short of it,
    and stand behind or before a short label, or a year.
    """
    first = lines[at].text.strip()
    if not first[:1].isupper() and not first[:1].isdigit():
        return False
    if _POINTS_ON.search(first) and len(first) < width:
        return True
    if at and _is_label(lines[at - 1], width):
        return False
    lengths = []
    for line in lines[at : at + _LOOKED_ON]:
        lengths.append(len(line.text.rstrip()))
        if _ENDS.search(line.text) and lengths[-1] < 0.85 * width:
            break
    behind = at + len(lengths)
    if len(lengths) < _LOOKED_ON and behind < len(lines) and _is_label(lines[behind], width):
        return False
    full = lengths[:-1] or lengths
    return sum(full) / len(full) >= (0.92 if len(lengths) > 1 else 0.97) * width


def _is_label(line: Line, width: int) -> bool:
    """Tell whether a line is short and closes no sentence, as the first cells of a table's rows are."""
    text = line.text.strip()
    if len(text) > 0.6 * width or heading_level(text) or _CAPTION.match(text):
        return False
    return not _MARK_END.search(text) and not _CLOSES_CELL.search(text)


def _parted(kept: Sequence[Line], line: Line) -> bool:
    """Tell whether a paragraph ended with the last line: a short one that closes a sentence."""
    last = kept[-1]
    if not _MARK_END.search(last.text):
        return False
    if line.start - last.end > 2 and line.page == last.page:
        return True
    before = max((len(near.text) for near in kept[-4:-1]), default=len(line.text))
    return len(last.text.rstrip()) < 0.8 * max(before, len(line.text) * 0.9)

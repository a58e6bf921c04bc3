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
_ITEM = re.compile(r"\s*[\u2022\u25cf\u25aa\u2023\u2043\u00b7\u25e6\uf0b7*]\s+")
_ENDS = re.compile(r"(?:[.!?:][\u201d\"\u2019')]*|[)\]])\s*$")
_MARK_END = re.compile(
    r"[.!?][\u201d\"\u2019')]*\s*[(\[][\d\s,;\u2010-\u2015-]+[)\]]\s*$|[.!?:][\u201d\"\u2019')]*\s*$"
)


class Group(NamedTuple):
    """Lines that belong together, and what they are."""

    lines: tuple[Line, ...]
    kind: BlockKind = "paragraph"
    level: int = 0


def groups_of(lines: Sequence[Line], document: Document) -> Iterator[Group]:
    """Yield lines by the blocks that the document's format told; where it told none, by their form."""
    return _told(lines, document.blocks) if document.blocks else _formed(lines)


def _told(lines: Sequence[Line], blocks: Sequence[Block]) -> Iterator[Group]:
    starts = [block.start for block in blocks]
    kept: list[Line] = []
    of: int | None = None
    for line in lines:
        at = bisect_right(starts, line.end - 1) - 1
        if kept and at != of:
            yield _group(kept, blocks, of)
            kept = []
        of = at
        kept.append(line)
    if kept:
        yield _group(kept, blocks, of)


def _group(lines: list[Line], blocks: Sequence[Block], at: int | None) -> Group:
    block = blocks[at] if at is not None and at >= 0 else None
    return Group(tuple(lines), block.kind, block.level) if block else Group(tuple(lines))


def _formed(lines: Sequence[Line]) -> Iterator[Group]:
    width = widest(line.text for line in lines)
    kept: list[Line] = []
    table = False
    for line in lines:
        level = heading_level(line.text)
        if table and not level and not _CAPTION.match(line.text) and not _prose(line, width):
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


def _prose(line: Line, width: int) -> bool:
    """Tell whether a line behind a table runs over the whole width, as those of tables do not."""
    return len(line.text.rstrip()) >= 0.93 * width and line.text.lstrip()[:1].isupper()


def _parted(kept: Sequence[Line], line: Line) -> bool:
    """Tell whether a paragraph ended with the last line: a short one that closes a sentence."""
    last = kept[-1]
    if not _MARK_END.search(last.text):
        return False
    if line.start - last.end > 2 and line.page == last.page:
        return True
    before = max((len(near.text) for near in kept[-4:-1]), default=len(line.text))
    return len(last.text.rstrip()) < 0.8 * max(before, len(line.text) * 0.9)

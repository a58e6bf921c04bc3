"""Grouping the lines of a text into headings, paragraphs, items and tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
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
_LOOKED_ON = 40
_FITS = 0.93
_LEAST = 0.6
_WHOLE = 0.97
_NOTE = re.compile(
    r"\s*(?:[*\u2020\u2021\u00a7\u00b6]{1,3}\s*(?=[^\W\d_a-z])|(?:Sources?|Notes?|Fuentes?|Notas?|Quellen?)\b[^.]{0,60}:\s)"
)
_CLOSES_CELL = re.compile(r"\(\d[\d\s,;\u2010-\u2015-]*\)$|^(?:Yes|No|Unknown|N/A)\b[\u2020\u2021*]*$|[\d%]$")
_YEARS = re.compile(r"(?:^|\()(?:19|20)\d\d(?:\s*[\u2010-\u2015-]\s*(?:19|20)\d\d)?\)?[\u2020\u2021*]*$")
_POINTS_ON = re.compile(r"\((?:Table|Tableau|Tabla|Cuadro|Quadro)\s\d{1,2}\)\.")
_MARK_END = re.compile(
    r"[.!?][\u201d\"\u2019')]*\s*[(\[][\d\s,;\u2010-\u2015-]+[)\]]\s*$"
    r"|[.!?:][\u201d\"\u2019')]*(?:\d{1,3}(?:,\s?\d{1,3})*|[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+)?\s*$"
)


class Group(NamedTuple):
    """Lines that belong together, and what they are."""

    lines: tuple[Line, ...]
    kind: BlockKind = "paragraph"
    level: int = 0


class Measure(NamedTuple):
    """How wide the lines of a text get, and whether white space stands at the end of those that a word follows."""

    width: int
    wraps: bool


def measured(lines: Sequence[Line]) -> Measure:
    """Return the measure of some lines, by those that are nearly as long as any."""
    width = widest(line.text for line in lines)
    long = [line.spaced for line in lines if len(line.text) > 0.85 * width]
    return Measure(width, sum(long) > 0.6 * len(long))


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
    measure = measured(lines)
    continued = {line.page for line in lines if _CAPTION.match(line.text) and _CONTINUED.search(line.text)}
    kept: list[Line] = []
    table = False
    behind_heading = 0
    for at, line in enumerate(lines):
        if at < behind_heading:
            continue
        level = heading_level(line.text) or (3 if _heads(lines, at, measure, table=table) else 0)
        caption = bool(_CAPTION.match(line.text))
        if line.page in continued and at and lines[at - 1].page != line.page and not caption:
            yield from _closed(kept, table=table)
            kept, table = [line], True
            continue
        if table and not (level or caption) and not _ends_table(lines, at, measure):
            kept.append(line)
            continue
        begins = level or caption or _ITEM.match(line.text) or _NOTE.match(line.text)
        if table or begins or (kept and _parted(kept, line, measure)):
            if kept and not table and _titled(kept, line, measure.width):
                yield Group(tuple(kept), "heading", 2)
            else:
                yield from _closed(kept, table=table)
            kept = []
        table = caption
        if level:
            behind_heading = _heading_end(lines, at)
            yield Group(tuple(lines[at:behind_heading]), "heading", level)
        else:
            kept.append(line)
    yield from _closed(kept, table=table)


def _heading_end(lines: Sequence[Line], at: int) -> int:
    """Return the number of the line behind a heading, which in capitals may go on over several lines."""
    end = at + 1
    while end < len(lines) and lines[end - 1].spaced and lines[end].text.isupper():
        end += 1
    return end


def _ends_table(lines: Sequence[Line], at: int, measure: Measure) -> bool:
    """Tell whether a table ended before a line: with a note to it, or with running text."""
    noted = _NOTE.match(lines[at].text) and not (at and _is_label(lines[at - 1], measure.width))
    return bool(noted) or _prose(lines, at, measure)


def _titled(kept: Sequence[Line], line: Line, width: int) -> bool:
    """Tell whether what was kept is a heading by its place: short, unended, and a blank line behind it."""
    if not line.after_blank or line.page != kept[-1].page or len(kept) > _LONGEST_HEADING:
        return False
    text = kept[-1].text.strip()
    short = all(len(one.text.strip()) < 0.7 * width for one in kept)
    return short and kept[0].text.lstrip()[:1].isupper() and text[-1:].isalnum() and not _MARK_END.search(text)


_LONGEST_HEADING = 2


def _closed(lines: list[Line], *, table: bool) -> Iterator[Group]:
    if lines:
        kind: BlockKind = "table" if table else "item" if _ITEM.match(lines[0].text) else "paragraph"
        yield Group(tuple(lines), kind)


def _heads(lines: Sequence[Line], at: int, measure: Measure, *, table: bool) -> bool:
    """Tell whether a short line with capitals stands over running text and behind the end of some.

    In a table it looks like the first cell of a row, unless a caption follows what it stands over.
    """
    text = lines[at].text.strip()
    if len(text) > 0.6 * measure.width or len(text) < 8 or lines[at].spaced or at + 1 >= len(lines):
        return False
    words = text.split()
    if not 1 < len(words) < 9 or not all(word[0].isupper() or len(word) < 5 for word in words):
        return False
    if not text[-1].isalpha() or any(letter.isdigit() for letter in text):
        return False
    if not table and at and not _closes(lines[at - 1].text) and not heading_level(lines[at - 1].text):
        return False
    if not _prose(lines, at + 1, measure, headed=True) or len(lines[at + 1].text) < 0.8 * measure.width:
        return False
    behind = at + 1 + len(_run(lines, at + 1, measure))
    return not table or (behind < len(lines) and bool(_CAPTION.match(lines[behind].text)))


def _prose(lines: Sequence[Line], at: int, measure: Measure, *, headed: bool = False) -> bool:
    """Tell whether running text begins at a line behind a table.

    Its lines go on until one closes a sentence, and are so long that the next word would not have found room; those
    of a table's cells are narrower, and stand behind or before a short label, or a year.
    """
    first = lines[at].text.strip()
    if _POINTS_ON.search(first) or not (first[:1].isupper() or first[:1].isdigit()):
        return first[:1].isupper()
    run = _run(lines, at, measure)
    behind = at + len(run)
    headed_next = behind < len(lines) and _is_heading(lines, behind, measure)
    if not headed and _among_cells(lines, at, behind, measure, headed_next=headed_next):
        return False
    if len(run) == 1:
        least = _LEAST if headed_next and _closes(first) and at and not lines[at - 1].spaced else _WHOLE
        return len(run[0].text.rstrip()) >= least * measure.width
    return _fills(run, measure)


def _among_cells(lines: Sequence[Line], at: int, behind: int, measure: Measure, *, headed_next: bool) -> bool:
    """Tell whether lines stand behind or before the label of a row, or before further rows."""
    if at and (_is_label(lines[at - 1], measure.width) or _breaks_off(lines[at - 1], measure.width)):
        return True
    if _rows_follow(lines, behind, measure):
        return True
    return not headed_next and 1 < behind - at < 4 and behind < len(lines) and _is_label(lines[behind], measure.width)


def _fills(run: Sequence[Line], measure: Measure) -> bool:
    """Tell whether the lines of a run are so long that the next word would not have found room in most."""
    if any(len(line.text.rstrip()) < _LEAST * measure.width for line in run[:-1]):
        return False
    full = sum(
        len(line.text.rstrip()) + 1 + len(after.text.split(None, 1)[0]) > _FITS * measure.width
        for line, after in pairwise(run)
    )
    return full >= 0.75 * (len(run) - 1)


def _is_heading(lines: Sequence[Line], at: int, measure: Measure) -> bool:
    """Tell whether a line is a heading by its words, or by what stands beneath it."""
    return bool(heading_level(lines[at].text)) or _heads(lines, at, measure, table=True)


def _rows_follow(lines: Sequence[Line], at: int, measure: Measure) -> bool:
    """Tell whether lines follow that a word goes on although they are short, as in the narrow cells of further rows.

    The next heading, caption or page ends the search; one such line may be an address that was broken.
    """
    narrow = 0
    for line in lines[at : at + _LOOKED_ON]:
        if line.page != lines[at].page or heading_level(line.text) or _CAPTION.match(line.text):
            break
        narrow += line.spaced and len(line.text.rstrip()) < _LEAST * measure.width
    return narrow > 1 and measure.wraps


def _breaks_off(line: Line, width: int) -> bool:
    """Tell whether a line was broken between two words, as in the middle of a cell."""
    if not line.spaced:
        return False
    text = line.text.strip()
    return len(text) > 0.75 * width or not (_closes(text) or _CLOSES_CELL.search(text))


def _run(lines: Sequence[Line], at: int, measure: Measure) -> Sequence[Line]:
    """Return the lines from one on until one that closes a paragraph, or until a heading or a caption."""
    for end in range(at, min(at + _LOOKED_ON, len(lines))):
        text = lines[end].text
        if end > at and (heading_level(text) or _CAPTION.match(text)):
            return lines[at:end]
        ends = not lines[end].spaced if measure.wraps else len(text.rstrip()) < 0.85 * measure.width
        if ends and _ENDS.search(text):
            return lines[at : end + 1]
    return lines[at : at + _LOOKED_ON]


def _is_label(line: Line, width: int) -> bool:
    """Tell whether a line is short and closes no sentence, as the first cells of a table's rows are."""
    text = line.text.strip()
    if len(text) > 0.6 * width or heading_level(text) or _CAPTION.match(text):
        return False
    if _YEARS.search(text):
        return True
    return not _MARK_END.search(text) and not _CLOSES_CELL.search(text)


def _closes(text: str) -> bool:
    return _MARK_END.search(text) is not None


def _parted(kept: Sequence[Line], line: Line, measure: Measure) -> bool:
    """Tell whether a paragraph ended with the last line: before a gap, or where a line that closes a sentence ends it.

    Such a line is short, or has no white space at its end where others have it because a word followed.
    """
    last = kept[-1]
    closes = _closes(last.text)
    if line.start - last.end > 1 and line.page == last.page and (closes or not line.text.lstrip()[:1].islower()):
        return True
    wrapped = last.spaced and not closes and not _CLOSES_CELL.search(last.text.strip())
    if _NOTE.match(kept[0].text) and line.text.lstrip()[:1].isupper() and not wrapped:
        return closes or len(last.text.rstrip()) < 0.8 * measure.width
    if not closes:
        return False
    if measure.wraps and not last.spaced:
        return True
    before = max((len(near.text) for near in kept[-4:-1]), default=len(line.text))
    return len(last.text.rstrip()) < 0.8 * max(before, len(line.text) * 0.9)

"""One page of a PDF as text: its lines in reading order, columns told apart, tables kept together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from ctypes import addressof
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from sourcebook.model import Block
from sourcebook.read.pdf.asking import may_have_gaps
from sourcebook.read.pdf.calls import DOUBLE, address_of, four_doubles, text_box, unmapped
from sourcebook.read.pdf.columns import Rect, Row, column_regions, drawn_gaps, rows_of
from sourcebook.read.pdf.grids import Grid, Written, grids
from sourcebook.read.pdf.ligatures import in_reading_order
from sourcebook.read.pdf.lines import Letters, PlacedLine, placed_lines, with_gaps
from sourcebook.read.pdf.paragraphs import Style, headings_in, is_apart, style_of
from sourcebook.read.pdf.parting import Heights
from sourcebook.read.pdf.rules import drawn_edges
from sourcebook.read.pdf.tables import is_caption, table_spans, with_cells
from sourcebook.read.pdf.weaving import woven

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\ufffe": "-\n",  # pdfium's mark of a hyphen at a line's end
    "\u00a0": " ",
    "\u00ad": "-",
    "\r": "",
    "\x00": "\ufffd",
    "\x0b": " ",
    "\x0c": " ",
}
_CHANGES = re.compile("[" + "".join(_LIGATURES) + "]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_SPACE_END = re.compile(r"[ \t]{2,}(?=\n)")
_SAMPLES = 10
_MANY = 0.1
_FEW_GAPS = 3
_FEW_EDGES = 3


class PageText(NamedTuple):
    """A page's text, where in it tables and headings are, and what could not be read on it."""

    text: str
    tables: tuple[tuple[int, int], ...] = ()
    headings: tuple[tuple[int, int, int], ...] = ()
    problems: tuple[str, ...] = ()

    def blocks(self, at: int, number: int, marked: tuple[tuple[str, int], ...]) -> list[Block]:
        """Return the page's tables and headings as blocks of a document in which the page starts `at`.

        `marked` are the titles of the bookmarks that lead to the page: they decide how high a heading is.
        """
        found = [Block(start=at + start, end=at + end, kind="table", page=number) for start, end in self.tables]
        taken = [(start, end) for start, end in self.tables]
        for title, level in marked:
            start = self.text.find(title)
            if start >= 0 and not _overlaps(taken, start, start + len(title)):
                taken.append((start, start + len(title)))
                found.append(_heading(at, taken[-1], level, number))
        for start, end, level in self.headings:
            if not _overlaps(taken, start, end):
                found.append(_heading(at, (start, end), level, number))
        return sorted(found, key=lambda block: block.start)


def _heading(at: int, span: tuple[int, int], level: int, number: int) -> Block:
    return Block(start=at + span[0], end=at + span[1], kind="heading", level=level, page=number)


def _overlaps(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(left < end and start < right for left, right in taken)


def page_text(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> PageText:
    """Return the text of a page in reading order.

    pdfium gives text in the order in which it was drawn, which is the order of reading in what word processors and
    typesetting programs make. Where its lines run across two columns, each column is read by itself. What stands in
    a ruled table is read cell by cell.
    """
    count = text.count_chars()
    if count <= 0:
        return PageText("")
    plain = text.get_text_range()
    problems = tuple(_problems(text, plain, count))
    if len(plain) != count:
        return PageText(_plain(plain).rstrip("\n"), problems=problems)
    letters = Letters(text)
    if not plain.isascii():
        plain = in_reading_order(plain, letters)
    lines = placed_lines(text, plain)
    tables = _ruled(page, lines, letters)
    runs = woven(lines, tables, letters, plain)
    loose = [line for run in runs if run.table is None for line in run.lines]
    gaps = False
    rows: list[Row] = []
    if may_have_gaps(loose, letters):
        rects = [rect for rect in _rects(text) if not any(table.holds(rect.left, rect.bottom) for table in tables)]
        rows = rows_of(rects)
        if regions := column_regions(rects, rows):
            parts = (text.get_text_bounded(*region).strip() for region in regions)
            return PageText(_plain("\n".join(filter(None, parts))).rstrip("\n"), problems=problems)
        gaps = drawn_gaps(rects) >= _FEW_GAPS
    made = _Made(style_of(loose))
    for run in runs:
        if run.table is not None:
            made.table([*(line.text for line in run.lines), run.table])
        elif gaps or any(is_caption(line.text) for line in run.lines):
            made.unruled(with_gaps(run.lines, text, rows), continued=not tables)
        else:
            made.lines(run.lines)
    return PageText(made.text(), tuple(made.tables), tuple(made.headings), problems)


class _Made:
    """The text of a page as it grows, and where in it the tables and headings are."""

    def __init__(self, style: Style) -> None:
        self.tables: list[tuple[int, int]] = []
        self.headings: list[tuple[int, int, int]] = []
        self._style = style
        self._parts: list[str] = []
        self._length = 0

    def lines(self, lines: Sequence[PlacedLine]) -> None:
        """Add lines of running text, an empty one where a gap parts them."""
        starts = []
        for at, line in enumerate(lines):
            if at and is_apart(lines[at - 1], line, self._style):
                self._add("")
            starts.append(self._length)
            self._add(line.text)
        starts.append(self._length)
        for first, end, level in headings_in(lines, self._style):
            self.headings.append((starts[first], starts[end] - 1, level))

    def table(self, lines: Sequence[str]) -> None:
        """Add the lines of a table."""
        start = self._length
        for line in lines:
            self._add(line)
        self.tables.append((start, self._length - 1))

    def unruled(self, lines: Sequence[PlacedLine], *, continued: bool) -> None:
        """Add lines, among them those of tables without rulings."""
        at = 0
        for first, last in table_spans(lines, continued=continued):
            self.lines(lines[at:first])
            self.table([with_cells(line) for line in lines[first:last]])
            at = last
        self.lines(lines[at:])

    def text(self) -> str:
        """Return all of the text."""
        return "".join(self._parts).rstrip("\n")

    def _add(self, words: str) -> None:
        text = _plain(words)
        text = text if text.endswith("\n") else f"{text}\n"
        self._parts.append(text)
        self._length += len(text)


def _ruled(page: pdfium.PdfPage, lines: Sequence[PlacedLine], letters: Letters) -> list[Grid]:
    edges = drawn_edges(page)
    return grids(edges, Written(Heights(lines), letters)) if len(edges.level) >= _FEW_EDGES else []


def _rects(text: pdfium.PdfTextPage) -> list[Rect]:
    """Return where the runs of text stand: left, bottom, right, top."""
    sides = four_doubles()
    page, first = address_of(text.raw), addressof(sides)
    left, bottom, right, top = range(first, first + 4 * DOUBLE, DOUBLE)
    rects = []
    for index in range(raw.FPDFText_CountRects(text.raw, 0, -1)):
        text_box(page, index, left, top, right, bottom)
        rects.append(Rect._make(sides))
    return rects


def _plain_form(found: re.Match[str]) -> str:
    return _LIGATURES[found.group()]


def _plain(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    text = _CHANGES.sub(_plain_form, text)
    return _SPACE_END.sub(" ", text) if "  \n" in text else text


def _problems(text: pdfium.PdfTextPage, told: str, count: int) -> list[str]:
    problems = []
    private = 0 if told.isascii() else len(_PRIVATE.findall(told))
    if private > _MANY * len(told):
        problems.append(f"is written in {private} characters of private use, which mean something in its font alone.")
    step = max(1, count // _SAMPLES)
    looked = range(0, count, step)
    page = address_of(text.raw)
    wrong = sum(unmapped(page, index) == 1 for index in looked)
    if wrong > _MANY * len(looked):
        problems.append("has a font without a map to text; what was read of it may be wrong.")
    return problems

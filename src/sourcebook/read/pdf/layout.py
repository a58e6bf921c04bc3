"""One page of a PDF as text: its lines in reading order, columns told apart, tables kept together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sourcebook.model import Block
from sourcebook.read.pdf.asking import may_have_gaps
from sourcebook.read.pdf.calls import unmapped
from sourcebook.read.pdf.columns import Row, column_regions, drawn_gaps, rows_of
from sourcebook.read.pdf.grids import Grid, Written, grids
from sourcebook.read.pdf.hyphens import Hyphens
from sourcebook.read.pdf.ligatures import in_reading_order
from sourcebook.read.pdf.lines import Letters, PlacedLine, placed_lines, with_gaps
from sourcebook.read.pdf.paragraphs import Style, apart, headings_in, style_of
from sourcebook.read.pdf.parting import Heights
from sourcebook.read.pdf.rules import drawn_edges
from sourcebook.read.pdf.sheet import Sheet
from sourcebook.read.pdf.tables import CAPTION_LETTERS, is_caption, table_spans, with_cells
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
    "\x00": "",
    "\x0b": " ",
    "\x0c": " ",
}
_CHANGES = re.compile("[" + "".join(_LIGATURES) + "]|[\ud800-\udfff]+")
_CHANGED = frozenset(_LIGATURES) - {"\r"}
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_SPACE_END = re.compile(r"[ \t]{2,}(?=\n)")
_SAMPLES = 10
_MANY = 0.1
_ONE_IN = 7
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


def page_text(sheet: Sheet) -> PageText:
    """Return the text of a page in reading order.

    pdfium gives text in the order in which it was drawn, which is the order of reading in what word processors and
    typesetting programs make. Where its lines run across two columns, each column is read by itself. What stands in
    a ruled table is read cell by cell.
    """
    count = sheet.letters()
    if not count:
        return PageText("")
    plain = sheet.words()
    problems = tuple(_problems(sheet, plain, count))
    if uneven := len(plain) != count:
        plain = sheet.each_letter()
    letters = Letters(sheet)
    plain = in_reading_order(plain, letters)
    lines = placed_lines(sheet, plain)
    tables = _ruled(sheet, lines, letters)
    runs = woven(lines, tables, letters, Hyphens(plain))
    loose = [line for run in runs if run.table is None for line in run.lines]
    gaps = False
    rows: list[Row] = []
    captioned = any(is_caption(line.text) for line in loose if line.text[0] in CAPTION_LETTERS)
    if may_have_gaps(loose, letters, captioned=captioned):
        rects = sheet.runs()
        for table in tables:
            rects = [rect for rect in rects if not table.holds(rect.left, rect.bottom)]
        rows = rows_of(rects)
        if regions := column_regions(rects, rows):
            parts = (sheet.words_in(region).strip() for region in regions)
            words = _SPACE_END.sub(" ", _plain("\n".join(filter(None, parts))))
            return PageText(words.rstrip("\n"), problems=problems)
        gaps = drawn_gaps(rects) >= _FEW_GAPS
    made = _Made(style_of(loose, letters), changes=uneven or any(map(plain.__contains__, _CHANGED)))
    for run in runs:
        if run.table is not None:
            made.table([*(line.text for line in run.lines), run.table])
        elif gaps or (captioned and any(is_caption(line.text) for line in run.lines)):
            made.unruled(with_gaps(run.lines, letters, rows), continued=not tables)
        else:
            made.lines(run.lines)
    return PageText(made.text(), tuple(made.tables), tuple(made.headings), problems)


class _Made:
    """The text of a page as it grows, and where in it the tables and headings are."""

    def __init__(self, style: Style, *, changes: bool) -> None:
        self.tables: list[tuple[int, int]] = []
        self.headings: list[tuple[int, int, int]] = []
        self._style = style
        self._changes = changes
        self._parts: list[str] = []
        self._length = 0

    def lines(self, lines: Sequence[PlacedLine]) -> None:
        """Add lines of running text, an empty one where a gap parts them."""
        gaps = apart(lines, self._style)
        spans = self._add([line.text for line in lines], gaps)
        for first, end, level in headings_in(lines, self._style, gaps):
            self.headings.append((spans[first][0], spans[end - 1][1], level))

    def table(self, lines: Sequence[str]) -> None:
        """Add the lines of a table."""
        start = self._length
        self._add(lines)
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
        return "\n".join(self._parts).rstrip("\n")

    def _add(self, lines: Sequence[str], gaps: Sequence[int] = ()) -> list[tuple[int, int]]:
        """Add lines, an empty one before each of those in `gaps`, and return from where to where each goes."""
        plain = map(_plain, lines) if self._changes else lines
        spans = []
        behind_gap = frozenset(gaps)
        at = self._length
        for number, text in enumerate(plain):
            if number in behind_gap:
                self._parts.append("")
                at += 1
            self._parts.append(text)
            end = at + len(text)
            spans.append((at, end))
            at = end + 1
        self._length = at
        return spans


def _ruled(sheet: Sheet, lines: Sequence[PlacedLine], letters: Letters) -> list[Grid]:
    edges = drawn_edges(sheet)
    return grids(edges, Written(Heights(lines), letters)) if len(edges.level) >= _FEW_EDGES else []


def _plain_form(found: re.Match[str]) -> str:
    form = _LIGATURES.get(found.group())
    return found.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") if form is None else form


def _plain(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    text = _CHANGES.sub(_plain_form, text)
    return text.removesuffix("\n")


def _problems(sheet: Sheet, told: str, count: int) -> list[str]:
    problems = []
    private = len(_PRIVATE.findall(told)) if not told.isascii() and _PRIVATE.search(told[::_ONE_IN]) else 0
    if private > _MANY * len(told):
        problems.append(f"is written in {private} characters of private use, which mean something in its font alone.")
    step = max(1, count // _SAMPLES)
    looked = range(0, count, step)
    wrong = sum(unmapped(sheet.text, index) == 1 for index in looked)
    if wrong > _MANY * len(looked):
        problems.append("has a font without a map to text; what was read of it may be wrong.")
    return problems

"""One page of a PDF as text: its lines in reading order, columns told apart, tables kept together."""

from __future__ import annotations

import re
from ctypes import byref, c_double
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from sourcebook.model import Block
from sourcebook.read.pdf.columns import Rect, column_regions, drawn_gaps, rows_of
from sourcebook.read.pdf.lines import PlacedLine, placed_lines
from sourcebook.read.pdf.tables import CAPTION, table_spans, with_cells

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
    "\x0c": " ",
    "\x0b": " ",
}
_CHANGES = re.compile("[" + "".join(_LIGATURES) + "]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_SPACE_END = re.compile(r"[ \t]{2,}(?=\n)")
_SAMPLES = 24
_MANY = 0.1
_FEW_GAPS = 3


class PageText(NamedTuple):
    """A page's text, which of its lines are of a table, and what could not be read on it."""

    text: str
    tables: tuple[tuple[int, int], ...]
    problems: tuple[str, ...]

    def blocks(self, at: int, number: int, headings: tuple[tuple[str, int], ...]) -> list[Block]:
        """Return the page's tables and headings as blocks of a document in which the page starts `at`."""
        found = [Block(start=at + start, end=at + end, kind="table", page=number) for start, end in self.tables]
        for title, level in headings:
            start = self.text.find(title)
            if start >= 0 and not any(left <= start < right for left, right in self.tables):
                found.append(
                    Block(start=at + start, end=at + start + len(title), kind="heading", level=level, page=number)
                )
        return sorted(found, key=lambda block: block.start)


def page_text(text: pdfium.PdfTextPage) -> PageText:
    """Return the text of a page in reading order.

    pdfium gives text in the order in which it was drawn, which is the order of reading in what word processors and
    typesetting programs make. Where its lines run across two columns, each column is read by itself.
    """
    count = text.count_chars()
    if count <= 0:
        return PageText("", (), ())
    plain = text.get_text_range()
    rects = _rects(text)
    rows = rows_of(rects)
    regions = column_regions(rects, rows)
    problems = tuple(_problems(text, plain, count))
    if regions:
        parts = (text.get_text_bounded(*region).strip() for region in regions)
        return PageText(_plain("\n".join(filter(None, parts))).rstrip("\n"), (), problems)
    if len(plain) != count or not (drawn_gaps(rects) >= _FEW_GAPS or CAPTION.search(plain)):
        return PageText(_plain(plain).rstrip("\n"), (), problems)
    return _with_tables(placed_lines(text, plain, rows), problems)


def _with_tables(lines: list[PlacedLine], problems: tuple[str, ...]) -> PageText:
    spans = table_spans(lines)
    inside = {at for first, last in spans for at in range(first, last)}
    starts: list[int] = []
    parts: list[str] = []
    at = 0
    for place, line in enumerate(lines):
        text = _plain(with_cells(line) if place in inside else line.text)
        text = text if text.endswith("\n") else f"{text}\n"
        starts.append(at)
        parts.append(text)
        at += len(text)
    starts.append(at)
    tables = tuple((starts[first], starts[last] - 1) for first, last in spans)
    return PageText("".join(parts).rstrip("\n"), tables, problems)


def _rects(text: pdfium.PdfTextPage) -> list[Rect]:
    """Return where the runs of text stand: left, bottom, right, top."""
    count = raw.FPDFText_CountRects(text.raw, 0, -1)
    left, top, right, bottom = c_double(), c_double(), c_double(), c_double()
    places = (byref(left), byref(top), byref(right), byref(bottom))
    rects = []
    for index in range(count):
        raw.FPDFText_GetRect(text.raw, index, *places)
        rects.append(Rect(left.value, bottom.value, right.value, top.value))
    return rects


def _plain_form(found: re.Match[str]) -> str:
    return _LIGATURES[found.group()]


def _plain(text: str) -> str:
    if text.isascii() and "\r" not in text and "  " not in text:
        return text
    return _SPACE_END.sub(" ", _CHANGES.sub(_plain_form, text))


def _problems(text: pdfium.PdfTextPage, told: str, count: int) -> list[str]:
    problems = []
    private = len(_PRIVATE.findall(told))
    if private > _MANY * len(told):
        problems.append(f"is written in {private} characters of private use, which mean something in its font alone.")
    step = max(1, count // _SAMPLES)
    looked = range(0, count, step)
    wrong = sum(raw.FPDFText_HasUnicodeMapError(text.raw, index) == 1 for index in looked)
    if wrong > _MANY * len(looked):
        problems.append("has a font without a map to text; what was read of it may be wrong.")
    return problems

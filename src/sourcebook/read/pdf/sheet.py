"""A page as pdfium opens it: its text, and where its letters and all else stand, to be asked until it is closed."""

from __future__ import annotations

from ctypes import c_double, c_ushort
from itertools import repeat, starmap
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from sourcebook.read.pdf.calls import (
    DOUBLE,
    Address,
    address_of,
    double_boxes,
    for_each,
    place_in,
    room_for,
    text_box,
)
from sourcebook.read.pdf.columns import Rect

_UNIT = 2


class Sheet:
    """One page of a document, opened by its number from 0; `page` and `text` are given to pdfium's functions.

    pdfium is called as it is, since the objects of its library's Python side cost as much as reading a short page.
    Raises PdfiumError where the page cannot be opened.
    """

    page: Address
    text: Address

    def __init__(self, document: pdfium.PdfDocument, index: int) -> None:
        self._page = raw.FPDF_LoadPage(document.raw, index)
        if not self._page:
            raise pdfium.PdfiumError("Failed to load page.")
        self._text = raw.FPDFText_LoadPage(self._page)
        if not self._text:
            raw.FPDF_ClosePage(self._page)
            raise pdfium.PdfiumError("Failed to load text page.")
        self.page, self.text = address_of(self._page), address_of(self._text)

    def close(self) -> None:
        """Give back what the page took; nothing may be asked of it after."""
        raw.FPDFText_ClosePage(self._text)
        raw.FPDF_ClosePage(self._page)

    def letters(self) -> int:
        """Return how many characters the page has, those among them that are not in its text."""
        return int(max(0, raw.FPDFText_CountChars(self._text)))

    def words(self) -> str:
        """Return the text of the page as pdfium gives it."""
        first, last = 0, self.letters() - 1
        while first <= last and (start := raw.FPDFText_GetTextIndexFromCharIndex(self._text, first)) < 0:
            first += 1
        while first <= last and (end := raw.FPDFText_GetTextIndexFromCharIndex(self._text, last)) < 0:
            last -= 1
        if first > last:
            return ""
        units = room_for(c_ushort, end - start + 2)
        written = raw.FPDFText_GetText(self._text, first, last - first + 1, units)
        return _decoded(units, written - 1)

    def each_letter(self) -> str:
        """Return the page's characters one by one, as many as `letters` says.

        Those that pdfium leaves out of the text are NUL, and a sign that UTF-16 writes as two is two surrogates.
        """
        of = raw.FPDFText_GetUnicode
        return "".join([chr(of(self._text, at)) for at in range(self.letters())])

    def words_in(self, region: Rect) -> str:
        """Return the text that stands in a part of the page."""
        sides = region.left, region.top, region.right, region.bottom
        count = raw.FPDFText_GetBoundedText(self._text, *sides, None, 0)
        if count <= 0:
            return ""
        units = room_for(c_ushort, count)
        raw.FPDFText_GetBoundedText(self._text, *sides, units, count)
        return _decoded(units, count)

    def objects(self) -> int:
        """Return how many objects the page is made of."""
        return int(max(0, raw.FPDFPage_CountObjects(self._page)))

    def runs(self) -> list[Rect]:
        """Return where the runs of text stand."""
        count = max(0, raw.FPDFText_CountRects(self._text, 0, -1))
        sides = room_for(c_double, 4 * count)
        left, bottom, right, top = (
            map(place_in, repeat(sides), range(side * DOUBLE, 4 * DOUBLE * count, 4 * DOUBLE)) for side in range(4)
        )
        for_each(map(text_box, repeat(self.text), range(count), left, top, right, bottom))
        return list(starmap(Rect, double_boxes(sides, count)))


def _decoded(units: Any, count: int) -> str:
    return str(memoryview(units).cast("B")[: _UNIT * max(0, count)], "utf-16-le", "ignore")

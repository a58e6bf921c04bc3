"""The reader of PDFs: opens one, reads its pages in turn, and says what stood in its way."""

from __future__ import annotations

import re
from contextlib import closing
from typing import NamedTuple

import pypdfium2 as pdfium

from sourcebook.errors import InputRefused
from sourcebook.model import Block, Document, Problem
from sourcebook.read.pdf.layout import PageText, page_text
from sourcebook.read.pdf.metadata import Told, told_by
from sourcebook.read.pdf.outline import headings
from sourcebook.read.pdf.sheet import Sheet
from sourcebook.read.reader import Source

MEDIA_TYPE = "application/pdf"
_HEAD = 1024
_NAMED = 12


class _Read(NamedTuple):
    text: str
    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]


class PdfReader:
    """Reads PDFs with pdfium."""

    name = "PDF"

    def declines(self, source: Source) -> str | None:
        """Take what has a PDF's mark within its first thousand bytes, as readers of PDFs do."""
        return None if b"%PDF-" in source.data[:_HEAD] else f"there is no %PDF- in its first {_HEAD:,} bytes"

    def read(self, source: Source) -> Document:
        """Return the pages parted by form feeds.

        Raises InputRefused where the file is locked, damaged, has more pages or text than the limits allow, or where
        no page holds text.
        """
        with closing(_opened(source)) as document, closing(_Sheets(document)) as sheets:
            read = _pages(document, sheets, source)
            told = told_by(document.get_metadata_dict())
        return _document(source, read, told)


def _document(source: Source, read: _Read, told: Told) -> Document:
    return Document(
        text=read.text,
        media_type=MEDIA_TYPE,
        digest=source.digest,
        title=told.title,
        authors=told.authors,
        publisher=told.publisher,
        issued=told.issued,
        blocks=read.blocks,
        problems=read.problems,
    )


def _opened(source: Source) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(source.data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise InputRefused(
                "This PDF is locked with a password.",
                where=source.where,
                next_step="Save a copy without the password and try that one.",
            ) from error
        raise InputRefused(
            "This PDF is damaged and cannot be opened.",
            where=source.where,
            next_step="Fetch it again, or open it in a viewer and save a copy.",
        ) from error


def _pages(document: pdfium.PdfDocument, sheets: _Sheets, source: Source) -> _Read:
    count = len(document)
    _refuse_count(count, source)
    titles = headings(document)
    parts: list[str] = []
    blocks: list[Block] = []
    problems: list[Problem] = []
    empty: list[int] = []
    at = 0
    for number in range(1, count + 1):
        page = sheets.text_of(number - 1)
        if page is None:
            problems.append(Problem(what=f"Page {number} is damaged and was passed over.", offset=at))
        elif not page.text.strip():
            empty.append(number)
        else:
            blocks += page.blocks(at, number, titles.get(number, ()))
            problems += [Problem(what=f"Page {number} {what}", offset=at) for what in page.problems]
        text = page.text if page is not None else ""
        at += len(text) + 1
        source.progress(number, count)
        _refuse_length(at, source)
        parts.append(text)
    if len(empty) + sum(" is damaged " in problem.what for problem in problems) >= count:
        raise _no_text(count, source)
    if empty:
        problems.append(_without_text(empty))
    return _Read("\f".join(parts), tuple(blocks), tuple(problems))


class _Sheets:
    """The pages of a document, opened in turn; each stays open until the next one is.

    pdfium gives back the memory of a page that is closed, and where no other is open most of it goes to the system, to
    be asked for again by the next page.
    """

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document
        self._open: Sheet | None = None

    def text_of(self, index: int) -> PageText | None:
        """Return the text of a page, None where it cannot be read."""
        try:
            sheet = Sheet(self._document, index)
            self.close()
            self._open = sheet
            return page_text(sheet)
        except (pdfium.PdfiumError, UnicodeError, ValueError):
            return None

    def close(self) -> None:
        """Close the page that is open."""
        if self._open is not None:
            self._open.close()
            self._open = None


def _refuse_count(count: int, source: Source) -> None:
    limit = source.limits.max_pages
    if count > limit:
        raise InputRefused(
            f"This PDF has {count:,} pages, and {limit:,} are allowed.",
            where=source.where,
            next_step="Split it, or raise limits.max_pages in sourcebook.toml.",
        )
    if count == 0:
        raise InputRefused(
            "This PDF has no page that can be found.", where=source.where, next_step="Fetch it again and try that file."
        )


def _refuse_length(length: int, source: Source) -> None:
    limit = source.limits.max_text
    if length > limit:
        raise InputRefused(
            f"This PDF holds more than {limit:,} characters.",
            where=source.where,
            next_step="Split it, or raise limits.max_text in sourcebook.toml.",
        )


def _no_text(count: int, source: Source) -> InputRefused:
    pages = "Its page holds" if count == 1 else f"None of its {count} pages holds"
    what = f"{pages} {'no text' if count == 1 else 'text'}: it was scanned, or its words are drawn as pictures."
    return InputRefused(
        what, where=source.where, next_step="Run text recognition over it (for example ocrmypdf) and try again."
    )


def _without_text(empty: list[int]) -> Problem:
    listed = ", ".join(map(str, empty[:_NAMED])) + (" and others" if len(empty) > _NAMED else "")
    pages = re.sub(r"^(\d+)$", r"Page \1 holds", listed)
    told = pages if pages.startswith("Page") else f"Pages {listed} hold"
    return Problem(what=f"{told} no text: scanned, drawn as pictures, or blank.")

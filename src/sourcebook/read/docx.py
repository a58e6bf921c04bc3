"""DOCX: paragraphs, headings, lists, tables and notes, as the document stands when every tracked change is accepted.

A page begins where the file marks one: at a break that was set, or where the program that saved it last broke the page.
Notes at the foot or the end become a numbered list under a heading, and their marks stand as `[1]` in the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from sourcebook.model import Document
from sourcebook.model.document import BlockKind
from sourcebook.read.docx_parts import REL, W, about, heading_levels, link_targets, notes_in
from sourcebook.read.layout import Layout
from sourcebook.read.office import document_of
from sourcebook.read.reader import Source
from sourcebook.read.xml_parts import XmlParts
from sourcebook.read.zipped import MAGIC, opened_zip

MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAIN: Final = "word/document.xml"
_LEFT_OUT_NAMES: Final = "del moveFrom delText instrText rPr pPr pict object"
_LEFT_OUT: Final = frozenset(W + name for name in _LEFT_OUT_NAMES.split())
_NOTES: Final = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}


class DocxReader:
    """Reads DOCX."""

    name = "DOCX"

    def declines(self, source: Source) -> str | None:
        """Take a ZIP in which a Word document is named."""
        if not source.data.startswith(MAGIC):
            return "it is no ZIP"
        return None if _MAIN.encode() in source.data else f"there is no {_MAIN} in its ZIP"

    def read(self, source: Source) -> Document:
        """Return the document as text.

        Raises InputRefused where the ZIP is damaged, would unpack to too much or leads out of itself, and where a part
        of it is broken XML or declares entities.
        """
        with opened_zip(source) as archive:
            parts = XmlParts(archive, source, "DOCX")
            try:
                return _Reading(parts).document(source)
            except RecursionError as error:
                raise parts.broken(_MAIN, "it is nested too deep") from error


class _Reading:
    """A document as it is laid out: where the text is, on which page, and which notes it has called."""

    def __init__(self, parts: XmlParts) -> None:
        self._parts = parts
        self._layout = Layout()
        self._layout.element = 1
        self._broken_at = 0
        self._levels = heading_levels(parts.get("word/styles.xml"))
        self._targets = link_targets(parts.get("word/_rels/document.xml.rels"))
        self._called: list[tuple[str, str]] = []

    def document(self, source: Source) -> Document:
        """Return the whole as a Document."""
        root = self._parts.get(_MAIN)
        body = root.find(W + "body") if root is not None else None
        if body is not None:
            self._blocks(body)
        self._put_notes()
        return document_of(self._layout, about(self._parts.get("docProps/core.xml")), MEDIA_TYPE, source)

    def _blocks(self, parent: Element) -> None:
        for child in parent:
            if child.tag == W + "p":
                self._paragraph(child)
            elif child.tag == W + "tbl":
                self._table(child)
            elif child.tag not in _LEFT_OUT:
                self._blocks(child)

    def _paragraph(self, paragraph: Element) -> None:
        layout = self._layout
        kind, level = self._kind(paragraph)
        if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None:
            self._next_page()
        layout.part(1 if kind == "item" else 2)
        layout.kind(kind, level)
        if kind == "item":
            layout.mark("  • ")
        self._inline(paragraph)
        layout.part(1 if kind == "item" else 2)
        layout.kind("paragraph")

    def _kind(self, paragraph: Element) -> tuple[BlockKind, int]:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = self._levels.get(style.get(W + "val", ""), 0) if style is not None else 0
        outline = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if outline is not None and (set_to := outline.get(W + "val", "9")).isdecimal() and int(set_to) < 9:
            level = int(set_to) + 1
        if level:
            return "heading", level
        return ("item", 0) if paragraph.find(f"{W}pPr/{W}numPr") is not None else ("paragraph", 0)

    def _table(self, table: Element) -> None:
        self._layout.part(2)
        self._layout.whole("table")
        for row in table.iter(W + "tr"):
            self._layout.part(1)
            for cell in row.findall(W + "tc"):
                self._layout.cell()
                for paragraph in cell.iter(W + "p"):
                    self._inline(paragraph)
                    self._layout.write(" ")
        self._layout.end_whole()
        self._layout.part(2)

    def _inline(self, element: Element) -> None:
        for child in element:
            if child.tag in _LEFT_OUT:
                continue
            if child.tag == W + "t":
                self._layout.write(child.text or "")
            elif child.tag in _NOTES:
                self._called.append((_NOTES[child.tag], child.get(W + "id", "")))
                self._layout.write(f"[{len(self._called)}]")
            elif child.tag == W + "hyperlink":
                start = self._layout.place()
                self._inline(child)
                self._layout.link(start, self._targets.get(child.get(REL + "id", ""), ""))
            else:
                self._sign(child)
                self._inline(child)

    def _sign(self, child: Element) -> None:
        name = child.tag.removeprefix(W)
        if name in {"tab", "noBreakHyphen", "cr"}:
            self._layout.write({"noBreakHyphen": "\u2011"}.get(name, " "))
        elif name == "br" and child.get(W + "type") != "page":
            self._layout.write(" ")
        elif name in {"br", "lastRenderedPageBreak"}:
            self._next_page()

    def _next_page(self) -> None:
        """Begin a page; a break that was set and the one that the program noted of it are one."""
        if self._layout.length > self._broken_at or self._layout.element == 1:
            self._layout.element += 1
        self._broken_at = self._layout.length

    def _put_notes(self) -> None:
        if not self._called:
            return
        kept = {kind: notes_in(self._parts.get(f"word/{kind}.xml")) for kind in ("footnotes", "endnotes")}
        self._layout.part(2)
        self._layout.kind("heading", 1)
        self._layout.write("Notes")
        self._layout.part(2)
        self._layout.kind("paragraph")
        for number, (kind, called) in enumerate(self._called, start=1):
            self._layout.write(f"{number}. ")
            for paragraph in _paragraphs(kept[kind].get(called)):
                self._inline(paragraph)
                self._layout.write(" ")
            self._layout.part(1)


def _paragraphs(note: Element | None) -> Iterator[Element]:
    return iter(()) if note is None else note.iter(W + "p")

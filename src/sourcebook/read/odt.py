"""ODT: paragraphs, headings, lists, tables and notes of an OpenDocument text, as it stands with its changes accepted.

A page begins where the file marks one: at a break of a paragraph's style, or where the program that saved it last broke
the page. Notes become a numbered list under a heading, and their marks stand as `[1]` in the text.
"""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from sourcebook.errors import InputRefused
from sourcebook.model import Document
from sourcebook.read.layout import Layout
from sourcebook.read.odt_parts import DRAW, OFFICE, TABLE, TEXT, XLINK, Styles, about, styles_of
from sourcebook.read.office import document_of
from sourcebook.read.reader import Source
from sourcebook.read.xml_parts import XmlParts
from sourcebook.read.zipped import MAGIC, opened_zip

MEDIA_TYPE: Final = "application/vnd.oasis.opendocument.text"
_BEGINNING: Final = 128
_CONTENT: Final = "content.xml"
_ENCRYPTED: Final = b"encryption-data"
_LEFT_OUT: Final = frozenset(
    [TEXT + name for name in ("tracked-changes", "table-of-content", "ruby-text", "note-citation", "sequence-decls")]
    + [OFFICE + name for name in ("annotation", "annotation-end", "forms", "scripts", "event-listeners")]
    + [DRAW + name for name in ("object", "object-ole", "plugin", "applet")]
    + [f"{{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}}{name}" for name in ("title", "desc")]
)
_PARAGRAPHS: Final = frozenset({TEXT + "p", TEXT + "h"})


class OdtReader:
    """Reads ODT."""

    name = "ODT"

    def declines(self, source: Source) -> str | None:
        """Take a ZIP that begins with the media type of an OpenDocument text."""
        if not source.data.startswith(MAGIC):
            return "it is no ZIP"
        begins = MEDIA_TYPE.encode() in source.data[:_BEGINNING]
        return None if begins else f"it does not begin with {MEDIA_TYPE}"

    def read(self, source: Source) -> Document:
        """Return the document as text.

        Raises InputRefused where the ZIP is damaged, would unpack to too much or leads out of itself, where the
        document is locked with a password, and where a part of it is broken XML or declares entities.
        """
        with opened_zip(source) as archive:
            parts = XmlParts(archive, source, "ODT")
            if _ENCRYPTED in (parts.unpacked("META-INF/manifest.xml") or b""):
                raise InputRefused(
                    "This ODT is locked with a password.",
                    where=source.where,
                    next_step="Save a copy without the password and try that one.",
                )
            try:
                return _document(parts, source)
            except RecursionError as error:
                raise parts.broken(_CONTENT, "it is nested too deep") from error


def _document(parts: XmlParts, source: Source) -> Document:
    root = parts.get(_CONTENT)
    body = root.find(f"{OFFICE}body/{OFFICE}text") if root is not None else None
    if root is None or body is None:
        raise parts.broken(_CONTENT, "there is no text in it")
    reading = _Reading(styles_of(root, parts.get("styles.xml")))
    reading.read(body)
    return document_of(reading.layout, about(parts.get("meta.xml")), MEDIA_TYPE, source)


class _Reading:
    """A document as it is laid out: where the text is, on which page, and which notes it has called."""

    def __init__(self, styles: Styles) -> None:
        self.layout = Layout()
        self.layout.element = 1
        self._styles = styles
        self._notes: list[Element] = []
        self._in_list = self._in_table = 0

    def read(self, body: Element) -> None:
        """Lay out a document's body and its notes."""
        self._blocks(body)
        self._put_notes()

    def _blocks(self, parent: Element) -> None:
        for child in parent:
            if child.tag in _PARAGRAPHS:
                self._paragraph(child)
            elif child.tag == TEXT + "list":
                self._in_list += 1
                self._blocks(child)
                self._in_list -= 1
            elif child.tag == TABLE + "table" and not self._in_table:
                self._table(child)
            elif child.tag == TEXT + "soft-page-break":
                self._next_page()
            elif child.tag not in _LEFT_OUT:
                self._blocks(child)

    def _paragraph(self, paragraph: Element) -> None:
        layout = self.layout
        style = paragraph.get(TEXT + "style-name", "")
        if style in self._styles.breaks:
            self._next_page()
        level = self._styles.levels.get(style, 0)
        if paragraph.tag == TEXT + "h":
            set_to = paragraph.get(TEXT + "outline-level", "1")
            level = int(set_to) if set_to.isdecimal() else 1
        item = self._in_list > 0 and not level
        layout.part(1 if item else 2)
        layout.kind("heading" if level else "item" if item else "paragraph", level)
        if item:
            layout.mark("  • ")
        self._inline(paragraph)
        layout.part(1 if item else 2)
        layout.kind("paragraph")

    def _table(self, table: Element) -> None:
        self.layout.part(2)
        self.layout.whole("table")
        self._in_table += 1
        for row in table.iter(TABLE + "table-row"):
            self.layout.part(1)
            for cell in row.findall(TABLE + "table-cell"):
                self.layout.cell()
                for paragraph in cell.iter():
                    if paragraph.tag in _PARAGRAPHS:
                        self._inline(paragraph)
                        self.layout.write(" ")
        self._in_table -= 1
        self.layout.end_whole()
        self.layout.part(2)

    def _inline(self, element: Element) -> None:
        self.layout.write(element.text or "")
        for child in element:
            if child.tag not in _LEFT_OUT:
                self._word(child)
            self.layout.write(child.tail or "")

    def _word(self, child: Element) -> None:
        name = child.tag.removeprefix(TEXT)
        if name == "note":
            self._notes.append(child)
            self.layout.write(f"[{len(self._notes)}]")
        elif name == "a":
            start = self.layout.place()
            self._inline(child)
            self.layout.link(start, child.get(XLINK + "href", ""))
        elif name in {"s", "tab", "line-break"}:
            self.layout.write(" ")
        elif name == "soft-page-break":
            self._next_page()
        elif child.tag == DRAW + "text-box":
            self.layout.write(" ")
            for paragraph in child:
                self._inline(paragraph)
                self.layout.write(" ")
        else:
            self._inline(child)

    def _next_page(self) -> None:
        self.layout.element += 1

    def _put_notes(self) -> None:
        if not self._notes:
            return
        self.layout.part(2)
        self.layout.kind("heading", 1)
        self.layout.write("Notes")
        self.layout.part(2)
        self.layout.kind("paragraph")
        for number, note in enumerate(self._notes, start=1):
            self.layout.write(f"{number}. ")
            for paragraph in note.iter():
                if paragraph.tag in _PARAGRAPHS:
                    self._inline(paragraph)
                    self.layout.write(" ")
            self.layout.part(1)

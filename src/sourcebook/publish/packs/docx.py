"""A pack as DOCX: headings, lists and tables by their styles, each passage with its language and direction."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from functools import singledispatchmethod
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from sourcebook.errors import MissingExtra
from sourcebook.publish.cite import Text
from sourcebook.publish.packs.docx_look import CELL, FACT, dress, widen
from sourcebook.publish.packs.pack import Block, Listing, Pack, Para, Quoted, Section, Table
from sourcebook.version import __version__

if TYPE_CHECKING:
    from docx.document import Document

_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MOST_RUNNING = 60
_EPOCH = (1980, 1, 1, 0, 0, 0)
# XML 1.0 knows none of these; a text from the web may hold them.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EAST_ASIAN = {"zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR"}
_RIGHT_TO_LEFT = {"ar": "ar-SA", "he": "he-IL", "fa": "fa-IR", "ur": "ur-PK"}


def to_docx(pack: Pack) -> bytes:
    """Return a pack as DOCX, the same bytes for the same pack; MissingExtra where python-docx is not there."""
    if find_spec("docx") is None:
        raise MissingExtra("docx", "A pack as DOCX")
    import docx

    document = docx.Document()
    dress(document, " · ".join(_plain(one)[:_MOST_RUNNING] for one in (pack.title, pack.site, pack.as_of) if one))
    _Writer(document).pack(pack)
    raw = io.BytesIO()
    document.save(raw)
    return _undated(raw.getvalue())


def _undated(content: bytes) -> bytes:
    """Return a zip file with the times of its members made alike, since only they differ from run to run."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as held, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name in held.namelist():
            out.writestr(zipfile.ZipInfo(name, _EPOCH), held.read(name), zipfile.ZIP_DEFLATED)
    return made.getvalue()


class _Writer:
    """Writes a pack into a document, block by block."""

    def __init__(self, document: Document) -> None:
        self._document = document
        # The library looks a style up by its name among all of them, for each paragraph.
        self._styles = {style.name: style.style_id for style in document.styles}
        # It also looks for where a paragraph goes, which is always before the description of the paper at the end.
        self._end = document.element.body.sectPr
        self._links: dict[str, str] = {}
        self._level = 2

    def pack(self, pack: Pack) -> None:
        """Write a pack whole."""
        self._properties(pack)
        self._heading(pack.title, 1)
        for line in pack.lead:
            self._document.add_paragraph(_plain(line))
        for section in pack.sections:
            self._section(section)

    def _properties(self, pack: Pack) -> None:
        held = self._document.core_properties
        day = dt.datetime.fromisoformat(pack.as_of) if pack.as_of else dt.datetime(*_EPOCH)  # noqa: DTZ001
        held.title, held.author, held.language = _plain(pack.title)[:250], _plain(pack.site)[:250], pack.language
        held.created = held.modified = day
        held.comments = f"Sourcebook {__version__}"
        held.last_modified_by = _plain(pack.site)[:250]

    def _section(self, section: Section) -> None:
        heading = self._heading(section.heading, section.level)
        heading.paragraph_format.page_break_before = section.apart
        self._level = section.level
        for block in section.blocks:
            self._block(block)

    @singledispatchmethod
    def _block(self, block: Block) -> None:
        raise TypeError(f"{type(block).__name__} is no block of a pack.")

    @_block.register
    def _(self, block: Para) -> None:
        self._runs(self._document.add_paragraph(), block.text)

    @_block.register
    def _(self, block: Listing) -> None:
        if not block.numbered:
            for item in block.items:
                self._runs(self._paragraph("List Bullet"), item)
            return
        # Numbers are written out: those of Word would run on from one list of the pack to the next.
        for number, item in enumerate(block.items, start=1):
            paragraph = self._paragraph("List")
            paragraph.add_run(f"{number}.\t")
            self._runs(paragraph, item)

    @_block.register
    def _(self, block: Table) -> None:
        from docx.text.paragraph import Paragraph

        caption = self._document.add_paragraph(_plain(block.caption), style="Caption")
        caption.paragraph_format.keep_with_next = True
        # All rows at once, and cells by their elements: the library counts every cell anew for each that is asked for.
        table = self._document.add_table(rows=1 + len(block.rows), cols=len(block.head), style="Table Grid")
        first, *others = table._tbl.tr_lst  # noqa: SLF001
        _repeated(first)
        widen(table, block.widths, blank=block.blank)
        for cell, name in zip(first.tc_lst, block.head, strict=True):
            cell.p_lst[0].style = self._styles[CELL]
            Paragraph(cell.p_lst[0], table).add_run(_plain(name)).bold = True
        for line, row in zip(others, block.rows, strict=True):
            for cell, told in zip(line.tc_lst, row, strict=True):
                cell.p_lst[0].style = self._styles[CELL]
                self._runs(Paragraph(cell.p_lst[0], table), told)

    @_block.register
    def _(self, block: Quoted) -> None:
        self._heading(block.label, self._level + 1)
        for part in block.text.split("\n"):
            if part.strip():
                paragraph = self._paragraph("Intense Quote" if block.note else "Quote")
                run = paragraph.add_run(_plain(part))
                _speaks(paragraph, run, block)
        for at, (name, told) in enumerate(block.facts, start=1):
            paragraph = self._paragraph(FACT)
            _run(paragraph, f"{_plain(name)}: ", "b")
            self._runs(paragraph, told)
            if at == len(block.facts):
                paragraph.paragraph_format.keep_with_next = False

    def _paragraph(self, style: str) -> Any:
        from docx.text.paragraph import Paragraph

        made = self._end.makeelement(f"{_WORD}p")
        self._end.addprevious(made)
        _put(_put(made, "pPr"), "pStyle", self._styles[style])
        return Paragraph(made, self._document._body)  # noqa: SLF001 - as the library makes them

    def _heading(self, words: str, level: int) -> Any:
        heading = self._paragraph(f"Heading {level}")
        heading.add_run(_plain(words))
        return heading

    def _runs(self, paragraph: Any, told: Text) -> None:
        for run in told:
            if run.link:
                paragraph._p.append(self._linked(run.text, run.link))  # noqa: SLF001 - the library has no links
            else:
                _run(paragraph, _plain(run.text), *(("i",) if run.italic else ()))

    def _linked(self, words: str, address: str) -> Any:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        if address not in self._links:
            # Named by us: the library would compare each link with all before it.
            self._links[address] = f"rIdLink{len(self._links) + 1}"
            relations = self._document.part.rels
            relations.add_relationship(_LINKS, _plain(address), self._links[address], is_external=True)
        link, run, look, colour, line, text = (
            OxmlElement(name) for name in ("w:hyperlink", "w:r", "w:rPr", "w:color", "w:u", "w:t")
        )
        link.set(qn("r:id"), self._links[address])
        colour.set(qn("w:val"), "0E4D80")
        line.set(qn("w:val"), "single")
        text.text = _plain(words)
        text.set(qn("xml:space"), "preserve")
        look.extend((colour, line))
        run.extend((look, text))
        link.append(run)
        return link


def _run(paragraph: Any, words: str, *looks: str) -> None:
    """Add a run by its elements: there are thousands in a pack, and the library searches for the place of each."""
    if "\t" in words or "\n" in words:
        paragraph.add_run(words)
        return
    run = _put(paragraph._p, "r")  # noqa: SLF001
    look = _put(run, "rPr") if looks else None
    for name in looks:
        _put(look, name)
    said = _put(run, "t")
    said.text = words
    said.set(_SPACE, "preserve")


def _put(parent: Any, name: str, value: str = "") -> Any:
    made = parent.makeelement(f"{_WORD}{name}")
    if value:
        made.set(f"{_WORD}val", value)
    parent.append(made)
    return made


def _speaks(paragraph: Any, run: Any, block: Quoted) -> None:
    """Mark a passage with its language, and with its direction where it runs from right to left."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    look = run._r.get_or_add_rPr()  # noqa: SLF001 - the library knows no languages
    if block.right_to_left:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001
        run.font.rtl = True
    short = block.language.split("-", maxsplit=1)[0]
    if not block.language:
        return
    language = OxmlElement("w:lang")
    if short in _EAST_ASIAN:
        language.set(qn("w:eastAsia"), _EAST_ASIAN[short])
    elif block.right_to_left:
        language.set(qn("w:bidi"), _RIGHT_TO_LEFT.get(short, block.language))
    else:
        language.set(qn("w:val"), block.language)
    look.append(language)


def _repeated(row: Any) -> None:
    """Make the first row of a table its head, which every page repeats."""
    from docx.oxml import OxmlElement

    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _plain(words: str) -> str:
    return _NO_XML.sub("\ufffd", words)

"""How a pack looks as DOCX: its styles, its page, and the widths of tables, from faces that every office has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from docx.document import Document

SERIF, SANS = "Times New Roman", "Arial"
INK, INK2, RULE = "181C1E", "4A5256", "B9C0B8"
FACT, CELL = "Passage Fact", "Table Text"
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_TEXT_WIDTH_MM = 166
_BLANK_ROW_MM = 24


class _Look(NamedTuple):
    face: str
    size: float
    above: float = 0
    below: float = 4
    ink: str = INK
    bold: bool = False
    italic: bool = False
    keeps: bool = False


_LOOKS = {
    "Normal": _Look(SERIF, 11, below=6),
    "Heading 1": _Look(SERIF, 22, below=6, bold=True, keeps=True),
    "Heading 2": _Look(SERIF, 15, above=20, below=6, bold=True, keeps=True),
    "Heading 3": _Look(SERIF, 12, above=12, below=4, bold=True, keeps=True),
    "Heading 4": _Look(SANS, 10, above=10, below=3, bold=True, keeps=True),
    "Quote": _Look(SERIF, 11, keeps=True),
    "Intense Quote": _Look(SERIF, 11, italic=True, keeps=True),
    "List Bullet": _Look(SERIF, 11, below=3),
    "List": _Look(SERIF, 11, below=3),
    "Caption": _Look(SANS, 9, above=6, below=3, bold=True, keeps=True),
    "Footer": _Look(SANS, 8, ink=INK2),
    FACT: _Look(SANS, 8.5, below=1, ink=INK2, keeps=True),
    CELL: _Look(SANS, 8.5, below=1),
}


def dress(document: Document, running: str) -> None:
    """Give a new document the styles, the paper and the foot of a pack; `running` stands before the page's number."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm

    document.styles.add_style(FACT, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["List Bullet"]
    document.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for name, look in _LOOKS.items():
        _dress_style(document.styles[name], look)
    for name in ("Quote", "Intense Quote"):
        held = document.styles[name].paragraph_format
        held.left_indent, held.right_indent, held.keep_together = Mm(5), Mm(5), True
    _indent(document.styles["List"], Mm(7))
    _rule(document.styles["Table Grid"])
    (section,) = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - _TEXT_WIDTH_MM) / 2)
    section.top_margin, section.bottom_margin = Mm(20), Mm(24)
    _foot(section.footer.paragraphs[0], running, Mm(_TEXT_WIDTH_MM))


def _dress_style(style: Any, look: _Look) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font, held = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = look.face, Pt(look.size), look.bold, look.italic
    # Arabic and Hebrew words take these in place of the others.
    font.cs_bold, font.cs_italic = look.bold, look.italic
    _size_of_complex(style, look.size)
    font.color.rgb = RGBColor.from_string(look.ink)
    faces = style.element.rPr.rFonts
    for name in _THEMED:
        faces.attrib.pop(qn(f"w:{name}"), None)
    faces.set(qn("w:cs"), look.face)
    held.space_before, held.space_after, held.keep_with_next = Pt(look.above), Pt(look.below), look.keeps
    held.line_spacing = 1.15
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def _size_of_complex(style: Any, points: float) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    held = style.element.rPr
    for one in held.findall(qn("w:szCs")):
        held.remove(one)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(round(2 * points)))
    held.find(qn("w:sz")).addnext(size)


def _indent(style: Any, width: int) -> None:
    style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = width, -width


def _rule(style: Any) -> None:
    """Leave of a grid the lines between and below its rows."""
    from docx.oxml.ns import qn

    for side in style.element.iter(qn("w:tblBorders")):
        for line in side:
            drawn = line.tag in {qn("w:insideH"), qn("w:bottom")}
            line.set(qn("w:val"), "single" if drawn else "nil")
            line.set(qn("w:color"), RULE)


def _foot(paragraph: Any, running: str, width: int) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT

    # The library's own stops are those of other paper.
    paragraph.style.paragraph_format.tab_stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{running}\t")
    _field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    paragraph._p.append(field)  # noqa: SLF001 - the library has no fields
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = "1"
    run.append(words)
    field.append(run)


def widen(table: Any, widths: tuple[int, ...], *, blank: bool) -> None:
    """Give the columns of a table their parts of the page; no row is parted, and those to be filled in are high.

    A blank sheet is ruled between its columns too.
    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    columns = table._tbl.tblGrid.gridCol_lst  # noqa: SLF001 - the library counts every cell anew
    parts = widths or (1,) * len(columns)
    sizes = [Mm(_TEXT_WIDTH_MM * part / sum(parts)) for part in parts]
    table.autofit = False
    for column, size in zip(columns, sizes, strict=True):
        column.w = size
    for number, row in enumerate(table._tbl.tr_lst):  # noqa: SLF001
        row.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if blank and number:
            row.trHeight_val = Mm(_BLANK_ROW_MM)
        for cell, size in zip(row.tc_lst, sizes, strict=True):
            cell.width = size
    if blank:
        borders = OxmlElement("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            line = OxmlElement(f"w:{side}")
            for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", RULE)):
                line.set(qn(f"w:{name}"), value)
            borders.append(line)
        # The standard (ISO/IEC 29500-1, 17.4.59) sets the order; Word repairs a file with another.
        table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")  # noqa: SLF001

"""DOCX becomes text with blocks, pages, notes and properties; what is made to do harm is refused in a sentence."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from sourcebook.errors import InputRefused
from sourcebook.read import document
from sourcebook.segment.report import segment_report
from sourcebook.settings import Limits

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def made(body, **parts):
    """Return a DOCX with this body and further parts, `word__footnotes` for word/footnotes.xml."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
        )
        for name, text in parts.items():
            archive.writestr(f"{name.replace('__', '/')}.xml", text)
    return out.getvalue()


def p(text, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def blocks(data):
    read = document(data, name="a.docx")
    return [(block.kind, read.text[block.start : block.end], block.page) for block in read.blocks]


def test_a_document_of_python_docx_has_headings_lists_tables_and_properties():
    written = docx.Document()
    written.core_properties.title, written.core_properties.author = "On the kilns", "Ana Petrel; Tomas Ilgen"
    written.add_heading("What was found", level=2)
    written.add_paragraph("Boys were counted.")
    written.add_paragraph("one", style="List Bullet")
    table = written.add_table(rows=2, cols=2)
    for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ["Town", "Cases", "Oreno", "12"], strict=True):
        cell.text = text
    out = io.BytesIO()
    written.save(out)
    read = document(out.getvalue(), name="a.docx")
    assert (read.title, read.authors) == ("On the kilns", ("Ana Petrel", "Tomas Ilgen"))
    assert {told.by for told in read.told} == {"document properties"}
    kinds = [(block.kind, block.level, read.text[block.start : block.end]) for block in read.blocks]
    assert kinds[0] == ("heading", 2, "What was found")
    assert kinds[1] == ("paragraph", 0, "Boys were counted.")
    assert [(kind, text.replace(" ", "")) for kind, _, text in kinds[-1:]] == [("table", "Town\tCases\nOreno\t12")]


def test_tracked_changes_are_accepted():
    body = (
        "<w:p><w:r><w:t>In </w:t></w:r><w:del><w:r><w:delText>2009</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>2010</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> gone</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t> here</w:t></w:r></w:moveTo></w:p>"
    )
    assert blocks(made(body)) == [("paragraph", "In 2010 here", None)]


def test_pages_begin_where_they_are_marked_and_a_break_noted_twice_is_one():
    broken = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    noted = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>"
    assert blocks(made(p("one") + broken + noted + p("three", "<w:pageBreakBefore/>"))) == [
        ("paragraph", "one", 1), ("paragraph", "two", 2), ("paragraph", "three", 3),
    ]  # fmt: skip


def test_notes_become_references_that_their_marks_point_to():
    def note(kind, at):
        return f'<w:r><w:{kind}Reference w:id="{at}"/></w:r>'

    body = (
        f"<w:p><w:r><w:t>Boys were counted.</w:t></w:r>{note('footnote', 2)}</w:p>"
        f"<w:p><w:r><w:t>Girls were too.</w:t></w:r>{note('endnote', 2)}</w:p>"
    )
    notes = (
        '<w:{0}s xmlns:w="{1}"><w:{0} w:type="separator" w:id="0"><w:p/></w:{0}><w:{0} w:id="2"><w:p><w:r><w:{0}Ref/>'
        "<w:t>{2}</w:t></w:r></w:p></w:{0}></w:{0}s>"
    )
    read = document(
        made(
            body,
            word__footnotes=notes.format("footnote", W, "Hill Watch. A report. 2010. http://hill.example/1"),
            word__endnotes=notes.format("endnote", W, "Harbour Media. A story. 2011. http://harbour.example/2"),
        ),
        name="a.docx",
    )
    report = segment_report(read)
    assert [(one.number, one.url) for one in report.references] == [
        (1, "http://hill.example/1"),
        (2, "http://harbour.example/2"),
    ]
    assert [block.cites for block in report.blocks if block.marks] == [(1,), (2,)]


def test_links_lead_where_the_file_says():
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Target="http://a.example/x" TargetMode="External"/></Relationships>'
    )
    out = io.BytesIO(made('<w:p><w:hyperlink r:id="r1"><w:r><w:t>there</w:t></w:r></w:hyperlink></w:p>'))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/_rels/document.xml.rels", relations)
    read = document(out.getvalue(), name="a.docx")
    assert [(read.text[link.start : link.end], link.href) for link in read.links] == [("there", "http://a.example/x")]


ENTITY = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{W}"><w:body>&x;</w:body></w:document>'
LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<w:document xmlns:w="{W}"><w:body>&b;</w:body></w:document>'
)


def holding(text, name="word/document.xml"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
        if name != "word/document.xml":
            archive.writestr("word/document.xml", "<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (holding(ENTITY), "declares entities"),
        (holding(LAUGHS), "declares entities"),
        (holding("x", "../../evil.txt"), "leads out of it"),
        (holding("x", "/etc/evil"), "leads out of it"),
        (holding("<w:document"), "is no XML"),
        (made(p("x"))[:-40], "ZIP is damaged"),
        (made("<w:ins>" * 20_000 + "</w:ins>" * 20_000), "nested too deep"),
    ],
)
def test_what_is_made_to_do_harm_or_broken_is_refused(data, words):
    with pytest.raises(InputRefused, match=words):
        document(data, name="a.docx")


def test_a_zip_that_would_unpack_to_too_much_is_refused_unread():
    with pytest.raises(InputRefused, match=r"unpack to .* limits\.max_memory"):
        document(holding(" " * 5_000_000), name="a.docx", limits=Limits(max_memory=1_000_000))

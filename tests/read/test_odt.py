"""ODT: what a word processor shows is read with its kinds and pages, and what is made to do harm is refused."""

import io
import zipfile

import pypandoc
import pytest

from sourcebook.errors import InputRefused
from sourcebook.read import document
from sourcebook.settings import Limits

SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "draw": "drawing",
        "meta": "meta",
    }.items()
)
MANUSCRIPT = """---
title: A Survey of Quarries
author: Mary Smith
---

# Where children work

Boys and *girls* were sent[^1] to the [quarries](http://a.example/q).

- salt
- stone

## Sectors

| Town | Cases |
|------|-------|
| Oreno | 12 |
| Milsk | 4 |

[^1]: Ministry of Tides, *Annual Survey*, 2014.
"""


def odt(body, styles="", more=None, mimetype="application/vnd.oasis.opendocument.text"):
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        for name, text in ({"content.xml": content} | (more or {})).items():
            archive.writestr(name, text)
    return out.getvalue()


def read(data, **limits):
    return document(data, name="a.odt", limits=Limits(**limits))


def p(words, style=""):
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def test_a_manuscript_reads_alike_as_odt_and_as_docx(tmp_path):
    found = []
    for form in ("odt", "docx"):
        path = tmp_path / f"a.{form}"
        pypandoc.convert_text(MANUSCRIPT, form, format="markdown", outputfile=str(path), extra_args=["-s"])
        found.append(document(path.read_bytes(), name=path.name))
    as_odt, as_docx = found
    assert as_odt.text == as_docx.text
    assert as_odt.blocks == as_docx.blocks
    assert as_odt.links == as_docx.links
    assert (as_odt.title, as_odt.authors) == ("A Survey of Quarries", ("Mary Smith",))
    assert {block.kind for block in as_odt.blocks} == {"heading", "paragraph", "item", "table"}


def test_changes_are_accepted_and_what_is_not_shown_is_left_out():
    changed = "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    noted = "<office:annotation><text:p>a remark</text:p></office:annotation>"
    assert read(odt(changed + p(f'They<text:s text:c="3"/>came<text:tab/>{noted}home.'))).text == "They came home.\n"


def test_pages_begin_where_a_style_or_the_program_broke_them():
    style = '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>'
    got = read(odt(p("One.") + p("Two.", "P1") + "<text:soft-page-break/>" + p("Three."), style))
    assert [block.page for block in got.blocks] == [1, 2, 3]
    assert [block.page for block in read(odt(p("One.") + p("Two."))).blocks] == [None, None]


def test_a_style_that_rests_on_that_of_titles_is_a_heading():
    style = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    block = read(odt(p("The quarries", "P1") + p("Words."), style)).blocks[0]
    assert (block.kind, block.level) == ("heading", 1)


def test_the_words_of_frames_and_sections_are_read():
    frame = "<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>"
    got = read(odt(f"<text:section>{p('In a section.')}</text:section>{p(frame)}"))
    assert got.text.split("\n\n") == ["In a section.", "In a box.\n"]


ENTITY = (
    '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f"<office:document-content {SPACES}><office:body><office:text>&x;</office:text></office:body></office:document-content>"
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (odt("", more={"content.xml": ENTITY}), "declares entities"),
        (odt(p("x"), more={"../../evil.txt": "x"}), "leads out of it"),
        (odt("<text:p>"), "is no XML"),
        (odt("", more={"content.xml": f"<office:document-content {SPACES}/>"}), "there is no text in it"),
        (odt(p("x"))[:-40], "ZIP is damaged"),
        (odt("<text:section>" * 20_000 + "</text:section>" * 20_000), "nested too deep"),
        (
            odt(p("x"), more={"META-INF/manifest.xml": "<!DOCTYPE m><m><manifest:encryption-data/></m>"}),
            "locked with a password",
        ),
        (
            odt(p("x"), mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "OpenDocument file that holds no text",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_is_made_to_do_harm_or_broken_is_refused(data, words):
    with pytest.raises(InputRefused, match=words) as caught:
        read(data)
    assert caught.value.next_step


def test_what_would_unpack_to_too_much_is_refused_unread():
    with pytest.raises(InputRefused, match=r"unpack to .* limits\.max_memory"):
        read(odt(p(" " * 5_000_000)), max_memory=1_000_000)

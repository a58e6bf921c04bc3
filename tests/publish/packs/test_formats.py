"""The files of packs: tagged and accessible PDF, DOCX that opens without repair, and every writing system."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from pdfua import validate
from tests.publish.packs.conftest import entry_of, held
from tests.publish.packs.test_packs import EVERY, pack_of, passages

from sourcebook.publish.cite import to_plain
from sourcebook.publish.packs.docx_look import FACT
from sourcebook.publish.packs.html import to_html
from sourcebook.publish.packs.pdf import to_pdf
from sourcebook.publish.packs.table import FORMATS, KINDS
from sourcebook.publish.packs.unset import UNSET

# ISO/IEC 29500-1: 17.3.1.26, 17.3.2.28 and 17.4.59; of each what a pack may use.
ORDERS = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind "
    "contextualSpacing jc outlineLvl rPr sectPr",
    "w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps color spacing w kern position sz szCs highlight u vertAlign rtl cs "
    "lang",
    "w:tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
}
SAID = {
    "ar": "لم يستطع العمّال أن يغادروا الورشة، وعددهم 41.",
    "he": "העובדים לא יכלו לעזוב את בית המלאכה.",
    "zh": "工人不能离开工厂，共有41人。",
    "ja": "労働者は工場を離れることができなかった。",
    "ko": "노동자들은 공장을 떠날 수 없었다.",
    "ru": "Рабочие не могли покинуть мастерскую.",
}


@pytest.fixture
def many_scripts(tmp_path):
    entries = [entry_of(text, title=f"Report {tag}") for tag, text in SAID.items()]
    with held(tmp_path, *entries).view() as view:
        yield view


@pytest.mark.parametrize("kind", KINDS)
def test_a_pdf_passes_the_checks_of_pdfua(view, tmp_path, kind):
    path = tmp_path / "pack.pdf"
    path.write_bytes(to_pdf(pack_of(view, kind, "AD", "FR")).content)
    report = validate(str(path))
    assert list(report.findings) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_pdf_is_tagged_and_says_what_it_is(view, kind):
    pack = pack_of(view, kind, "AD", "FR")
    with pikepdf.open(io.BytesIO(to_pdf(pack).content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
            assert told["dc:title"] == pack.title
        kinds = set(_kinds(pdf.Root.StructTreeRoot))
        assert {"/H1", "/H2", "/P", "/L", "/LI", "/Link"} <= kinds
        assert not any("/Tabs" not in page for page in pdf.pages if "/Annots" in page)


def _kinds(node):
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from _kinds(one)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from _kinds(node.K)


def test_what_no_font_can_set_is_named_as_missing_in_a_pdf_and_shown_nowhere_as_a_box(many_scripts, tmp_path):
    made = to_pdf(pack_of(many_scripts))
    path = tmp_path / "pack.pdf"
    path.write_bytes(made.content)
    assert list(validate(str(path)).findings) == []
    assert not made.unset & set(SAID["ar"] + SAID["ru"])
    if made.unset:
        assert made.unset <= set("".join(SAID.values()))


def test_words_that_cannot_be_set_are_replaced_once_a_sentence_and_links_stay(many_scripts):
    from sourcebook.publish.packs.unset import without

    pack = pack_of(many_scripts)
    shown = without(pack, set(SAID["zh"]) - set("41"))
    texts = [
        block.text for section in shown.sections for block in section.blocks if block.__class__.__name__ == "Quoted"
    ]
    assert texts.count(UNSET) == 1
    assert SAID["ar"] in texts


def test_each_passage_runs_in_its_own_direction_and_language(many_scripts):
    html = to_html(pack_of(many_scripts), "https://elsewhere.example/").decode()
    for tag, side in (("ar", "rtl"), ("he", "rtl"), ("zh", "ltr"), ("ja", "ltr"), ("ko", "ltr"), ("ru", "ltr")):
        assert f'lang="{tag}" dir="{side}"><p>{SAID[tag]}' in html


def test_a_docx_marks_direction_and_language(many_scripts):
    content = FORMATS["docx"].write(pack_of(many_scripts), "").content
    xml = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert xml.count("<w:bidi/>") == 2
    assert xml.count("<w:rtl/>") == 2
    for language in (
        'w:bidi="ar-SA"',
        'w:bidi="he-IL"',
        'w:eastAsia="zh-CN"',
        'w:eastAsia="ja-JP"',
        'w:eastAsia="ko-KR"',
    ):
        assert language in xml
    for text in SAID.values():
        assert text in xml


def test_words_from_right_to_left_look_as_the_others_do_in_a_docx(many_scripts):
    document = Document(io.BytesIO(FORMATS["docx"].write(pack_of(many_scripts), "").content))
    for name in ("Quote", "Intense Quote", "Normal", FACT, "Heading 3"):
        font = document.styles[name].font
        assert (font.cs_italic, font.cs_bold) == (font.italic, font.bold)
        assert document.styles[name].element.rPr.find(qn("w:szCs")).get(qn("w:val")) == str(round(2 * font.size.pt))


def test_a_short_passage_from_right_to_left_stands_at_the_right_of_a_pdf(many_scripts):
    (page, *_) = pypdfium2.PdfDocument(to_pdf(pack_of(many_scripts)).content)
    text = page.get_textpage()
    letters = [text.get_charbox(at) for at in range(text.count_chars()) if text.get_text_range(at, 1) == "ה"]
    assert max(right for _, _, right, _ in letters) > 0.85 * page.get_width()


@pytest.mark.parametrize("kind", KINDS)
def test_a_docx_has_headings_that_nest_and_links_that_lead_out(view, kind):
    document = Document(io.BytesIO(FORMATS["docx"].write(pack_of(view, kind, "AD", "FR"), "").content))
    levels = [int(one.style.name[-1]) for one in document.paragraphs if one.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    links = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert any(link.startswith("https://archive.example/") for link in links)


@pytest.mark.parametrize("kind", KINDS)
def test_a_docx_is_set_on_a4_parts_no_row_and_keeps_a_passage_with_what_is_known_of_it(view, kind):
    document = Document(io.BytesIO(FORMATS["docx"].write(pack_of(view, kind, "AD", "FR"), "").content))
    (paper,) = document.sections
    assert (round(paper.page_width.mm), round(paper.page_height.mm)) == (210, 297)
    room = paper.page_width - paper.left_margin - paper.right_margin
    for table in document.tables:
        assert abs(sum(column.width for column in table.columns) - room) < 10_000
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    styles = [paragraph.style for paragraph in document.paragraphs]
    for style, after in pairwise(styles):
        if style.name in {"Quote", "Intense Quote"}:
            assert style.paragraph_format.keep_with_next
            assert after.name in {"Quote", "Intense Quote", FACT}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_docx_says_of_its_parts_stands_in_the_order_of_the_standard(view, kind):
    content = FORMATS["docx"].write(pack_of(view, kind, "AD", "FR"), "").content
    wrong = []
    with zipfile.ZipFile(io.BytesIO(content)) as held_in:
        parts = [name for name in held_in.namelist() if re.fullmatch(r"word/(document|styles|footer\d+)\.xml", name)]
        for name in parts:
            root = etree.fromstring(held_in.read(name))
            for tag, order in ORDERS.items():
                known = [qn(f"w:{one}") for one in order.split()]
                for one in root.iter(qn(tag)):
                    places = [known.index(child.tag) for child in one if child.tag in known]
                    if places != sorted(places):
                        wrong.append((name, [child.tag for child in one]))
    assert len(parts) == 3
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_column_of_a_docx_is_narrower_than_the_words_at_its_head(view, kind):
    document = Document(io.BytesIO(FORMATS["docx"].write(pack_of(view, kind, "AD", "FR"), "").content))
    for table in document.tables:
        for column, cell in zip(table.columns, table.rows[0].cells, strict=True):
            longest = max(map(len, cell.text.split()))
            assert column.width.mm - 4 > 1.7 * longest


def test_a_passage_of_a_pdf_stands_with_its_figures_on_one_page(view):
    pack = pack_of(view, "term-paper", "AD", "FR")
    pdf = pypdfium2.PdfDocument(to_pdf(pack).content)
    pages = [page.get_textpage().get_text_bounded() for page in pdf]
    for block in passages(pack):
        (start,) = [page for page in pages if f"{block.label}\n" in page.replace("\r", "")]
        for name, told in block.facts:
            if name in {"Address", "Figure"}:
                assert f"{name}: {to_plain(told)}"[:40] in " ".join(start.split())


def test_ten_thousand_characters_in_every_field_break_no_format(tmp_path):
    long = "A report of many words " * 450
    with held(tmp_path, entry_of("The office counted 41 victims. " * 300, title=long)).view() as view:
        for kind in KINDS:
            pack = pack_of(view, kind)
            for form in FORMATS.values():
                assert len(form.write(pack, "https://elsewhere.example/").content) > 3000


@pytest.mark.slow
@pytest.mark.office
@pytest.mark.parametrize("kind", KINDS)
def test_libreoffice_opens_a_docx_and_finds_all_its_words(view, many_scripts, tmp_path, kind):
    for name, held_in in (("world", pack_of(view, kind, "AD", "FR")), ("scripts", pack_of(many_scripts, kind))):
        (tmp_path / f"{name}.docx").write_bytes(FORMATS["docx"].write(held_in, "").content)
    done = subprocess.run(
        [
            shutil.which("soffice"),
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            tmp_path,
            tmp_path / "world.docx",
            tmp_path / "scripts.docx",
        ],
        check=True,
        capture_output=True,
        timeout=180,
        text=True,
    )
    assert "repair" not in (done.stdout + done.stderr).lower()
    assert "How to check this pack" in (tmp_path / "world.txt").read_text(encoding="utf-8-sig")
    if kind != "teacher":
        assert SAID["zh"] in (tmp_path / "scripts.txt").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(("kind", "ending"), [one for one in EVERY if FORMATS[one[1]].needs])
def test_a_format_whose_package_is_missing_says_what_installs_it(view, monkeypatch, kind, ending):
    from sourcebook.errors import MissingExtra

    module = "sourcebook.publish.packs.docx" if ending == "docx" else "sourcebook.publish.packs.pdf"
    monkeypatch.setattr(f"{module}.find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match=rf"pip install 'sourcebook\[{ending}\]'"):
        FORMATS[ending].write(pack_of(view, kind), "")

"""Ruled tables of PDFs, cell by cell; paragraphs and headings by how they are set; scripts of every direction."""

import io
from itertools import pairwise

import pikepdf
import pytest
from tests.read.pdfs import lines, pdf, text_at

from sourcebook.errors import InputRefused
from sourcebook.pipeline.apart import read_safely
from sourcebook.read import document
from sourcebook.segment.report import segment_report
from sourcebook.settings import Limits

COLUMNS = (72, 200, 300, 540)
ROWS = [
    ("Agency", "Cases", "What it does"),
    ("Ministry of Tides", "15", "Counts the boys of the harbour"),
    ("Office of Salt", "7", "Looks after girls in the mills"),
]


def read(data):
    return document(data, name="report.pdf", limits=Limits())


def blocks(data):
    return segment_report(read(data)).blocks


def level(x0, x1, y):
    return f"{x0} {y} m {x1} {y} l S"


def boxed(x0, y0, x1, y1):
    return f"{x0} {y0} {x1 - x0} {y1 - y0} re S"


def ruled(rows, top=700, step=20, rules="cells", columns=COLUMNS):
    """Draw a table: each line of cells as one text with gaps, as typesetting programs do, and its rules."""
    drawn = []
    for at, row in enumerate(rows):
        y = top - step * at
        drawn += [text_at(x + 4, y - 14, cell) for x, cell in zip(columns, row, strict=False) if cell]
        if rules == "cells":
            drawn += [boxed(x0, y - step, x1, y) for x0, x1 in pairwise(columns)]
        elif rules == "segments":
            drawn += [level(x0, x1, y - step) for x0, x1 in pairwise(columns)]
    if rules == "segments":
        drawn += [level(x0, x1, top) for x0, x1 in pairwise(columns)]
    return "\n".join(drawn)


@pytest.mark.parametrize("rules", ["cells", "segments"])
def test_a_ruled_table_is_a_block_with_a_line_for_each_row_and_tabs_between_its_cells(rules):
    (table,) = blocks(pdf([text_at(72, 706, "Table 1. Agencies") + "\n" + ruled(ROWS, rules=rules)]))
    assert table.kind == "table"
    assert table.text.split("\n") == ["Table 1. Agencies", *("\t".join(row) for row in ROWS)]


def test_the_lines_of_a_cell_are_one_text_and_a_word_parted_at_a_hyphen_is_whole():
    drawn = [boxed(72, 640, 200, 700), boxed(200, 640, 540, 700), boxed(72, 600, 200, 640), boxed(200, 600, 540, 640)]
    drawn += [text_at(76, 686, "Ministry of"), text_at(76, 674, "Tides"), text_at(204, 686, "They were prom-")]
    drawn += [text_at(204, 674, "ised work and salt."), text_at(76, 620, "Office"), text_at(204, 620, "Counts them.")]
    (table,) = blocks(pdf(["\n".join(drawn)]))
    assert table.text.split("\n") == ["Ministry of Tides\tThey were promised work and salt.", "Office\tCounts them."]


def test_a_cell_over_several_rows_stands_in_the_first_of_them():
    drawn = [boxed(72, 660, 200, 700), boxed(200, 680, 540, 700), boxed(200, 660, 540, 680)]
    drawn += [boxed(72, 640, 200, 660), boxed(200, 640, 540, 660)]
    drawn += [text_at(76, 686, "Farms"), text_at(204, 686, "Picking tea"), text_at(204, 666, "Herding")]
    drawn += [text_at(76, 646, "Mills"), text_at(204, 646, "Carrying")]
    (table,) = blocks(pdf(["\n".join(drawn)]))
    assert table.text.split("\n") == ["Farms\tPicking tea", "\tHerding".strip(), "Mills\tCarrying"]


def test_a_box_around_running_text_and_a_rule_under_a_running_head_are_no_tables():
    words = lines(["Boys of the town were sent to the quarries by men from the coast."] * 3, top=690)
    found = blocks(pdf([f"{boxed(60, 640, 560, 710)}\n{level(60, 560, 760)}\n{words}"]))
    assert {block.kind for block in found} == {"paragraph"}


def test_running_text_between_two_tables_of_the_same_columns_parts_them():
    between = lines(["The ministry counted again in spring, and found that the numbers had grown."] * 4, top=610)
    page = f"{ruled(ROWS, top=700)}\n{between}\n{ruled(ROWS, top=520)}"
    assert [block.kind for block in blocks(pdf([page]))] == ["table", "paragraph", "table"]


def test_a_gap_parts_two_paragraphs_though_the_first_ends_in_a_full_line():
    full = "They were taken from their villages and sent to the quarries of the coast by boat."
    page = f"{lines([full] * 3, top=700)}\n{lines([full] * 3, top=650)}"
    assert [block.text.count("villages") for block in blocks(pdf([page]))] == [3, 3]


def test_larger_letters_over_text_are_a_heading_and_a_large_sentence_is_none():
    body = lines(["They were taken from their villages and sent to the quarries of the coast by boat."] * 6, top=660)
    found = blocks(pdf([f"{text_at(72, 700, 'The quarries of the coast', size=18)}\n{body}"]))
    assert [(block.kind, block.level) for block in found] == [("heading", 1), ("paragraph", 0)]
    found = blocks(pdf([f"{text_at(72, 700, 'It was never counted.', size=18)}\n{body}"]))
    assert {block.kind for block in found} == {"paragraph"}


def test_columns_that_were_drawn_one_after_the_other_are_read_so():
    left = [f"left column line number {at} goes on" for at in range(12)]
    right = [f"right column line number {at} goes on" for at in range(12)]
    page = f"{lines(left, x=60)}\n{lines(right, x=330)}"
    assert read(pdf([page])).text.split("\n") == [*left, *right]


def typeset(source):
    typst = pytest.importorskip("typst")
    return typst.compile(source.encode(), format="pdf")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "\u0627\u0644\u0623\u0637\u0641\u0627\u0644"),
        ("he", "\u05d9\u05dc\u05d3\u05d9\u05dd"),
        ("ru", "\u0434\u0435\u0442\u0438 \u0432 \u043a\u0430\u0440\u044c\u0435\u0440\u0435"),
        ("el", "\u03c0\u03b1\u03b9\u03b4\u03b9\u03ac"),
    ],
)
def test_other_scripts_come_out_in_the_order_in_which_they_are_read(language, words):
    text = read(typeset(f'#set text(lang: "{language}", font: "DejaVu Sans")\n{words} 25 {words}')).text
    if words[0] not in text:
        pytest.skip("no font with this script is installed")
    assert text == f"{words} 25 {words}"


def cjk(words, name="Adobe-GB1", encoding="UniGB-UCS2-H"):
    """Return a PDF that names a font of the reader's own, as Chinese reports do, with its words in UCS-2."""
    font = (
        "/Type /Font /Subtype /Type0 /BaseFont /STSong-Light "
        f"/Encoding /{encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering ({name.partition('-')[2]}) /Supplement 4 >> "
        "/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000] "
        "/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>]"
    )
    return pdf([f"BT /F1 12 Tf 72 700 Td <{words.encode('utf-16-be').hex()}> Tj ET"], font=font)


def test_a_chinese_report_is_read():
    words = "\u5b69\u5b50\u4eec\u88ab\u9001\u5230\u91c7\u77f3\u573a"
    assert read(cjk(words)).text == words


@pytest.mark.parametrize("strength", [3, 4, 6])
def test_a_report_locked_in_each_way_is_refused(strength):
    kept, modern = io.BytesIO(), strength > 3
    locked = pikepdf.Encryption(owner="harbour", user="salt", R=strength, aes=modern, metadata=modern)
    with pikepdf.open(io.BytesIO(pdf([lines(["Words."])]))) as opened:
        opened.save(kept, encryption=locked)
    with pytest.raises(InputRefused, match="locked with a password"):
        read(kept.getvalue())


def test_a_report_that_only_its_owner_may_change_is_read():
    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf([lines(["Words."])]))) as opened:
        opened.save(kept, encryption=pikepdf.Encryption(owner="harbour", user="", R=6))
    assert read(kept.getvalue()).text == "Words."


def test_a_form_that_holds_itself_comes_to_an_end():
    form = "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X 6 0 R >> >>"
    data = pdf([lines(["Words."]) + "\n/X Do"])
    itself = data.replace(b"/Resources << /Font", b"/Resources << /XObject << /X 6 0 R >> /Font")
    at = itself.rindex(b"xref\n")
    looped = itself[:at] + f"6 0 obj\n<< {form} /Length 5 >>\nstream\n/X Do\nendstream\nendobj\n".encode() + itself[at:]
    assert "Words." in read_safely(looped, name="loop.pdf", limits=Limits(max_seconds=20)).text


def test_a_bomb_of_a_million_letters_on_a_page_ends_its_own_process_and_not_this_one():
    page = "BT /F1 1 Tf 1 0 0 1 10 700 Tm " + "(" + "boys " * 400_000 + ") Tj ET"
    with pytest.raises(InputRefused, match=r"longer than 0\.2 seconds"):
        read_safely(pdf([page] * 8), name="bomb.pdf", limits=Limits(max_seconds=0.2))
    assert read_safely(pdf([lines(["Words."])]), name="a.pdf", limits=Limits()).text == "Words."

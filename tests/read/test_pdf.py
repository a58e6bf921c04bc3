"""PDFs: their text in the order of reading, what they say of themselves, and every way in which they are bad."""

import zlib
from pathlib import Path

import pytest
from tests.read.pdfs import assembled, lines, made, pdf, text_at

from sourcebook.errors import InputRefused
from sourcebook.read import document
from sourcebook.segment.report import segment_report
from sourcebook.settings import Limits

SHARED = Path(__file__).parents[3] / "shared" / "data"


def read(data, **limits):
    return document(data, name="report.pdf", limits=Limits(**limits))


def test_pages_are_parted_by_form_feeds_and_their_lines_kept():
    got = read(pdf([lines(["First page.", "Its second line."]), lines(["Second page."])]))
    assert got.text == "First page.\nIts second line.\fSecond page."
    assert (got.media_type, got.problems) == ("application/pdf", ())


def test_a_hyphen_at_the_end_of_a_line_is_joined():
    words = "They were prom-", "ised work in the quarry, and were paid nothing."
    assert "They were promised work" in segment_report(read(pdf([lines(words)]))).blocks[0].text


def test_ligatures_are_letters():
    font = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [1 /fi /fl] >>"
    data = pdf(["BT /F1 10 Tf 72 700 Td (of\001ce and \002ight) Tj ET"], font=font)
    assert read(data).text == "office and flight"


def test_columns_that_were_drawn_line_by_line_across_are_read_one_after_the_other():
    left = [f"left column line number {at} goes on to the gutter" for at in range(20)]
    right = [f"right column line number {at} goes to the edge" for at in range(20)]
    drawn = "\n".join(
        f"{text_at(60, 700 - 12 * at, left[at])}\n{text_at(330, 700 - 12 * at, right[at])}" for at in range(20)
    )
    assert [line.rstrip() for line in read(pdf([drawn])).text.split("\n")] == [*left, *right]


def test_rows_of_a_table_keep_their_cells():
    rows = [("Sector", "Children", "Year"), ("Quarries", "120", "2004"), ("Mills", "45", "2005")]
    drawn = [text_at(72, 720, "Table 1. Children by sector")]
    drawn += [
        text_at(x, 700 - 14 * at, cell)
        for at, row in enumerate(rows)
        for x, cell in zip((72, 250, 400), row, strict=True)
    ]
    drawn += [
        text_at(72, 640, "The figures of the mills were counted by the inspectors of the ministry in the winter after.")
    ]
    report = segment_report(read(pdf(["\n".join(drawn)])))
    assert [block.kind for block in report.blocks] == ["table", "paragraph"]
    assert report.blocks[0].text.split("\n") == ["Table 1. Children by sector", *("\t".join(row) for row in rows)]


def test_bookmarks_are_headings_with_their_page():
    data = pdf(
        [lines(["The quarries", "Words of it."]), lines(["The mills", "More words."])],
        outline=[("The quarries", 1), ("The mills", 2)],
    )
    blocks = segment_report(read(data)).blocks
    assert [(block.text, block.page) for block in blocks if block.kind == "heading"] == [
        ("The quarries", 1),
        ("The mills", 2),
    ]


@pytest.mark.parametrize(
    ("info", "said"),
    [
        (
            "/Title (Who sews the uniforms) /Author (Mary Smith) /CreationDate (D:20140502101010Z)",
            ("Who sews the uniforms", ("Mary Smith",), None, "2014-05-02"),
        ),
        ("/Title (Microsoft Word - draft3.doc) /Author (admin)", (None, (), None, None)),
        ("/Author (Ministry of Tides)", (None, (), "Ministry of Tides", None)),
    ],
)
def test_what_it_says_of_itself_is_kept_unless_a_program_made_it_up(info, said):
    got = read(pdf([lines(["Words."])], info=info))
    assert (got.title, got.authors, got.publisher, got.issued) == said


def test_a_page_without_text_is_reported():
    assert [problem.what for problem in read(pdf([lines(["Words."]), "0 0 m 100 100 l S"])).problems] == [
        "Page 2 holds no text: scanned, drawn as pictures, or blank."
    ]


def test_a_scanned_report_is_refused_and_no_empty_success():
    with pytest.raises(InputRefused, match="None of its 2 pages holds text") as caught:
        read(pdf(["0 0 m 100 100 l S"] * 2))
    assert "text recognition" in caught.value.next_step


def test_text_in_characters_of_private_use_is_said():
    font = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R"
    cmap = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <E020> endbfrange endcmap end end"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>", f"<< {font} >>"]
    content = lines(["Words of a font that means something to itself alone."]).encode()
    objects += [
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>"
    ]
    objects += [(f"<< /Length {len(content)} >>", content), (f"<< /Length {len(cmap)} >>", cmap)]
    assert "characters of private use" in read(assembled(objects)).problems[0].what


LOCKED = b"<< /Filter /Standard /V 1 /R 2 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> /P -44 >>"


def test_a_locked_report_is_refused():
    data = pdf([lines(["Words."])])
    at = data.index(b"trailer <<")
    locked = data[:at] + b"trailer << /Encrypt " + LOCKED + b" /ID [<00> <00>]" + data[at + len(b"trailer <<") :]
    with pytest.raises(InputRefused, match="locked with a password"):
        read(locked)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 40, made(2, 1)[:60]])
def test_a_damaged_report_is_refused(data):
    with pytest.raises(InputRefused, match=r"damaged|no page"):
        read(data)


def test_a_report_cut_off_is_read_as_far_as_it_goes_or_refused():
    whole = made(20, 3)
    for cut in range(200, len(whole), len(whole) // 9):
        try:
            got = read(whole[:cut])
        except InputRefused:
            continue
        assert got.text.count("\f") <= 19


def test_pages_that_are_their_own_parents_come_to_an_end():
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 900 >>"]
    with pytest.raises(InputRefused):
        read(assembled(objects))


def test_bookmarks_in_a_ring_come_to_an_end():
    data = pdf([lines(["The quarries", "Words."])], outline=[("The quarries", 1), ("Again", 1)])
    ring = data.replace(b"/Title (Again)", b"/Next 7 0 R /T (A)")
    assert read(ring).text.startswith("The quarries")


def test_more_pages_or_text_than_allowed_are_refused():
    with pytest.raises(InputRefused, match="20 pages, and 10 are allowed"):
        read(made(20, 1), max_pages=10)
    with pytest.raises(InputRefused, match="more than 1,000 characters"):
        read(made(2, 1), max_text=1000)


def test_a_bomb_of_compressed_nothing_is_read_or_refused_in_a_moment():
    bomb = zlib.compress(b" " * (64 << 20), 9)
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"]
    objects += [
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
        (f"<< /Length {len(bomb)} /Filter /FlateDecode >>", bomb),
    ]
    with pytest.raises(InputRefused, match="holds no text"):
        read(assembled(objects))


@pytest.mark.skipif(not (SHARED / "dol_findings_pdf").is_dir(), reason="the reports are not here")
@pytest.mark.parametrize("name", ["Bolivia", "Djibouti"])
def test_a_report_reads_alike_as_pdf_and_as_text(name):
    as_pdf = segment_report(document((SHARED / "dol_findings_pdf" / f"{name}.pdf").read_bytes(), name=f"{name}.pdf"))
    as_text = segment_report(
        document((SHARED / "dol_findings" / "2021" / f"{name}.txt").read_bytes(), name=f"{name}.txt")
    )
    told = [(reference.number, reference.url, reference.issued, reference.page) for reference in as_pdf.references]
    assert told == [
        (reference.number, reference.url, reference.issued, reference.page) for reference in as_text.references
    ]

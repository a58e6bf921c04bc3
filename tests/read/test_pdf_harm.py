"""PDFs whose parts lead back to themselves, have no end, or say nothing of what their letters mean."""

import zlib

import pytest
from tests.read.pdfs import assembled, lines, pdf

from sourcebook.errors import InputRefused
from sourcebook.pipeline.apart import read_safely
from sourcebook.read import document
from sourcebook.settings import Limits

CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
PAGES = "<< /Type /Pages /Kids [4 0 R] /Count 1 >>"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
RESOURCES = "/Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >>"
PAGE = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {RESOURCES} /Contents 5 0 R >>"
WORDS = lines(["Words of the quarry."]).encode()


def stream(data, more=""):
    return (f"<< /Length {len(data)} {more} >>", data)


def form(data, following):
    resources = f"/Resources << /Font << /F1 3 0 R >> /XObject << /X {following} 0 R >> >>"
    return stream(data, f"/Type /XObject /Subtype /Form /BBox [0 0 612 792] {resources}")


def with_previous_table():
    data = pdf([lines(["Words of the quarry."])])
    table = data[data.rindex(b"startxref") :].split()[1]
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev " + table)


RINGS = {
    "a cross-reference table that names itself as the one before": with_previous_table(),
    "a stream that is as long as itself": assembled([CATALOG, PAGES, FONT, PAGE, ("<< /Length 5 0 R >>", WORDS)]),
    "pages that are their own parents": assembled(
        [CATALOG, PAGES.replace("/Kids", "/Parent 2 0 R /Kids"), FONT, PAGE, stream(WORDS)]
    ),
    "five thousand filters": assembled(
        [CATALOG, PAGES, FONT, PAGE, stream(WORDS, f"/Filter [{'/ASCIIHexDecode ' * 5000}]")]
    ),
    "megabytes behind its end": pdf([lines(["Words of the quarry."])]) + b"%%EOF garbage " * 300_000,
}


@pytest.mark.parametrize("name", RINGS)
def test_what_leads_back_to_itself_or_has_no_end_is_read_as_far_as_it_goes(name):
    assert document(RINGS[name], name="ring.pdf").text == "Words of the quarry."


@pytest.mark.parametrize(
    "data",
    [
        assembled([CATALOG, PAGES, FONT, PAGE.replace("5 0 R", "[5 0 R]"), "[5 0 R]"]),
        assembled([CATALOG, *(f"<< /Type /Pages /Kids [{at} 0 R] /Count 1 >>" for at in range(3, 3000))]),
        assembled([CATALOG, PAGES, FONT, PAGE, stream(zlib.compress(WORDS), f"/Filter [{'/FlateDecode ' * 9}]")]),
        pdf([lines(["Words."])]).replace(b"endstream", b"").replace(b"endobj", b""),
    ],
    ids=["contents in a ring", "pages three thousand deep", "packed once, unpacked nine times", "streams without end"],
)
def test_what_holds_no_page_that_can_be_read_is_refused(data):
    with pytest.raises(InputRefused, match=r"holds no text|no page|damaged"):
        document(data, name="ring.pdf")


@pytest.mark.slow
def test_forms_that_draw_each_other_ten_times_over_end_their_own_process_and_not_this_one():
    """A hundred million lines, in a file of three thousand bytes."""
    deep = [form(b"/X Do " * 10 if at < 8 else WORDS, 7 + at) for at in range(9)]
    bomb = assembled([CATALOG, PAGES, FONT, PAGE, stream(b"/X Do"), *deep])
    with pytest.raises(InputRefused, match=r"longer than 1 seconds|MB of memory"):
        read_safely(bomb, name="bomb.pdf", limits=Limits(max_seconds=1))
    assert read_safely(pdf([lines(["Words."])]), name="a.pdf", limits=Limits()).text == "Words."


DESCRIPTOR = "<< /Type /FontDescriptor /FontName /Odd /Flags 4 /Ascent 800 /Descent -200 /FontBBox [0 0 1000 1000] >>"
UNMAPPED = {
    "by the numbers of its glyphs": (
        "<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [6 0 R] >>",
        b"BT /F1 10 Tf 72 700 Td <00250026002700280029002A002B> Tj ET",
        [
            (
                "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /FontDescriptor 7 0 R "
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
            ),
            DESCRIPTOR,
        ],
    ),
    "drawn stroke by stroke": (
        (
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] "
            "/CharProcs << /g1 6 0 R /g2 6 0 R >> /Encoding << /Type /Encoding /Differences [97 /g1 /g2] >> "
            "/FirstChar 97 /LastChar 98 /Widths [1000 1000] >>"
        ),
        b"BT /F1 10 Tf 72 700 Td (abababab) Tj ET",
        [stream(b"1000 0 0 0 750 750 d1 0 0 750 750 re f")],
    ),
}


@pytest.mark.parametrize("name", UNMAPPED)
def test_a_font_without_a_map_to_text_is_said(name):
    font, words, more = UNMAPPED[name]
    read = document(assembled([CATALOG, PAGES, font, PAGE, stream(words), *more]), name="odd.pdf")
    assert [problem.what for problem in read.problems] == [
        "Page 1 has a font without a map to text; what was read of it may be wrong."
    ]


def test_signs_that_take_two_units_are_read_and_leave_headings_and_gaps_where_they_are():
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"1 beginbfrange <20> <7D> <0020> endbfrange 1 beginbfchar <7E> <D83DDE00> endbfchar endcmap end end"
    )
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    page = f"{lines(['The quarries ~'], size=18)}\n{lines(['Boys ~ and girls', 'cut stone ~.'], top=700)}".encode()
    read = document(assembled([CATALOG, PAGES, font, PAGE, stream(page), stream(cmap)]), name="sign.pdf")
    assert read.text == "The quarries \U0001f600\n\nBoys \U0001f600 and girls\ncut stone \U0001f600."
    assert [(read.text[block.start : block.end], block.kind) for block in read.blocks] == [
        ("The quarries \U0001f600", "heading")
    ]

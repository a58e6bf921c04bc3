"""Reports: blocks with their pages, references by number, and marks that join sentences to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.segment.report.reports import BODY, REFERENCES, listed, report

from sourcebook.model import Block, Document
from sourcebook.segment.report import report_form, segment_report

STYLES = ["{}. {}", "{}.\t{}", "{} {}", "{} \n{}", "[{}] {}", "({}) {}", "{}) {}"]


def plain(text):
    return Document(text=text, media_type="text/plain")


@pytest.mark.parametrize("style", STYLES)
def test_references_are_split_and_numbered_however_their_numbers_are_written(style):
    found = segment_report(plain(f"{BODY}REFERENCES\n{listed(REFERENCES, style)}")).references
    assert [(reference.number, reference.text) for reference in found] == list(enumerate(REFERENCES, 1))


@pytest.mark.parametrize(
    "heading", ["REFERENCES", "Works cited", "Endnotes", "RÉFÉRENCES", "参考文献", "7. Bibliography"]
)
def test_the_list_is_found_under_its_heading_in_several_languages(heading):
    found = segment_report(plain(f"{BODY}{heading}\n{listed(REFERENCES)}")).references
    assert len(found) == len(REFERENCES)


def test_marks_name_their_references_and_counts_in_brackets_do_not():
    segmented = segment_report(plain(f"{BODY}REFERENCES\n{listed(REFERENCES)}"))
    paragraphs = [block for block in segmented.blocks if block.kind == "paragraph"]
    assert [mark.numbers for block in paragraphs for mark in block.marks] == [(1, 2), (3, 4, 5), (6, 7)]


def test_a_mark_belongs_to_the_sentence_before_it():
    block = segment_report(plain(f"{BODY}REFERENCES\n{listed(REFERENCES)}")).blocks[1]
    sentences = [block.text[mark.sentence : mark.start].strip() for mark in block.marks]
    assert sentences[0] == "Children in Ruritania cut stone."
    assert sentences[1].startswith("Some were taken")
    assert sentences[2].startswith("The quarries were closed")


def test_words_parted_at_a_line_are_joined():
    assert "promised them school" in segment_report(plain(BODY)).blocks[1].text


def test_running_heads_are_off_and_blocks_know_their_page():
    half = len(REFERENCES) // 2
    first, second = listed(REFERENCES).split(f"\n{half + 1}. ")
    segmented = segment_report(report([BODY, f"REFERENCES\n{first}", f"{half + 1}. {second}"]))
    assert [reference.text for reference in segmented.references] == REFERENCES
    assert [reference.page for reference in segmented.references] == [2] * half + [3] * (len(REFERENCES) - half)
    assert not any("MODEST" in block.text or "BUREAU" in block.text for block in segmented.blocks)
    assert segmented.title == "Ruritania"


def test_notes_at_the_foot_of_pages_are_references_and_high_numbers_their_marks():
    pages = [
        (
            "The mills hire boys of ten.1 Nobody counted them, said the ministry.2\nA second line of it all.\nAnd a third one.\n"
            "1 Rupert of Hentzau, The Mills (Strelsau: Elphberg Press, 1999), 12.\n2 Ministry of Tides, “Annual Survey,” 2004."
        ),
        (
            "Girls were sent to the coast.3 They came back in winter.4\nMore was not known.\nAnd so on it goes.\n"
            "3 Ibid.\n4 Antoinette de Mauban, “Winter on the coast,” The Strelsau Courier, March 3, 2005."
        ),
    ]
    segmented = segment_report(Document(text="\f".join(pages), media_type="text/plain"))
    assert [(reference.number, reference.page) for reference in segmented.references] == [
        (1, 1),
        (2, 1),
        (3, 2),
        (4, 2),
    ]
    assert [(block.page, block.cites) for block in segmented.blocks if block.cites] == [(1, (1, 2)), (2, (3, 4))]
    assert segmented.references[2].title == segmented.references[1].title
    assert segmented.references[3].issued == "2005-03-03"


def test_a_numbered_text_without_marks_has_no_references():
    text = "1. Introduction\nWords of it.\n2. Methods\nMore words.\n3. Results\nThe last words."
    assert segment_report(plain(text)).references == ()


def test_a_text_of_another_column_between_references_is_none_of_theirs():
    wide = "Make the inspectors of the ministry visit every quarry of the country twice in a year, and publish what they found there and then."
    lines = [text if len(text) < 70 else f"{text[:66]}\n{text[66:]}" for text in REFERENCES]
    mixed = [*lines[:3], f"{lines[3]}\nArea\nSuggested action\n{wide}", *lines[4:]]
    found = segment_report(plain(f"{BODY}REFERENCES\n{listed(mixed)}")).references
    assert "inspectors" not in found[3].text
    assert len(found) == len(REFERENCES)


def test_a_number_behind_a_stray_mark_is_still_a_number():
    lines = [f"{number}. {text}" for number, text in enumerate(REFERENCES, 1)]
    lines[2] = "\\3. " + REFERENCES[2]
    found = segment_report(plain("Words.(3)\nREFERENCES\n" + "\n".join(lines))).references
    assert found[2].number == 3
    assert found[2].authors == ("Rassendyll, R.",)


def test_a_number_parted_by_a_line_break_is_put_together():
    many = [*REFERENCES, *REFERENCES]
    text = "Words.(12)\nREFERENCES\n" + listed(many).replace("\n12. ", "\n1\n2. ")
    found = segment_report(plain(text)).references
    assert [reference.number for reference in found] == list(range(1, 15))
    assert found[11].text == many[11]


def test_missing_numbers_are_reported():
    text = "Words.(1, 2)\nREFERENCES\n" + listed(REFERENCES).replace("\n4. ", "\nFour. ")
    assert segment_report(plain(text)).problems[0].what == "References 4 were not found in the list."


def test_a_list_that_is_only_on_file_is_said_to_be():
    (problem,) = segment_report(plain(f"{BODY}REFERENCES ON FILE\nTable 6. Courts (Cont.)")).problems
    assert "REFERENCES ON FILE" in problem.what


def test_marks_without_a_list_are_said():
    text = "Boys cut stone. (1) Girls carry it. (2) They are nine. (3) They are paid. (4) They rest. (5)"
    assert "no list of references" in segment_report(plain(text)).problems[0].what
    assert segment_report(plain("The plan: (1) boys, (2) girls; (3) men. It cost (45) coins.")).problems == ()


def test_the_blocks_of_a_format_are_kept():
    document = Document(
        text="Title\nWords (1).\nReferences\n1. A. B. 2000.",
        media_type="text/html",
        blocks=(
            Block(start=0, end=5, kind="heading", level=1),
            Block(start=6, end=16),
            Block(start=17, end=27, kind="heading"),
            Block(start=28, end=41, kind="item"),
        ),
    )
    form = report_form(segment_report(document))
    assert [(block["text"], block["kind"], block["cites"]) for block in form["blocks"]] == [
        ("Title", "heading", []),
        ("Words (1).", "paragraph", [1]),
    ]
    assert set(form) == {"title", "authors", "publisher", "issued", "language", "blocks", "references", "problems"}
    assert set(form["references"][0]) == {
        "number",
        "authors",
        "title",
        "publisher",
        "issued",
        "url",
        "accessed",
        "text",
    }


@given(st.text(alphabet="ab (1)[2].,\n\f3-;\u00b9", max_size=300))
def test_any_text_is_segmented_with_its_places_inside_it(text):
    segmented = segment_report(plain(text))
    known = {reference.number for reference in segmented.references}
    for block in segmented.blocks:
        assert 0 <= block.start <= block.end <= len(text)
        assert set(block.cites) <= known
        assert all(0 <= mark.sentence <= mark.start < mark.end <= len(block.text) for mark in block.marks)

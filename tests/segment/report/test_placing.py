"""A report as a page of its country: one work, its blocks as passages with pages and marks, its references."""

import pytest
from tests.segment.report.reports import BODY, REFERENCES, listed, report

from sourcebook.model import Document
from sourcebook.segment.report import cites, report_page, segment_report
from sourcebook.segment.report.joining import Words
from sourcebook.segment.report.naming import closed


def placed(head="Moldova\nMODEST ADVANCEMENT", **more):
    half = len(REFERENCES) // 2
    first, second = listed(REFERENCES).split(f"\n{half + 1}. ")
    found = segment_report(report([BODY, f"REFERENCES\n{first}", f"{half + 1}. {second}"], head))
    return report_page(found, **more)


def test_the_page_has_one_entry_with_the_references_of_the_report():
    page = placed()
    (entry,) = page.entries
    assert (page.place, page.heading, page.collection) == ("MD", "Moldova", "Moldova")
    assert [reference.text for reference in entry.references] == REFERENCES
    assert entry.work.kind == "report"


def test_blocks_are_passages_under_their_heading_with_their_page_and_marks():
    (passage, *_) = placed().entries[0].passages
    assert passage.heading == "I. WHERE CHILDREN WORK"
    assert (passage.ordinal, passage.page_number) == (1, 1)
    assert [mark.numbers for mark in passage.marks] == [(1, 2), (3, 4, 5), (6, 7)]


def test_the_key_of_the_page_is_the_title_with_the_year_of_the_series():
    assert placed().topic == "report-2015-moldova"
    assert placed().entries[0].work.container == "2015 FINDINGS OF NOTHING"


def test_the_country_that_was_told_goes_before_the_one_that_is_read():
    assert placed(place="RO").place == "RO"


@pytest.mark.parametrize(
    ("title", "body", "place"),
    [
        ("Moldova", "Romania, Romania, Romania, Romania", "MD"),
        ("The boys of the quarry", "In Moldova children work. Moldova knew it. Moldova did nothing.", "MD"),
        ("The boys of the quarry", "In Moldova and Romania children work.", None),
        ("A visit to Moldova", "Romania is named once.", "MD"),
        ("The boys of the quarry", "Nobody says where.", None),
    ],
)
def test_a_report_is_about_the_country_of_its_title_else_the_one_it_names_most(title, body, place):
    found = segment_report(Document(text=f"{body}\n", media_type="text/plain", title=title))
    assert report_page(found).place == place


def test_a_document_without_marks_or_without_references_does_not_cite():
    assert cites(segment_report(Document(text=f"{BODY}REFERENCES\n{listed(REFERENCES)}", media_type="text/plain")))
    assert not cites(segment_report(Document(text=BODY, media_type="text/plain")))
    assert not cites(segment_report(Document(text=f"REFERENCES\n{listed(REFERENCES)}", media_type="text/plain")))


def test_the_same_paragraph_twice_is_two_passages():
    text = "\n\n".join(["Children in Moldova cut stone in the quarries of the north."] * 2)
    passages = report_page(segment_report(Document(text=text, media_type="text/plain"))).entries[0].passages
    assert len({passage.id for passage in passages}) == len(passages)


@pytest.mark.parametrize(
    ("spaced", "told"),
    [
        ("2 0 1 4 F I N D I N G S O N S T O N E", "2014 FINDINGS ON STONE"),
        ("2 0 1 4 Q U A R R I E S O F S T O N E", "2014 QUARRIES OF STONE"),
        ("A line of whole words", "A line of whole words"),
    ],
)
def test_letters_set_apart_are_joined_to_the_words_of_the_document(spaced, told):
    assert closed(spaced, Words("The findings on the stone of quarries")) == told


def test_a_word_that_the_document_does_not_know_stays_whole():
    assert closed("2 0 1 4 F I N D I N G S O F S T O N E", Words("of stone")) == "2014 FINDINGS OF STONE"

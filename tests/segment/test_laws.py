"""What holds of every text, whatever it says."""

import random
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.laws.composed import a_page, wrapped

from sourcebook.model import Document
from sourcebook.segment import page_form, segment_page

LINES = [
    "Main Menu",
    "Human Trafficking & Modern-day Slavery",
    "Published reports & articles from 2000 to 2025",
    "Republic of Chad",
    "A paragraph that ends in a stop. And another sentence.",
    "[The World Factbook, U.S.C.I.A. 2009]",
    "Description: Chad",
    "CAUTION:  The following links have been culled from the web.",
    "HELP for Victims",
    "Line 0800 555 017",
    "Country code: 235-",
    "*** FEATURED ARTICLES ***",
    "***",
    "ARCHIVES ***",
    "*** ARCHIVES ***",
    "A Title in Capitals",
    "J. Doe, The Daily Page, 02/03/2004",
    "-- Source:",
    "www.page.example/x?a=1",
    "[accessed 3 May 2011]",
    "[accessed 3 May",
    "2011]",
    "[access date unavailable]",
    "At one time this article had been archived and may possibly still be accessible [here]",
    "THE LAW - It says nothing.",
    "[51] A paragraph.",
    "  • an item;",
    "[our note] A note of ours.",
    "All material used herein reproduced under the fair use exception of 17 USC § 107",
    'Cite this webpage as: Quill, "Title - Chad",, [accessed <date>]',
    "||||||",
    "",
    " ",
    "\u00a0",
    "\ufeff",
    "[",
    "-",
    ":",
    "(",
]
text_of_lines = st.lists(st.sampled_from(LINES), max_size=40).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n", "\r"]).map(lambda end: end.join(lines))
)
any_text = st.one_of(st.text(max_size=300), text_of_lines)


def segmented(text):
    found = Document(text=text, media_type="text/plain")
    return found, segment_page(found)


@given(any_text)
@settings(max_examples=300, deadline=None)
@example("")
@example("[" * 50)
@example("***")
@example("Source:")
def test_every_character_is_in_exactly_one_span_in_order(text):
    found, page = segmented(text)
    reached = 0
    for span in page.spans:
        assert span.start == reached < span.end
        reached = span.end
    assert reached == len(found.text)
    page_form(page, found)


@given(any_text)
@settings(max_examples=150, deadline=None)
def test_passages_are_in_the_text_and_have_names_of_their_own(text):
    found, page = segmented(text)
    extracts = [extract for extract in (page.background, page.summary) if extract]
    passages = [p for entry in page.entries for p in entry.passages] + [p for e in extracts for p in e.passages]
    for passage in passages:
        assert 0 <= passage.start < passage.end <= len(found.text)
        assert passage.text.strip()
    for entry in page.entries:
        ids = [passage.id for passage in entry.passages]
        assert len(set(ids)) == len(ids)


@given(any_text)
@example("CAUTION:REPORT:2000TO2000\rREPUBLICOFCHAD")
@settings(max_examples=150, deadline=None)
def test_what_is_unplaced_is_reported(text):
    _, page = segmented(text)
    assert len(page.problems) == len(page.unplaced) == sum(span.role == "unplaced" for span in page.spans)


def told(text):
    found, page = segmented(text)
    form = page_form(page, found)
    del form["spans"]
    return form


@given(st.integers(0, 10_000), st.integers(1, 4))
@settings(max_examples=25, deadline=None)
def test_the_number_of_blank_lines_changes_nothing(seed, blank):
    text = a_page(random.Random(seed), "blank").text
    more = "\n".join(line + "\n" * (blank if not line.strip() else 0) for line in text.split("\n"))
    assert told(more) == told(text)


@given(st.integers(0, 10_000), st.sampled_from(["\r\n", "\r"]))
@settings(max_examples=25, deadline=None)
def test_the_kind_of_line_ending_changes_nothing(seed, ending):
    text = a_page(random.Random(seed)).text
    assert told(text.replace("\n", ending)) == told(text)


@given(st.integers(0, 10_000), st.sampled_from([64, 70, 80, 90]))
@settings(max_examples=25, deadline=None)
def test_wrapping_at_another_width_gives_the_same_entries(seed, width):
    text = a_page(random.Random(seed), "blank").text
    again = "\n\n".join(part if "\n" in part.strip() else wrapped(part, width) for part in re.split(r"\n\s*?\n+", text))
    assert told(again)["entries"] == told(text)["entries"]


def test_the_same_words_twice_in_a_work_have_two_names():
    text = "*** ARCHIVES ***\n\nA Title\n\nThe Daily Page, 2004\n\n[accessed 2011]\n\nTwice said.\n\nTwice said.\n"
    _, page = segmented(text)
    first, second = page.entries[0].passages
    assert first.text == second.text
    assert first.id != second.id


def test_a_note_of_ours_is_told_from_a_quotation():
    head = "*** ARCHIVES ***\n\nA Title\n\nThe Daily Page, 2004\n\n[accessed 2011]\n\n"
    text = head + "[our note] It counts nine.\n\nNine.\n"
    _, page = segmented(text)
    note, quoted = page.entries[0].passages
    assert (note.kind, note.text) == ("note", "It counts nine.")
    assert quoted.kind == "quoted"
    assert "note_mark" in {span.role for span in page.spans}

"""Titles are set with typographic quotation marks and, where a style wants it, in English title case."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.publish.cite.runs import glue, italic, plain, to_html, to_plain
from sourcebook.publish.cite.titles import BRITISH, curl, set_title, title_case


@pytest.mark.parametrize(
    ("title", "cased"),
    [
        ("some 10,000 people, and the way up", "Some 10,000 People, and the Way Up"),
        ("Modern-day slavery: a history of the word", "Modern-Day Slavery: A History of the Word"),
        ("iPad users and the UN’s NGO forum", "iPad Users and the UN’s NGO Forum"),
        ("WHO IS CAUGHT", "WHO IS CAUGHT"),
    ],
)
def test_a_title_is_cased(title, cased):
    assert title_case(title) == cased


def test_a_title_in_another_language_stays_as_it_is():
    assert title_case("una historia de las cosas", "es") == "una historia de las cosas"


@given(st.text())
def test_title_case_changes_only_the_case(title):
    assert title_case(title).casefold() == title.casefold() or not title.isascii()


@pytest.mark.parametrize(
    ("text", "american", "british"),
    [
        ("the UN's \"guests\"", "the UN’s “guests”", "the UN’s ‘guests’"),
        ("Belarus' 'bad' days", "Belarus’ “bad” days", "Belarus’ ‘bad’ days"),
        ("a \"b 'c' d\" e", "a “b ‘c’ d” e", "a ‘b “c” d’ e"),
        ('6" by 4"', '6" by 4"', '6" by 4"'),
    ],
)  # fmt: skip
def test_quotation_marks_are_set(text, american, british):
    assert (curl(text), curl(text, BRITISH)) == (american, british)


@pytest.mark.parametrize("text", ["‘a’b" * 25_000, " 'a'b" * 20_000, '"a ' * 30_000, "'" * 100_000])
def test_a_text_that_is_no_title_takes_no_time(text):
    start = time.perf_counter()
    curl(text)
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize(
    ("title", "mark", "whole"),
    [
        ("A road", ".", "“A road.”"),
        ("A road", ",", "“A road,”"),
        ("Which road?", ".", "“Which road?”"),
        ("Which road?", ",", "“Which road?”"),
    ],
)
def test_a_full_stop_or_comma_goes_inside_american_quotes(title, mark, whole):
    assert to_plain(glue(set_title(title, quoted=True), mark)) == whole


def test_a_mark_is_not_doubled_where_pieces_meet():
    assert to_plain(glue(italic("Help!"), ". ", "NGO Inc.", ". ")) == "Help! NGO Inc. "


@given(st.text(min_size=1), st.text(min_size=1))
def test_html_shows_every_character_and_no_markup_of_the_text(first, second):
    html = to_html(plain(first) + italic(second))
    assert html.count("<") == 2
    assert html.count("<i>") == 1

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from litestar.testing import TestClient

from sourcebook.publish.site.app import create_app
from sourcebook.publish.site.pages.search import search
from sourcebook.publish.site.site_page import Site

SITE = Site(as_of="2026-11-25")


def found(view, **parameters):
    return search(view, SITE, parameters).content


def test_what_is_found_is_counted_in_passages_and_entries_and_its_words_are_marked(view):
    content = found(view, q="workers")
    assert content.said == "Five passages in three entries."
    marked = {segment.text for hit in content.hits for segment in (*hit.title, *hit.text) if segment.mark == "hit"}
    assert marked == {"workers"}


def test_a_phrase_in_curled_quotation_marks_is_a_phrase(view):
    assert found(view, q="“glass workers”").said == found(view, q='"glass workers"').said
    assert found(view, q="“workers glass”").said == "Nothing was found."


def test_filters_narrow_and_say_how_many_each_choice_leaves(view):
    content = found(view, q="workers", place="fr")
    assert {hit.in_place.text.partition(",")[0] for hit in content.hits} == {"France"}
    places = next(one for one in content.filters if one.name == "place")
    assert [(option.value, option.chosen) for option in places.options] == [("", False), ("FR", True)]
    assert places.options[1].text == "France (1)"


def test_years_take_in_the_works_that_may_be_of_them(view):
    assert found(view, first="2004", last="2004").said.endswith("in one entry.")
    assert found(view, first="2030").said == "Nothing was found."


def test_filters_alone_list_what_they_let_pass(view):
    assert found(view, place="FR").hits


def test_the_beginning_of_a_word_finds_it_where_no_word_is_so(view):
    assert found(view, q="worksh").said.startswith("No word is so; by words that begin so: ")


def test_what_is_not_found_comes_with_ways_to_widen(view):
    content = found(view, q="zebra glass", place="AD")
    assert content.said == "Nothing was found."
    assert [link.text for link in content.wider] == [
        "The same words without the filters",
        "Words that begin so: zebra* glass*",
        "Only “zebra”",
    ]


def test_nothing_asked_is_nothing_said(view):
    assert (found(view).said, found(view).hits) == ("", ())


FIELDS = st.sampled_from(["q", "place", "publisher", "section", "first", "last", "page"])


@settings(deadline=None)
@given(parameters=st.dictionaries(FIELDS, st.text() | st.integers().map(str)))
def test_whatever_a_form_sends_becomes_a_page(store, parameters):
    with store.view() as opened:
        content = search(opened, SITE, parameters).content
    assert 1 <= content.asked.page <= 50
    assert bool(content.said) == bool(content.asked)
    assert len(content.wider) <= 3


@pytest.mark.parametrize(
    "query",
    ["q=%22", "q=*", "q=a+AND+OR+NOT", "q=NEAR(a,b)", "q=%00", "q=%ff%fe", "q=" + "x" * 5000, "page=-1", "page=9999",
     "page=%C2%B2", "first=abcd&last=99999", "place=%27;drop", "section=x&publisher=%22%22", "q=<script>alert(1)</script>",
     "q=a&q=b", "unknown=1"],
)  # fmt: skip
def test_no_question_breaks_the_search(store, query):
    with TestClient(create_app(store.view, lambda: SITE), raise_server_exceptions=False) as client:
        for path in ("/search/", "/search/results"):
            answer = client.get(f"{path}?{query}")
            assert answer.status_code == 200
            assert "<script>alert" not in answer.text


def test_the_part_that_is_fetched_while_typing_is_the_part_of_the_page(store):
    with TestClient(create_app(store.view, lambda: SITE)) as client:
        whole, part = (client.get(f"{path}?q=glass").text for path in ("/search/", "/search/results"))
    for name in ('<div class="picks"', '<div id="hits"'):
        assert part[part.index(name) :].partition("</div>")[0] in whole
    assert len(part) < len(whole)

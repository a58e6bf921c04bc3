"""Search finds what it should, in order, marked and counted, and no text can break it."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.worlds import ANTHILL, STREET, ZEMBLA, ZEMBLA_LATER, document, entry

from sourcebook.model import Page
from sourcebook.query import search as searching
from sourcebook.query.search import search
from sourcebook.store import SqliteStore
from sourcebook.store.match import Filters

PAGES = ((ANTHILL, "c"), (STREET, "b"), (ZEMBLA, "a"))


@pytest.fixture(scope="module", name="view")
def opened(tmp_path_factory):
    store = SqliteStore(tmp_path_factory.mktemp("search"))
    store.create()
    for page, digest in PAGES:
        with store.writer() as writer:
            writer.put_page(page, document(digest))
    with store.view() as view:
        yield view


def titles(result):
    return [f"{hit.found.place} {hit.found.work.title} {hit.found.passage.role}" for hit in result.hits]


GLASS = "Glass workers held by debt"
FOUND = [
    ("counted", [f"ZA {GLASS} excerpt"]),
    ("COUNT*", [f"ZA {GLASS} excerpt"]),
    ('"debt bondage"', [f"ZA {GLASS} excerpt"]),
    ('"bondage debt"', []),
    ("held", [f"ZA {GLASS} title"]),
    ("held bondage", [f"ZA {GLASS} excerpt"]),
    ("Example", [f"ZA {GLASS} title"]),
    ("forcé", ["ZA A note excerpt", "AT A note excerpt"]),
    ("force", ["ZA A note excerpt", "AT A note excerpt"]),
    ("nowhere", []),
    ("0placeza", []),
    ("0place*", []),
    ("***", []),
    ('"', []),
]


@pytest.mark.parametrize(("typed", "wanted"), FOUND)
def test_words_phrases_and_beginnings_are_found(view, typed, wanted):
    result = search(view, typed)
    assert sorted(titles(result)) == sorted(wanted)
    assert (result.total, result.more) == (len(wanted), False)


def test_a_title_comes_before_a_passage_and_more_of_a_word_before_less(view):
    assert titles(search(view, "debt"))[0] == f"ZA {GLASS} title"
    assert titles(search(view, "boys"))[0] == "ZA Boys title"


FILTERED = [
    (Filters(places=("AT",)), {"AT"}, 1),
    (Filters(places=("AT", "ZA")), {"AT", "ZA"}, 4),
    (Filters(topics=("street",)), {"ZA"}, 1),
    (Filters(topics=("",)), {"AT", "ZA"}, 3),
    (Filters(sections=("featured",)), {"ZA"}, 1),
    (Filters(sections=("background",)), {"ZA"}, 1),
    (Filters(publishers=("other  PRESS",)), {"AT"}, 1),
    (Filters(years=(2004, 2004)), {"ZA"}, 1),
    (Filters(years=(None, 2003)), set(), 0),
    (Filters(years=(2009, 2004)), set(), 0),
    (Filters(years=(2008, None)), {"ZA"}, 1),
    (Filters(places=("ZA",), years=(2009, 2009)), {"ZA"}, 1),
    (Filters(places=("XX",)), set(), 0),
]


@pytest.mark.parametrize(("filters", "places", "count"), FILTERED)
def test_filters_narrow_what_is_found(view, filters, places, count):
    result = search(view, "glass", filters)
    assert {hit.found.place for hit in result.hits} == places
    assert result.total == count


def test_filters_alone_choose_too(view):
    assert search(view, "", Filters(topics=("street",))).total == 2
    assert search(view, "").total == 0


def test_hits_are_marked_in_title_and_text(view):
    hit = search(view, "bondage debt").hits[0]
    assert [piece.text for piece in hit.title if piece.marked] == ["debt"]
    assert [piece.text for piece in hit.text if piece.marked] == ["Debt", "bondage"]


def test_counts_say_how_many_there_are_of_each(view):
    facets = search(view, "glass").facets
    assert [(count.value, count.count) for count in facets.places] == [("ZA", 3), ("AT", 1)]
    assert [(count.value, count.count) for count in facets.topics] == [("", 3), ("street", 1)]
    assert sum(count.count for count in facets.sections) == 4
    assert [count.value for count in facets.years] == ["2004", "2009"]


def test_a_work_of_unsure_date_is_found_in_each_of_its_years(view):
    for year in (2004, 2005):
        assert search(view, "forcé", Filters(years=(year, year))).total == 2


def test_pages_of_results_follow_each_other(view):
    whole = search(view, "glass", limit=10).hits
    assert search(view, "glass", limit=2).hits + search(view, "glass", limit=10, offset=2).hits == whole


def test_the_state_before_is_not_found(tmp_path):
    store = SqliteStore(tmp_path)
    store.create()
    for page, digest in ((ZEMBLA, "a"), (ZEMBLA_LATER, "b")):
        with store.writer() as writer:
            writer.put_page(page, document(digest))
    with store.view() as view:
        assert search(view, "forcé").total == 0
        assert search(view, "bondage").total == 1


def test_past_the_limit_the_total_says_that_there_is_more(tmp_path, monkeypatch):
    monkeypatch.setattr(searching, "COUNTED", 10)
    monkeypatch.setattr(searching, "RANKED", 4)
    store = SqliteStore(tmp_path)
    store.create()
    with store.writer() as writer:
        old = entry("The law of glass")
        entries = (old, *(entry(f"Work {n}", f"A law, number {n}.") for n in range(30)))
        writer.put_page(Page(place="ZA", entries=entries), document("a"))
    with store.view() as view:
        result = search(view, "law", limit=10)
        assert (result.total, result.more) == (10, True)
        assert result.hits[0].found.work == old.work
        assert len({hit.found.passage.id for hit in result.hits}) == 10


def test_either_spelling_finds_both(tmp_path):
    store = SqliteStore(tmp_path)
    store.create()
    with store.writer() as writer:
        writer.put_page(Page(place="ZA", entries=(entry("A", "Forced labour.", "Forced labor."),)), document("a"))
    with store.view() as view:
        assert search(view, "labour").total == search(view, "LABOR").total == 2


HOSTILE = st.text(max_size=60) | st.text("\"*()^:+-{}\\\0ANDORTNE '`text", max_size=60)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=HOSTILE, value=HOSTILE)
def test_no_text_breaks_a_search(view, typed, value):
    for filters in (Filters(), Filters(places=(value,), topics=(value,), sections=(value,), publishers=(value,))):
        result = search(view, typed, filters)
        assert msgspec.json.decode(msgspec.json.encode(result), type=searching.SearchResult) == result


COMMANDS = [
    "NEAR(xx yy)", "text:xx", "xx AND", "NOT", "xx OR glass", '"xx" "', "^xx", "{text}: xx", "xx\0yy", "-glass xx",
]  # fmt: skip


@pytest.mark.parametrize("typed", COMMANDS)
def test_the_language_of_the_index_means_nothing_special(view, typed):
    assert search(view, typed).total == 0

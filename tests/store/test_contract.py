"""What every store must do; a new backend adds its name to STORES."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.worlds import ANTHILL, FACTBOOK, STREET, ZEMBLA, ZEMBLA_LATER, document

from sourcebook.errors import ArchiveBusy, NotASourcebook, UsageError
from sourcebook.model import Capture, Entry, Page, Passage, Visit, Work
from sourcebook.store import SqliteStore

STORES = {"sqlite": lambda folder: SqliteStore(folder, busy_seconds=0.1)}


@pytest.fixture(params=STORES, name="store")
def made(request, tmp_path):
    store = STORES[request.param](tmp_path)
    store.create()
    return store


def put(store, *pages):
    for page, digest in pages:
        with store.writer() as writer:
            writer.put_page(page, document(digest))


def test_an_empty_store_holds_nothing(store):
    with store.view() as view:
        assert view.pages() == ()
        assert view.page("ZA") is None
        assert view.latest(5) == ()
        assert view.passage("000000000000") is None


def test_a_page_comes_back_whole(store):
    put(store, (ZEMBLA, "a"))
    with store.view() as view:
        assert view.page("ZA") == ZEMBLA


def test_a_listing_counts_entries_passages_and_years(store):
    put(store, (ZEMBLA, "a"), (STREET, "b"), (ANTHILL, "c"))
    with store.view() as view:
        rows = view.pages()
    assert [(row.place, row.topic, row.entries, row.passages) for row in rows] == [
        ("AT", None, 2, 2),
        ("ZA", None, 3, 4),
        ("ZA", "street", 1, 1),
    ]
    assert [(row.first_year, row.last_year, row.last_looked) for row in rows] == [
        (2004, 2005, None),
        (2004, 2005, "2020-04-23"),
        (None, None, None),
    ]
    assert rows[1].heading == "Zembla"
    assert rows[1].digest == "a"


def test_entries_are_numbered_in_the_order_of_the_page(store):
    put(store, (ZEMBLA, "a"))
    with store.view() as view:
        assert [(placed.number, placed.entry) for placed in view.entries("ZA")] == list(enumerate(ZEMBLA.entries, 1))


def test_a_work_is_found_on_every_page_that_places_it(store):
    put(store, (ZEMBLA, "a"), (ANTHILL, "b"))
    with store.view() as view:
        places = [(placed.place, placed.number) for placed in view.work(ZEMBLA.entries[1].work.id)]
    assert places == [("AT", 1), ("ZA", 2)]


def test_a_passage_is_found_with_its_work_and_place(store):
    put(store, (ZEMBLA, "a"))
    wanted = ZEMBLA.entries[0].passages[1]
    with store.view() as view:
        found = view.passage(wanted.id)
        background = view.passage(ZEMBLA.background.passages[0].id)
    assert (found.place, found.number, found.work, found.passage) == ("ZA", 1, ZEMBLA.entries[0].work, wanted)
    assert (background.number, background.work) == (None, FACTBOOK)


def test_looks_at_a_work_are_in_order_and_the_undated_last(store):
    put(store, (ZEMBLA, "a"))
    with store.view() as view:
        assert view.visits(ZEMBLA.entries[0].work.id) == ZEMBLA.entries[0].visits


def test_the_very_same_bytes_change_nothing(store):
    put(store, (ZEMBLA, "a"), (ZEMBLA_LATER, "b"))
    with store.writer() as writer:
        assert not writer.put_page(ZEMBLA, document("a"))
    with store.view() as view:
        assert view.page("ZA") == ZEMBLA_LATER


def test_a_later_state_is_shown_and_passages_of_the_one_before_keep_their_addresses(store):
    put(store, (ZEMBLA, "a"), (ANTHILL, "c"), (ZEMBLA_LATER, "b"))
    gone, shared = ZEMBLA.entries[0].passages[0], ZEMBLA.entries[1].passages[0]
    with store.view() as view:
        assert view.page("ZA") == ZEMBLA_LATER
        assert view.passage(gone.id).passage == gone
        assert view.passage(shared.id).place == "AT"
        assert view.page("AT") == ANTHILL


def test_the_latest_entries_come_first(store):
    put(store, (ZEMBLA, "a"), (ZEMBLA_LATER, "b"), (ANTHILL, "c"))
    with store.view() as view:
        titles = [placed.entry.work.title for placed in view.latest(3)]
    assert titles == ["Ants", "New", "A note"]


def test_a_view_sees_one_state_whatever_is_written_meanwhile(store):
    put(store, (ZEMBLA, "a"))
    with store.view() as view:
        put(store, (ANTHILL, "b"))
        assert len(view.pages()) == 1
    with store.view() as view:
        assert len(view.pages()) == 2


def test_an_error_undoes_the_whole_transaction(store):
    def fail():
        with store.writer() as writer:
            writer.put_page(ZEMBLA, document("a"))
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    with store.view() as view:
        assert view.pages() == ()


def test_a_second_writer_waits_and_then_says_that_the_archive_is_busy(store):
    with store.writer(), pytest.raises(ArchiveBusy, match="Another process"), store.writer():
        pass


def test_a_capture_is_noted_once(store):
    capture = Capture(digest="d", url="file:///a", time="t", media_type="text/plain", warc="w", offset=0, length=9)
    with store.writer() as writer:
        assert writer.last_capture() is None
        assert writer.put_capture(capture)
        assert not writer.put_capture(capture)
        assert writer.last_capture() == writer.capture("d") == capture
        assert writer.capture("e") is None
    with store.view() as view:
        assert view.captures("d") == (capture,)


def test_what_bytes_were_read_as_is_known(store):
    put(store, (STREET, "b"))
    with store.writer() as writer:
        assert writer.holds("b") == ("ZA", "street")
        assert writer.holds("x") is None


def test_a_store_is_made_once_and_where_there_is_none_it_cannot_be_read(store, tmp_path):
    with pytest.raises(UsageError):
        store.create()
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(NotASourcebook, match="no sourcebook"):
        SqliteStore(empty).view()


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
MAYBE = st.none() | TEXTS
PASSAGES = st.builds(
    Passage,
    id=TEXTS,
    text=TEXTS,
    start=st.integers(0, 10**9),
    end=st.integers(0, 10**9),
    ordinal=st.integers(1, 99),
    kind=st.sampled_from(["quoted", "note"]),
    heading=MAYBE,
    item=st.booleans(),
    page_number=st.none() | st.integers(0, 9),
)
WORKS = st.builds(
    Work,
    title=TEXTS,
    credit=TEXTS,
    authors=st.lists(TEXTS, max_size=2).map(tuple),
    publisher=MAYBE,
    container=MAYBE,
    issued=MAYBE,
    url=MAYBE,
)
VISITS = st.builds(Visit, when=MAYBE, address=MAYBE, as_written=MAYBE, outcome=st.sampled_from(["read", "gone"]))
ENTRIES = st.builds(
    Entry,
    work=WORKS,
    start=st.just(0),
    end=st.integers(0, 99),
    section=st.sampled_from([None, "featured", "archives"]),
    title_passage=st.none() | PASSAGES,
    visits=st.lists(VISITS, max_size=2).map(tuple),
    passages=st.lists(PASSAGES, max_size=3).map(tuple),
    urls=st.lists(TEXTS, max_size=2).map(tuple),
    archived_copy_noted=st.booleans(),
)
PAGES = st.builds(
    Page,
    place=st.sampled_from(["AA", "BB"]),
    topic=st.none() | TEXTS.filter(bool),
    heading=MAYBE,
    collection=MAYBE,
    menu=st.lists(TEXTS, max_size=2).map(tuple),
    entries=st.lists(ENTRIES, max_size=3).map(tuple),
)


@pytest.mark.parametrize("kind", STORES)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(pages=st.lists(PAGES, min_size=1, max_size=3))
def test_any_page_comes_back_whole_and_the_last_of_its_place_is_shown(kind, pages, tmp_path_factory):
    store = STORES[kind](tmp_path_factory.mktemp("store"))
    store.create()
    put(store, *((page, str(number)) for number, page in enumerate(pages)))
    with store.view() as view:
        for key, page in {(page.place, page.topic): page for page in pages}.items():
            assert view.page(*key) == page

"""Long country pages come in parts, each small, and every entry and passage is found under its permanent address."""

from __future__ import annotations

import gzip
import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publish.files.test_publish import put
from tests.world.archive import entry
from tests.world.stored import stored_pages

from sourcebook.errors import NotFound
from sourcebook.model import Page, Visit, Work
from sourcebook.publish.site.pages.country import country
from sourcebook.publish.site.pages.entry import entry as entry_page
from sourcebook.publish.site.pages.passage import passage as passage_page
from sourcebook.publish.site.pages.watch import ON_PAGE, watch
from sourcebook.publish.site.parts.layout import FURTHER, laid_out
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site
from sourcebook.store.weighing import Drawn, PageRoom, Room

SITE = Site(as_of="2026-11-25", address="https://archive.example")
LONGEST, SENT = 80_000, 25_000
PROSE = (
    "The invented office looked into the glass works of the valley and heard from people who had come over the pass. "
    "Most of them had paid for the journey, and were told by those who ran the ovens to work it off without a word. "
)


def long_page():
    """Return a page of 600 entries and 5,000 figures of one year."""
    entries = []
    for number in range(600):
        texts = [f"{PROSE} This was told in town {number}."]
        texts += [
            f"In 2019, police in town {number}-{at} identified {7 * number + at + 11} victims; {at + 3} of them were women."
            for at in range(4)
        ]
        work = Work(title=f"Report {number} on the valley", publisher="The Invented Gazette", issued="2020")
        entries.append(entry(work, *texts, visits=(Visit(when="2021-02-03", outcome="read"),)))
    return Page(place="AD", heading="Principality of Andorra", entries=tuple(entries))


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    return stored_pages(tmp_path_factory.mktemp("long"), (long_page(),))


@pytest.fixture(scope="module")
def view(store):
    with store.view() as opened:
        yield opened


@pytest.fixture(scope="module")
def parts(view):
    first = country(view, SITE, "AD")
    pages = [first, *(country(view, SITE, "AD", None, number) for number in range(2, first.parts + 1))]
    return [(page, render(page, SITE)) for page in pages]


pytestmark = pytest.mark.slow


def test_a_country_of_600_entries_and_5000_figures_in_a_year_comes_in_small_parts(parts, view):
    assert len(view.evidence.figures("AD")) > 4_500
    assert len(parts) > 5
    for page, html in parts:
        assert len(html.encode()) < LONGEST, page.address
        assert len(gzip.compress(html.encode())) < SENT, page.address


def test_every_entry_and_passage_is_anchored_once_over_all_parts(parts):
    anchors = [anchor for _, html in parts for anchor in re.findall(r' id="([0-9a-z]{12})"', html)]
    held = long_page().entries
    wanted = [one.work.id for one in held] + [passage.id for one in held for passage in one.passages]
    assert sorted(anchors) == sorted(wanted)


def test_the_pages_of_works_and_passages_lead_to_the_part_that_bears_them(parts, view):
    by_address = {page.address: html for page, html in parts}
    for one in long_page().entries[::67]:
        (standing,) = entry_page(view, SITE, one.work.id).content.standings
        address, _, anchor = standing.page.address.partition("#")
        assert f'id="{anchor}"' in by_address[address]
        for passage in one.passages:
            address, _, anchor = passage_page(view, SITE, passage.id).content.in_place.partition("#")
            assert f'id="{anchor}"' in by_address[address]


def test_the_first_part_has_what_stands_before_the_entries_and_the_others_lead_to_each_other(parts):
    first, html = parts[0]
    for anchor in ("summary", "watch", "pictures", "help", "rights", "archive"):
        assert f'id="{anchor}"' in html
    assert 'AD/part/2/"' in html
    assert 'id="pictures"' not in parts[1][1]
    assert [page.address for page, _ in parts[:3]] == ["/AD/", "/AD/part/2/", "/AD/part/3/"]
    assert first.parts == len(parts)


def test_there_is_no_part_before_the_first_or_after_the_last(view, parts):
    for number in (0, -1, len(parts) + 1):
        with pytest.raises(NotFound):
            country(view, SITE, "AD", None, number)


def test_all_findings_are_told_in_parts_where_the_page_has_no_room_for_them(view):
    shown = country(view, SITE, "AD").content
    page = watch(view, SITE, "AD")
    assert shown.watch_more.address == page.address == "/watch/AD/"
    assert page.content.total > len(shown.watch) == ON_PAGE
    assert page.parts == 10
    assert len(render(watch(view, SITE, "AD", 10), SITE).encode()) < LONGEST
    with pytest.raises(NotFound):
        watch(view, SITE, "FR")


def test_an_entry_that_is_added_at_the_end_moves_none_and_permanent_addresses_stay(tmp_path):
    page = long_page()
    page = msgspec.structs.replace(page, entries=page.entries[:150])
    store = stored_pages(tmp_path, (page,))
    with store.view() as view:
        before = {one.work.id: entry_page(view, SITE, one.work.id).content.standings[0].page for one in page.entries}
    longer = msgspec.structs.replace(page, entries=(*page.entries, entry(Work(title="The newest"), PROSE)))
    put(store, longer, "sha256:longer")
    with store.view() as view:
        after = {one.work.id: entry_page(view, SITE, one.work.id).content.standings[0].page for one in page.entries}
        shown = country(view, SITE, "AD")
        addresses = {passage.id for one in longer.entries for passage in one.passages}
        assert all(passage_page(view, SITE, passage).status == 200 for passage in list(addresses)[::40])
    assert after == before
    assert shown.parts > 1


def test_an_entry_too_long_for_a_part_goes_on_in_the_next(tmp_path):
    work = Work(title="A long report", issued="2020")
    long = entry(work, *(f"{number}. {PROSE}" for number in range(700)))
    store = stored_pages(tmp_path, (Page(place="AD", entries=(long, entry(Work(title="After it"), PROSE))),))
    with store.view() as view:
        first = country(view, SITE, "AD")
        pages = [render(country(view, SITE, "AD", None, number), SITE) for number in range(2, first.parts + 1)]
        last = passage_page(view, SITE, long.passages[-1].id).content.in_place
    assert max(len(html.encode()) for html in pages) < LONGEST
    assert sum(html.count(f' id="{work.id}"') for html in pages) == 1
    assert any("continued" in html for html in pages)
    number = int(last.split("/part/")[1].split("/")[0])
    assert f' id="{long.passages[-1].id}"' in pages[number - 2]


@pytest.mark.parametrize(
    "text",
    [
        "<b>&\"'" * 1500,
        "Inspectors found 12 victims, 13 victims, 14 victims and 15 victims of forced labour in 2019. " * 20,
        "ورشة الزجاج في الوادي " * 100,
        "😀 " * 900,
    ],
    ids=["markup", "numbers", "Arabic", "emoji"],
)
def test_whatever_the_passages_hold_no_part_is_too_long(tmp_path, text):
    works = (Work(title=f"{number} {'<' * 200}", credit="A & B", issued="2019") for number in range(40))
    page = Page(
        place="AD", entries=tuple(entry(work, f"{at} {text}", f"{at}: {text}") for at, work in enumerate(works))
    )
    store = stored_pages(tmp_path, (page,))
    with store.view() as view:
        first = country(view, SITE, "AD")
        sizes = [
            len(render(country(view, SITE, "AD", None, number), SITE).encode()) for number in range(1, first.parts + 1)
        ]
    assert max(sizes) < LONGEST, sizes


rooms = st.builds(
    Room,
    work=st.integers(0, 40).map(lambda number: f"w{number}"),
    head=st.integers(600, 30_000),
    passages=st.lists(st.integers(150, 40_000), max_size=6).map(tuple),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(rooms, max_size=40).map(tuple), st.integers(0, 20_000))
def test_a_layout_has_every_passage_once_in_order_and_no_part_over_its_room(entries, extracts):
    laid = laid_out(PageRoom(extracts=extracts, entries=entries), Drawn(figures=9))
    flat = [one for part in laid.parts for one in part]
    assert [(one.entry, at) for one in flat for at in range(one.start, one.stop)] == [
        (number, at) for number, one in enumerate(entries) for at in range(len(one.passages))
    ]
    assert {one.entry for one in flat} == set(range(len(entries)))
    for part in laid.parts[1:]:
        taken = [sum(entries[one.entry].passages[one.start : one.stop]) + entries[one.entry].head for one in part]
        assert sum(taken) <= FURTHER or len(taken) == 1
    for number, part in enumerate(laid.parts, start=1):
        for one in part:
            first = next(at for at, room in enumerate(entries) if room.work == entries[one.entry].work)
            if first == one.entry:
                assert all(laid.part_of(entries[one.entry].work, at + 1) == number for at in range(one.start, one.stop))

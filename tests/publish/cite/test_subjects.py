"""Whatever the archive holds can be cited: a page, its reading list, an entry, a passage with its place."""

from __future__ import annotations

import msgspec
import pytest
from tests.store.worlds import STREET, ZEMBLA
from tests.world.memory import MemoryView

from sourcebook.errors import NotFound
from sourcebook.model import Work
from sourcebook.publish.cite import Cited, Locator, cite, cite_page, find_cited, from_csl, refer, to_csl
from sourcebook.settings import Settings

VIEW = MemoryView((ZEMBLA, STREET))
WORK = ZEMBLA.entries[0].work
PASSAGE = ZEMBLA.entries[0].passages[1]


@pytest.mark.parametrize("asked", ["ZA", "za", "ZAF", "South Africa", " south africa "])
def test_a_country_means_its_reading_list(asked):
    assert [work.work for work in find_cited(VIEW, asked)] == [entry.work for entry in ZEMBLA.entries]


def test_a_topic_after_a_slash_means_the_sister_page():
    assert [work.work.title for work in find_cited(VIEW, "ZA/street")] == ["Boys"]


def test_a_work_is_found_by_its_identifier_with_every_look_at_it():
    (found,) = find_cited(VIEW, WORK.id.upper())
    assert (found.work, found.place, found.number) == (WORK, "ZA", 1)
    assert set(found.visits) == set(ZEMBLA.entries[0].visits)


def test_a_passage_is_cited_by_its_paragraph():
    (found,) = find_cited(VIEW, PASSAGE.id)
    assert found.locator == Locator(label="paragraph", value="2")
    (citation,) = cite([found], "apa")
    assert citation.in_text_plain == "(Example, 2004, para. 2)"


@pytest.mark.parametrize(
    ("change", "locator"),
    [
        ({"page_number": 14, "paragraph_number": "51"}, Locator(label="page", value="14")),
        ({"paragraph_number": "51"}, Locator(label="paragraph", value="51")),
    ],
)
def test_a_printed_page_or_number_is_the_better_place(change, locator):
    passage = msgspec.structs.replace(PASSAGE, **change)
    entry = msgspec.structs.replace(ZEMBLA.entries[0], passages=(passage,))
    view = MemoryView((msgspec.structs.replace(ZEMBLA, entries=(entry,)),))
    assert find_cited(view, PASSAGE.id)[0].locator == locator


@pytest.mark.parametrize("asked", ["Atlantis", "BY", "zzzzzzzzzzzz", ""])
def test_what_the_archive_does_not_hold_is_said_in_a_sentence(asked):
    with pytest.raises(NotFound, match="holds no entry, passage or country"):
        find_cited(VIEW, asked)


def test_of_a_country_that_is_held_its_other_pages_are_named():
    with pytest.raises(NotFound, match="holds no page 'ZA/mines'") as refused:
        find_cited(VIEW, "ZA/mines")
    assert "ZA/street" in refused.value.next_step


def test_the_mark_of_a_format_is_no_part_of_the_title():
    report = Cited(work=Work(title="The Timber Rivers [DOC]", format_noted="DOC"))
    assert refer(report).title == "The Timber Rivers"
    assert from_csl(to_csl(report)) == report


@pytest.mark.parametrize(
    ("owner", "entry"),
    [
        ("", "Kinbote, C. (2026, May 4). *An invented collection - Zembla*. A Sourcebook. https://a.example/ZA/"),
        ("Shade, John", "Shade, J. (2026, May 4). *An invented collection - Zembla*. A Sourcebook. https://a.example/ZA/"),
        ("La Strada", "La Strada. (2026, May 4). *An invented collection - Zembla*. A Sourcebook. https://a.example/ZA/"),
    ],
)  # fmt: skip
def test_a_country_page_itself_is_cited_as_it_stood_on_a_day(owner, entry):
    settings = Settings(title="A Sourcebook", owner=owner)
    page = cite_page(ZEMBLA, settings, address="https://a.example/ZA/", as_of="2026-05-04")
    (citation,) = cite([page], "apa")
    assert citation.plain == entry.replace("*", "")

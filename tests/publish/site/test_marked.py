"""Figures and routes are marked where they stand also on the pages of a work and of a passage, each with its note."""

import re

import pytest
from tests.world.archive import COLLECTION, entry
from tests.world.stored import stored_pages

from sourcebook.model import Page, Work
from sourcebook.publish.site.pages.entry import entry as entry_page
from sourcebook.publish.site.pages.figure import figure
from sourcebook.publish.site.pages.passage import passage as passage_page
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site

SITE = Site(as_of="2026-11-25")
TOLD = (
    "In 2019, police in Andorra identified 128 victims of trafficking: 91 women and 37 men. "
    "Victims from Andorra were trafficked to France."
)
OTHER = "Nobody was counted that year, and the valley was quiet."
WORK = Work(title="A year in the valley", publisher="Example Office", issued="2020")


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    """One work on the pages of two countries, with the same passages."""
    pages = [Page(place=code, collection=COLLECTION, entries=(entry(WORK, TOLD, OTHER),)) for code in ("AD", "FR")]
    with stored_pages(tmp_path_factory.mktemp("marked"), pages).view() as opened:
        yield opened


def marks(html):
    """Return each figure that is marked: its number, the page it leads to and the note that is read with it."""
    found = re.findall(r'<a class="f \w+" href="[./]*(/f/\w+/)" aria-describedby="(\w+)">([^<]+)</a>', html)
    return [(number, address, note) for address, note, number in found]


def test_each_number_of_a_works_passages_is_a_link_to_its_fields_and_names_its_note(view):
    html = render(entry_page(view, SITE, WORK.id), SITE)
    found = marks(html)
    assert [number for number, _, _ in found] == ["128", "91", "37"] * 2
    for number, address, note in found:
        assert number in re.search(rf'<p id="{note}">(.*?)</p>', html)[1]
        assert number in render(figure(view, SITE, address.split("/")[2]), SITE)


def test_a_work_on_two_pages_bears_each_note_once_and_tells_of_each_route_from_where_it_stands(view):
    html = render(entry_page(view, SITE, WORK.id), SITE)
    notes = re.findall(r'<p id="(n\d+)">', html)
    assert len(notes) == len(set(notes)) == 6
    assert '<span class="to">France</span>' in html
    assert '<span class="from">Andorra</span>' in html


def test_a_passage_of_its_own_is_marked_and_still_reads_as_it_was_written(view):
    held = view.work(WORK.id)[0].entry.passages
    shown = [passage_page(view, SITE, one.id) for one in held]
    assert [number for number, _, _ in marks(render(shown[0], SITE))] == ["128", "91", "37"]
    assert marks(render(shown[1], SITE)) == []
    assert ["".join(part.text for part in page.content.segments) for page in shown] == [TOLD, OTHER]

"""A reference manager's library becomes a page for each country it is about, and is read in again alike."""

from __future__ import annotations

import pytest
from tests.pipeline.archives import new, put, shown

from sourcebook.pipeline.restore import restore
from sourcebook.publish.cite import archive_works, formats
from sourcebook.read import document
from sourcebook.segment.library import library_in
from sourcebook.store import SqliteStore

TOPIC = "reference-library-kilns-bib"
LIBRARY = """@report{one, title={Boys from the hills of {Ghana}}, author={Mensah, Ama}, institution={Hill Watch},
 date={2004-03}, url={http://hill.example/1}, urldate={2011-01-22},
 abstract={In 2004 police freed 120 boys from kilns in Ghana.}}
@online{two, title={Kilns of Togo and Ghana}, organization={The Courier}, year=2006}
"""


@pytest.fixture(name="folder")
def made(tmp_path):
    path = tmp_path / "kilns.bib"
    path.write_text(LIBRARY)
    folder = new(tmp_path / "archive")
    (outcome,) = put(folder, path).outcomes
    assert (outcome.status, outcome.pages, outcome.topic, outcome.entries) == ("added", 2, TOPIC, 3)
    assert put(folder, path).outcomes[0].status == "there"
    return folder


def test_its_works_stand_on_the_pages_of_their_countries_with_looks_and_figures(folder):
    with SqliteStore(folder).view() as view:
        first, second = view.entries("GH", TOPIC)
        assert [one.entry.work.title for one in (first, second)] == [
            "Boys from the hills of Ghana",
            "Kilns of Togo and Ghana",
        ]
        assert [visit.when for visit in first.entry.visits] == ["2011-01-22"]
        assert [figure.number for figure in view.evidence.figures("GH")] == ["120"]
        assert view.entries("TG", TOPIC)[0].entry.work.publisher == "The Courier"


def test_a_later_state_of_the_file_takes_the_place_of_the_one_before(folder, tmp_path):
    path = tmp_path / "kilns.bib"
    path.write_text(LIBRARY + "@book{three, title={Ghana again}}\n")
    assert put(folder, path).outcomes[0].status == "updated"
    with SqliteStore(folder).view() as view:
        assert len(view.entries("GH", TOPIC)) == 3


def test_what_was_added_is_read_in_again_from_what_is_kept(folder):
    before = shown(folder)
    (folder / "sourcebook.db").unlink()
    restore(folder)
    assert shown(folder) == before


@pytest.mark.parametrize("name", ["csl", "bibtex", "ris", "zotero"])
def test_an_archive_that_is_exported_and_added_to_another_holds_the_same_works(folder, tmp_path, name):
    with SqliteStore(folder).view() as view:
        works = {one.work.id: one for one in archive_works(view)}
    written = formats()[name].write(works.values())
    read = library_in(document(written.encode()))
    assert {item.cited.work.id: item.cited for item in read.items} == works
    path = tmp_path / f"other.{formats()[name].extension}"
    path.write_text(written)
    other = new(tmp_path / "other")
    assert put(other, path).outcomes[0].entries == 2
    with SqliteStore(other).view() as view:
        assert {one.work for one in archive_works(view)} == {one.work for one in works.values()}

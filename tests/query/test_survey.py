"""A survey counts works once however often they stand, and says nothing of an empty archive."""

from __future__ import annotations

from tests.store.worlds import ANTHILL, STREET, ZEMBLA, document

from sourcebook.query.survey import Survey, survey
from sourcebook.store import SqliteStore


def archive(folder, *pages):
    store = SqliteStore(folder)
    store.create()
    for number, page in enumerate(pages):
        with store.writer() as writer:
            writer.put_page(page, document(str(number)))
    return store


def test_an_empty_archive_has_nothing_to_count(tmp_path):
    with archive(tmp_path).view() as view:
        assert survey(view) == Survey()


def test_a_work_on_two_pages_is_one_work_and_is_shared(tmp_path):
    with archive(tmp_path, ZEMBLA, STREET, ANTHILL).view() as view:
        found = survey(view)
    assert (found.pages, found.entries, found.works, found.shared) == (3, 6, 5, 1)
    assert (found.quoted, found.notes) == (6, 0)


def test_a_work_is_looked_at_where_a_date_is_known_and_undated_where_it_bears_none(tmp_path):
    with archive(tmp_path, ZEMBLA).view() as view:
        found = survey(view)
    assert (found.looked_at, found.undated) == (2, 1)
    assert (found.first_year, found.last_year, found.last_looked) == (2004, 2005, "2020-04-23")

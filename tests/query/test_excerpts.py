"""How much of a work is quoted: over all pages, what overlaps once, against the policy."""

from __future__ import annotations

import io

import pytest

from sourcebook.pipeline.create import create
from sourcebook.pipeline.document import add
from sourcebook.pipeline.sources import Source
from sourcebook.query.excerpts import excerpted, excerpted_of
from sourcebook.settings import Excerpts
from sourcebook.store import SqliteStore

NOW = "2026-01-02T03:04:05Z"
PAGE = """Human Trafficking

{place}

*** ARCHIVES ***

Girls freed on the coast

The Coast Paper, 4 June 2011

www.example.org/girls

[accessed 5 June 2012]

Police freed fourteen girls in May of that year.

{more}
"""


@pytest.fixture(name="archive")
def with_one_work_on_two_pages(tmp_path):
    folder = tmp_path / "archive"
    create(folder)
    for place, more in (("Kenya", "Two men were jailed."), ("Uganda", "The court sat for nine days.")):
        text = PAGE.format(place=place, more=more)
        source = Source(shown=place, name=f"{place}.txt", open=lambda text=text: io.BytesIO(text.encode()))
        assert add(folder, [source], now=NOW).refused == 0
    return folder


def test_a_text_on_two_pages_counts_once_and_those_of_all_pages_together(archive):
    with SqliteStore(archive).view() as view:
        (one,) = excerpted(view, Excerpts(most_words=18))
        assert (one.title, one.words, one.over) == ("Girls freed on the coast", 19, True)
        assert excerpted(view, Excerpts(most_words=19))[0].over is False


def test_one_work_is_told_as_it_is_among_all(archive):
    with SqliteStore(archive).view() as view:
        (one,) = excerpted(view, Excerpts())
        assert excerpted_of(view, one.work, Excerpts()) == one
        assert excerpted_of(view, "000000000000", Excerpts()) is None


def test_the_works_of_one_country_are_counted_over_all_pages(archive):
    with SqliteStore(archive).view() as view:
        assert excerpted(view, Excerpts(most_words=18), "KE") == excerpted(view, Excerpts(most_words=18))
        assert excerpted(view, Excerpts(most_words=18), "UA") == ()

"""Themes are counted by country, work and passage, denials apart, and their passages come the most telling first."""

from __future__ import annotations

import pytest
from tests.world.archive import entry
from tests.world.stored import stored_pages

from sourcebook.model import Page, Work
from sourcebook.store.theming import Told

OLD, NEW = Work(title="Old roads", issued="2001"), Work(title="New roads", issued="2019")


@pytest.fixture(scope="module")
def evidence(tmp_path_factory):
    page = Page(
        place="AD",
        entries=(
            entry(
                OLD,
                "Poverty drives them abroad, where brokers promise work. Debt bondage follows.",
                ("Poverty again, in our words.", {"kind": "note"}),
            ),
            entry(
                NEW, "Poverty is named here too.", "Of 40 victims, 30 spoke of poverty. There was no forced begging."
            ),
            entry(Work(title="Poverty and its roads"), "Nothing of it stands here."),
        ),
    )
    other = Page(place="FR", entries=(entry(OLD, "Poverty drives them abroad, where brokers promise work."),))
    store = stored_pages(tmp_path_factory.mktemp("themes"), (page, other))
    with store.view() as view:
        yield view.evidence


def test_a_theme_is_counted_by_country_with_its_works_and_years(evidence):
    counts = {one.place: one for one in evidence.theme_counts(["poverty"])}
    assert set(counts) == {"AD", "FR"}
    assert (counts["AD"].passages, counts["AD"].works) == (5, 3)
    assert (counts["AD"].first_year, counts["AD"].last_year) == (2001, 2019)
    assert not counts["AD"].negated


def test_what_is_only_denied_is_counted_apart_and_is_not_among_what_is_affirmed(evidence):
    (denied,) = evidence.theme_counts(["begging"])
    assert denied.negated
    assert not evidence.themed(Told(key="begging"))
    (told,) = evidence.themed(Told(key="begging", negated=True))
    assert told.claim.negated
    assert "begging" not in {one.claim.key for one in evidence.themes()}


def test_passages_come_numbers_first_then_the_newest_then_notes_then_titles(evidence):
    found = [one.text[:12] for one in evidence.themed(Told(key="poverty", place="AD"))]
    assert found == ["Of 40 victim", "Poverty is n", "Poverty driv", "Poverty agai", "Poverty and "]
    assert [one.text[:12] for one in evidence.themed(Told(key="poverty", place="AD"), 2, 1)] == found[1:3]


def test_a_passage_that_stands_on_two_pages_is_told_once(evidence):
    texts = [one.passage for one in evidence.themed(Told(key="poverty"))]
    assert len(texts) == len(set(texts))


def test_what_is_named_in_one_passage_is_counted_by_works(evidence):
    assert evidence.named_with("poverty")["debt_bondage"] == 1
    assert "begging" not in evidence.named_with("poverty")

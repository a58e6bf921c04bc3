"""Topics: which collection a page belongs to, from the title that it bears."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.vocabulary.topics import find_topic, may_name_topic, topics

PAGES = Path(__file__).parents[3] / "shared" / "data" / "pages"


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Human Trafficking & Modern-day Slavery", "trafficking"),
        ("HUMAN TRAFFICKING AND MODERN\u2013DAY SLAVERY", "trafficking"),
        ("Human Trafficking & Modern-day Slavery - Belarus", "trafficking"),
        ("Human Trafficking", "trafficking"),
        ("The Commercial Sexual Exploitation of Children", "csec"),
        ("C S E C", "csec"),
        ("Child Prostitution in  [Moldova]  [other countries]", "csec"),
        ("Prevalence, Abuse & Exploitation\nof Street Children", "street-children"),
        ("Street Children - Ghana", "street-children"),
        ("streetchildren", "street-children"),
        ("Torture in  [Moldova]", "torture"),
        ("Poverty", "poverty"),
        ("Child Labor", "child-labour"),
        ("Main Menu", None),
        ("", None),
        ("Poverty drives the unsuspecting poor into the hands of traffickers", None),
        ("Preventing Human Trafficking", None),
    ],
)
def test_a_topic_is_known_by_the_title_of_its_collection(title, key):
    assert find_topic(title) == key


def test_the_main_topic_comes_first_and_every_topic_is_found_by_its_own_names():
    assert next(iter(topics().values())).key == "trafficking"
    assert [key for key, topic in topics().items() if topic.main] == ["trafficking"]
    for key, topic in topics().items():
        assert {find_topic(name) for name in (*topic.names, topic.title, key)} == {key}


@given(st.text())
def test_no_text_makes_the_search_fail(text):
    assert find_topic(text) in {None, *topics()}


@pytest.mark.skipif(not PAGES.is_dir(), reason="the reference data is not on this machine")
def test_the_reference_pages_belong_to_a_topic():
    for path in sorted(PAGES.glob("*.json")):
        title = json.loads(path.read_text(encoding="utf-8")).get("collection")
        assert title is None or find_topic(title), path.name


def test_every_name_of_a_topic_may_name_one_and_other_words_do_not():
    for topic in topics().values():
        assert all(may_name_topic(f"... {name.upper()} ...") for name in (*topic.names, topic.title))
    assert may_name_topic("C S E C")
    assert not may_name_topic("A page about the weather")

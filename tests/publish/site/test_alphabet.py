"""Names in the order of their alphabet: marks and case do not move a name, and each stands under its own letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.world.memory import MemoryView

from sourcebook.model import Page
from sourcebook.publish.site.pages.front import FEW, by_letter, country_rows, front
from sourcebook.publish.site.parts.alphabet import in_order, initial
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.words import words_in
from sourcebook.vocabulary.countries import countries


@pytest.mark.parametrize(
    ("names", "in_their_order"),
    [
        (("Zambie", "États-Unis", "Égypte", "Espagne"), ("Égypte", "Espagne", "États-Unis", "Zambie")),
        (("Åland", "Albania", "Afghanistan"), ("Afghanistan", "Åland", "Albania")),
        (("Эстония", "Йемен", "Израиль"), ("Израиль", "Йемен", "Эстония")),
    ],
)
def test_a_name_stands_where_a_reader_looks_for_it(names, in_their_order):
    assert tuple(sorted(names, key=in_order)) == in_their_order


@pytest.mark.parametrize(
    ("name", "letter"), [("Åland", "A"), ("côte", "C"), ("إيران", "ا"), ("Österreich", "O"), ("", "")]
)
def test_a_letter_bears_no_marks(name, letter):
    assert initial(name) == letter


@given(st.lists(st.text(), unique=True), st.randoms())
def test_the_order_does_not_hang_on_how_the_names_came(names, chance):
    mixed = chance.sample(names, len(names))
    assert sorted(names, key=in_order) == sorted(mixed, key=in_order)


def archive(number):
    return MemoryView(tuple(Page(place=code) for code in list(countries())[:number]))


def test_few_countries_are_a_table_and_many_stand_under_their_letters():
    site = Site(as_of="2026-11-25")
    few, many = front(archive(FEW), site), front(archive(FEW + 1), site)
    assert few.content.letters == ()
    assert '<table class="stack">' in render(few, site)
    assert [row for one in many.content.letters for row in one.countries] == list(many.content.countries)
    assert '<table class="stack">' not in render(many, site)


@pytest.mark.parametrize("language", ["en", "fr", "ru", "ar"])
def test_each_letter_stands_once(language):
    rows = country_rows(archive(240).pages(), words_in(language))
    letters = [one.letter for one in by_letter(rows)]
    assert len(letters) == len(set(letters))

"""Names as credit lines write them are taken apart, and put together again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.vocabulary.author_names import Name, initials, split_authors, split_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tony Robson", Name(family="Robson", given="Tony")),
        ("Patt, Prof. Martin", Name(family="Patt", given="Martin")),
        ("Prof. Martin Patt", Name(family="Patt", given="Martin")),
        ("K. Bonsu-Frempah", Name(family="Bonsu-Frempah", given="K.")),
        ("Aung", Name(family="Aung")),
        ("Dr. Ana M. Ruiz, PhD", Name(family="Ruiz", given="Ana M.")),
        ("Martin Luther King Jr.", Name(family="King", given="Martin Luther", suffix="Jr.")),
        ("King, Martin Luther, Jr.", Name(family="King", given="Martin Luther", suffix="Jr.")),
        ("Ludwig van Beethoven", Name(family="Beethoven", given="Ludwig", particle="van")),
        ("van Beethoven, Ludwig", Name(family="Beethoven", given="Ludwig", particle="van")),
        ("Juana de la Cruz", Name(family="Cruz", given="Juana", particle="de la")),
        ("Mohamed El Baradei", Name(family="El Baradei", given="Mohamed")),
        ("  Inés   Totora ", Name(family="Totora", given="Inés")),
    ],
)
def test_a_name_is_taken_apart(text, name):
    assert split_name(text) == name


@pytest.mark.parametrize(
    ("authors", "short"),
    [
        (("Ramiro Cusihuallpa and Inés Totora",), ["Cusihuallpa", "Totora"]),
        (("Ana Ade, Ben Bah and Cy Coe",), ["Ade", "Bah", "Coe"]),
        (("Ana Ade; Ben Bah",), ["Ade", "Bah"]),
        (("Ade, Ana & Bah, Ben",), ["Ade", "Bah"]),
        (("World Health Organization",), ["World Health Organization"]),
        (("Ministry of Justice and Labour",), ["Ministry of Justice and Labour"]),
        (("Ana Ade", "UNICEF"), ["Ade", "UNICEF"]),
        (("", " , "), []),
    ],
)
def test_several_names_are_parted_and_bodies_stay_whole(authors, short):
    assert [name.short for name in split_authors(authors)] == short


@pytest.mark.parametrize(
    ("given", "mark", "written"),
    [("Tony", ". ", "T."), ("Jean-Paul B.", ". ", "J.-P. B."), ("Jean-Paul B.", ".", "J.-P.B."), ("K.", ". ", "K.")],
)
def test_given_names_become_initials(given, mark, written):
    assert initials(given, mark) == written


@given(st.lists(st.text(max_size=40), max_size=3).map(tuple))
def test_any_text_is_taken_apart_without_an_empty_name(authors):
    assert all(name.short.strip() for name in split_authors(authors))

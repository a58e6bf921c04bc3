"""Towns stand for their country where a text names them alone."""

from __future__ import annotations

import pytest

from sourcebook.vocabulary.folding import fold
from sourcebook.vocabulary.towns import towns_in_folded


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("They were taken from Chişinău to Istanbul.", ["MD", "TR"]),
        ("A flat in São Paulo.", ["BR"]),
        ("A New York-based charity and the baliff of oranges.", []),
        ("Ho Chi Minh City, Hanoi and the Mekong Delta", ["VN", "VN", "VN"]),
    ],
)
def test_a_town_is_found_by_its_whole_name_alone(text, codes):
    assert [town.code for town in towns_in_folded(fold(text))] == codes


def test_a_name_of_two_countries_names_the_other_too():
    (town,) = towns_in_folded(fold("In Hyderabad"))
    assert (town.code, town.also) == ("IN", ("PK",))

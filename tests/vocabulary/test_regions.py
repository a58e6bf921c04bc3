"""Regions are found wherever one stands, and only looked for where one of their stems does."""

from __future__ import annotations

import itertools

import pytest

from sourcebook.vocabulary.regions import region_stems, regions_in

DIRECTIONS = ("", "southern ", "south-east ", "northwest ", "central ")
CONTINENTS = ("Europe", "Asia", "Africa", "America")
AROUND = ("neighboring", "neighbouring", "nearby", "surrounding", "bordering", "adjacent", "other")
LANDS = ("countries", "states", "nations", "republics")
KINDS = ("", "European ", "Asian ", "southern ", "northeastern ")


@pytest.mark.parametrize(
    "words",
    [
        *map("".join, itertools.product(DIRECTIONS, CONTINENTS)),
        *(f"{around} {kind}{lands}" for around, kind, lands in itertools.product(AROUND, KINDS, LANDS)),
        *("Balkans", "Third Countries", "GCC Countries", "ASEAN Countries", "CIS", "Latin American", "Middle Eastern"),
    ],
)
def test_every_region_has_a_stem_by_which_it_is_found(words):
    text = f"They came from {words} in winter."
    (found,) = regions_in(text, text.lower())
    assert any(found.start <= at < found.end for at in region_stems(text.lower()))


@pytest.mark.parametrize("text", ["at least 14 girls", "an exercise in decisions", "in another state", "the country"])
def test_words_that_only_hold_a_stem_are_not_searched(text):
    assert region_stems(text) == []

"""The table of kinds: tiers, themes, and a kind that an outsider adds."""

from __future__ import annotations

import re

import pytest

from sourcebook.extract import KINDS, Kind, claims, claims_by_kind
from sourcebook.model.claim import Claim


class Colour(Claim, frozen=True, kw_only=True):
    """A colour that a passage names."""

    name: str


def colours(reading):
    """Return the colours of a passage."""
    found = re.finditer("red|blue", reading.passage.original)
    return tuple(Colour(start=m.start(), end=m.end(), name=m[0]) for m in found)


def test_a_new_kind_of_claim_is_a_struct_a_function_and_a_line_in_a_table():
    found = claims_by_kind("A red car.", about="FR", kinds={**KINDS, "colours": Kind(Colour, colours)})
    assert found["colours"] == (Colour(start=2, end=5, name="red"),)
    assert found["figures"] == ()


@pytest.mark.parametrize(
    ("text", "tier", "year", "change"),
    [
        ("Laos was downgraded to Tier 3 in 2014.", "3", 2014, "downgraded"),
        ("Tier 2 Watch List - the government made few efforts.", "2 Watch List", 2010, None),
        ("The country remained on Tier 1.", "1", 2010, "remained"),
    ],
)
def test_a_tier_is_read_with_its_year_and_its_change(text, tier, year, change):
    (found,) = claims(text, about="LA", year=2010).tiers
    assert (found.tier, found.country, found.year, found.change) == (tier, "LA", year, change)


def test_themes_are_read_with_their_spans_and_not_where_they_are_denied():
    text = "Brokers took their passports and beat them. There was no forced begging."
    found = {theme.key: theme for theme in claims(text, about="KH").themes}
    assert {"documents_withheld", "physical_violence", "agencies"} <= set(found)
    assert "begging" not in found
    start, end = found["documents_withheld"].spans[0]
    assert text[start:end] == "took their passports"


def test_a_theme_that_is_only_denied_is_kept_apart_from_what_is_affirmed():
    text = "There was no forced begging. No domestic servitude was found in 2009, and domestic servitude is common now."
    found = claims_by_kind(text, about="KH")
    assert [(theme.key, theme.negated) for theme in found["denials"]] == [("begging", True)]
    assert not [theme for theme in found["themes"] if theme.negated or theme.key == "begging"]
    assert "domestic" in {theme.key for theme in found["themes"]}

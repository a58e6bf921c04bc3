"""Countries: their codes, names, peoples, borders and regions, and the two ways to find them in writing."""

from __future__ import annotations

from sourcebook.vocabulary.country_data import Country, Form, countries, country, neighbours, region_members
from sourcebook.vocabulary.country_mentions import CountryMatch, countries_in, countries_in_folded
from sourcebook.vocabulary.country_names import find_country

__all__ = [
    "Country",
    "CountryMatch",
    "Form",
    "countries",
    "countries_in",
    "countries_in_folded",
    "country",
    "find_country",
    "neighbours",
    "region_members",
]

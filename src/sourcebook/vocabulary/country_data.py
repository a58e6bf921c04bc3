"""The countries and territories of the vocabulary, as values read once from `countries.json`.

The file is made by `scripts/make_countries` from the package countryinfo and the facts corrected by hand beside that
script; nothing in it is edited directly.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import msgspec

from sourcebook.model.base import Value


class Form(Value, frozen=True):
    """A written form of a country: its text, its kind, its years, and the other countries that it may mean.

    Kinds: `name`, `official`, `alias`, `abbreviation`, `part` (a named part of the country), `misspelling`, `former`
    (a state or name of the past, with its years; what came of it besides stands in `also`), `demonym`.
    """

    text: str
    kind: str
    also: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None


class Country(Value, frozen=True):
    """A country or territory: codes of ISO 3166-1 (Kosovo: XK), names, place in the UN M49 regions, land borders."""

    code: str
    alpha3: str
    numeric: str
    name: str
    official: str
    regions: tuple[str, ...] = ()
    capital: str = ""
    capital_aliases: tuple[str, ...] = ()
    calling_codes: tuple[str, ...] = ()
    borders: tuple[str, ...] = ()
    territory_of: str | None = None
    dissolved: int | None = None
    forms: tuple[Form, ...] = ()


class _Table(Value, frozen=True):
    countries: tuple[Country, ...]
    not_countries: tuple[str, ...]


@cache
def _table() -> _Table:
    return msgspec.json.decode(files(__package__).joinpath("countries.json").read_bytes(), type=_Table)


@cache
def countries() -> Mapping[str, Country]:
    """Return every country and territory by its two-letter code, in the order of the codes."""
    return MappingProxyType({country.code: country for country in _table().countries})


@cache
def _by_any_code() -> Mapping[str, Country]:
    codes = {
        code: entry for entry in countries().values() for code in (entry.numeric, entry.alpha3, entry.code) if code
    }
    return codes | {"KOS": countries()["XK"], "UNK": countries()["XK"]}


def country(code: str) -> Country | None:
    """Return the country of a two-letter, three-letter or numeric ISO code in any case; None where there is none."""
    return _by_any_code().get(code.strip().upper())


def not_countries() -> tuple[str, ...]:
    """Return the phrases that hold a country's word and mean something else, such as "Latin America"."""
    return _table().not_countries


def neighbours(code: str) -> tuple[str, ...]:
    """Return the codes of the countries that share a land border with this one; none for an unknown code."""
    found = country(code)
    return found.borders if found else ()


def region_members(region: str) -> tuple[str, ...]:
    """Return the codes of a region, sub-region or intermediate region of UN M49, by its English name in any case."""
    wanted = region.strip().casefold()
    return tuple(code for code, entry in countries().items() if wanted in map(str.casefold, entry.regions))

"""Land borders as the Factbook writes them: "total: 867 km border countries: Oman 410 km, Saudi Arabia 457 km"."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.model.kinds import Fact
from sourcebook.vocabulary.countries import find_country

READER: Final = ("Factbook field", "1")
_TOTAL = re.compile(r"^(?:total:\s*)?(?P<length>[\d,.]+\s*km)\b")
_COUNTRIES = re.compile(r"border countries(?:\s*\(\d+\))?:\s*", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")
_BORDER = re.compile(
    r"(?P<name>[^,;\d:](?:[^,;\d]|,(?=\s*(?:the|Republic|Democratic)\b))*?)\s+(?P<length>[\d,.]+\s*km)"
)


def border_facts(text: str, place: str, year: int | None) -> tuple[Fact, ...]:
    """Return the length of a country's land borders and of each of them; parts of one border are facts of their own."""
    made = []
    if total := _TOTAL.match(text):
        made.append(_fact("borders", total["length"], total.span("length"), place, year))
    listed = _COUNTRIES.search(text)
    # What stands in parentheses is said of the border before it, or of the other country's state.
    plain = _ASIDE.sub(lambda aside: " " * len(aside[0]), text)
    for border in _BORDER.finditer(plain, listed.end()) if listed else ():
        other = find_country(border["name"].strip(" ,;"))
        if other:
            made.append(_fact(f"border:{other}", border["length"], border.span(), place, year))
    return tuple(made)


def _fact(key: str, value: str, span: tuple[int, int], place: str, year: int | None) -> Fact:
    return Fact(
        start=span[0],
        end=span[1],
        key=key,
        value=value,
        country=place,
        year=year,
        extractor=READER[0],
        version=READER[1],
    )

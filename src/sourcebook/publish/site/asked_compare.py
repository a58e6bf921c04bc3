"""What a form of countries to compare sent, made into a value: names are looked up, what makes no sense is said."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourcebook.model import Value
from sourcebook.publish.site.asked import year_in
from sourcebook.vocabulary.countries import country, find_country

MOST = 12
LONGEST = 80
_PARTED = re.compile(r"[,;\n]")


class AskedCompare(Value, frozen=True):
    """Codes of countries, each once, and years of four figures or none; `unknown` are names that no country has."""

    places: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    unknown: tuple[str, ...] = ()
    too_many: bool = False

    @property
    def years(self) -> tuple[int, int] | None:
        """The years that were asked for, in order; None where neither was."""
        if not self.first and not self.last:
            return None
        first, last = int(self.first or 1), int(self.last or 9999)
        return min(first, last), max(first, last)


def asked_compare(parameters: Iterable[tuple[str, str]]) -> AskedCompare:
    """Read a form: `c` once for each country or once for all, parted by commas, as names or codes; `from` and `to`."""
    given = list(parameters)
    names = [
        " ".join(name.split())[:LONGEST] for key, text in given if key == "c" for name in _PARTED.split(text[:2000])
    ]
    codes = {name: code_of(name) for name in names if name}
    places = tuple(dict.fromkeys(code for code in codes.values() if code))
    years = {key: year_in(text) for key, text in given if key in ("from", "to")}
    return AskedCompare(
        places=places[:MOST],
        first=years.get("from", ""),
        last=years.get("to", ""),
        unknown=tuple(name for name, code in codes.items() if code is None)[:MOST],
        too_many=len(places) > MOST,
    )


def code_of(name: str) -> str | None:
    """Return the code of a country by its name or code; None where there is none."""
    known = country(name) if len(name) < 4 else None
    return known.code if known else find_country(name)

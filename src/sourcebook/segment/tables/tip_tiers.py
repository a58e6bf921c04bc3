"""Tiers by country and year, as research on the Trafficking in Persons Report has them: `countryname,iso,year,tier`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from sourcebook.model import Document, Work
from sourcebook.model.claim import Reason
from sourcebook.model.kinds import Tier
from sourcebook.segment.tables.delimited import Record, header, records
from sourcebook.segment.tables.table import Dataset, Row
from sourcebook.vocabulary.countries import country, find_country

Placing = Literal["1", "2", "2 Watch List", "3", "Special Case"]
READER: Final = ("tier table", "1")
_NEEDED = ("year", "tier")
_NAMES = ("countryname", "country", "country_name")
_CODES = ("iso", "iso3", "iso_code")
_TIERS: Final[dict[str, Placing]] = {
    "1": "1",
    "2": "2",
    "3": "3",
    "2 watch list": "2 Watch List",
    "2 watchlist": "2 Watch List",
    "2wl": "2 Watch List",
    "2 wl": "2 Watch List",
    "watch list": "2 Watch List",
    "watchlist": "2 Watch List",
    "special case": "Special Case",
    "sc": "Special Case",
}


class TipTiers:
    """Reads a table with a tier for each country and report year; a cell without a tier (NA) says nothing."""

    name = "tiers by country and year"

    def accepts(self, document: Document) -> bool:
        """Take a table with a year, a tier, and a country by its name or code."""
        columns = {column.casefold() for column in header(document.text, *_NEEDED) or ()}
        return bool(columns & {*_NAMES, *_CODES})

    def read(self, document: Document) -> tuple[Dataset, list[Row]]:
        """Return the table and a row for each tier; a country that the vocabulary does not know is left out."""
        found = [
            (record, place, year, tier)
            for record in records(document.text, *_NEEDED)
            if (place := _place(record))
            and (year := _year(record.cells["year"]))
            and (tier := tier_in(record.cells["tier"]))
        ]
        years = [year for _, _, year, _ in found]
        span = f"{min(years)} to {max(years)}" if years else "no year"
        title = f"Tiers of the Trafficking in Persons Report by country and year, {span}"
        work = Work(title=title, credit="A table of research data", kind="dataset")
        licence = "The file states neither its maker nor a licence: use it for comparison."
        return Dataset(key="tip-tiers", title=title, licence=licence), list(_rows(work, found))


def _rows(work: Work, found: list[tuple[Record, str, int, Placing]]) -> Iterator[Row]:
    for record, place, year, tier in found:
        said = f"Tier {tier}" if tier != "Special Case" else tier
        known = country(place)
        text = f"{known.name if known else place} in the report of {year}: {said}."
        start = text.index(said, text.index(":"))
        claim = Tier(
            start=start,
            end=start + len(said),
            tier=tier,
            country=place,
            year=year,
            reasons=(Reason(field="year", start=text.index(str(year)), end=text.index(str(year)) + len(str(year))),),
            extractor=READER[0],
            version=READER[1],
        )
        where = f"row {record.number}, column tier"
        yield Row(place=place, work=work, text=text, where=where, start=record.start, end=record.end, claims=(claim,))


def tier_in(cell: str) -> Placing | None:
    """Return the tier that a cell gives in any of the ways in which tables write it; None where it gives none."""
    return _TIERS.get(" ".join(cell.casefold().removeprefix("tier").replace("-", " ").split()))


def _place(record: Record) -> str | None:
    codes = (country(record.cells[name]) for name in _CODES if record.cells.get(name))
    by_code = next((found.code for found in codes if found), None)
    names = (find_country(record.cells[name]) for name in _NAMES if record.cells.get(name))
    return by_code or next(filter(None, names), None)


def _year(cell: str) -> int | None:
    return int(cell) if cell.isdecimal() and len(cell) == 4 else None

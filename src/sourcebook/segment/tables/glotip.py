"""UNODC's table on trafficking in persons: indicators by country and year, divided by form, sex and age.

Columns as the data portal has them: Iso3_code, Country, Region, Subregion, Indicator, Dimension, Category, Sex, Age,
Year, Unit of measurement, txtVALUE, Source. A small number is given as "<5".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeVar

from sourcebook.model import Document, Work
from sourcebook.model.kinds import Figure
from sourcebook.model.kinds.figure import Action, Counts, Exploitation
from sourcebook.segment.tables.delimited import Record, header, records
from sourcebook.segment.tables.table import Dataset, Row
from sourcebook.vocabulary.countries import country, find_country

T = TypeVar("T")
READER: Final = ("UNODC table", "1")
PUBLISHER: Final = "United Nations Office on Drugs and Crime"
TITLE: Final = "Trafficking in persons: data of the Global Report"
ADDRESS: Final = "https://dataunodc.un.org/dp-trafficking-persons"
LICENCE: Final = "Data of the United Nations Office on Drugs and Crime, to be used with its name."
_NEEDED: Final = ("Country", "Indicator", "Year", "txtVALUE")
_INDICATORS: Final[tuple[tuple[str, Counts, Action | None], ...]] = (
    ("victim", "victims", None),
    ("suspect", "offenders", "investigated"),
    ("arrest", "offenders", "arrested"),
    ("prosecuted", "offenders", "prosecuted"),
    ("convicted", "offenders", "convicted"),
)
_FORMS: Final[tuple[tuple[str, Exploitation], ...]] = (
    ("sexual", "sexual"),
    ("labour", "labour"),
    ("servitude", "domestic"),
    ("begging", "begging"),
    ("organ", "organs"),
    ("marriage", "marriage"),
    ("criminal", "crime"),
    ("combat", "armed_conflict"),
)
_SEXES: Final[dict[str, Literal["female", "male"]]] = {"female": "female", "male": "male"}
_AGES: Final[tuple[tuple[str, Literal["minor", "adult"]], ...]] = (
    ("0 to 17", "minor"),
    ("under 18", "minor"),
    ("child", "minor"),
    ("minor", "minor"),
    ("girl", "minor"),
    ("boy", "minor"),
    ("18 years", "adult"),
    ("adult", "adult"),
)


class Glotip:
    """Reads the table of the Global Report on Trafficking in Persons: each row a figure."""

    name = "UNODC data on trafficking in persons"

    def accepts(self, document: Document) -> bool:
        """Take a table with the portal's columns."""
        return header(document.text, *_NEEDED) is not None

    def read(self, document: Document) -> tuple[Dataset, Iterator[Row]]:
        """Return the table and a row for each number of people; rates and unknown indicators are left out."""
        work = Work(title=TITLE, credit=PUBLISHER, publisher=PUBLISHER, url=ADDRESS, kind="dataset")
        return Dataset(key="unodc", title=f"{PUBLISHER}: {TITLE}", licence=LICENCE), _rows(document, work)


def _rows(document: Document, work: Work) -> Iterator[Row]:
    for record in records(document.text, *_NEEDED):
        place = _place(record)
        said = _figure(record, place) if place else None
        if place and said:
            text, claim = said
            where = f"row {record.number}, column txtVALUE"
            yield Row(
                place=place, work=work, text=text, where=where, start=record.start, end=record.end, claims=(claim,)
            )


def _place(record: Record) -> str | None:
    known = country(record.cells["iso3_code"]) if record.cells.get("iso3_code") else None
    return known.code if known else find_country(record.cells["country"])


def _figure(record: Record, place: str) -> tuple[str, Figure] | None:
    cells = record.cells
    indicator = cells["indicator"].casefold()
    counted = next(((counts, action) for word, counts, action in _INDICATORS if word in indicator), None)
    number, year = cells["txtvalue"], cells["year"]
    digits = number.lstrip("<").replace(",", "").removesuffix(".0")
    rated = "rate" in cells.get("unit of measurement", "").casefold()
    if counted is None or rated or not (digits.isdecimal() and year.isdecimal()):
        return None
    divided = [cells.get(name, "") for name in ("dimension", "category", "sex", "age")]
    told = "; ".join(dict.fromkeys(part for part in divided if part and part.casefold() != "total"))
    known = country(place)
    text = (
        f"{known.name if known else place}, {year}: {number} {cells['indicator'][:1].lower()}{cells['indicator'][1:]}"
    )
    text += f" ({told})." if told else "."
    start = text.index(number, text.index(":"))
    return text, Figure(
        id="f1",
        start=start,
        end=start + len(number),
        number=number,
        low=None if number.startswith("<") else float(digits),
        high=float(digits),
        qualifier="at_most" if number.startswith("<") else "exact",
        counts=counted[0],
        action=counted[1],
        status="identified" if counted[0] == "victims" else None,
        exploitation=_first(cells.get("category", ""), _FORMS),
        sex=_SEXES.get(cells.get("sex", "").casefold()),
        age=_first(cells.get("age", ""), _AGES),
        place=place,
        period=year,
        said_by=PUBLISHER,
        extractor=READER[0],
        version=READER[1],
    )


def _first(cell: str, words: Iterable[tuple[str, T]]) -> T | None:
    low = cell.casefold()
    return next((value for word, value in words if word in low), None)

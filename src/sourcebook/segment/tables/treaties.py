"""Treaties by country: a column for each that ends in `_Ratified`, with Yes, No or N/A."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sourcebook.model import Document, Work
from sourcebook.model.kinds import Fact
from sourcebook.segment.tables.delimited import Record, header, records
from sourcebook.segment.tables.table import Dataset, Row
from sourcebook.vocabulary.countries import country, find_country

READER: Final = ("treaty table", "1")
PUBLISHER: Final = "US Department of Labor"
LICENCE: Final = "Drawn from a work of the United States Government, in the public domain."
RATIFIED: Final = "_ratified"
NAMES: Final = {
    "c_138": "ILO C138, Minimum Age",
    "c_182": "ILO C182, Worst Forms of Child Labour",
    "convention_on_the_rights_of_the_child": "UN Convention on the Rights of the Child",
    "crc_armed_conflict": "UN CRC Optional Protocol on Armed Conflict",
    "crc_commercial_sexual_exploitation_of_children": "UN CRC Optional Protocol on the Sale of Children",
    "palermo": "Palermo Protocol on Trafficking in Persons",
}
_SAID: Final = {"yes": "ratified", "no": "not ratified", "n/a": "does not apply"}


class Treaties:
    """Reads which treaties each country has ratified."""

    name = "treaties by country"

    def accepts(self, document: Document) -> bool:
        """Take a table with a country and two treaties or more."""
        columns = header(document.text, "country") or ()
        return sum(column.casefold().endswith(RATIFIED) for column in columns) > 1

    def read(self, document: Document) -> tuple[Dataset, Iterator[Row]]:
        """Return the table and a row for each country."""
        title = "Treaties ratified, by country"
        work = Work(title=title, credit=PUBLISHER, publisher=PUBLISHER, kind="dataset")
        return Dataset(key="treaties", title=title, licence=LICENCE), _rows(document, work)


def _rows(document: Document, work: Work) -> Iterator[Row]:
    for record in records(document.text, "country"):
        place = find_country(record.cells["country"])
        if place is not None:
            text, claims = treaties_said(record.cells, place)
            if claims:
                yield _row(record, place, work, text, claims)


def _row(record: Record, place: str, work: Work, text: str, claims: tuple[Fact, ...]) -> Row:
    where = f"row {record.number}, treaties"
    return Row(place=place, work=work, text=text, where=where, start=record.start, end=record.end, claims=claims)


def treaties_said(cells: Mapping[str, str], place: str, year: int | None = None) -> tuple[str, tuple[Fact, ...]]:
    """Return a sentence of the treaties in these cells, keyed in small, and a fact for each at its words."""
    known = country(place)
    text = f"{known.name if known else place}: "
    claims: list[Fact] = []
    for column, value in cells.items():
        said = _SAID.get(value.strip().casefold())
        if not column.endswith(RATIFIED) or said is None:
            continue
        key = column.removesuffix(RATIFIED)
        part = f"{NAMES.get(key, key.replace('_', ' '))}, {said}"
        text += "; " * bool(claims)
        claims.append(
            Fact(
                start=len(text),
                end=len(text) + len(part),
                key=f"treaty:{key}",
                value=said,
                country=place,
                year=year,
                extractor=READER[0],
                version=READER[1],
            )
        )
        text += part
    return f"{text}.", tuple(claims)

"""The Global Synthetic Dataset of the Counter Trafficking Data Collaborative, counted by country and year.

A row of it is no person: records are made so that their counts, and only these, are near the true ones. So rows are
counted, never shown, and what is said is how many records there are and of which form of exploitation.
Columns used: yearOfRegistration, CountryOfExploitation, isForcedLabour, isSexualExploit, isOtherExploit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from sourcebook.model import Document, Work
from sourcebook.model.kinds import Figure
from sourcebook.model.kinds.figure import Exploitation
from sourcebook.segment.tables.delimited import header, records
from sourcebook.segment.tables.table import Dataset, Row
from sourcebook.vocabulary.countries import country

READER: Final = ("CTDC synthetic records", "1")
PUBLISHER: Final = "Counter Trafficking Data Collaborative"
TITLE: Final = "The Global Synthetic Dataset"
ADDRESS: Final = "https://www.ctdatacollaborative.org/page/global-synthetic-dataset"
LICENCE: Final = "Data of the Counter Trafficking Data Collaborative, to be used with its name and under its terms."
_NEEDED: Final = ("yearOfRegistration", "CountryOfExploitation", "citizenship", "isForcedLabour", "isSexualExploit")
_FORMS: Final[dict[str, tuple[str, Exploitation]]] = {
    "isforcedlabour": ("forced labour", "labour"),
    "issexualexploit": ("sexual exploitation", "sexual"),
}


class SyntheticDataset:
    """Counts the synthetic records of each country of exploitation and year."""

    name = "CTDC Global Synthetic Dataset"

    def accepts(self, document: Document) -> bool:
        """Take a table with the dataset's columns."""
        return header(document.text, *_NEEDED) is not None

    def read(self, document: Document) -> tuple[Dataset, Iterator[Row]]:
        """Return the dataset and a row for each country and year of which it has records."""
        work = Work(title=TITLE, credit=PUBLISHER, publisher=PUBLISHER, url=ADDRESS, kind="dataset")
        return Dataset(key="ctdc", title=f"{PUBLISHER}: {TITLE}", licence=LICENCE), _rows(document, work)


def _rows(document: Document, work: Work) -> Iterator[Row]:
    held: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for record in records(document.text, *_NEEDED):
        known = country(record.cells["countryofexploitation"])
        year = record.cells["yearofregistration"].removesuffix(".0")
        if known is None or not year.isdecimal():
            continue
        held[known.code, year].append((record.start, record.end))
        forms[known.code, year].update(form for form in _FORMS if record.cells.get(form) in ("1", "1.0"))
    for (place, year), spans in sorted(held.items()):
        text, claims = _said(place, year, len(spans), forms[place, year])
        yield Row(
            place=place,
            work=work,
            text=text,
            where=f"{len(spans)} rows, the first at character {spans[0][0]}",
            start=spans[0][0],
            end=spans[0][1],
            claims=tuple(claims),
        )


def _said(place: str, year: str, count: int, forms: Counter[str]) -> tuple[str, Sequence[Figure]]:
    known = country(place)
    number = f"{count:,}"
    text = f"{known.name if known else place}, {year}: "
    figures = [_figure(text, number, count, (place, year, None))]
    text += f"{number} synthetic records of victims assisted"
    for column, (words, form) in _FORMS.items():
        if forms[column]:
            part = f"{forms[column]:,}"
            text += ", "
            figures.append(_figure(text, part, forms[column], (place, year, form), number=len(figures) + 1))
            text += f"{part} of them in {words}"
    return f"{text}.", figures


def _figure(
    before: str, written: str, value: int, about: tuple[str, str, Exploitation | None], *, number: int = 1
) -> Figure:
    place, year, form = about
    return Figure(
        id=f"f{number}",
        start=len(before),
        end=len(before) + len(written),
        number=written,
        low=float(value),
        high=float(value),
        qualifier="about",
        counts="victims",
        status="assisted",
        exploitation=form,
        place=place,
        period=year,
        said_by=PUBLISHER,
        part_of="f1" if number > 1 else None,
        extractor=READER[0],
        version=READER[1],
    )

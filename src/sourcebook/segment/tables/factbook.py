"""The World Factbook by edition: JSON objects, one a line or in a list, with a country, an edition, a field, a text.

{"edition_year": 2016, "iso2": "KE", "country": "Kenya", "field": "Trafficking in persons", "text": "..."}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from sourcebook.errors import InputRefused
from sourcebook.model import Document, Value, Work
from sourcebook.segment.tables.borders import border_facts
from sourcebook.segment.tables.factbook_tiers import TierYears, tier_passages
from sourcebook.segment.tables.table import Dataset, Row
from sourcebook.vocabulary.countries import country, find_country

PUBLISHER: Final = "Central Intelligence Agency"
ADDRESS: Final = "https://www.cia.gov/the-world-factbook/"
LICENCE: Final = "A work of the United States Government, in the public domain."
BORDERS: Final = "Land boundaries"
TRAFFICKING: Final = "Trafficking in persons"
_OPENINGS = ('{"', "[{", "[\n", "{ ")


class Field(Value, frozen=True):
    """One field of one country in one edition."""

    edition_year: int
    text: str
    country: str = ""
    iso2: str = ""
    field: str = BORDERS

    @property
    def place(self) -> str | None:
        """The code of its country; None where the vocabulary knows none of this code or name."""
        known = country(self.iso2) if self.iso2 else None
        return known.code if known else find_country(self.country)


class FactbookFields:
    """Reads fields of the Factbook: their words as passages, tiers of its trafficking field, borders as facts."""

    name = "fields of the World Factbook"

    def accepts(self, document: Document) -> bool:
        """Take JSON whose first object has an edition, a text and a country."""
        head = document.text.lstrip("\ufeff \n\t")
        if not head.startswith(_OPENINGS):
            return False
        try:
            first = next(_fields(head[:200_000]), None)
        except InputRefused:
            return False
        return first is not None

    def read(self, document: Document) -> tuple[Dataset, list[Row]]:
        """Return the fields as rows in the order of their editions; empty ones say nothing."""
        fields = sorted(_fields(document.text), key=lambda found: (found[0].field, found[0].edition_year))
        kinds = sorted({field.field for field, *_ in fields})
        shown = kinds[0] if len(kinds) == 1 else "Fields"
        key = f"factbook-{shown.split(' ')[0].lower()}"
        dataset = Dataset(key=key, title=f"The World Factbook by edition: {shown}", licence=LICENCE)
        return dataset, list(_rows(fields))


Found = tuple[Field, int, int, int]


def _fields(text: str) -> Iterator[Found]:
    """Yield each field with the number of its line or of its place in the list, and its span."""
    at = 0
    if text.lstrip("\ufeff \n\t").startswith("["):
        yield from _listed(text)
        return
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        start, at = at, at + len(line)
        bare = line.strip("\ufeff \r\n\t")
        if bare:
            try:
                field = msgspec.json.decode(bare.encode(), type=Field)
            except (msgspec.DecodeError, UnicodeEncodeError) as error:
                raise InputRefused(f"Line {number} is no field of the Factbook: {error}.") from error
            yield field, number, start, start + len(line.rstrip())


def _listed(text: str) -> Iterator[Found]:
    """Yield the fields of one list; each is found again by its words, so that it has a span."""
    try:
        raws = msgspec.json.decode(text.strip("\ufeff").encode(), type=list[msgspec.Raw])
        at = 0
        for number, raw in enumerate(raws, start=1):
            written = bytes(raw).decode()
            start = text.index(written, at)
            at = start + len(written)
            yield msgspec.json.decode(raw, type=Field), number, start, at
    except (msgspec.DecodeError, UnicodeEncodeError, ValueError) as error:
        raise InputRefused(f"This list is none of fields of the Factbook: {error}.") from error


def _rows(fields: list[Found]) -> Iterator[Row]:
    years: dict[str, TierYears] = {}
    for field, number, start, end in fields:
        place, text = field.place, " ".join(field.text.split())
        if place is None or not text:
            continue
        row = Row(
            place=place,
            work=_work(field, place),
            text=text,
            where=f"row {number}, {field.field}",
            start=start,
            end=end,
            quoted=True,
        )
        if field.field == TRAFFICKING:
            yield from tier_passages(row, field.edition_year, years.setdefault(place, TierYears()))
        elif field.field == BORDERS:
            yield msgspec.structs.replace(row, quoted=False, claims=border_facts(text, place, field.edition_year))
        else:
            yield row


def _work(field: Field, place: str) -> Work:
    known = country(place)
    name = known.name if known else field.country
    return Work(
        title=f"The World Factbook {field.edition_year}: {name}, {field.field}",
        credit=f"{PUBLISHER}, {field.edition_year}",
        publisher=PUBLISHER,
        issued=str(field.edition_year),
        url=ADDRESS,
        kind="dataset",
    )

"""What every table offers: say whether a file is of its form, then give its rows; and the pages that rows make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from sourcebook.model import Document, Entry, Page, Passage, Value, Work
from sourcebook.model.claim import Claim
from sourcebook.model.identity import passage_id
from sourcebook.vocabulary.countries import country


class Dataset(Value, frozen=True, kw_only=True):
    """A public table: the key under which its pages stand, its title, and what it says of its use.

    `licence` is a sentence; where the file states none it says so.
    """

    key: str
    title: str
    licence: str


class Row(Value, frozen=True, kw_only=True):
    """What a table says of one country in one place of the file.

    `where` names the row, and the column if one alone matters; `start` and `end` are its span in the document's text.
    The text is `quoted` where the file holds it word for word; its claims are then read from it too, save of the kinds
    that stand in `claims`. Of our own wording `claims` are all that is said.
    """

    place: str
    work: Work
    text: str
    where: str
    start: int
    end: int
    claims: tuple[Claim, ...] = ()
    quoted: bool = False


class TablePage(Value, frozen=True):
    """One country's page of a table, and the claims of its passages by their identifiers."""

    page: Page
    claims: Mapping[str, Sequence[Claim]]


class Table(Protocol):
    """A form of table: `name` is how errors call it."""

    name: str

    def accepts(self, document: Document) -> bool:
        """Tell from the content whether a file is of this form."""

    def read(self, document: Document) -> tuple[Dataset, Iterable[Row]]:
        """Return what the table is and its rows; raises InputRefused where it breaks its own form."""


def pages_of(dataset: Dataset, rows: Iterable[Row]) -> tuple[TablePage, ...]:
    """Return the pages that the rows of a table make, one for each country, in the order of their codes."""
    by_place: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_place[row.place].append(row)
    return tuple(_page(dataset, place, held) for place, held in sorted(by_place.items()))


def _page(dataset: Dataset, place: str, rows: Sequence[Row]) -> TablePage:
    by_work: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_work[row.work.id].append(row)
    claims: dict[str, Sequence[Claim]] = {}
    known = country(place)
    entries = tuple(_entry(held, claims) for held in by_work.values())
    page = Page(
        place=place,
        topic=dataset.key,
        heading=known.name if known else place,
        collection=dataset.title,
        rights_text=dataset.licence,
        entries=entries,
    )
    return TablePage(page=page, claims=claims)


def _entry(rows: Sequence[Row], claims: dict[str, Sequence[Claim]]) -> Entry:
    work, seen, passages = rows[0].work, dict[str, int](), []
    for ordinal, row in enumerate(rows, start=1):
        occurrence = seen.get(row.text, 0)
        seen[row.text] = occurrence + 1
        passage = Passage(
            id=passage_id(work.id, row.text, occurrence),
            text=row.text,
            start=row.start,
            end=row.end,
            ordinal=ordinal,
            kind="quoted" if row.quoted else "note",
            heading=row.where,
        )
        passages.append(passage)
        claims[passage.id] = row.claims
    first, last = min(row.start for row in rows), max(row.end for row in rows)
    urls = (work.url,) if work.url else ()
    return Entry(work=work, start=first, end=last, section="archives", passages=tuple(passages), urls=urls)

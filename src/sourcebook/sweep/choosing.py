"""Works of a sweep that are worth taking into a sourcebook, with their passages and where their captures lie."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import duckdb

from sourcebook.errors import UsageError
from sourcebook.sweep.swept import open_tables

WORTH: Final = MappingProxyType(
    {
        "any": "true",
        "figure": "work IN (SELECT work FROM figures UNION SELECT work FROM routes)",
        "said": "work IN (SELECT work FROM figures WHERE said_by IS NOT NULL)",
    }
)
"""How much a work must hold: any passage, a figure or a route, a figure whose speaker is named."""

_TABLES: Final = ("works", "passages", "figures", "routes")
_YEAR: Final = "CAST(left(coalesce(issued, seen), 4) AS INTEGER)"


class Choice(NamedTuple):
    """Which works are wanted; what is None does not matter."""

    country: str | None = None
    years: tuple[int, int] | None = None
    publisher: str | None = None
    worth: str = "any"


class Place(NamedTuple):
    """A record of a web archive."""

    warc: str
    offset: int


class Chosen(NamedTuple):
    """A work with its passages, the days on which it was captured, and the records that hold it."""

    country: str
    title: str
    publisher: str
    issued: str | None
    language: str | None
    url: str
    seen: tuple[str, ...]
    passages: tuple[str, ...]
    records: tuple[Place, ...]


def chosen(folder: Path, choice: Choice) -> Iterator[Chosen]:
    """Yield the works that are wanted, by country and date of issue.

    Raises NotFound where the folder has no tables of a sweep, UsageError where the worth has another name.
    """
    if choice.worth not in WORTH:
        raise UsageError(f"There is no worth {choice.worth!r}.", next_step=f"Choose one of {', '.join(WORTH)}.")
    conditions, values = _conditions(choice)
    with duckdb.connect() as database:
        open_tables(database, folder, _TABLES)
        found = database.execute(
            f"""
            SELECT w.country, w.title, w.publisher, w.issued, w.language, w.url, w.visits, p.texts
            FROM (SELECT * FROM works WHERE {conditions}) w
            JOIN (SELECT work, list(text ORDER BY warc, "offset", passage) AS texts FROM passages GROUP BY work) p
            USING (work) ORDER BY w.country, w.issued, w.work
            """,
            values,
        )
        while row := found.fetchone():
            yield _chosen(row)


def _conditions(choice: Choice) -> tuple[str, list[Any]]:
    parts: list[str] = ["country <> ''", WORTH[choice.worth]]
    values: list[Any] = []
    if choice.country:
        parts.append("country = ?")
        values.append(choice.country)
    if choice.years:
        parts.append(f"{_YEAR} BETWEEN ? AND ?")
        values += choice.years
    if choice.publisher:
        parts.append("contains(lower(coalesce(publisher, '')), lower(?))")
        values.append(choice.publisher)
    return " AND ".join(parts), values


def _chosen(row: tuple[Any, ...]) -> Chosen:
    country, title, publisher, issued, language, url, visits, texts = row
    return Chosen(
        country=country,
        title=title,
        publisher=publisher or "",
        issued=issued,
        language=language or None,
        url=url,
        seen=tuple(dict.fromkeys(visit["seen"][:10] for visit in visits if visit["seen"])),
        passages=tuple(texts),
        records=tuple(Place(visit["warc"], visit["offset"]) for visit in visits),
    )

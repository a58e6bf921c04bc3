"""The data package (Frictionless, version 1): tables of one part of the archive or of all, and what describes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from sourcebook.publish.export.columns import Column, Row, Table
from sourcebook.publish.export.rows import csv_rows
from sourcebook.publish.export.tables.captures import CAPTURES, captures
from sourcebook.publish.export.tables.entries import ENTRIES, entries
from sourcebook.publish.export.tables.figures import FIGURES, figures
from sourcebook.publish.export.tables.findings import FINDINGS, findings
from sourcebook.publish.export.tables.helplines import HELPLINES, helplines
from sourcebook.publish.export.tables.passages import PASSAGES, passages
from sourcebook.publish.export.tables.routes import ROUTES, routes
from sourcebook.publish.export.tables.themes import THEMES, themes
from sourcebook.publish.export.tables.tiers import TIERS, tiers
from sourcebook.publish.export.tables.works import WORKS, works
from sourcebook.publish.export.told import ELSEWHERE, Told

Rows = Callable[[Told, str], Iterable[Row]]

TABLES: Mapping[str, tuple[Table, Rows]] = {
    table.name: (table, rows)
    for table, rows in (
        (WORKS, works),
        (ENTRIES, entries),
        (PASSAGES, passages),
        (FIGURES, figures),
        (ROUTES, routes),
        (THEMES, themes),
        (TIERS, tiers),
        (FINDINGS, findings),
        (CAPTURES, captures),
        (HELPLINES, helplines),
    )
}
"""The tables in the order in which one would read them."""
DESCRIPTOR, WHOLE_PART = "datapackage.json", "country.json"
CSV, JSON, PARQUET = "text/csv", "application/json", "application/vnd.apache.parquet"
_OF_THE_COUNTRY_ALONE = frozenset({FINDINGS.name, HELPLINES.name})
"""Tables that hold something about countries without a page."""


class Split(msgspec.Struct):
    """A table as `country.json` has it, which is what `pandas.DataFrame(**table)` takes."""

    columns: tuple[str, ...]
    data: list[list[Any]]


def rows_of(told: Told, name: str, part: str) -> list[Row]:
    """Return the rows of a table for one part of the archive; an empty text is none."""
    if part == ELSEWHERE and name not in _OF_THE_COUNTRY_ALONE:
        return []
    return [tuple(None if cell == "" else cell for cell in row) for row in TABLES[name][1](told, part)]


def csv_table(name: str, rows: Iterable[Iterable[object]]) -> bytes:
    """Return a table as CSV in UTF-8."""
    return f"{csv_rows([TABLES[name][0].head])}{csv_rows(rows)}".encode("utf-8", "replace")


def csv_body(content: bytes) -> bytes:
    """Return a CSV of ours without its head."""
    return content.partition(b"\r\n")[2]


def json_part(told: Told, part: str) -> bytes:
    """Return every table of a part as one JSON object."""
    held = {
        name: Split(columns=table.head, data=list(map(list, rows_of(told, name, part))))
        for name, (table, _) in TABLES.items()
    }
    return msgspec.json.encode(held)


def files_of_part() -> tuple[str, ...]:
    """Return the names of the files that each part has."""
    return (DESCRIPTOR, WHOLE_PART, *(f"{name}.csv" for name in TABLES))


def files_of_whole(formats: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the files of the whole, in these formats."""
    return (DESCRIPTOR, *(f"{name}.{ending}" for name in TABLES for ending in formats))


def descriptor(about: Mapping[str, object], formats: Iterable[str] = ("csv",)) -> bytes:
    """Return `datapackage.json`: what `about` says of the package, and its tables in these formats."""
    resources = [_resource(table) for table, _ in TABLES.values()]
    if "parquet" in formats:
        resources += [_copy(table) for table, _ in TABLES.values()]
    package = {"profile": "data-package", **about, "resources": resources}
    return msgspec.json.format(msgspec.json.encode(package), indent=1) + b"\n"


def _resource(table: Table) -> dict[str, object]:
    return {
        "name": table.name,
        "title": table.title,
        "description": table.about,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": CSV,
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema(table),
    }


def _copy(table: Table) -> dict[str, object]:
    """Return the same table in another format, as a file: programs that know the format read its columns from it."""
    return {
        "name": f"{table.name}-parquet",
        "title": f"{table.title}, as Parquet",
        "description": "The same rows; texts stand without the mark that guards them in a CSV.",
        "path": f"{table.name}.parquet",
        "profile": "data-resource",
        "format": "parquet",
        "mediatype": PARQUET,
        "type": "file",
    }


def schema(table: Table) -> dict[str, object]:
    """Return a table's schema: its columns, what tells rows apart, and where they point."""
    points = [
        {"fields": list(one.columns), "reference": {"resource": one.table, "fields": list(one.there)}}
        for one in table.points
    ]
    made: dict[str, object] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    return made | ({"foreignKeys": points} if points else {})


def _field(column: Column) -> dict[str, object]:
    constraints: dict[str, object] = {"required": True} if column.required else {}
    constraints |= {"enum": list(column.values)} if column.values else {}
    constraints |= {"pattern": column.pattern} if column.pattern else {}
    told = {"description": " ".join(_told(column)), "unit": column.unit, "source": column.source}
    field: dict[str, object] = {"name": column.name, "type": column.kind}
    field |= {name: value for name, value in told.items() if value}
    field |= {"trueValues": ["true"], "falseValues": ["false"]} if column.kind == "boolean" else {}
    return field | ({"constraints": constraints} if constraints else {})


def _told(column: Column) -> Iterator[str]:
    yield column.meaning
    if column.form:
        yield f"Written as: {column.form}."

"""Tables as Parquet: the same bytes for the same rows and the same version of Arrow."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from importlib.util import find_spec
from typing import Any

from sourcebook.errors import MissingExtra
from sourcebook.publish.export.columns import Column, Table

NEEDS = "pyarrow"


def parquet_table(table: Table, rows: Iterable[Sequence[Any]]) -> bytes:
    """Return a table as Parquet, each column of its own type; MissingExtra where Arrow is not installed."""
    if find_spec(NEEDS) is None:
        raise MissingExtra("data", "A table as Parquet")
    import pyarrow as pa
    from pyarrow import parquet

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "datetime": pa.timestamp("ms", tz="UTC"),
    }
    fields = [
        pa.field(one.name, types[one.kind], nullable=not one.required, metadata={"description": one.meaning})
        for one in table.columns
    ]
    columns = list(zip(*rows, strict=True)) or [()] * len(fields)
    cells = [_read(column, held) for column, held in zip(table.columns, columns, strict=True)]
    arrays = [pa.array(held, type=field.type) for held, field in zip(cells, fields, strict=True)]
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), out, compression="zstd")
    return out.getvalue()


def _read(column: Column, cells: Sequence[Any]) -> Sequence[Any]:
    if column.kind == "date":
        return [date.fromisoformat(cell) if cell else None for cell in cells]
    if column.kind == "datetime":
        return [datetime.fromisoformat(cell) if cell else None for cell in cells]
    return cells


@cache
def formats() -> tuple[str, ...]:
    """Return the formats in which the tables of the whole are written: Parquet where Arrow is installed."""
    return ("csv", "parquet") if find_spec(NEEDS) else ("csv",)

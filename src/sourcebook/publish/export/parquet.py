"""Tables as Parquet: the same bytes for the same rows and the same version of Arrow."""

from __future__ import annotations

import io
from functools import cache
from importlib.util import find_spec
from typing import Any

from sourcebook.errors import MissingExtra
from sourcebook.publish.export.columns import Table
from sourcebook.publish.export.rows import LIKE_A_FORMULA, MARK

NEEDS = "pyarrow"


def parquet_table(table: Table, written: bytes) -> bytes:
    """Return a table as Parquet, each column of its own type, from its CSV; MissingExtra where Arrow is not installed.

    The CSV is that of the data package, with its head: what is empty there is not known, and the marks that guard texts
    are taken away.
    """
    if find_spec(NEEDS) is None:
        raise MissingExtra("data", "A table as Parquet")
    import pyarrow as pa
    from pyarrow import csv, parquet

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
    read = csv.read_csv(
        io.BytesIO(written),
        read_options=csv.ReadOptions(block_size=max(len(written), 1), use_threads=False),
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types={field.name: field.type for field in fields}, null_values=[""], strings_can_be_null=True
        ),
    )
    arrays = [_unguarded(read.column(field.name).combine_chunks()) for field in fields]
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), out, compression="zstd")
    return out.getvalue()


def _unguarded(cells: Any) -> Any:
    import pyarrow as pa
    from pyarrow import compute

    if not pa.types.is_string(cells.type):
        return cells
    return compute.replace_substring_regex(cells, f"\\A{MARK}({LIKE_A_FORMULA})", "\\1")


@cache
def formats() -> tuple[str, ...]:
    """Return the formats in which the tables of the whole are written: Parquet where Arrow is installed."""
    return ("csv", "parquet") if find_spec(NEEDS) else ("csv",)

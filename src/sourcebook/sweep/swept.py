"""The tables that a sweep wrote, opened in DuckDB as views of their own names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import duckdb

from sourcebook.errors import NotFound


def open_tables(database: duckdb.DuckDBPyConnection, folder: Path, names: Iterable[str]) -> None:
    """Make a view of each of a sweep's tables; raises NotFound where the folder has none of this name."""
    for name in names:
        path = folder / f"{name}.parquet"
        if not path.exists():
            raise NotFound(
                "There are no tables of a sweep here.",
                where=str(folder),
                next_step="Sweep into it first: sourcebook sweep WARC... -o DIR",
            )
        database.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet({quoted(path)})")


def quoted(path: Path) -> str:
    """Return a path as DuckDB's SQL has it."""
    return "'" + str(path).replace("'", "''") + "'"

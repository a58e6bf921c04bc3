"""Rows written to Parquet as they come, a few thousand at a time, so that memory does not grow with the file."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import pyarrow as pa
import pyarrow.parquet as pq

from sourcebook.sweep.rows import SCHEMAS, Row

_HELD: Final = 4_000


class Tables:
    """One Parquet file for each table, in a folder that exists; a context manager that closes them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
        self._writers: dict[str, pq.ParquetWriter] = {}
        self._files = ExitStack()
        self.counts: dict[str, int] = dict.fromkeys(SCHEMAS, 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        with self._files:
            if kind is not None:
                return
            for name in self._rows:
                self._write(name)
            for writer in self._writers.values():
                writer.close()

    def put(self, table: str, row: Row) -> None:
        """Take a row of a table."""
        self.counts[table] += 1
        self._rows[table].append(row)
        if len(self._rows[table]) >= _HELD:
            self._write(table)

    def _write(self, table: str) -> None:
        rows = self._rows[table]
        if not rows:
            return
        if table not in self._writers:
            file = self._files.enter_context((self._folder / f"{table}.parquet").open("wb"))
            self._writers[table] = pq.ParquetWriter(file, SCHEMAS[table], compression="zstd")
        self._writers[table].write_table(pa.Table.from_pylist(rows, schema=SCHEMAS[table]))
        rows.clear()

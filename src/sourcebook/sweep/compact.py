"""The tables of a sweep, made once of all its parts: each work once with all its visits, sorted by country."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

import duckdb
import pyarrow as pa

from sourcebook.errors import StorageFailed
from sourcebook.sweep.likeness import Seen, one_work, plain_address
from sourcebook.sweep.rows import SCHEMAS
from sourcebook.sweep.swept import quoted

TABLES: Final = ("works", "passages", "figures", "routes", "themes", "errors")
MEMORY: Final = "2GB"
_BATCH: Final = 10_000
_PLACE: Final = 'warc, "offset", record'
_ORDERS: Final = {
    "works": "country, work",
    "passages": "country, work, passage",
    "figures": "country, work, passage, start, figure",
    "routes": "country, work, passage, start, origin, destination",
    "themes": "country, work, passage, start, theme",
    "errors": 'warc, "offset", what',
}
_VISIT: Final = "{'url': url, 'seen': seen, 'warc': warc, 'offset': \"offset\", 'record': record, 'digest': digest}"


class Compacted(NamedTuple):
    """How many rows each table has, and how many records were found to be a work that another record is already."""

    rows: Mapping[str, int]
    repeated: int
    revisited: int


def compact(parts: list[Path], target: Path) -> Compacted:
    """Write the tables of these parts into a folder, each replaced whole.

    Raises StorageFailed where the disk refuses; the tables that were there then stay.
    """
    making = target / f".tables-{uuid.uuid4().hex[:8]}"
    try:
        making.mkdir()
        with _database(making) as database:
            made = _made(database, parts, making)
        for table in TABLES:
            os.replace(making / f"{table}.parquet", target / f"{table}.parquet")  # noqa: PTH105 - on every system
    except (OSError, duckdb.IOException, duckdb.OutOfMemoryException) as error:
        said = " ".join(str(error).split())[:200]
        raise StorageFailed(f"The tables cannot be written: {said}", where=str(target)) from error
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return made


@contextmanager
def _database(scratch: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY,
        "temp_directory": str(scratch / "spill"),
        "threads": os.cpu_count() or 1,
    }
    database = duckdb.connect(config=settings)
    try:
        yield database
    finally:
        database.close()


def _made(database: duckdb.DuckDBPyConnection, parts: list[Path], making: Path) -> Compacted:
    for table, schema in SCHEMAS.items():
        _open(database, table, schema, [part / f"{table}.parquet" for part in parts])
    database.register("joined", _joined(database))
    database.execute("CREATE TABLE found AS SELECT * FROM works_read JOIN joined USING (work)")
    database.execute(_REVISITS)
    _write_passages(database, making)
    _write_works(database, making)
    _write(database, making, "errors", "SELECT * FROM errors_read")
    rows = {table: _count(database, f"read_parquet({quoted(making / f'{table}.parquet')})") for table in TABLES}
    return Compacted(rows, _count(database, "found") - rows["works"], _count(database, "revisited"))


def _open(database: duckdb.DuckDBPyConnection, table: str, schema: pa.Schema, paths: list[Path]) -> None:
    there = [path for path in paths if path.exists()]
    if there:
        database.execute(f"CREATE VIEW {table}_read AS SELECT * FROM read_parquet([{', '.join(map(quoted, there))}])")
    else:
        database.register(f"{table}_read", schema.empty_table())


def _joined(database: duckdb.DuckDBPyConnection) -> pa.Table:
    found = database.execute('SELECT seen, warc, "offset", work, url, signature FROM works_read')
    rows = iter(lambda: found.fetchmany(_BATCH), [])
    pages = (
        Seen(seen, warc, offset, work, plain_address(url), tuple(signature))
        for batch in rows
        for seen, warc, offset, work, url, signature in batch
    )
    joined = one_work(pages)
    columns = {"work": pa.array(joined, pa.string()), "stands": pa.array(joined.values(), pa.string())}
    return pa.table(columns)


_REVISITS: Final = """
CREATE TABLE revisited AS
SELECT r.*, f.digest AS found_digest, f.stands FROM revisits_read r
JOIN (SELECT payload, any_value(stands ORDER BY stands) AS stands, any_value(digest ORDER BY digest) AS digest
      FROM found WHERE payload <> '' GROUP BY payload) f USING (payload)
"""


def _write_passages(database: duckdb.DuckDBPyConnection, making: Path) -> None:
    """Keep of each passage of a work the first that was captured, and what was read out of that one."""
    database.execute(f"""
        CREATE TABLE kept AS
        SELECT p.passage, p.warc, p."offset", p.record, f.stands FROM passages_read p
        JOIN (SELECT DISTINCT work, stands, seen, {_PLACE} FROM found) f
        ON p.work = f.work AND p.warc = f.warc AND p."offset" = f."offset" AND p.record = f.record
        QUALIFY row_number() OVER (
            PARTITION BY f.stands, p.text ORDER BY f.seen, p.warc, p."offset", p.record, p.passage) = 1
    """)
    for table in ("passages", "figures", "routes", "themes"):
        _write(
            database,
            making,
            table,
            f"SELECT t.* REPLACE (k.stands AS work) FROM {table}_read t "
            'JOIN kept k ON t.passage = k.passage AND t.warc = k.warc AND t."offset" = k."offset" '
            "AND t.record = k.record",
        )


def _write_works(database: duckdb.DuckDBPyConnection, making: Path) -> None:
    _write(
        database,
        making,
        "works",
        f"""
        WITH looks AS (
            SELECT stands, {_VISIT} AS visit FROM found
            UNION ALL SELECT stands, {_VISIT.replace("digest}", "found_digest}")} FROM revisited),
        visits AS (SELECT stands, list(visit ORDER BY visit.seen, visit.warc, visit."offset") AS visits
                   FROM looks GROUP BY stands)
        SELECT f.* EXCLUDE (signature, payload, stands), v.visits FROM found f JOIN visits v ON v.stands = f.stands
        WHERE f.work = f.stands
        QUALIFY row_number() OVER (PARTITION BY f.stands ORDER BY f.seen, f.warc, f."offset", f.record) = 1
        """,
    )


def _write(database: duckdb.DuckDBPyConnection, making: Path, table: str, query: str) -> None:
    path = quoted(making / f"{table}.parquet")
    database.execute(f"COPY ({query} ORDER BY {_ORDERS[table]}) TO {path} (FORMAT parquet, COMPRESSION zstd)")


def _count(database: duckdb.DuckDBPyConnection, source: str) -> int:
    counted: Any = database.execute(f"SELECT count(*) FROM {source}").fetchone()
    return int(counted[0])

"""Families of numbers over the tables of a sweep: DuckDB finds what may belong together, `reconcile` judges it.

A number is grouped first by what the columns say (place, bounds, thing counted, period and the rest), out of core;
only the groups that stand in two works or more, or that were asked for, come into memory.
"""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any, Final, Self

import duckdb

from sourcebook.errors import NotFound, StorageFailed
from sourcebook.model.finding import Family, Finding, Mention
from sourcebook.query.families import TracedFamily
from sourcebook.reconcile.families import block_families, repeated_families
from sourcebook.reconcile.findings import of_block, of_passage
from sourcebook.sweep.swept import open_tables, quoted

MEMORY: Final = "2500MB"
MOST_IN_A_BLOCK: Final = 100_000
"""Of more mentions than these of one value in one place, the earliest are judged."""

_BATCH: Final = 5_000
_NEEDED: Final = ("works", "passages", "figures")
_LOW, _HIGH = "coalesce(low, high)", "coalesce(high, low)"
_KEYS: Final = ("place", "low", "high", "counts", "period", "exploitation", "sex", "age", "status")
_THING: Final = ", ".join(_KEYS)
_TOLD: Final = ", ".join(f"told.{name}" for name in _KEYS)
_IN_A_BUCKET: Final = 4_000_000
"""Figures that are grouped at a time, so that the groups of one bucket fit in memory."""
_COLUMNS: Final = """
    f.figure AS id, f.passage, f.work, w.title, f.country AS page, f.place, f.number, f.start, f."end", p.text, f.low,
    f.high, f.qualifier, f.counts, f.status, f.exploitation, f.sex, f.age, f.origin, f.destination, f.period, f.said_by,
    f.action, f.part_of, f.same_as, w.publisher, w.issued, left(w.seen, 10) AS known_by,
    f.warc || ', byte ' || f."offset" AS locator
"""


class SweptEvidence:
    """The figures of a sweep, asked as an archive's are; a context manager that lets go of the tables.

    Raises NotFound where the folder has no tables of a sweep.
    """

    def __init__(self, folder: Path) -> None:
        self._database = duckdb.connect(config={"memory_limit": MEMORY, "threads": os.cpu_count() or 1})
        try:
            open_tables(self._database, folder, _NEEDED)
        except NotFound:
            self._database.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def trace(
        self, low: float, high: float, as_of: date, *, country: str | None = None, counts: str | None = None
    ) -> tuple[TracedFamily, ...]:
        """Return the families of a number, single mentions included, the one in most works first."""
        asked = f"{_LOW} = ? AND {_HIGH} = ?" + (" AND place = ?" if country else "")
        values: list[Any] = [low, high, *([country] if country else [])]
        mentions = [one for block in self._blocks(asked, values) for one in block]
        by_place: dict[str | None, list[Mention]] = defaultdict(list)
        for mention in mentions:
            by_place[mention.place].append(mention)
        found = [family for block in by_place.values() for family in block_families(block, as_of)]
        chosen = [family for family in found if counts is None or family.counts == counts]
        chosen.sort(key=lambda family: (-len(family.works), family.country or "", family.id))
        return tuple(self._traced(family) for family in chosen)

    def findings(self, as_of: date, country: str | None = None) -> Iterator[Finding]:
        """Yield what the numbers that stand in two works or more show, and the sums they stand in, block by block."""
        self._group("WHERE place = ?" if country else "", [country] if country else [])
        for block in self._blocks("(place, coalesce(low, high), coalesce(high, low)) IN (FROM repeated)", []):
            families = repeated_families(block, as_of)
            yield from of_block(families)
            for family in families:
                yield from self._sums(family)

    def write_families(self, target: Path) -> int:
        """Write a row for each number that stands in two works or more about one thing; return how many there are.

        A row has the thing's columns, how many works and publishers have it, and when and where it was first said.
        Raises StorageFailed where the disk refuses.
        """
        parts = target.parent / f".{target.name}-parts"
        shutil.rmtree(parts, ignore_errors=True)
        try:
            parts.mkdir()
            self._database.execute("SET preserve_insertion_order = false")
            self._database.execute(f"SET temp_directory = {quoted(parts / 'spill')}")
            figures: Any = self._database.execute("SELECT count(*) FROM figures").fetchone()
            buckets = figures[0] // _IN_A_BUCKET + 1
            for bucket in range(buckets):
                query = _FAMILIES.format(bucket=bucket, buckets=buckets)
                self._database.execute(f"COPY ({query}) TO {quoted(parts / f'{bucket}.parquet')} (FORMAT parquet)")
            every = f"FROM read_parquet({quoted(parts / '*.parquet')})"
            self._database.execute(f"COPY ({every}) TO {quoted(target)} (FORMAT parquet, COMPRESSION zstd)")
            counted: Any = self._database.execute(f"SELECT count(*) {every}").fetchone()
        except (OSError, duckdb.IOException, duckdb.OutOfMemoryException) as error:
            raise StorageFailed(f"The families cannot be written: {error}", where=str(target)) from error
        finally:
            shutil.rmtree(parts, ignore_errors=True)
        return int(counted[0])

    def titles(self, works: Iterable[str]) -> dict[str, str]:
        """Return the titles of works."""
        asked = sorted(set(works))
        found = self._database.execute("SELECT work, title FROM works WHERE work IN (SELECT unnest(?))", [asked])
        return dict(found.fetchall())

    def _group(self, where: str, values: list[Any]) -> None:
        self._database.execute(
            f"CREATE OR REPLACE TABLE repeated AS SELECT place, {_LOW}, {_HIGH} FROM figures {where} "
            "GROUP BY ALL HAVING min(work) <> max(work)",
            values,
        )

    def _blocks(self, where: str, values: list[Any]) -> Iterator[list[Mention]]:
        """Yield the mentions that are asked for, those of one value in one place together."""
        with self._rows(where, values) as rows:
            for _, block in groupby(rows, key=lambda one: (one.place, one.low, one.high)):
                yield [one for _, one in zip(range(MOST_IN_A_BLOCK), block, strict=False)]

    @contextmanager
    def _rows(self, where: str, values: list[Any]) -> Iterator[Iterator[Mention]]:
        cursor = self._database.cursor()
        try:
            cursor.execute(
                f"SELECT {_COLUMNS} FROM (SELECT * FROM figures WHERE {where}) f JOIN works w USING (work) "
                "JOIN passages p ON p.passage = f.passage ORDER BY f.place, f.low, f.high, w.issued, f.figure",
                values,
            )
            names = [column[0] for column in cursor.description or ()]
            yield (_mention(names, row) for row in _fetched(cursor))
        finally:
            cursor.close()

    def _traced(self, family: Family) -> TracedFamily:
        return TracedFamily(family=family, parts=tuple(self._sums(family)))

    def _sums(self, family: Family) -> Iterator[Finding]:
        """Yield the sums in which a family's figures stand, in their passages."""
        figures = {figure for member in family.mentions for figure in (member.mention.id, *member.also)}
        passages = sorted({member.mention.passage for member in family.mentions})
        with self._rows("passage IN (SELECT unnest(?))", [passages]) as rows:
            by_passage: dict[str, list[Mention]] = defaultdict(list)
            for mention in rows:
                by_passage[mention.passage].append(mention)
        for mentions in by_passage.values():
            yield from (finding for finding in of_passage(mentions) if figures.intersection(finding.figures))


_FAMILIES: Final = f"""
    WITH told AS (
        SELECT {_THING}, work, count(*) AS mentions, min(issued) AS issued FROM figures
        WHERE hash(place, low, high) % {{buckets}} = {{bucket}} GROUP BY {_THING}, work),
    twice AS (
        SELECT {_THING}, count(*) AS works FROM told GROUP BY {_THING} HAVING count(*) > 1)
    SELECT {_TOLD}, any_value(twice.works) AS works, sum(mentions)::BIGINT AS mentions,
           count(DISTINCT publisher) AS publishers, min(issued) AS first_issued,
           arg_min(work, coalesce(issued, '9999')) AS first_work
    FROM told JOIN twice ON {" AND ".join(f"told.{name} IS NOT DISTINCT FROM twice.{name}" for name in _KEYS)}
    LEFT JOIN (SELECT work, publisher FROM works) USING (work)
    GROUP BY {_TOLD}
"""


def _fetched(cursor: duckdb.DuckDBPyConnection) -> Iterator[Sequence[Any]]:
    while rows := cursor.fetchmany(_BATCH):
        yield from rows


def _mention(names: Sequence[str], row: Sequence[Any]) -> Mention:
    fields = dict(zip(names, row, strict=True))
    for name in ("origin", "destination"):
        fields[name] = tuple(fields[name] or ())
    return Mention(**fields)

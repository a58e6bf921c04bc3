"""Families over figures of a sweep in Parquet, generated: the time that grouping them takes, and the peak of memory.

    python bench/sweep_families.py --figures 50000000

A figure is one of 200 places, ten kinds, 24 years and a few statuses; its value is drawn so that small numbers are
common and large ones rare. Every work has five figures.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

MOST_SECONDS, MOST_MEGABYTES = 240, 4000

FIGURES = """
SELECT place AS country, 'w' || (n // 5) AS work, 'p' || n AS passage, 'f' || n AS figure, value AS low, value AS high,
       counts, place, period, exploitation, sex, age, status,
       (1995 + hash(n // 5) % 30)::VARCHAR AS issued, NULL::VARCHAR AS said_by
FROM (
    SELECT n, 'P' || (hash(n, 1) % 200) AS place, ['victims', 'cases', 'offenders', 'people'][(1 + hash(n, 2) % 4)::BIGINT] AS counts,
           (2000 + hash(n, 3) % 24)::VARCHAR AS period, ['sexual', 'labour', NULL][(1 + hash(n, 4) % 3)::BIGINT] AS exploitation,
           ['female', 'male', NULL, NULL][(1 + hash(n, 5) % 4)::BIGINT] AS sex, ['minor', NULL, NULL][(1 + hash(n, 6) % 3)::BIGINT] AS age,
           ['identified', 'estimated', NULL][(1 + hash(n, 7) % 3)::BIGINT] AS status,
           floor(exp(9 * (hash(n, 8) % 1000000) / 1000000.0))::DOUBLE AS value
    FROM range({count}) AS numbers(n))
"""
WORKS = (
    "SELECT 'w' || n AS work, 'Title' AS title, 'Publisher ' || (hash(n) % 4000) AS publisher FROM range({count}) t(n)"
)
PASSAGES = "SELECT 'p0' AS passage, '' AS text"


def generate(folder: Path, count: int) -> None:
    """Write the tables of a sweep with so many figures."""
    database = duckdb.connect(config={"memory_limit": "2GB", "temp_directory": str(folder / "spill")})
    for table, query in (
        ("figures", FIGURES.format(count=count)),
        ("works", WORKS.format(count=count // 5)),
        ("passages", PASSAGES),
    ):
        database.execute(f"COPY ({query}) TO '{folder / table}.parquet' (FORMAT parquet)")
    database.close()


def measure(folder: Path) -> None:
    """Print how many families there are, the seconds it took and the peak of memory; run in a process of its own."""
    from sourcebook.sweep.families import SweptEvidence

    started = time.perf_counter()
    with SweptEvidence(folder) as evidence:
        found = evidence.write_families(folder / "families.parquet")
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{found:,} families in {seconds:.0f} s (at most {MOST_SECONDS}), {peak:,.0f} MB (at most {MOST_MEGABYTES:,})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--figures", type=int, default=50_000_000)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.folder:
        measure(asked.folder)
        return
    with tempfile.TemporaryDirectory() as made:
        generate(Path(made), asked.figures)
        print(f"{asked.figures:,} figures: ", end="", flush=True)
        subprocess.run([sys.executable, __file__, "--folder", made], check=True)


if __name__ == "__main__":
    main()

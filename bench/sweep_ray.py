"""The rate of a sweep on a local Ray cluster of two nodes beside that of two local processes, over the same files.

    python bench/sweep_ray.py [--files 8] [--runs 5]

Both are warm: a short sweep goes before the measured ones. The cluster is made on this machine by ray.cluster_utils, one
CPU a node. Rates are by the clock, the two in turns, medians. A last run loses a node in the middle and must give the
same rows.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import threading
import time
from pathlib import Path

import duckdb
import ray
from ray.cluster_utils import Cluster

from sourcebook.sweep.engine import Engine
from sourcebook.sweep.local_engine import LocalEngine
from sourcebook.sweep.ray_engine import RayEngine
from sourcebook.sweep.run import sweep
from sweep import copy
from sweep_archives import write

NODE_LOST_AFTER = 1.0


def seconds(files: list[Path], folder: Path, engine: Engine) -> float:
    """Return the seconds that a sweep of all files into a new folder takes."""
    shutil.rmtree(folder, ignore_errors=True)
    started = time.perf_counter()
    sweep(map(str, files), folder, engine)
    return time.perf_counter() - started


def rows(folder: Path) -> dict[str, str]:
    """Return a digest of every table's rows, whatever their order."""
    digest = "SELECT count(*) || ' rows, ' || coalesce(sum(hash(t)::HUGEINT), 0) FROM read_parquet('{}') AS t"
    return {path.name: duckdb.sql(digest.format(path)).fetchall()[0][0] for path in sorted(folder.glob("*.parquet"))}


def rates(files: list[Path], folder: Path, runs: int) -> None:
    """Print the medians of both engines and their ratio."""
    pool, cluster = LocalEngine(2), RayEngine()
    for engine in (pool, cluster):
        seconds(files[:2], folder / "warm", engine)
    turns = [(seconds(files, folder / "pool", pool), seconds(files, folder / "ray", cluster)) for _ in range(runs)]
    local, remote = (statistics.median(turn[n] for turn in turns) for n in (0, 1))
    print(f"{len(files)} files: two processes {local:.2f} s, two Ray nodes {remote:.2f} s")
    print(f"ratio {local / remote:.2f} (at least 1)")


def losing_a_node(files: list[Path], folder: Path, cluster: Cluster, node: object) -> None:
    """Print whether the rows are the same after a node is lost in the middle."""
    timer = threading.Timer(NODE_LOST_AFTER, lambda: cluster.remove_node(node, allow_graceful=False))
    timer.start()
    took = seconds(files, folder / "lost", RayEngine())
    timer.join()
    same = rows(folder / "lost") == rows(folder / "pool") and bool(rows(folder / "pool"))
    print(f"a node lost after {NODE_LOST_AFTER:.0f} s: {took:.2f} s, the same rows: {same}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=8)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = folder / "part.warc.gz"
        write(first, 3000, every=100, seed=10)
        files = [copy(first, folder / f"part{number}.warc.gz", number) for number in range(asked.files)]
        cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
        node = cluster.add_node(num_cpus=1)
        ray.init(address=cluster.address, log_to_driver=False, logging_level="ERROR")
        try:
            rates(files, folder, asked.runs)
            losing_a_node(files, folder, cluster, node)
        finally:
            ray.shutdown()
            cluster.shutdown()


if __name__ == "__main__":
    main()

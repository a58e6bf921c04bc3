"""The rates of a sweep beside bare reading and beside trafilatura with quantulum3, its growth, and its memory.

    python bench/sweep.py [--megabytes 100]

The files are made of our own sentences (bench/sweep_archives.py), pages of about 55 kB that gzip takes to two fifths.
Rates are medians of several runs, the peers in turns with ours in the same process, by the processor's time, which other
work on the machine disturbs less than the clock; two processes against one are by the clock.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from fastwarc.warc import ArchiveIterator

from sweep_archives import write

RUNS = 7
PAGE = 55_000


def timed(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """Return the seconds that a piece of work takes."""
    started = clock()
    work()
    return clock() - started


def bare(path: Path) -> int:
    """Iterate over a file's records and read them, and nothing else."""
    with path.open("rb") as file:
        return sum(len(record.reader.read()) for record in ArchiveIterator(file))


def ours(path: Path) -> None:
    """Sweep a file in this process, tables included."""
    from sourcebook.sweep.task import sweep_file

    with tempfile.TemporaryDirectory() as folder:
        sweep_file(path, path.name, "trafficking", Path(folder))


def theirs(path: Path, most: int) -> None:
    """Read the main text of the first pages with trafilatura, and the numbers in it with quantulum3."""
    import trafilatura
    from quantulum3 import parser

    with path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number, record in enumerate(ArchiveIterator(file)):
            if number == most:
                return
            text = trafilatura.extract(record.reader.read().decode()) or ""
            for line in text.splitlines():
                parser.parse(line)


def in_turns(
    one: Callable[[], object],
    other: Callable[[], object],
    runs: int = RUNS,
    clock: Callable[[], float] = time.process_time,
) -> tuple[float, float]:
    """Return the medians of two pieces of work done in turns."""
    one()
    other()
    pairs = [(timed(one, clock), timed(other, clock)) for _ in range(runs)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def rate_of_few(folder: Path, megabytes: int) -> None:
    """Print the rate where one page in a hundred is on the topic, beside bare reading."""
    path = folder / "few.warc.gz"
    size = write(path, megabytes * 1_000_000 // PAGE, every=100)
    ours_time, bare_time = in_turns(lambda: ours(path), lambda: bare(path))
    print(
        f"1% on topic, {size / 1e6:.0f} MB: {size / ours_time / 1e6:.0f} MB/s, bare reading {size / bare_time / 1e6:.0f}"
    )
    print(f"ratio {bare_time / ours_time:.2f} (at least 0.5)")


def rate_of_all(folder: Path) -> None:
    """Print the rate where every page is on the topic, beside main text and numbers by the usual tools."""
    path, few = folder / "all.warc.gz", 12
    write(path, few, every=1, seed=2)
    ours_time, their_time = in_turns(lambda: ours(path), lambda: theirs(path, few), 3)
    print(f"all on topic: {few / ours_time:.0f} pages/s, trafilatura + quantulum3 {few / their_time:.1f}")
    print(f"ratio {their_time / ours_time:.1f} (at least 10)")


def processes(folder: Path) -> None:
    """Print how much faster two processes are than one over eight files, starting the processes included."""
    from sourcebook.sweep.local_engine import LocalEngine
    from sourcebook.sweep.run import sweep

    first = folder / "part.warc.gz"
    write(first, 3000, every=100, seed=10)
    files = [copy(first, folder / f"part{number}.warc.gz", number) for number in range(8)]
    made = 0

    def run(workers: int) -> None:
        nonlocal made
        made += 1
        sweep(map(str, files), folder / f"out{made}", LocalEngine(workers))

    one, two = in_turns(lambda: run(1), lambda: run(2), clock=time.perf_counter)
    print(f"8 files: one process {one:.2f} s, two {two:.2f} s, starting them included")
    print(f"ratio {one / two:.2f} (at least 1.7)")


def copy(first: Path, target: Path, number: int) -> Path:
    """Write a file of the same records behind one of its own, so that it has a digest of its own."""
    block = f"copy: {number}\r\n"
    record = f"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: {len(block)}\r\n\r\n{block}\r\n\r\n"
    target.write_bytes(gzip.compress(record.encode(), mtime=0) + first.read_bytes())
    return target


def growth(folder: Path) -> None:
    """Print how much longer ten times the files take."""
    from sourcebook.sweep.local_engine import LocalEngine
    from sourcebook.sweep.run import sweep

    files = [folder / f"grow{number}.warc.gz" for number in range(10)]
    for number, path in enumerate(files):
        write(path, 300, every=20, seed=30 + number)
    made = 0

    def run(count: int) -> None:
        nonlocal made
        made += 1
        sweep(map(str, files[:count]), folder / f"grown{made}", LocalEngine(1))

    one, ten = in_turns(lambda: run(1), lambda: run(10), 5)
    print(f"ten times the files take {ten / one:.1f} times as long (at most 10.5)")


def memory(folder: Path) -> None:
    """Print the peak of memory over a file with a record of 600 MB, in a process of its own."""
    path = folder / "large.warc.gz"
    write(path, 50, every=1)
    _append_large(path, 600)
    code = f"import resource;from pathlib import Path;from sweep import ours;ours(Path({str(path)!r}));"
    code += "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    here = Path(__file__).parent
    printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=here).stdout
    print(f"peak of memory with a record of 600 MB: {int(printed)} MB (at most 500)")


def _append_large(path: Path, megabytes: int) -> None:
    import zlib

    size = megabytes << 20
    head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    fields = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:large>\r\nWARC-Date: 2020-05-01T10:00:00Z\r\n"
        "WARC-Target-URI: https://example.org/large\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {size + len(head)}\r\n\r\n{head}"
    )
    packer = zlib.compressobj(1, wbits=31)
    with path.open("ab") as file:
        file.write(packer.compress(fields.encode()))
        for _ in range(megabytes):
            file.write(packer.compress((b"<p>The market opens on Saturdays.</p>\n" * 30_000)[: 1 << 20]))
        file.write(packer.compress(b"\r\n\r\n") + packer.flush())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--only", default="", help="few, all, processes, growth or memory")
    asked = parser.parse_args()
    parts: dict[str, Callable[[Path], None]] = {
        "few": lambda folder: rate_of_few(folder, asked.megabytes),
        "all": rate_of_all,
        "processes": processes,
        "growth": growth,
        "memory": memory,
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, part in parts.items():
            if asked.only in ("", name):
                part(Path(folder))
    print(f"peak of memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()

"""The rate of `sourcebook verify` beside that of `fastwarc check` over the same kept files, and its peak memory.

    python bench/verify.py [MEGABYTES] [--large]

`--large` keeps one record of 2 GB instead, to show that memory stays flat.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sourcebook.pipeline.create import create
from sourcebook.preserve import Deposit, KeptFiles
from sourcebook.store import SqliteStore

BIN = Path(sys.executable).parent
MEASURED = (
    "import resource,subprocess,sys;"
    "code=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL).returncode;"
    "print(code,resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def fill(folder: Path, megabytes: int, size: int | None) -> None:
    """Make a sourcebook with deposits of random words, of one size or of 2 kB to 400 kB."""
    create(folder)
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghijklmnoprstuvw", k=chance.randint(2, 11))) for _ in range(20_000)]
    block = " ".join(chance.choices(words, k=1_000_000)).encode()
    kept = KeptFiles(folder)
    done = number = 0
    with SqliteStore(folder) as store:
        while done < megabytes * 1_000_000:
            wanted = size or int(2_000 * 200 ** chance.random())
            start = chance.randrange(len(block) - min(wanted, len(block) // 2))
            data = (block[start:] + block * (wanted // len(block) + 1))[:wanted]
            with store.writer() as writer:
                deposit = Deposit(data=data, name=f"{number}.txt", time="2024-05-06T07:08:09Z", media_type="text/plain")
                writer.put_capture(kept.append(deposit))
            done, number = done + wanted, number + 1
    print(f"{number:,} records, {done / 1e6:,.0f} MB, {sum(map(os.path.getsize, files(folder))) / 1e6:,.0f} MB packed")


def files(folder: Path) -> list[Path]:
    return sorted((folder / "captures").iterdir())


def timed(*command: str) -> tuple[float, int]:
    """Return the seconds that a command takes, and its peak memory in MB."""
    start = time.perf_counter()
    said = subprocess.run([sys.executable, "-c", MEASURED, *command], capture_output=True, check=True, text=True)
    code, memory = said.stdout.split()
    assert code == "0", command
    return time.perf_counter() - start, int(memory) // 1024


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("megabytes", nargs="?", type=int, default=600)
    asked.add_argument("--large", action="store_true")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "archive"
        fill(folder, 2_000 if given.large else given.megabytes, 2_000_000_000 if given.large else None)
        ours, theirs = [], []
        for _ in range(3):
            ours.append(timed(str(BIN / "sourcebook"), "-C", str(folder), "verify"))
            each = [timed(str(BIN / "fastwarc"), "check", "-q", str(path)) for path in files(folder)]
            theirs.append((sum(seconds for seconds, _ in each), max(memory for _, memory in each)))
    for name, runs in (("sourcebook verify", ours), ("fastwarc check", theirs)):
        print(f"{name:18} {min(runs)[0]:6.2f} s  {max(memory for _, memory in runs):5} MB")
    print(f"rate of verify / rate of fastwarc check: {min(theirs)[0] / min(ours)[0]:.2f}")


if __name__ == "__main__":
    main()

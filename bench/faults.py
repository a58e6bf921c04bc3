"""Plant faults in copies of an archive and let `verify` find them: all of them, and none that is not there.

python -m bench.faults [HOW_MANY]
"""

from __future__ import annotations

import collections
import random
import shutil
import sys
import tempfile
from pathlib import Path

from tests.pipeline.planting import WAYS, Archive, judge, make

from sourcebook.pipeline.verify import verify


def run(count: int, *, seed: int = 0) -> tuple[dict[str, list[int]], list[str]]:
    """Return how many of each kind were planted and found, and a line for each that was missed or invented."""
    tally: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    lines = []
    with tempfile.TemporaryDirectory() as temporary:
        sound = make(Path(temporary) / "sound")
        report = verify(sound)
        assert not report.findings, report.findings
        for number in range(count):
            folder = Path(temporary) / "copy"
            shutil.copytree(sound, folder)
            way = WAYS[number % len(WAYS)]
            planted = way(Archive(folder, random.Random(seed * 100_000 + number)))
            found, invented = judge(planted, verify(folder))
            tally[way.__name__][0] += 1
            tally[way.__name__][1] += found
            lines += [] if found else [f"missed: {number} {planted.what}"]
            lines += [f"invented: {number} {planted.what}: {what}" for what in invented]
            shutil.rmtree(folder)
    return tally, lines


if __name__ == "__main__":
    tally, lines = run(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
    print(*lines, sep="\n")
    for name, (planted, found) in sorted(tally.items()):
        print(f"{name:15} planted {planted:4}  found {found:4}")
    print(
        f"planted {sum(p for p, _ in tally.values())}, found {sum(f for _, f in tally.values())}, "
        f"invented {sum(line.startswith('invented') for line in lines)}"
    )

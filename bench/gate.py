"""How many passages that identify someone the gate misses, and how many that do not it holds back.

    python bench/gate.py [PASSAGES.jsonl]

The passages are our own (bench/evidence/gate.jsonl): 1,080 that identify a person who was harmed, 1,080 that look alike and
do not. Each round was written and labelled before the gate read it: `identifies-01` to `-240` and as many of `alike` in
eleven rounds, then batches of 120, `A001` to `N120`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sourcebook.extract.risks import risks

OWN = Path(__file__).parent / "evidence" / "gate.jsonl"


def judged(path: Path = OWN) -> tuple[list[str], list[str], int]:
    """Return the ids of the passages that are missed, of those held for nothing, and how many there are."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    held = {row["id"]: bool(risks(row["text"])) for row in rows}
    missed = [row["id"] for row in rows if row["held"] and not held[row["id"]]]
    alarms = [row["id"] for row in rows if not row["held"] and held[row["id"]]]
    return missed, alarms, len(rows)


def main() -> None:
    missed, alarms, count = judged(Path(sys.argv[1])) if len(sys.argv) > 1 else judged()
    print(f"{count} passages: {len(missed)} missed {missed}, {len(alarms)} held for nothing {alarms}")


if __name__ == "__main__":
    main()

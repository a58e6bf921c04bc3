"""Speed of the extractor beside quantulum3 on the same texts, its memory, and how its time grows.

    python bench/extract_speed.py [FOLDER]

Without a folder our own labelled passages are read; FOLDER holds plain-text reports. Seconds are of the process, so
that other work on the machine counts little. quantulum3 is left out where it is not installed.
"""

from __future__ import annotations

import json
import resource
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from sourcebook.extract import claims

EVIDENCE = Path(__file__).parent / "evidence" / "passages.jsonl"
SHAPES = {
    "digits": "1 ",
    "brackets": "(",
    "commas": ",",
    "countries": "Kenya ",
    "numbers": "14 girls, ",
    "dashes": "5 - ",
    "sentences": "Police freed 14 girls from Kenya in 2014. ",
}
SAMPLE = 40_000


def rate(read: Callable[[str], object], texts: list[str]) -> float:
    """Return characters a second."""
    start = time.process_time()
    for text in texts:
        read(text)
    return sum(map(len, texts)) / (time.process_time() - start)


def ours(text: str) -> object:
    return claims(text, about="KE")


def theirs() -> Callable[[str], object] | None:
    warnings.simplefilter("ignore")
    try:
        from quantulum3 import parser
    except ImportError:
        return None
    return parser.parse


def growth(piece: str, size: int) -> float:
    """Return how many times longer ten times the text takes."""
    seconds = []
    for length in (size, 10 * size):
        text = (piece * (length // len(piece) + 1))[:length]
        start = time.process_time()
        ours(text)
        seconds.append(time.process_time() - start)
    return seconds[1] / max(seconds[0], 1e-4)


def main() -> None:
    if len(sys.argv) > 1:
        texts = [
            path.read_text(encoding="utf-8", errors="replace") for path in sorted(Path(sys.argv[1]).rglob("*.txt"))
        ]
    else:
        texts = [json.loads(line)["text"] for line in EVIDENCE.read_text(encoding="utf-8").splitlines()]
    ours(texts[0])
    mine = rate(ours, texts)
    print(f"{len(texts)} texts, {sum(map(len, texts)):,} characters: {mine:,.0f} characters a second")
    other = theirs()
    if other is not None:
        other("5 men")
        few = [text[:SAMPLE] for text in texts[:: max(1, len(texts) // 20)]]
        print(
            f"quantulum3 on a sample of them: {(slow := rate(other, few)):,.0f}; ours is {mine / slow:.1f} times that"
        )
    for name, piece in SHAPES.items():
        print(f"ten times as many {name}: {growth(piece, 50_000):.1f} times the time")
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()

"""Speed of the extractor beside quantulum3 on the same texts, its memory, and how its time grows.

    python bench/extract_speed.py                     dense passages: our own labelled ones
    python bench/extract_speed.py FILE.jsonl ...      dense passages of your own, one a line with its `text`
    python bench/extract_speed.py FOLDER              whole reports, plain text
    python bench/extract_speed.py --growth            ten times the text of every shape
    python bench/extract_speed.py --memory [FOLDER]   100 MB of text, and 10 MB in one passage

Both readers read the same texts, turn by turn in one process; seconds are of the process, so that other work on the
machine counts little, and medians of the rounds are printed. quantulum3 is left out where it is not installed.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import time
import warnings
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from sourcebook.extract import claims

EVIDENCE = Path(__file__).parent / "evidence" / "passages.jsonl"
SHAPES = {
    "digits": "1 ",
    "brackets": "(",
    "commas": ",",
    "country names": "Kenya ",
    "quotation marks": '"',
    "number words": "one hundred and ",
    "figures": "14 girls, ",
    "dashes": "5 - ",
    "bare denials": "no ",
    "dates": "in 2014 ",
    "sentences": "Police freed 14 girls from Kenya in 2014. ",
    "routes": "Girls are trafficked from Kenya to Italy. ",
}
ROUNDS = 5
MOST_REPORTS = 200_000  # characters: quantulum3 takes half a minute for them
MEGABYTE = 1_000_000
WHOLE = 100 * MEGABYTE


def seconds(read: Callable[[str], object], texts: list[str]) -> float:
    """Return the seconds of the process that texts take."""
    start = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - start


def ours(text: str) -> object:
    return claims(text, about="KE")


def theirs() -> Callable[[str], object] | None:
    warnings.simplefilter("ignore")
    try:
        from quantulum3 import parser
    except ImportError:
        return None
    return parser.parse


def resident() -> float:
    """Return the most memory that the process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def passages(files: list[Path]) -> list[str]:
    return [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def reports(folder: Path, most: int) -> list[str]:
    """Return reports spread evenly over a folder, whole, of no more characters in all than `most`."""
    files = sorted(folder.rglob("*.txt"))
    taken: list[str] = []
    for file in files[:: max(1, len(files) // 40)]:
        text = file.read_text(encoding="utf-8", errors="replace")
        if sum(map(len, taken)) + len(text) <= most:
            taken.append(text)
    return taken


def beside(texts: list[str], rounds: int) -> None:
    """Print the rates of both readers on the same texts, and their ratio."""
    characters = sum(map(len, texts))
    other = theirs()
    seconds(ours, texts)
    mine, its = [], []
    for _ in range(rounds):
        mine.append(seconds(ours, texts))
        if other is not None:
            its.append(seconds(other, texts))
    rate = characters / statistics.median(mine)
    print(f"{len(texts)} texts, {characters:,} characters: {rate:,.0f} characters a second")
    if its:
        slow = characters / statistics.median(its)
        print(f"quantulum3 on the same: {slow:,.0f}; ours is {rate / slow:.1f} times that")


def growth(piece: str, size: int) -> float:
    """Return how many times longer ten times the text takes: the least of turns, so that no stall counts."""
    short, long = ((piece * (length // len(piece) + 1))[:length] for length in (size, 10 * size))
    few, many = [], []
    for _ in range(3):
        few += [seconds(ours, [short]) for _ in range(4)]
        many.append(seconds(ours, [long]))
    return min(many) / max(min(few), 1e-4)


def stream(folder: Path | None) -> Iterator[str]:
    """Yield texts without end: the reports of a folder, else our own passages with a number that makes each new."""
    if folder is not None:
        files = sorted(folder.rglob("*.txt"))
        for file in cycle(files):
            yield file.read_text(encoding="utf-8", errors="replace")
    for at, text in enumerate(cycle(passages([EVIDENCE]))):
        yield f"{text} {at} men"


def memory(folder: Path | None) -> None:
    """Print the memory held after each tenth of 100 MB of text, and after 10 MB in one passage."""
    read, tenth = 0, 1
    for text in stream(folder):
        ours(text)
        read += len(text)
        if read >= tenth * WHOLE // 10:
            print(f"{read / MEGABYTE:,.0f} MB read: {resident():,.0f} MB held", flush=True)
            tenth += 1
        if tenth > 10:
            break
    took = seconds(ours, [_one_passage(folder)])
    print(f"10 MB in one passage: {took:,.0f} seconds, {resident():,.0f} MB held")


def _one_passage(folder: Path | None) -> str:
    """Return 10 MB of texts put together."""
    parts: list[str] = []
    length = 0
    for text in stream(folder):
        parts.append(text)
        length += len(text)
        if length >= 10 * MEGABYTE:
            break
    return "\n\n".join(parts)[: 10 * MEGABYTE]


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("paths", nargs="*", type=Path)
    given.add_argument("--growth", action="store_true")
    given.add_argument("--memory", action="store_true")
    given.add_argument("--rounds", type=int, default=ROUNDS)
    asked = given.parse_args()
    folder = next((path for path in asked.paths if path.is_dir()), None)
    if asked.growth:
        for name, piece in SHAPES.items():
            print(f"ten times as many {name}: {growth(piece, 30_000):.1f} times the time", flush=True)
    elif asked.memory:
        memory(folder)
    elif folder is not None:
        beside(reports(folder, MOST_REPORTS), 1)
    else:
        beside(passages(asked.paths or [EVIDENCE]), asked.rounds)


if __name__ == "__main__":
    main()

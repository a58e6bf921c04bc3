"""Draw marks out of reports, and print how each is linked: what a hand judges, and a hand's judgement can be held to.

    python bench/marks.py FOLDER [--marks 300] [--seed 8] [--reading]

Candidates are drawn from the text itself, before anything is read: every bracket that holds digits and what parts them,
and does not stand in the list; as many from each folder in FOLDER. Each is printed with the end of its sentence, what it
was linked to, and how the first and the last of these references begin. `--reading` reads and counts, and prints no text.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sourcebook.model import Document
from sourcebook.model.report import Mark, Report, ReportBlock
from sourcebook.segment.report import segment_report

CANDIDATE = re.compile(r"[(\[]\s*\d[\d\s,;.\u2010-\u2015&-]*(?:and\s+\d+\s*)?[)\]]?")
LIST = re.compile(r"^\s*(?:REFERENCES|ENDNOTES|NOTES)\s*$", re.MULTILINE | re.IGNORECASE)
SHOWN = 110


class Drawn(NamedTuple):
    """A candidate: its file, where it stands, and which it is of those in its file that have the same digits."""

    path: Path
    start: int
    end: int


def candidates(path: Path, text: str) -> Iterator[Drawn]:
    """Yield what may be a mark in the text before its list of references."""
    heads = list(LIST.finditer(text))
    until = heads[-1].start() if heads else len(text)
    for found in CANDIDATE.finditer(text, 0, until):
        yield Drawn(path, found.start(), found.end())


def draw(folder: Path, number: int, seed: int) -> list[Drawn]:
    """Return so many candidates, as many from each folder; the same ones for the same seed and files."""
    by_folder: dict[Path, list[Drawn]] = defaultdict(list)
    for path in sorted(folder.rglob("*.txt")):
        by_folder[path.parent] += candidates(path, path.read_text(encoding="utf-8"))
    chance = random.Random(seed)
    share = number // max(len(by_folder), 1)
    return [
        one for _, listed in sorted(by_folder.items()) for one in sorted(chance.sample(listed, min(share, len(listed))))
    ]


def digits(text: str) -> str:
    """Return the numbers of a text as they stand, without what parts them."""
    return " ".join(re.findall(r"\d+", text))


def linked(report: Report, text: str, drawn: Drawn) -> tuple[ReportBlock | None, Mark | None]:
    """Return the block in which a candidate stands, and the mark that was read there."""
    block = next((one for one in report.blocks if one.start <= drawn.start < one.end), None)
    if block is None:
        return None, None
    wanted = digits(text[drawn.start : drawn.end])
    before = sum(digits(found.group()) == wanted for found in CANDIDATE.finditer(text, block.start, drawn.start))
    alike = [found.start() for found in CANDIDATE.finditer(block.text) if digits(found.group()) == wanted]
    if before >= len(alike):
        return block, None
    return block, next((mark for mark in block.marks if mark.start == alike[before]), None)


def main() -> None:
    """Print the sample and how it is linked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--marks", type=int, default=300)
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--reading", action="store_true")
    asked = parser.parse_args()
    told: Counter[str] = Counter()
    read: dict[Path, tuple[str, Report]] = {}
    for at, drawn in enumerate(draw(asked.folder, asked.marks, asked.seed), 1):
        if drawn.path not in read:
            text = drawn.path.read_text(encoding="utf-8")
            read[drawn.path] = (text, segment_report(Document(text=text, media_type="text/plain")))
        text, report = read[drawn.path]
        block, mark = linked(report, text, drawn)
        told["linked" if mark else "no mark"] += 1
        if not asked.reading:
            show(at, text, drawn, report, (block, mark))
    print(", ".join(f"{count} {what}" for what, count in told.items()))


def show(at: int, text: str, drawn: Drawn, report: Report, found: tuple[ReportBlock | None, Mark | None]) -> None:
    """Print a candidate with its sentence and what it was linked to."""
    block, mark = found
    written = " ".join(text[drawn.start : drawn.end].split())
    name = f"{drawn.path.parent.name}/{drawn.path.stem}"
    around = " ".join(text[max(0, drawn.start - SHOWN) : drawn.start].split())
    behind = " ".join(text[drawn.end : drawn.end + 30].split())
    kind = block.kind if block else "no block"
    if mark is None or block is None:
        print(
            f"{at} {name} [{kind}] …{around} >>{written}<< {behind}\n    no mark ({len(report.references)} references)"
        )
        return
    sentence = block.text[mark.sentence : mark.until]
    refs = [report.references[place - 1] for place in mark.places]
    ends = " | ".join(f"{one.number} {one.text[:45]}" for one in dict.fromkeys((refs[0], refs[-1])))
    print(f"{at} {name} [{kind}] …{around} >>{written}<< {behind}")
    print(f"    {mark.numbers} of {len(report.references)}: {sentence[:40]}…{sentence[-30:]} => {ends}")


if __name__ == "__main__":
    main()

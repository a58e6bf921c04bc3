"""Near-duplicate paragraphs over a folder of reports: time, pairs, and the share found of what brute force finds.

    python bench/near_duplicates.py FOLDER [--queries 300] [--copies 1]

FOLDER holds plain-text reports; a paragraph ends where a line does not end in a space. `--copies 2` reads everything
twice with every letter of the second copy moved on in the alphabet: twice the paragraphs, twice the pairs.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase

from rapidfuzz import fuzz

from sourcebook.reconcile.near import NEAR_RATIO, SHORTEST, folded, near_pairs


def paragraphs(folder: Path) -> list[str]:
    """Return the paragraphs of every report in the folder that are long enough to count."""
    texts = []
    for path in sorted(folder.rglob("*.txt")):
        for part in re.split(r"(?<! )\n|\f", path.read_text(encoding="utf-8")):
            paragraph = folded(part)
            if len(paragraph) >= SHORTEST:
                texts.append(paragraph)
    return texts


def moved_on(steps: int) -> dict[int, str]:
    """Return a table that moves each letter on in the alphabet by some steps, keeping its case."""
    turned = ascii_lowercase[steps:] + ascii_lowercase[:steps]
    return str.maketrans(ascii_lowercase + ascii_uppercase, turned + turned.upper())


def brute_force(wordings: list[str], count: int) -> set[frozenset[str]]:
    """Return every near pair of some wordings with all others."""
    queries = random.Random(7).sample(wordings, min(count, len(wordings)))
    return {
        frozenset((query, other))
        for query in queries
        for other in wordings
        if query != other and fuzz.ratio(query, other, score_cutoff=NEAR_RATIO)
    }


def main() -> None:
    """Print the time and the pairs, then the share found of a brute-force sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--copies", type=int, default=1)
    options = parser.parse_args()
    once = paragraphs(options.folder)
    texts = [text.translate(moved_on(copy)) for copy in range(options.copies) for text in once]
    started = time.perf_counter()
    found = list(near_pairs(texts))
    seconds = time.perf_counter() - started
    exact = sum(pair.ratio == 100 for pair in found)
    print(f"{len(texts):,} paragraphs: {exact:,} exact links, {len(found) - exact:,} near pairs in {seconds:.1f} s")
    pairs = {frozenset((texts[pair.first], texts[pair.second])) for pair in found}
    known = brute_force(sorted(set(texts)), options.queries)
    print(f"of {len(known):,} near pairs by brute force on a sample, {len(known & pairs) / len(known):.2%} were found")


if __name__ == "__main__":
    main()

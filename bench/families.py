"""Families of numbers in an invented archive, end to end: pages are written, added, read, extracted and compared.

    python bench/families.py [--seed 60] [-v]

Prints F1 over pairs of works in one family, the share of origins found, and F1 over drifts (pair of works and kind).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from invented import Planted, archive, pages
from sourcebook.model.finding import Family
from sourcebook.pipeline.create import create
from sourcebook.pipeline.document import add
from sourcebook.pipeline.sources import sources
from sourcebook.store import SqliteStore


def found_families(folder: Path, texts: Iterable[tuple[str, str]]) -> tuple[Family, ...]:
    """Write the pages, add them to a new sourcebook and return every family of two works or more."""
    source = folder / "pages"
    source.mkdir()
    for name, text in texts:
        (source / name).write_text(text, encoding="utf-8")
    create(folder / "book")
    add(folder / "book", sources([str(source)], sys.stdin.buffer), now="2026-11-25T00:00:00Z")
    with SqliteStore(folder / "book").view() as view:
        return view.evidence.families()


def f1(found: set[object], true: set[object]) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * len(found & true) / (len(found) + len(true)) if found or true else 1.0


def measured(planted: list[Planted], families: tuple[Family, ...], *, verbose: bool) -> dict[str, float]:
    """Compare the families found with those planted, by the titles of works."""
    title = {member.mention.id: member.mention.title for family in families for member in family.mentions}
    found_pairs = {
        frozenset(pair)
        for family in families
        for pair in combinations({title[m.mention.id] for m in family.mentions}, 2)
    }
    pairs = {frozenset(pair) for one in planted for pair in combinations({told.title for told in one.tellings}, 2)}
    origins = {member.mention.title for family in families for member in family.mentions if member.role == "origin"}
    true_origins = {one.tellings[0].title for one in planted}
    found_drifts = {
        (title[drift.earlier], title[drift.later], drift.kind) for family in families for drift in family.drift
    }
    drifts = {drift for one in planted for drift in one.drifts}
    if verbose:
        sentences = {told.title: told.sentence for one in planted for told in one.tellings}
        for what, missing in (("pair", pairs - found_pairs), ("drift", drifts - found_drifts)):
            for item in sorted(map(tuple, missing)):
                print("missed", what, *(sentences.get(part, part) for part in item), sep="\n    ")
        for what, wrong in (("pair", found_pairs - pairs), ("drift", found_drifts - drifts)):
            for item in sorted(map(tuple, wrong)):
                print("false", what, *(sentences.get(part, part) for part in item), sep="\n    ")
    return {
        "pairs": f1(set(found_pairs), set(pairs)),
        "origins": len(origins & true_origins) / len(true_origins),
        "drifts": f1(set(found_drifts), set(drifts)),
    }


def main() -> None:
    """Print the three measures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=60)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    planted, works = archive(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        families = found_families(Path(folder), pages(works))
    for name, value in measured(planted, families, verbose=options.verbose).items():
        print(f"{name} {value:.3f}")


if __name__ == "__main__":
    main()

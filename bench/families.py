"""Families of numbers in invented archives, end to end: pages are written, added, read, extracted and compared.

    python bench/families.py [--archive NAME ...] [--seed 60] [--raise] [-v]

One archive is made from a seed (`grown`), the others are written by hand and were labelled before they were read (see
`archives/`). For each: F1 over pairs of works in one family, the share of origins found, F1 over drifts (from the
origin to a work, and of which kind), and the share of families with the right bounds of independent sources. A measure
below its floor in `archives/floors.json` fails; `--raise` lifts floors to what was reached and never lowers one.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

import msgspec

import archives
import invented
from sourcebook.model.finding import Family
from sourcebook.pipeline.create import create
from sourcebook.pipeline.document import add
from sourcebook.pipeline.sources import sources
from sourcebook.store import SqliteStore

FLOORS = archives.ARCHIVES / "floors.json"
GROWN = "grown"


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


def labelled(planted: invented.Planted) -> archives.Labelled:
    """Return a planted family in the form of those that were labelled by hand."""
    letters = {name: letter for letter, name in archives.DRIFTS.items()}
    drifted = {title: letters[kind] for _, title, kind in planted.drifts}
    family = archives.Labelled(planted.place, planted.number, 1, planted.most)
    for at, told in enumerate(planted.tellings):
        role = "o" if at == 0 else "r"
        letter = drifted.get(told.title, "")
        family.tellings.append(archives.Told(role, letter, told.publisher, told.issued, told.title, told.sentence))
    return family


def titles(family: Family) -> set[str]:
    """Return the titles of the works in which a family's number stands."""
    return {member.mention.title for member in family.mentions}


def steps(family: Family) -> set[archives.Step]:
    """Return the drifts found in a family."""
    title = {member.mention.id: member.mention.title for member in family.mentions}
    return {(title[drift.earlier], title[drift.later], drift.kind) for drift in family.drift}


def measured(truth: Sequence[archives.Labelled], found: Sequence[Family], *, verbose: bool) -> dict[str, float]:
    """Compare the families found with those labelled, by the titles of works."""
    found_pairs = {frozenset(pair) for family in found for pair in combinations(sorted(titles(family)), 2)}
    pairs = {frozenset(pair) for one in truth for pair in combinations(sorted(told.title for told in one.tellings), 2)}
    found_drifts = {step for family in found for step in steps(family)}
    drifts = {step for one in truth for step in one.steps(counted=True)}
    found_drifts -= {step for one in truth for step in one.steps(counted=False)}
    origins = {member.mention.title for family in found for member in family.mentions if member.role == "origin"}
    right = [one for one in truth if one.origin in origins]
    bounded = [one for one in truth if _bounds(one, found) == (one.least, one.most)]
    if verbose:
        sentences = {told.title: told.sentence for one in truth for told in (*one.tellings, *one.distractors)}
        _show("pair", found_pairs, pairs, sentences)
        _show("drift", found_drifts, drifts, sentences)
        for what, good in (("origin", right), ("bounds", bounded)):
            for one in truth:
                if one not in good:
                    _explain(what, one, found)
    return {
        "pairs": f1(set(found_pairs), set(pairs)),
        "origins": len(right) / len(truth),
        "drifts": f1(set(found_drifts), set(drifts)),
        "bounds": len(bounded) / len(truth),
    }


def _family(one: archives.Labelled, found: Sequence[Family]) -> Family | None:
    """Return the family found that has most works of a labelled one."""
    told = {telling.title for telling in one.tellings}
    best = max(found, key=lambda family: len(titles(family) & told), default=None)
    return best if best is not None and len(titles(best) & told) > 1 else None


def _bounds(one: archives.Labelled, found: Sequence[Family]) -> tuple[int, int] | None:
    family = _family(one, found)
    return (family.at_least, family.at_most) if family else None


def _show(what: str, found: set, true: set, sentences: dict[str, str]) -> None:
    for verdict, items in (("missed", true - found), ("false", found - true)):
        for item in sorted(map(sorted, items)) if what == "pair" else sorted(items):
            print(
                verdict,
                what,
                *(f"{part}: {sentences[part]}" if part in sentences else part for part in item),
                sep="\n    ",
            )


def _explain(what: str, one: archives.Labelled, found: Sequence[Family]) -> None:
    family = _family(one, found)
    print("wrong", what, one.place, one.number, (one.least, one.most), _bounds(one, found))
    roles = {member.mention.title: f"{member.role}: {member.because}" for member in family.mentions} if family else {}
    for told in one.tellings:
        print(f"    {told.role} {told.title}: {told.sentence}\n        {roles.get(told.title, 'not in the family')}")


def run(name: str, seed: int, *, verbose: bool) -> dict[str, float]:
    """Return the measures of one archive."""
    if name == GROWN:
        planted, works = invented.archive(seed)
        truth, texts = [labelled(one) for one in planted], invented.pages(works)
    else:
        truth = archives.read(name)
        texts = archives.pages(truth)
    with tempfile.TemporaryDirectory() as folder:
        return measured(truth, found_families(Path(folder), texts), verbose=verbose)


def held(measures: dict[str, dict[str, float]], *, lift: bool) -> int:
    """Hold the measures to their floors; return 1 where one fell."""
    floors = msgspec.json.decode(FLOORS.read_bytes(), type=dict[str, dict[str, float]]) if FLOORS.is_file() else {}
    fallen = 0
    for name, reached in measures.items():
        kept = floors.setdefault(name, {})
        for key, value in reached.items():
            if value < kept.get(key, 0.0):
                print(f"{name} {key} fell to {value:.4f}, below its floor of {kept[key]:.4f}", file=sys.stderr)
                fallen = 1
            elif lift:
                kept[key] = max(kept.get(key, 0.0), int(value * 1000) / 1000)
    if lift and not fallen:
        FLOORS.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=1) + b"\n")
    return fallen


def main() -> int:
    """Print the measures of each archive and hold them to their floors."""
    written = sorted(path.stem for path in archives.ARCHIVES.glob("*.txt"))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--archive", action="append", choices=[GROWN, *written], help="one archive only")
    parser.add_argument("--seed", type=int, default=60)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was reached")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    measures = {}
    for name in options.archive or [GROWN, *written]:
        measures[name] = run(name, options.seed, verbose=options.verbose)
        print(f"{name:12}", "  ".join(f"{key} {value:.3f}" for key, value in measures[name].items()))
    return held(measures, lift=options.lift) if options.seed == 60 else 0


if __name__ == "__main__":
    sys.exit(main())

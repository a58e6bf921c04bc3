"""Quality of the figures and routes on labelled passages, held to floors that only rise.

    python bench/extract_quality.py [PASSAGES.jsonl ...] [--raise] [--faults]

Without a file, our own passages beside this script are read and the measures of each set held to its floors in
`evidence/floors.json`: a measure below its floor fails; `--raise` lifts floors to what was reached and never lowers
one. What was gained and lost against the last run that raised them is listed. The passages are our own words, labelled
by hand under the rules of the documentation. `passages.jsonl` served while the rules were written; `varied-N.jsonl` are
batches that were labelled before anything read them, and what was misread in them mended after: all show an upper bound. How each batch
was read when it was first seen stands in `evidence/first_seen.json`: that is what to expect on other texts.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import msgspec

from evidence_score import score
from sourcebook.extract import claims

EVIDENCE = Path(__file__).parent / "evidence"
FLOORS = EVIDENCE / "floors.json"
SETS = ("passages", *(path.stem for path in sorted(EVIDENCE.glob("varied-*.jsonl"))))


def passages(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read(passage: dict) -> dict:
    found = claims(passage["text"], about=passage["about"], year=None)
    fields = ("figures", "routes")
    return {
        name: [
            {key: getattr(claim, key) for key in claim.__struct_fields__ if key != "reasons"}
            for claim in getattr(found, name)
        ]
        for name in fields
    }


def themes_f1(path: Path) -> float:
    """Return the F1 of (passage, theme) over passages labelled with the themes that they affirm."""
    hits = labelled = found = 0
    for passage in passages(path):
        gold = set(passage["themes"])
        mine = {theme.key for theme in claims(passage["text"], about="KE").themes}
        hits, labelled, found = hits + len(gold & mine), labelled + len(gold), found + len(mine)
    return 2 * hits / (labelled + found)


def show(name: str, measures: dict[str, float]) -> None:
    print(f"{name:28}", "  ".join(f"{key} {value:.3f}" for key, value in measures.items()))


def changes(faults: list[str], before: list[str]) -> None:
    """Print what was gained and lost since the floors were set."""
    for fault in sorted(set(before) - set(faults)):
        print("gained:", fault)
    for fault in sorted(set(faults) - set(before)):
        print("lost:  ", fault)


def measured(path: Path, *, faults: bool = False) -> tuple[dict[str, float], list[str]]:
    """Read a file of labelled passages; print its measures and return them with everything that went wrong."""
    labelled = passages(path)
    total = score(labelled, {passage["id"]: read(passage) for passage in labelled})
    show(path.stem, total.measures())
    if faults:
        print("\n".join(total.faults))
    return total.measures(), total.faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was reached")
    parser.add_argument("--faults", action="store_true", help="list everything that went wrong")
    options = parser.parse_args()
    for path in options.files:
        measured(path, faults=options.faults)
    if options.files:
        return 0
    reached = {name: measured(EVIDENCE / f"{name}.jsonl", faults=options.faults) for name in SETS}
    themes = {"themes": themes_f1(EVIDENCE / "themes.jsonl")}
    show("themes", themes)
    return held(reached | {"themes": (themes, [])}, lift=options.lift)


def held(reached: dict[str, tuple[dict[str, float], list[str]]], *, lift: bool) -> int:
    """Hold the measures of every set to their floors; return 1 where one fell."""
    kept = json.loads(FLOORS.read_text(encoding="utf-8"))
    fallen = False
    for name, (measures, faults) in reached.items():
        before = kept.setdefault(name, {"floors": {}, "faults": []})
        changes(faults, before["faults"])
        for key, floor in before["floors"].items():
            if measures[key] < floor - 1e-9:
                fallen = True
                print(f"{name}: {key} fell to {measures[key]:.4f}, below its floor of {floor:.4f}", file=sys.stderr)
        floors = {key: max(round(value - 5e-5, 4), before["floors"].get(key, 0.0)) for key, value in measures.items()}
        kept[name] = {"floors": floors, "faults": sorted(faults)}
    if lift and not fallen:
        FLOORS.write_bytes(msgspec.json.format(msgspec.json.encode(kept), indent=1) + b"\n")
    return int(fallen)


if __name__ == "__main__":
    sys.exit(main())

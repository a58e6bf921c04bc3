"""How far claims agree with labels: found, value, whole, parts and routes, each as precision and recall make it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

FIELDS = ("low", "high", "qualifier", "counts", "status", "exploitation", "sex", "age", "place", "period")
MEASURES = ("found", "value", "whole", "parts", "routes")
TOLERANCE = 0.01


@dataclass
class Tally:
    """Hits, labelled and read, of one measure."""

    hits: int = 0
    labelled: int = 0
    read: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
        return 2 * self.hits / (self.labelled + self.read) if self.labelled + self.read else 1.0

    def add(self, labelled: set, read: set) -> None:
        """Count what is in both, and what each holds."""
        self.hits += len(labelled & read)
        self.labelled += len(labelled)
        self.read += len(read)


@dataclass
class Score:
    """The tallies of all passages, and what went wrong where."""

    tallies: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in MEASURES})
    faults: list[str] = field(default_factory=list)

    def measures(self) -> dict[str, float]:
        """Return each measure; `value` is the share of labelled figures with the right bounds and qualifier."""
        shown = {name: tally.f1 for name, tally in self.tallies.items()}
        value = self.tallies["value"]
        return shown | {"value": value.hits / value.labelled if value.labelled else 1.0}


def agree(name: str, labelled: object, read: object) -> bool:
    """Tell whether two values of a field agree; a share may be rounded."""
    if name in ("low", "high") and labelled is not None and read is not None and float(read) % 1:
        return abs(labelled - read) <= TOLERANCE * max(1.0, abs(read))
    return labelled == read


def matched(labelled: list[dict], read: list[dict]) -> Iterable[tuple[dict, dict]]:
    """Yield labelled figures with the first read figure that overlaps, each read one once."""
    free = list(read)
    for figure in labelled:
        for other in free:
            if other["start"] < figure["end"] and figure["start"] < other["end"]:
                free.remove(other)
                yield figure, other
                break


def pairs(routes: list[dict]) -> set[tuple[str, str, bool]]:
    """Return the routes between countries; regions are left out."""
    found = {(r["origin"], r["destination"], bool(r["negated"])) for r in routes}
    return {route for route in found if len(route[0]) == len(route[1]) == 2}


def score(labelled: list[dict], read: dict[str, dict]) -> Score:
    """Compare labelled passages with what was read of them, by their ids."""
    total = Score()
    for passage in labelled:
        found = read.get(passage["id"], {"figures": [], "routes": []})
        _figures(total, passage, found["figures"])
        gold, mine = pairs(passage["routes"]), pairs(found["routes"])
        total.tallies["routes"].add(gold, mine)
        total.faults += [
            f"{passage['id']} route {name} {r}"
            for name, rs in (("missed", gold - mine), ("false", mine - gold))
            for r in sorted(rs)
        ]
    return total


def _figures(total: Score, passage: dict, read: list[dict]) -> None:
    joined = list(matched(passage["figures"], read))
    names = {other["id"]: figure["id"] for figure, other in joined}
    for name in ("found", "value", "whole"):
        total.tallies[name].labelled += len(passage["figures"])
        total.tallies[name].read += len(read)
    for figure, other in joined:
        wrong = {name for name in FIELDS if not agree(name, figure.get(name), other.get(name))}
        total.tallies["found"].hits += "counts" not in wrong
        total.tallies["value"].hits += not wrong & {"low", "high", "qualifier"}
        total.tallies["whole"].hits += not wrong
        total.faults += [f"{passage['id']} {figure['number']} {name} {other.get(name)}" for name in sorted(wrong)]
    seen = {id(figure) for figure, _ in joined}
    total.faults += [f"{passage['id']} {f['number']} missed" for f in passage["figures"] if id(f) not in seen]
    total.faults += [f"{passage['id']} {f['number']} false" for f in read if f["id"] not in names]
    total.tallies["parts"].add(
        {(f["id"], f["part_of"]) for f in passage["figures"] if f.get("part_of")},
        {(names.get(f["id"], f"? {f['id']}"), names.get(f["part_of"], "?")) for f in read if f.get("part_of")},
    )

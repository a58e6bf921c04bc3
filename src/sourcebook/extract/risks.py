"""Risks: what in a passage may tell who a person is who was harmed.

Officials, researchers, journalists, people who stand accused, declared pseudonyms, and places, bodies and laws that
look like names are no risk. A passage with a risk is held back until an editor has decided on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sourcebook.extract.risk_names import (
    Name,
    Whose,
    declarations,
    declared,
    is_title_case,
    may_be_harmed,
    names_in,
    whose,
)
from sourcebook.extract.risk_traces import traces_in
from sourcebook.extract.sentence import sentence_bounds
from sourcebook.model.kinds import Risk

EXTRACTOR: Final = "sourcebook.extract.risks"
VERSION: Final = "1"
_JOINT: Final = 8
_LONGEST: Final = 1000


def risks(text: str) -> tuple[Risk, ...]:
    """Return the risks of a passage in the order of the text; offsets are code points of the text as given."""
    bounds = list(_short(sentence_bounds(text)))
    found = [("name", name.start, name.end) for name in _victims_names(text, bounds)]
    found += [(trace.kind, trace.start, trace.end) for trace in traces_in(text, bounds)]
    made = {
        (kind, start, end): Risk(kind=kind, start=start, end=end, extractor=EXTRACTOR, version=VERSION)  # type: ignore[arg-type]
        for kind, start, end in found
    }
    return tuple(sorted(made.values(), key=lambda risk: (risk.start, risk.end, risk.kind)))


def _short(bounds: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans of sentences, long ones in pieces, so that a text without a stop costs no more than its length."""
    for start, end in bounds:
        yield from ((at, min(at + _LONGEST, end)) for at in range(start, end, _LONGEST))


def _with_companions(names: list[tuple[Name, Whose]]) -> list[tuple[Name, Whose]]:
    """Return names with those joined by "and" taken alike, where only of one of them something is known."""
    told: list[tuple[Name, Whose]] = []
    for at, (name, given) in enumerate(names):
        of = given
        if of == "unknown" and at + 1 < len(names) and _joined(name, names[at + 1][0]) and names[at + 1][1] == "other":
            of = "other"
        before = told[-1] if told else None
        joined = (
            before is not None and name.start - before[0].end <= _JOINT and name.before.rstrip().endswith(("and", ","))
        )
        shared = before is not None and joined and (of == "unknown" or before[1] == "other")
        told.append((name, before[1]) if before and shared else (name, of))
    return told


def _joined(one: Name, other: Name) -> bool:
    return other.start - one.end <= _JOINT and other.before.rstrip().endswith(("and", ","))


def _victims_names(text: str, bounds: list[tuple[int, int]]) -> Iterator[Name]:
    """Yield the names of who was harmed, and, where a sentence is of one person, those of nobody knows whom."""
    names = _with_companions([(name, whose(name)) for name in names_in(text, bounds)])
    said = declarations(text)
    sure_of_capitals = not is_title_case(text)
    others = {name.text.split()[-1] for name, of in names if of == "other"}
    for name, of in names:
        if of == "other" or name.text.split()[-1] in others or declared(text, name, said):
            continue
        if of == "victim" or (sure_of_capitals and may_be_harmed(name)):
            yield name

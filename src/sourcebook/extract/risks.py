"""Risks: what in a passage may tell who a person is who was harmed.

Officials, researchers, journalists, people who stand accused, declared pseudonyms, and places, bodies and laws that
look like names are no risk. A passage with a risk is held back until an editor has decided on it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from sourcebook.extract.risk_names import FAINT, Name, is_reference, is_title_case, names_in
from sourcebook.extract.risk_pseudonyms import declarations, declared
from sourcebook.extract.risk_roles import Whose, may_be_harmed, whose
from sourcebook.extract.risk_scripts import names_without_capitals
from sourcebook.extract.risk_traces import traces_in
from sourcebook.extract.sentence import sentence_bounds
from sourcebook.model.kinds import Risk

EXTRACTOR: Final = "sourcebook.extract.risks"
VERSION: Final = "2"
_JOINT: Final = 16
_LONGEST: Final = 1000


def risks(text: str) -> tuple[Risk, ...]:
    """Return the risks of a passage in the order of the text; offsets are code points of the text as given."""
    bounds = list(_short(sentence_bounds(text)))
    found = [("name", name.start, name.end) for name in _victims_names(text, bounds)]
    found += [("name", start, end) for start, end in names_without_capitals(text)]
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
    """Return names with those of a list taken alike, where only of one of them something is known."""
    told = list(names)
    for at in range(len(told) - 2, -1, -1):
        name, of = told[at]
        if of == "unknown" and told[at + 1][1] == "other" and _joined(name, told[at + 1][0]):
            told[at] = (name, "other")
    for at in range(1, len(told)):
        (name, of), before = told[at], told[at - 1]
        shares = of == "unknown" or (before[1] == "other" and name.before.rstrip().endswith("and"))
        if shares and before[0].likely > FAINT and _joined(before[0], name):
            told[at] = (name, before[1])
    return told


def _joined(one: Name, other: Name) -> bool:
    gap = other.start - one.end
    return gap <= _JOINT and _BETWEEN.fullmatch(other.before[-gap:]) is not None


_BETWEEN: Final = re.compile(r"(?:,?\s*\(?(?:aged\s+)?\d\d\)?)?\s*(?:,|;|,?\s*and|,?\s*&)\s*")


def _victims_names(text: str, bounds: list[tuple[int, int]]) -> Iterator[Name]:
    """Yield the names of who was harmed, and those of nobody knows whom where a person's name stands."""
    found = list(names_in(text, bounds))
    if not found:
        return
    starts = [start for start, _ in bounds]
    sentence_of = {name: text[slice(*bounds[bisect_right(starts, name.start) - 1])] for name in found}
    names = _with_companions([(name, whose(name, sentence_of[name])) for name in found])
    said = declarations(text)
    sure_of_capitals = not is_title_case(text) and not is_reference(text)
    others = {name.text.split()[-1] for name, of in names if of == "other"}
    for name, of in names:
        if of == "other" or name.text.split()[-1] in others or declared(text, name, said):
            continue
        if of == "victim" or (sure_of_capitals and may_be_harmed(name, sentence_of[name])):
            yield name

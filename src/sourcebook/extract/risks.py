"""Risks: what in a passage may tell who a person is who was harmed.

Officials, researchers, journalists, people who stand accused, declared pseudonyms, and places, bodies and laws that
look like names are no risk. A passage with a risk is held back until an editor has decided on it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final

from sourcebook.extract.risk_companions import with_companions
from sourcebook.extract.risk_names import Name, is_reference, is_title_case, names_in
from sourcebook.extract.risk_pseudonyms import declarations, declared
from sourcebook.extract.risk_roles import may_be_harmed, whose
from sourcebook.extract.risk_scripts import names_without_capitals
from sourcebook.extract.risk_traces import traces_in
from sourcebook.extract.sentence import sentence_bounds
from sourcebook.model.kinds import Risk

EXTRACTOR: Final = "sourcebook.extract.risks"
VERSION: Final = "3"
_LONGEST: Final = 1000


def risks(text: str) -> tuple[Risk, ...]:
    """Return the risks of a passage in the order of the text; offsets are code points of the text as given."""
    bounds = list(_short(_joined_again(text, sentence_bounds(text))))
    found = [("name", name.start, name.end) for name in _victims_names(text, bounds)]
    found += [("name", start, end) for start, end in names_without_capitals(text)]
    found += [(trace.kind, trace.start, trace.end) for trace in traces_in(text, bounds)]
    made = {
        (kind, start, end): Risk(kind=kind, start=start, end=end, extractor=EXTRACTOR, version=VERSION)  # type: ignore[arg-type]
        for kind, start, end in found
    }
    return tuple(sorted(made.values(), key=lambda risk: (risk.start, risk.end, risk.kind)))


def _short(bounds: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans of sentences, long ones in pieces, so that a text without a stop costs no more than its length."""
    for start, end in bounds:
        yield from ((at, min(at + _LONGEST, end)) for at in range(start, end, _LONGEST))


def _joined_again(text: str, bounds: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans of sentences, those parted after a shortened word before a number ("ref. 20-44") made one again."""
    held: tuple[int, int] | None = None
    for start, end in bounds:
        begin = start if held is None else held[0]
        if _CUT_OFF.search(text, max(begin, end - 12), end):
            held = (begin, end)
            continue
        held = None
        yield begin, end
    if held is not None:
        yield held


_CUT_OFF: Final = re.compile(
    r"(?<!\w)(?:nr|no|nos|ref|b|com|str|ul|d\.o\.b|dob|tel|reg|approx|qr|qtr|pet|adm|br|hv|crim|app|civ|cr|r\\.g|art"
    r"|apt|bl|sc"
    r"|fl)\.\s*$",
    re.IGNORECASE,
)


def _victims_names(text: str, bounds: list[tuple[int, int]]) -> Iterator[Name]:
    """Yield the names of who was harmed, and those of nobody knows whom where a person's name stands."""
    found = list(names_in(text, bounds))
    if not found:
        return
    starts = [start for start, _ in bounds]
    sentence_of = {name: text[slice(*bounds[bisect_right(starts, name.start) - 1])] for name in found}
    names = with_companions([(name, whose(name, sentence_of[name])) for name in found])
    said = declarations(text)
    sure_of_capitals = not is_title_case(text) and not is_reference(text)
    alone = bool(said.starts) and len({name.text for name, of in names if of != "other"}) == 1
    others = {name.text.split()[-1] for name, of in names if of == "other"}
    for name, of in names:
        if of == "other" or name.text.split()[-1] in others or alone or declared(text, name, said):
            continue
        if of == "victim" or (sure_of_capitals and may_be_harmed(name, sentence_of[name])):
            yield name

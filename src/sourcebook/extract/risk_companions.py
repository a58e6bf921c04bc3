"""Names that stand together: those of a list, and a person's other names."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.extract.risk_names import FAINT, Name
from sourcebook.extract.risk_roles import Whose

_JOINT: Final = 16
_ALIAS_FIRST: Final = re.compile(
    r"(?:^|[,;]\s*)(?:known|called|nicknamed|dubbed)\s+(?:as\s+|only\s+as\s+)?[\"\u201c\u2018]$", re.IGNORECASE
)
_ALIAS_NEXT: Final = re.compile(
    r",?\s+\(?(?:known\s+as|called|alias|a\.?k\.?a\.?|nicknamed|dubbed|or)\s+(?:to\s+\w+\s+as\s+)?[\"\u201c\u2018]?$",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"[\"\u201d\u2019]?(?:,?\s*\(?(?:aged\s+)?\d\d\)?)?\s*(?:,|;|,?\s*and|,?\s*&)\s*")
Told = list[tuple[Name, Whose]]


def with_companions(names: Told) -> Told:
    """Return names with those of a list taken alike, where only of one of them something is known."""
    told = _with_aliases(names)
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


def _with_aliases(names: Told) -> Told:
    """Return names with another name of somebody who may be named taken as such, before the true one or after it."""
    told = list(names)
    for at, (name, _) in enumerate(names):
        follows = at > 0 and told[at - 1][1] == "other" and _ALIAS_NEXT.search(name.before) is not None
        leads = at + 1 < len(names) and names[at + 1][1] == "other" and _ALIAS_FIRST.search(name.before) is not None
        if follows or (leads and _joined(name, names[at + 1][0])):
            told[at] = (name, "other")
    return told


def _joined(one: Name, other: Name) -> bool:
    gap = other.start - one.end
    return gap <= _JOINT and _BETWEEN.fullmatch(other.before[-gap:]) is not None

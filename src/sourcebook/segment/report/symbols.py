"""The numbers under which bodies file their documents: "A/HRC/23/48/Add.3", "General Assembly resolution 55/25"."""

from __future__ import annotations

import re

from sourcebook.segment.report.credit import Credit
from sourcebook.segment.report.fields import BREAK

SYMBOL = re.compile(r"\b[A-Z]{1,6}(?:/[\w.-]+(?:\([A-Z]+\))?){2,}")
_SET_APART = re.compile(
    rf"(?<={BREAK}\s)\s*[(\[]{SYMBOL.pattern}[^()\[\]]*[)\]]|\s*{SYMBOL.pattern},(?=\s*{BREAK}[^()]*\))"
    rf"|,\s+(?:UN\s+Doc\.?\s+)?{SYMBOL.pattern}(?=,)"
)
"""A symbol behind the date, in one bracket with it, or between commas; one in the midst of a title belongs to that."""
_RESOLVED = re.compile(
    r"^(?P<body>(?:United\s+Nations\s+|UN\s+)?(?:General\s+Assembly|(?:Security|Human\s+Rights|Economic\s+and\s+Social)\s+Council"
    r"|Commission\s+on\s+Human\s+Rights))\s+(?P<what>(?:[Rr]esolution|[Dd]ecision)\s+[A-Z]*[\d/]+(?:\s*\([^()]*\))?)(?=[\s,.;]|$)"
)


def symbol_of(text: str) -> str | None:
    """Return the first document symbol of a text."""
    found = SYMBOL.search(text)
    return found[0].rstrip(".") if found else None


def without_symbol(core: str) -> str:
    """Return a reference without the document symbol that is set apart from its title."""
    return _SET_APART.sub("", core) if "/" in core else core


def read_symbol(core: str) -> Credit | None:
    """Return what a reference by its number alone says: a symbol, or a body's resolution; None for any other."""
    bare = core.strip(" .,;\u00a6")
    if (resolved := _RESOLVED.match(bare)) is not None:
        return Credit(title=resolved[0], publisher=resolved["body"])
    symbol = SYMBOL.match(bare)
    if symbol is not None and not re.search(r"[^\W\d_]{3,}", bare[symbol.end() :]):
        return Credit(title=symbol[0].rstrip("."))
    return None

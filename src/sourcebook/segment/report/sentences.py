"""Where sentences end in a text with marks, which stand before the full stop or behind it."""

from __future__ import annotations

import re

_STOP = re.compile(
    r"(?<!\bal)(?<!\b[A-Z])(?<!\bpp)(?<!\bp)(?<!\be\.g)(?<!\bcf)(?<!\bSt)(?<!\bDr)(?<!\bNo)[.!?][\u201d\"\u2019')]*"
    r"(?:\s*[(\[][\d\s,;\u2010-\u2015-]+[)\]])*\s+(?=[^\W\d_a-z]|[\u201c\"(\u2022])"
)


def stops_of(text: str) -> list[int]:
    """Return the offsets at which a new sentence begins, the first one left out."""
    return [stop.end() for stop in _STOP.finditer(text)]

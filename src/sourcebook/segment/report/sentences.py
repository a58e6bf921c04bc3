"""Where sentences end in a text with marks, which stand before the full stop or behind it, and where cells end."""

from __future__ import annotations

import re

_MARK = r"[(\[][\d\s,;\u2010-\u2015-]+[)\]]"
_STOP = re.compile(
    r"(?<!\bal)(?<!\b[A-Z])(?<!\bpp)(?<!\bp)(?<!\be\.g)(?<!\bcf)(?<!\bSt)(?<!\bDr)(?<!\bNo)[.!?][\u201d\"\u2019')]*"
    rf"(?:(?:\s*{_MARK})*\s+(?=[^\W\d_a-z]|[\u201c\"(\u2022])|(?:\s*{_MARK})+(?=[^\W\d_a-z]))"
    rf"|{_MARK}(?:[^\S\n]*\n\s*(?=[^\sa-z])|\s+(?=[^\W\d_a-z][^\W_]))"
)


def stops_of(text: str) -> list[int]:
    """Return the offsets at which a new sentence begins, the first one left out.

    A cell of a table, and a sentence without its full stop, ends behind the mark that a capital or a new line follows.
    """
    return [stop.end() for stop in _STOP.finditer(text)]

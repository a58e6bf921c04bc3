"""Numbers as people type them: 10000, 10,000, "10 thousand", 6000-10000."""

from __future__ import annotations

import re

from sourcebook.errors import UsageError
from sourcebook.vocabulary.numbers import find_numbers

_DASH = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)")


def asked_number(text: str) -> tuple[float, float]:
    """Return the bounds of a number or a range as typed; UsageError where it is none."""
    plain = text.strip()
    if re.fullmatch(r"\d+(?:\.\d+)?", plain):
        return float(plain), float(plain)
    ends = [end for end in _DASH.split(plain) if end]
    found = [bounds for end in ends for bounds in _bounds(end)]
    if len(found) != len(ends) or not found:
        raise UsageError(
            "This is no number.", where=text, next_step='Write 10000, 10,000, "10 thousand" or 6000-10000.'
        )
    return min(low for low, _ in found), max(high for _, high in found)


def _bounds(text: str) -> list[tuple[float, float]]:
    if re.fullmatch(r"\d+(?:\.\d+)?", text):
        return [(float(text), float(text))]
    return [(number.low, number.high) for number in find_numbers(text.lower())]

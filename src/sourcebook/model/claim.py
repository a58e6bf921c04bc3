"""What every claim has: the words that justify it, and the reader that drew it from a passage."""

from __future__ import annotations

from sourcebook.model.base import Value


class Reason(Value, frozen=True, kw_only=True):
    """The words of a passage that decided a field of a claim, as a span in code points."""

    field: str
    start: int
    end: int


class Claim(Value, frozen=True, kw_only=True):
    """Something that a passage says, at a span of it; `extractor` and `version` name what read it."""

    start: int
    end: int
    reasons: tuple[Reason, ...] = ()
    extractor: str = ""
    version: str = ""

"""A theme: what a passage speaks of, by the vocabulary's key, with every place where its words stand."""

from __future__ import annotations

from sourcebook.model.claim import Claim


class Theme(Claim, frozen=True, kw_only=True):
    """A theme that a passage affirms: its key and kind in the vocabulary; the span is that of its first words.

    `negated` where the passage only denies it.
    """

    key: str
    kind: str
    spans: tuple[tuple[int, int], ...] = ()
    negated: bool = False

"""Themes: what a passage affirms, or only denies, of exploitation, control, recruitment, sectors and precursors."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from sourcebook.extract.passage import Passage
from sourcebook.vocabulary.themes import ThemeEntry

_DENIED: Final = re.compile(
    r"\b(?:no|not|nobody|never|without|neither|nor|cannot|n't|denied|denies|deny|absence of"
    r"|lack of evidence of|free of|free from|rather than|instead of"
    r"|unrelated to)\b(?:\s[\w'-]+){0,4}?[\s,]*$"
)
# No denial is said without one of these.
_STEMS: Final = ("no", "n't", "ne", "with", "den", "of", "free", "than", "unrelated")
_ALSO: Final = re.compile(r"\b(?:only|just|merely|solely)\b")
BACK: Final = 60


class ThemeDraft(Struct):
    """A theme while it is being read: its entry and the spans of its words."""

    entry: ThemeEntry
    spans: list[tuple[int, int]]


def denied(low: str, start: int) -> bool:
    """Tell whether the words before an offset, in its clause, deny what follows; "not only" affirms."""
    first = max(start - BACK, 0)
    for mark in (".", ";", ":", " but ", ", and "):
        first = max(first, low.rfind(mark, first, start) + 1)
    if not any(map(low[first:start].__contains__, _STEMS)):
        return False
    match = _DENIED.search(low, first, start)
    return match is not None and _ALSO.search(match[0]) is None


def read_themes(passage: Passage) -> list[ThemeDraft]:
    """Return the themes of a passage, each once, in the order in which the text first affirms them."""
    return _drafts(passage, denial=False)


def read_denied(passage: Passage) -> list[ThemeDraft]:
    """Return the themes that a passage only denies, each once, in the order of the text."""
    affirmed = {draft.entry.key for draft in read_themes(passage)}
    return [draft for draft in _drafts(passage, denial=True) if draft.entry.key not in affirmed]


def _drafts(passage: Passage, *, denial: bool) -> list[ThemeDraft]:
    found: dict[str, ThemeDraft] = {}
    for term in passage.terms:
        theme = term.theme
        if not theme.weak and denied(passage.low, term.start) is denial:
            if theme.key not in found:
                found[theme.key] = ThemeDraft(theme, [])
            found[theme.key].spans.append((term.start, term.end))
    return list(found.values())

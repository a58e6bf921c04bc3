"""The former and the latter of two figures: "of the former 44 were sheltered, of the latter 38"."""

from __future__ import annotations

from typing import Final

from sourcebook.extract.drafts import Draft

REACH: Final = 10
NAMES: Final = ("former", "latter")


def named_of_pair(draft: Draft) -> str:
    """Return "former" or "latter" where a figure is said to be of one of two, before its number or after it."""
    sentence = draft.sentence
    around = [*sentence.words[max(0, draft.first - 4) : draft.first], *sentence.words[draft.index + 1 : draft.stop + 3]]
    for name in NAMES:
        if name in around and around[max(0, around.index(name) - 1)] == "the":
            return name
    return ""


def of_pair(drafts: list[Draft], at: int) -> Draft | None:
    """Return the figure that "the former" or "the latter" means, or None where a figure says neither."""
    name = named_of_pair(drafts[at])
    if not name:
        return None
    told = [d for d in drafts[max(0, at - REACH) : at] if d.is_count and not d.compared and not named_of_pair(d)]
    if name == "latter" or len(told) < len(NAMES):
        return told[-1] if told and name == "latter" else None
    return told[-2] if told[-2].sentence is told[-1].sentence else None

"""The same number said again: "the 33 rings", "all 30", an amount in brackets in another currency."""

from __future__ import annotations

from typing import Final

from sourcebook.extract.drafts import Draft

DEFINITE: Final = frozenset({"the", "these", "those", "all", "both", "same"})


def link_repeats(drafts: list[Draft]) -> None:
    """Set `same_as` where a figure says an earlier one again."""
    for at, draft in enumerate(drafts):
        for other in reversed(drafts[max(0, at - 12) : at]):
            if _money_again(draft, other) or _again(draft, other):
                draft.same_as = other if other.same_as is None else other.same_as
                break


def _money_again(draft: Draft, other: Draft) -> bool:
    if draft.counts != "money" or other.counts != "money" or draft.sentence is not other.sentence:
        return False
    tags = draft.sentence.tags[other.index + 1 : draft.index]
    return "(" in tags and ")" not in tags and len(tags) < 7 and "#" not in tags


def _again(draft: Draft, other: Draft) -> bool:
    if (draft.number.low, draft.number.high) != (other.number.low, other.number.high) or not draft.number.low:
        return False
    before = draft.sentence.words[max(0, draft.first - 1) : draft.index]
    if not DEFINITE.intersection(before) or not draft.is_count:
        return False
    if draft.head >= 0 and other.head >= 0:
        mine, theirs = draft.sentence.lex[draft.head], other.sentence.lex[other.head]
        if mine.base != theirs.base and not {draft.counts, other.counts} <= {"victims", "people"}:
            return False
    return draft.counts == other.counts or {draft.counts, other.counts} <= {"victims", "people"}

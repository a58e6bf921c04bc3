"""The figure that may hold another as its part: of one family, no smaller, near before it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from sourcebook.extract.drafts import Draft
from sourcebook.extract.sums import PERSONS

NEXT: Final = 4
LEGAL: Final = frozenset({"cases", "investigations", "prosecutions", "convictions"})


def _family(draft: Draft) -> str:
    counts = draft.counts
    return "persons" if counts in PERSONS else "legal" if counts in LEGAL else counts


def fits(part: Draft, whole: Draft) -> bool:
    """Tell whether one figure may be a part of another: of one family, no greater, or a share of a count."""
    if whole is part or whole.counts == "money" or (part.sex and whole.sex and part.sex != whole.sex):
        return False
    if part.counts == "share":
        return whole.is_count or part.partitive in ("pronoun", "definite")
    if not whole.is_count:
        return False
    if _family(part) != _family(whole) and {part.counts, whole.counts} != {"people", "offenders"}:
        return False
    return (part.low or part.high or 0) <= (whole.high or whole.low or 0)


def back_in_outer_list(before: list[Draft], draft: Draft, inner: Draft) -> bool:
    """Read "458 for one kind, among them 96 minors, and 133 for another": the last goes on the list of the first.

    It does where those of the outer list then add up to their whole, or where it is said in the words of the outer.
    """
    outer = inner.part_of
    if outer is None or not fits(draft, outer):
        return False
    if sum(other.low or 0 for other in before if other.part_of is inner) + (draft.low or 0) == inner.low:
        return False
    told = sum(other.low or 0 for other in before if other.part_of is outer)
    if told + (draft.low or 0) == outer.low:
        return True
    sentence = draft.sentence
    said = sentence.words[draft.stop : draft.stop + 1]
    bare = draft.head < 0 and said in (["for"], ["from"], ["in"], ["into"])
    nested = before[-1]
    return (
        bare
        and said[0] in sentence.words[inner.stop : nested.first]
        and said[0] not in sentence.words[nested.stop : draft.first]
    )


def depth(draft: Draft) -> int:
    """Return how many brackets are open where a figure stands."""
    return draft.sentence.depth(draft.index)


def nearest(
    drafts: list[Draft], at: int, before: int, part: Draft, kinds: AbstractSet[str] | None = None
) -> Draft | None:
    """Return the nearest figure in the sentence that stands before a token and could hold this part."""
    level = depth(part)
    for other in reversed(drafts[max(0, at - 12) : at]):
        if other.sentence is not part.sentence:
            break
        if kinds is not None and other.counts not in kinds:
            continue
        if other.index < before and fits(part, other) and depth(other) <= level and not other.compared:
            return other
    return None


def earlier(drafts: list[Draft], at: int, kinds: AbstractSet[str] | None = None) -> Draft | None:
    """Return the figure of an earlier sentence that "of these" points back to: the last that was no part itself."""
    draft = drafts[at]
    found = None
    for other in reversed(drafts[max(0, at - 12) : at]):
        if other.sentence is draft.sentence or other.compared or not fits(draft, other):
            continue
        if kinds is not None and other.counts not in kinds:
            continue
        if found is not None and other.sentence is not found.sentence:
            break
        if found is None or found.part_of is other:
            found = other
    return found


def definite(drafts: list[Draft], at: int) -> Draft | None:
    """Read "65 percent of these incidents", "three of the women": the figure before that counts the same noun."""
    draft = drafts[at]
    for other in reversed(drafts[max(0, at - 8) : at]):
        if other.head >= 0 and other.is_count and draft.head >= 0 and fits(draft, other):
            mine, theirs = draft.sentence.lex[draft.head].base, other.sentence.lex[other.head].base
            lead = draft.sentence.words[draft.index : draft.head]
            follows = draft.sentence.start - other.sentence.end < NEXT and "the" in lead
            near = other.sentence is draft.sentence or follows or {"these", "those"} & set(lead)
            if mine == theirs and near:
                return other
    return _same_kind_of_people(drafts, at)


def _same_kind_of_people(drafts: list[Draft], at: int) -> Draft | None:
    """Read "17 of them children. Nine of the children came from Malawi": of the people last counted as such."""
    draft = drafts[at]
    if not (draft.sex or draft.age) or "the" not in draft.sentence.words[draft.index : draft.head]:
        return None
    for other in reversed(drafts[max(0, at - 4) : at]):
        if draft.sentence.start - other.sentence.end >= NEXT:
            break
        if (other.sex, other.age) == (draft.sex, draft.age) and other.is_count and fits(draft, other):
            return other
    return None

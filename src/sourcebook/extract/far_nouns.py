"""Nouns that stand apart from their number: "of these children 1,990", "puts at 14,000 the children recruited"."""

from __future__ import annotations

from typing import Final

from sourcebook.extract.drafts import Draft
from sourcebook.extract.nouns import noun_counts
from sourcebook.extract.phrases import is_plural
from sourcebook.extract.predicates import those_counted
from sourcebook.extract.sentence import Sentence

PAYING: Final = frozenset({"pay", "receive", "earn", "cost", "charge", "get", "demand", "owe", "spend"})


def those(draft: Draft) -> bool:
    """Read "six of those sentenced": the people to whom something was done."""
    draft.counts = those_counted(draft)
    return bool(draft.counts)


def of_these(draft: Draft) -> bool:
    """Read "of these children 1,990": the noun stands before the number."""
    sentence, k = draft.sentence, draft.first - 1
    while k > 1 and sentence.tags[k] == ",":
        k -= 1
    if k < 2 or sentence.tags[k] != "N" or not sentence.lex[k].counts or sentence.words[k - 2] not in ("of", "among"):
        return False
    if draft.partitive or sentence.words[k - 1] not in ("these", "those"):
        return False
    take_noun(draft, sentence, k)
    return True


def put_at(draft: Draft) -> bool:
    """Read "puts at 14,000 the children recruited": the noun that was put off stands behind its number."""
    sentence, after = draft.sentence, draft.index + 1
    if sentence.words[max(0, draft.first - 1) : draft.first] != ["at"] or sentence.tags[after : after + 1] != "d":
        return False
    if draft.first < 2 or sentence.lex[draft.first - 2].base not in ("put", "estimate", "place", "set"):
        return False
    head = next((k for k in range(after + 1, min(after + 5, len(sentence.tags))) if is_plural(sentence, k)), -1)
    if head < 0 or sentence.tags[head] != "N" or not sentence.lex[head].counts:
        return False
    take_noun(draft, sentence, head)
    return True


def paid(drafts: list[Draft], at: int) -> bool:
    """Read "the donors received 2,000" after an amount of money."""
    draft = drafts[at]
    sentence = draft.sentence
    earlier = at > 0 and drafts[at - 1].counts == "money" and drafts[at - 1].sentence is sentence
    if not earlier or not draft.first or sentence.lex[draft.first - 1].base not in PAYING:
        return False
    draft.counts = "money"
    return True


def of_share(drafts: list[Draft], at: int) -> bool:
    """Read "71 percent of the victims were women and 146 were under 18": of the noun that the share is of."""
    draft = drafts[at]
    before = drafts[at - 1] if at else None
    if before is None or not before.number.share or before.head < 0 or before.sentence is not draft.sentence:
        return False
    if draft.compared or draft.number.share:
        return False
    take_noun(draft, draft.sentence, before.head)
    return True


def predicate_noun(draft: Draft) -> int:
    """Return the noun of "43 of them were victims", or -1: what the number is said to be."""
    sentence, k = draft.sentence, draft.stop
    if sentence.tags[k : k + 1] != "b":
        return -1
    for j in range(k + 1, min(k + 5, len(sentence.tags))):
        if sentence.tags[j] == "N":
            return j if sentence.lex[j].counts not in ("", "other") else -1
        if sentence.tags[j] not in "bAJd":
            return -1
    return -1


def take_noun(draft: Draft, sentence: Sentence, head: int) -> None:
    """Set a noun of the sentence as what a figure counts."""
    draft.counts = noun_counts(sentence, head)
    draft.head_in = sentence
    draft.why["counts"] = (sentence.starts[head], sentence.ends[head])
    draft.head = head if sentence is draft.sentence else -1

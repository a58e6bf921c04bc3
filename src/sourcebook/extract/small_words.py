"""Small words that count at times and at others do not: "one", "a single", "both", "no"."""

from __future__ import annotations

from typing import Final

from sourcebook.extract.drafts import Draft
from sourcebook.extract.phrases import is_plural
from sourcebook.extract.sentence import Sentence
from sourcebook.vocabulary.lexicon import word_set

ONE_BEFORE: Final = word_set("one_before")

ONE_ORDERED: Final = word_set("one_ordered")

ONE_AFTER: Final = word_set("one_after")

RANKS: Final = word_set("ranks")

SINGLES: Final = (["mother"], ["father"], ["parent"], ["woman"], ["man"], ["mothers"], ["parents"])

NOT_AFTER_NO: Final = frozenset(
    {"more", "fewer", "less", "longer", "later", "one", "such", "other", "tolerance", "single"}
)


def is_pronoun(draft: Draft) -> bool:
    """Read "One" as a pronoun or in a phrase: "no one", "one of the main", "one should"."""
    sentence, index = draft.sentence, draft.index
    if sentence.words[index] != "one":
        return False
    words, tags = sentence.words, sentence.tags
    before = words[index - 1] if index else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    if after == "or" and words[index + 2 : index + 3] in (["both"], ["more"], ["another"]):
        return words[index + 2] != "more"
    named = (
        before == "the" and draft.head >= 0 and sentence.lex[draft.head].counts in ("people", "victims", "offenders")
    )
    if (
        (before in ONE_BEFORE and not named)
        or (before in ONE_ORDERED and tags[index - 2 : index - 1] == "d")
        or after in ONE_AFTER
        or (after in ("", ".", ",") and before in ("as", "a"))
        or _passed_on(draft, before)
    ):
        return True
    if after == "of":
        return _one_of(draft)
    if draft.head >= 0:
        return sentence.lex[draft.head].counts == "other" and _speaks(sentence, draft.stop)
    return tags[index - 1 : index] == "J"


def _passed_on(draft: Draft, before: str) -> bool:
    """Read "sold from one militia to the next"."""
    sentence, index = draft.sentence, draft.index
    onward = sentence.phrase(index + 1, min(len(sentence.words), index + 6)).partition(" to ")[2]
    return before == "from" and onward.startswith(("another", "the next"))


def _one_of(draft: Draft) -> bool:
    """Read "one of the main", "one of its", "one of the reasons": no count; "one of the girls" is one."""
    sentence = draft.sentence
    following = sentence.words[draft.index + 2 : draft.index + 6]
    if RANKS.intersection(following) or (following[:1] in (["its"], ["the"]) and draft.head < 0):
        return True
    return draft.head >= 0 and not sentence.lex[draft.head].counts and draft.partitive != "number"


def _speaks(sentence: Sentence, at: int) -> bool:
    """Read "One NGO reported", "one study has found": a source and no count."""
    for k in range(at, min(at + 3, len(sentence.tags))):
        if sentence.tags[k] in "VE":
            return sentence.lex[k].says or sentence.lex[k].base == "observe"
        if sentence.tags[k] not in "hAP":
            return False
    return False


def is_any(draft: Draft) -> bool:
    """Read "A single flat could bring in": any one, and no count."""
    sentence = draft.sentence
    if sentence.words[draft.index] == "a single" and sentence.words[draft.index + 1 : draft.index + 2] in SINGLES:
        return True
    return (
        sentence.words[draft.index] == "a single"
        and sentence.tags.find("m", draft.stop, draft.stop + 6) >= 0
        and "b" not in sentence.tags[draft.stop : draft.stop + 3]
    )


def joins_both(draft: Draft) -> bool:
    """Read "Both" that only joins: "both men and women"."""
    sentence, index = draft.sentence, draft.index
    if draft.number.kind != "both":
        return False
    tags = sentence.tags
    after = tags[index + 1 : index + 2]
    if after in ("b", "E"):
        return "c" in tags[index + 2 : index + 5] and after == "E"
    if draft.partitive == "pronoun":
        return False
    if draft.head < 0 or not is_plural(sentence, draft.head):
        return True
    return "c" in tags[draft.index + 1 : draft.stop + 1] or not sentence.lex[draft.head].counts


def denies_no_evidence(draft: Draft) -> bool:
    """Read "No" before what is not evidence: "no information", "no longer", "no child shall"."""
    sentence, index = draft.sentence, draft.index
    word = sentence.words[index]
    if draft.number.kind != "zero" or word in ("none", "nil"):
        return False
    if word.startswith("not ") and draft.partitive:
        return False
    if draft.head < 0 or (index and sentence.tags[index - 1] == '"'):
        return True
    return (sentence.words[index + 1] in NOT_AFTER_NO and word != "not a single") or _uncounted(draft)


def _uncounted(draft: Draft) -> bool:
    """Tell whether what "no" stands before is knowledge, means, rules or a legal person, and no evidence."""
    sentence = draft.sentence
    head = sentence.lex[draft.head]
    if not head.counts or head.kind in ("uncounted", "time") or sentence.words[draft.head] == "tolerance":
        return True
    if head.counts == "other":
        return not is_plural(sentence, draft.head)
    return head.counts == "people" and sentence.tags[draft.stop : draft.stop + 1] == "m"

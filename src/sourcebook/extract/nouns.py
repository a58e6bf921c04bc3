"""What a figure counts: its own noun, the noun it leaves out, or the money or share it is."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.extract.drafts import Draft
from sourcebook.extract.sentence import Sentence
from sourcebook.vocabulary.lexicon import grammar, word_set

_CURRENCY: Final = grammar()["currency"]
CODES: Final = frozenset(_CURRENCY["codes"])
_SIGN_BEFORE: Final = re.compile(
    r"(?:[$€£¥₹₦฿₱₫₩₺₽₴₪]|\b(?:" + "|".join(re.escape(c) for c in _CURRENCY["codes"]) + r"))\s?$"
)
PERSON_ENDINGS: Final = ("ers", "ors", "ists", "ants", "ees", "men", "women", "ians", "eers")
THINGS_LIKE_PERSONS: Final = word_set("things_like_persons")


FIELDS_OF_WORK: Final = frozenset({"core", "priority", "key", "thematic", "focus", "strategic", "programme", "program"})


def is_money(draft: Draft) -> bool:
    """Tell whether a number is an amount of money: a sign or code before it, or a currency after it."""
    sentence, number = draft.sentence, draft.number
    if _SIGN_BEFORE.search(sentence.low, max(sentence.start, number.start - 5), number.start):
        return True
    after = draft.index + 1
    for k in range(after, min(after + 3, len(sentence.words))):
        word = sentence.words[k]
        if word in CODES and sentence.text[sentence.starts[k]].isupper():
            return True
        if sentence.lex[k].kind == "money" and not sentence.lex[k].counts:
            return True
        if sentence.tags[k] not in "DJC":
            return False
    return False


def noun_counts(sentence: Sentence, head: int) -> str:
    """Return what the noun at a token counts by itself."""
    lex = sentence.lex[head]
    if sentence.tags[head] == "D":
        return "people"
    if sentence.words[head] == "accused":
        return "offenders"
    if lex.counts:
        return lex.counts
    word = sentence.words[head]
    return "people" if word.endswith(PERSON_ENDINGS) and word not in THINGS_LIKE_PERSONS else "other"


def name_count(draft: Draft) -> None:
    """Set what a figure counts where its own words say so; leave it empty where the noun is left out."""
    if draft.number.share:
        draft.counts = "share"
    elif is_money(draft):
        draft.counts = "money"
    elif draft.head >= 0:
        draft.counts = noun_counts(draft.sentence, draft.head)
        if draft.counts == "places" and FIELDS_OF_WORK.intersection(draft.sentence.words[draft.index + 1 : draft.head]):
            draft.counts = "other"
    if draft.counts:
        draft.because("counts", draft.head if draft.head >= 0 else draft.index)

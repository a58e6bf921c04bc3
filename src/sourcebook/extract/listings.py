"""Numbers that order a text and count nothing: items of lists, numbered references, ordinals."""

from __future__ import annotations

from typing import Final

from sourcebook.extract.drafts import Draft
from sourcebook.extract.sentence import Sentence

_ENUMERATOR: Final = frozenset({".", ")", ":"})


def enumerates(draft: Draft) -> bool:
    """Know the number of an item in a list of references: "24. Human Rights Watch", "31 U.S. Embassy", alone or not."""
    sentence, index = draft.sentence, draft.index
    if draft.number.kind != "digits" or draft.number.low >= LIST_END or draft.number.share:
        return False
    words = sum(tag not in ".,;:()-" for tag in sentence.tags[:8])
    if words == 1 and len(sentence.tags) < LISTED and sentence.tags[index + 1 : index + 2] == ".":
        return True
    if index and sentence.text[sentence.starts[index - 1] : sentence.ends[index - 1]].isupper() and draft.head < 0:
        return len(sentence.words[index - 1]) > 3 and sentence.tags[index + 1 : index + 2] in (".", "P", "C", "")
    return draft.head >= 0 and set(sentence.tags[index + 1 : draft.stop]) == {"P"} and _heads_item(sentence, index)


def _heads_item(sentence: Sentence, index: int) -> bool:
    """Tell whether a number stands where an item begins: first, or after a point or the end of a link."""
    return (
        index == 0
        or sentence.tags[index - 1] == "."
        or "/" in sentence.low[sentence.starts[index - 1] - 1 : sentence.ends[index - 1]]
    )


LIST_END: Final = 1000
LISTED: Final = 4


def _year_next(sentence: Sentence, at: int) -> bool:
    """Tell whether a year in digits follows at once: two numbers of a heading."""
    return at in sentence.dates and sentence.words[at][:1].isdigit()


def is_ordinal(draft: Draft) -> bool:
    """Know an item of a list or a rank: "3) training", "the 14 th", "12 2009" in a heading."""
    sentence, index = draft.sentence, draft.index
    after = sentence.words[index + 1 : index + 2]
    if after and after[0] in ("st", "nd", "rd", "th"):
        return True
    if after == [")"] and draft.number.kind == "digits" and sentence.depth(index) <= 0:
        return True
    if draft.head < 0 and draft.number.kind == "digits" and _year_next(sentence, index + 1) and not draft.number.share:
        return True
    opens = index == 0 or sentence.tags[index - 1] == ";"
    return (
        opens
        and bool(after)
        and after[0] in _ENUMERATOR
        and draft.number.kind == "digits"
        and draft.number.low < 100
        and len(sentence.tags) > index + 2
    )

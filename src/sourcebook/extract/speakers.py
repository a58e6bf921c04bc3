"""Who says a figure: the subject of the verb of saying before it, or the name after "according to"."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.extract.drafts import Draft
from sourcebook.extract.sentence import Sentence

_ACCORDING: Final = re.compile(
    r"\baccording to (?:(?:data|figures|statistics|information|estimates|records) (?:from|of|by"
    r"|provided by|released by|published by|compiled by) )?"
)
_SAID_AFTER: Final = re.compile(
    r",\s?(?P<who>[^,.;]{2,80}?)\s(?:said|says?|reported|reports|estimated|estimates|told|stated"
    r"|announced|was told|added|claimed)\b"
)
_STOPS: Final = frozenset(",;.:r")


def _name_end(sentence: Sentence, first: int) -> int:
    tags = sentence.tags
    k = first
    depth = 0
    while k < len(tags):
        if tags[k] == "(":
            depth += 1
        elif tags[k] == ")":
            depth -= 1
            if depth == 0:
                return k + 1
        elif not depth and (
            tags[k] in ",;.:#Vbhmrt-z"
            or tags[k] == "E"
            or sentence.words[k] in ("in", "between", "during", "since", "some")
        ):
            return k
        k += 1
    return k


def _subject(sentence: Sentence, verb: int, floor: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends before a verb, back to the start of the clause."""
    tags = sentence.tags
    last = verb
    while last > floor and tags[last - 1] in "Ahmb":
        last -= 1
    first = last
    depth = 0
    while first > max(floor, verb - 40):
        tag = tags[first - 1]
        if tag == ")":
            depth += 1
        elif tag == "(":
            depth -= 1
        if depth == 0 and (
            tag in ",;.:z-Vbhmr#Y"
            or tag == "E"
            or (tag == "c" and tags[first : first + 1] == "N" and not _joins(sentence, first - 1))
        ):
            break
        first -= 1
    while first < last and tags[first] in "Ac":
        first += 1
    if first >= last or not set(tags[first:last]) & set("NPCD"):
        return None
    return first, last


def _joins(sentence: Sentence, at: int) -> bool:
    return at > 0 and sentence.tags[at - 1] in "NPC)"


def find_speaker(draft: Draft) -> None:
    """Set who says a figure, as the span of the words that name them."""
    sentence = draft.sentence
    low = sentence.low
    start = sentence.starts[draft.first]
    earlier = list(_ACCORDING.finditer(low, max(sentence.start, start - 300), start))
    match = earlier[-1] if earlier else _ACCORDING.search(low, start, min(sentence.end, start + 160))
    if match is not None:
        first = sentence.at(match.end())
        last = _name_end(sentence, first)
        if first < last:
            _set(draft, first, last)
            return
    for k in range(draft.first - 1, max(-1, draft.first - 30), -1):
        if sentence.tags[k] in ";:z":
            break
        if sentence.tags[k] in "VE" and sentence.lex[k].says and "b" not in sentence.tags[max(0, k - 1) : k]:
            subject = _subject(sentence, k, 0)
            if subject is not None:
                _set(draft, *subject)
                return
    said = _SAID_AFTER.search(low, start, min(sentence.end, start + 200))
    if said is not None:
        draft.said_by = said.span("who")
        draft.why["said_by"] = draft.said_by


def _set(draft: Draft, first: int, last: int) -> None:
    sentence = draft.sentence
    draft.said_by = (sentence.starts[first], sentence.ends[last - 1])
    draft.why["said_by"] = draft.said_by

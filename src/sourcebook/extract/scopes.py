"""How far a figure's own words reach: from its number to the next figure or the end of its clause."""

from __future__ import annotations

from typing import Final

from sourcebook.extract.cues import Cue
from sourcebook.extract.drafts import Draft
from sourcebook.extract.sentence import Sentence

REACH = 40
SHARED = 120


def opens_clause(sentence: Sentence, at: int) -> bool:
    """Tell whether a comma or "and" at a token opens a clause with its own subject and verb."""
    tags = sentence.tags
    j = at + 1
    while j < len(tags) and tags[j] in "cA":
        j += 1
    while tags[j : j + 2] == "pY":
        j += 2 + (tags[j + 2 : j + 3] == ",")
    first = j
    while j < min(len(tags), first + 7) and tags[j] in "dJNPCDso":
        j += 1
    return first < j < len(tags) and (
        tags[j] in "bhmV"
        or (tags[j] == "E" and j - first >= 1 and tags[j - 1] in "NPD" and tags[j + 1 : j + 2] in ("d", "#", "N", "J"))
    )


_SOME: Final = Cue(r"\b(?:whom|which)\b", "=whom =which")


def _is_object(draft: Draft, at: int) -> bool:
    """Tell whether a figure is the object of a verb before it, so that "and continues to" is said of its subject."""
    tags = draft.sentence.tags
    return draft.first > 0 and tags[draft.first - 1] in "VE" and not set(tags[draft.stop : at]) & set("rbhm")


def _of_some(sentence: Sentence, at: int) -> bool:
    """Read "..., a majority of whom were": what follows is said of some of them only."""
    if not sentence.cues & _SOME.bit:
        return False
    words = sentence.words[at + 1 : at + 6]
    return "of" in words[:3] and bool({"whom", "which"} & set(words)) and "#" not in sentence.tags[at + 1 : at + 4]


def _aside(draft: Draft) -> range:
    """Return the tokens of "fishers - mostly from Burma, but also from Laos - were freed" between the two dashes."""
    tags, stop = draft.sentence.tags, draft.stop
    if tags[stop : stop + 1] != "-":
        return range(0)
    closing = tags.find("-", stop + 1, stop + REACH)
    goes_on = closing > 0 and tags[closing + 1 : closing + 2] in ("b", "h", "m", "V", "E")
    return range(stop, closing + 1) if goes_on and not set("#;.:") & set(tags[stop:closing]) else range(0)


def _end(draft: Draft, following: Draft | None) -> int:
    sentence = draft.sentence
    tags = sentence.tags
    last = min(len(tags), draft.stop + REACH)
    if following is not None and draft.partitive == "number" and following.first <= draft.stop + 2:
        return min(following.scope[1], draft.stop + REACH)
    if following is not None:
        last = min(last, following.first)
    depth = 0
    aside = _aside(draft)
    lead = tags[max(0, draft.first - 12) : draft.first]
    # Whether the clause has its verb: before the figure, or between it and a token.
    verb = "V" in lead or "E" in lead
    for k in range(draft.stop, last):
        tag = tags[k]
        if tag in "bVhm":
            verb = True
        elif k in aside:
            continue
        elif tag == "(":
            depth += 1
        elif tag == ")":
            depth -= 1
            if depth < 0:
                return k
        elif (
            tag in ".;:z"
            or (tag == "c" and depth == 0 and tags[k + 1 : k + 2] == "V" and _is_object(draft, k))
            or (tag in ",c" and depth == 0 and (_of_some(sentence, k) or (verb and opens_clause(sentence, k))))
        ):
            return k
    return last


def _next(drafts: list[Draft], at: int) -> Draft | None:
    """Return the next figure of the sentence that is not inside brackets opened after this one."""
    draft = drafts[at]
    tags = draft.sentence.tags
    for other in drafts[at + 1 : at + 8]:
        if other.sentence is not draft.sentence:
            return None
        between = tags[draft.stop : other.index]
        if between.count("(") <= between.count(")"):
            return other
    return None


def set_scopes(drafts: list[Draft]) -> None:
    """Set the scope of every figure; figures joined by "and" alone share the words after the last of them."""
    for at in range(len(drafts) - 1, -1, -1):
        draft = drafts[at]
        following = _next(drafts, at)
        end = _end(draft, following)
        if following is not None and following.first == end:
            between = draft.sentence.tags[draft.stop : end]
            if draft.head >= 0 and following.head >= 0 and between and not set(between) - set(",cA"):
                end = min(following.scope[1], draft.stop + SHARED)
        draft.scope = (draft.index, max(end, draft.stop))

"""The words that make a number serve comparison alone: "down from 42", "compared with the government's three"."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.extract.cues import Cue
from sourcebook.extract.drafts import Draft

_COMPARED: Final = Cue(
    r"(?:\b(?:up|down|rise|drop|fall|decrease|increase|decline|rising|falling) from"
    r"|\bcompared?\s(?:with|to)|\b(?:as\s)?against|\bversus|\bvs\.?"
    r"|\bin (?:contrast|comparison) (?:to|with)|\bthan(?: the)?|\bin place of|\bcomparison:?|\bfrom"
    r"|\bafter|\bfollowing|\brelative to|\bas opposed to|\b(?:times|twice|half|double)(?: as many as)?)"
    r"(?:\s(?:the|a|an|its|their|only|just|about|some|nearly|more than|over|at least|approximately"
    r"|an estimated|a total of|around|almost))*"
    r"(?:\s[\w-]+(?:\s[\w-]+)?'s?)?(?:\sthe\s(?:previous|earlier|prior))?\s\(?[$€£]?$",
    "=from =compare =compared =against =versus =vs =contrast =comparison =than =place =after =following =relative "
    "=opposed =times =twice =half =double",
)

_PAST_OWN: Final = Cue(
    r"\b(?:previous|preceding|prior|last) (?:\w+ )?(?:year|month|quarter|period)'s? (?:total of |figure of |record )?$",
    "previous preceding prior last",
)

_FROM_ONLY: Final = re.compile(r"\b(?:from|after|following|against)(?:\s\w+)?\s$")


def compared_how(draft: Draft) -> str:
    """Return the words of comparison before a number ("down from", "compared with the government's"), or nothing."""
    sentence = draft.sentence
    start = sentence.starts[draft.first]
    match = _COMPARED.near(sentence, max(sentence.start, start - 60), start)
    if match is None and draft.head < 0 and _PAST_OWN.near(sentence, max(sentence.start, start - 60), start):
        return "previous"
    if match is None and _bracketed_past(draft):
        return "("
    if match is None or (draft.head >= 0 and _FROM_ONLY.search(match[0])):
        return ""
    return match[0]


def _bracketed_past(draft: Draft) -> bool:
    """Read "(13 and six, respectively, in 2015)": bare numbers with a date in brackets are of another time."""
    sentence = draft.sentence
    tags = sentence.tags
    if draft.head < 0 and tags[max(0, draft.first - 3) : draft.first] == "(Y:":
        return True
    if draft.head >= 0 or draft.first < 1 or tags[draft.first - 1] != "(" or draft.partitive:
        return False
    closing = tags.find(")", draft.index, draft.index + 40)
    return (
        closing > 0
        and "Y" in tags[draft.index : min(closing, draft.index + 10)]
        and "#" not in tags[draft.index : draft.index + 1][1:]
    )

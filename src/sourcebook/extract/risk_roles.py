"""Whose a name is: someone who was harmed, or someone who may be named, as the words around it tell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, Literal

from sourcebook.extract.risk_harmed import (
    is_aged,
    is_called_harmed,
    is_harmed_after,
    is_harmed_with_others,
    is_kin_after,
)
from sourcebook.extract.risk_names import FAINT, LIKELY, SURE, UP, Name
from sourcebook.extract.risk_public import (
    SAYS_BEFORE,
    is_accused_near,
    is_called_offender,
    is_of_accused_or_old,
    is_public,
    speaks_of_many,
)
from sourcebook.extract.risk_words import one_of

Whose = Literal["victim", "other", "unknown"]
_BODY: Final = re.compile(
    rf"\b(?:[A-Z]{{3,}}|{UP}\w+\s+(?:Centre|Center|Foundation|University|Institute|Ministry|Commission|Office))\b",
)
_HARMED_LATER: Final = re.compile(
    r"\bwho\s+(?:was|were|had\s+been)\s+(?:\w+ly\s+)?(?:trafficked|sold|enslaved|held|raped|forced)"
    r"|\bsurvivors?\b(?!['\u2019])"
    r"|\bformer\s+(?:slave|victim|captive)",
    re.IGNORECASE,
)


_OBJECT_BEFORE: Final = re.compile(
    r"\b(?:remember(?:s|ed)?|recall(?:s|ed)?|told|asked|married|taught|examined|treated|escorted|accompanied"
    r"|comforted|interviewed|knew"
    r"|wreath\s+for|with\s+little|poor|little|young)\s+$"
)


def whose(name: Name, sentence: str) -> Whose:
    """Return whose name it is, as the words around it in its sentence tell."""
    if _is_faint(name) or is_of_accused_or_old(name, sentence):
        return "other"
    called, after = is_called_harmed(name), is_harmed_after(name)
    if is_kin_after(name) and not is_accused_near(name):
        return "victim"
    if called and not re.match(r"\s*,", name.after):
        return "other" if is_called_offender(name) and not after else "victim"
    if is_public(name) and not (after and _HARMED_LATER.search(name.after)):
        return "other"
    if called or after or is_harmed_with_others(name):
        return "victim"
    return "other" if speaks_of_many(name, sentence) else "unknown"


def _is_faint(name: Name) -> bool:
    """Tell whether a city's name or an English word is called nobody's."""
    if name.likely != FAINT:
        return False
    return not (is_called_harmed(name) or is_aged(name) or _OBJECT_BEFORE.search(name.before))


_LATER_HARMED: Final = re.compile(rf"\b(?:she|he)\s+(?:was|had\s+been)\s+(?:\w+ly\s+)?{one_of('done')}", re.IGNORECASE)
_NOT_OF_PERSONS: Final = re.compile(
    r"\b(?:the|an?|or|like|than|on|via|called|v\.|versus|north|south|east|west)\s+$|[\"\u201c(]$|\d\s*$", re.IGNORECASE
)
_MOVING: Final = re.compile(r"\b(?:from|to|for|in|at|of|near|between|with|by)\s+$", re.IGNORECASE)
_OPENS_AS_PERSON: Final = re.compile(
    r",\s+(?:who|whose|whom|then|now)\b|\s+(?:[a-z]+ed|[a-z]+s|knew|spent|came|went|left|did|could|cannot|never"
    r"|thought|told|said|ran|got|saw|took|gave|wept|slept)\b"
    r"[^.]{0,110}\b(?:she|her|he|his|him|herself|himself)\b"
)
_VERB: Final = re.compile(
    r"\s+(?:(?:was|had|is|has|did|does|could)n['\u2019]t|was|had|is|has|would|[a-z]+ed|[a-z]+s|came|went|did|could"
    r"|told|said|ran|got|saw|took|gave)\b",
)
_CLAUSE_BEFORE: Final = re.compile(
    r"\b(?:that|when|where|because|before|after|while|but|if|how|why|until|whether|so)\s+$",
)
_NEXT_PERSON: Final = re.compile(r"\s*(?:She|He|Her|His)\b")
_ACTS: Final = re.compile(
    r"\s+(?:[a-z]+ed|[a-z]+s|fell|woke|ran|wept|went|came|gave|took|saw|told|said|left|is|was|had|did|thought|knew"
    r"|spent|got|sat|lay|kept|met"
    r"|home|back|at|in|on|to|from|for|with|and(?=\s+(?:her|his|gives?|\w+ed)\b))\b|\s*[,.:;(]|['\u2019]s"
    r"|\s*[\"\u201d]|$"
)
_PRONOUN: Final = re.compile(r"\b(?:she|her|he|his|him|herself|himself|hers)\b", re.IGNORECASE)
_ONE: Final = re.compile(
    r"\b(?:she|her|he|his|him|herself|himself|I|me|my)\b|\b(?:girl|boy|woman|man|child|victim|survivor|mother"
    r"|father|daughter|son|wife|widow"
    r"|husband|sister|brother|worker|maid|baby|student|pupil|family|parents|orphan|teenager|body|whose|dead|died"
    r"|uncle|aunt|cousin)\b",
    re.IGNORECASE,
)


_HARM: Final = re.compile(
    rf"\b(?:passport|wages|debts?|unpaid|compensation|testimony|testif(?:y|ied)|captors?|shelter|brothel|trafficker"
    rf"|bruises|wounds|scars?"
    rf"|missing|disappear(?:ed|ance)|ransom|owed|ordeal|employer|madam|pimp|grave|funeral|coffin|suicide)\b"
    rf"|{one_of('done')}|{one_of('does')}",
    re.IGNORECASE,
)


_INITIAL: Final = re.compile(r"\s[A-Z]\.$")
_OFFICES: Final = re.compile(
    rf"{one_of('offices', 's?')}|{one_of('titles', 's?')}|\b(?:seminar|conference|congress|parliament|ministry"
    rf"|resolution)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=32)
def _is_of_one(around: str) -> bool:
    """Tell whether a text speaks of one person; remembered, for many names may stand in one sentence."""
    return _ONE.search(around) is not None


@lru_cache(maxsize=32)
def _is_of_offices(around: str) -> bool:
    """Tell whether a text speaks of offices, and neither of one person nor of harm."""
    return bool(_OFFICES.search(around)) and not (_is_of_one(around) or _HARM.search(around))


@lru_cache(maxsize=32)
def _has_pronoun(sentence: str) -> bool:
    return _PRONOUN.search(sentence) is not None


def may_be_harmed(name: Name, sentence: str) -> bool:
    """Tell whether a name of which nothing is said stands where a person's does, so that it may be a victim's."""
    if SAYS_BEFORE.search(name.before) and _LATER_HARMED.search(name.following):
        return True
    if _NOT_OF_PERSONS.search(name.before) or _BODY.search(name.text):
        return False
    if name.likely == SURE or _MOVING.search(name.before):
        public = _is_of_offices(name.preceding + sentence + name.following) and not _INITIAL.search(name.text)
        return name.likely == SURE and not public
    if name.likely == LIKELY:
        return _ACTS.match(name.after) is not None and _is_of_one(sentence + name.following)
    if name.before.strip() and not name.before.endswith("- "):
        subject = _CLAUSE_BEFORE.search(name.before) and _VERB.match(name.after)
        return bool(subject or _OBJECT_BEFORE.search(name.before) or _has_pronoun(sentence))
    told_next = _VERB.match(name.after) and _NEXT_PERSON.match(name.following)
    return bool(told_next or _OPENS_AS_PERSON.match(name.after))

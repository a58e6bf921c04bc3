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
    is_offender_after,
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


_RECOGNISED: Final = re.compile(
    r"\b(?:recogni[sz]ed|identified|confirmed|acknowledged)\s+(?:only\s+)?as\s+(?:an?\s+)?(?:\w+\s+)?(?:victim"
    r"|survivor)\b",
    re.IGNORECASE,
)
_OPENS_HARMED: Final = re.compile(
    r"(?:^|[.;]\s*)(?:sold|held|forced|raped|trafficked|enslaved|kept|lured|abducted|kidnapped|beaten|bought"
    r"|tricked|locked|rescued|freed)\b"
    r"[^.;]*,\s+$",
    re.IGNORECASE,
)
_CALLED_VICTIM: Final = re.compile(r"\b(?:victim|survivor)s?\s+$", re.IGNORECASE)
_CREDIT: Final = re.compile(r"\b(?:credit|photo|photograph|picture|image)s?:?\s+$", re.IGNORECASE)
_OF_OWN: Final = re.compile(
    r"\s+(?:describes|described|reports|reported|traces|documents|counts|notes)\s+(?:her|his|how\s+(?:she|he))\b"
)
_ACCORDING: Final = re.compile(r"\baccord\w+\s+to\s+$")
_OWN_HARM: Final = re.compile(
    r"\b(?:her|his)\s+(?:employers?|captors?|traffickers?|madam|passport|wages|boss|pimp|captain)\b|\b(?:beat"
    r"|raped|locked|sold|paid)\s+(?:her|him)\b",
    re.IGNORECASE,
)
_OWN_KIN: Final = re.compile(
    rf"[^.;]{{0,80}}\b(?:buy\s+back|look(?:ing)?\s+for|search(?:ed|ing)?\s+for|find|found|wait(?:s|ed"
    rf"|ing)?\s+for|lost"
    rf"|ransom(?:ed)?|bring(?:ing)?\s+home|redeem(?:ed)?|trace|free|last\s+(?:saw|heard))\s+(?:from\s+)?(?:his"
    rf"|her|their)\s+(?:\w+\s+){{0,2}}?"
    rf"(?:{one_of('kin')})",
    re.IGNORECASE,
)
_KIN_HARMED: Final = re.compile(
    r"\b(?:daughters?|sons?|child|children|sisters?|brothers?|wife|niece|nephew|girl|boy|cousin|granddaughter)\b",
    re.IGNORECASE,
)


def whose(name: Name, sentence: str) -> Whose:
    """Return whose name it is, as the words around it in its sentence tell."""
    if _is_faint(name) or is_of_accused_or_old(name, sentence):
        return "other"
    called, after = is_called_harmed(name), is_harmed_after(name)
    if _is_known_by_kin(name, sentence) or _is_said_harmed(name, after=after):
        return "victim"
    if called and not name.after.lstrip().startswith(","):
        return "other" if (is_called_offender(name) and not after) or is_offender_after(name) else "victim"
    if is_public(name) and not (after and _HARMED_LATER.search(name.after)) and not _OF_OWN.match(name.after):
        return "other"
    if called or after or is_harmed_with_others(name):
        return "victim"
    return "other" if speaks_of_many(name, sentence) else "unknown"


def _is_said_harmed(name: Name, *, after: bool) -> bool:
    """Tell whether one is said to be a victim, or tells of what was done to them, whatever else is said of them."""
    if _RECOGNISED.search(name.after) or _tells_of_own(name) or _OPENS_HARMED.search(name.before):
        return True
    return _CALLED_VICTIM.search(name.before) is not None or (after and _CREDIT.search(name.before) is not None)


def _is_known_by_kin(name: Name, sentence: str) -> bool:
    """Tell whether kin are spoken of beside a name that stands accused of nothing: one is known by the other."""
    if is_accused_near(name):
        return False
    return is_kin_after(name) or bool(_OWN_KIN.match(name.after) and _KIN_HARMED.search(sentence))


def _tells_of_own(name: Name) -> bool:
    """Tell whether someone is quoted on what was done to them ("beat her, according to ...")."""
    return _ACCORDING.search(name.before) is not None and _OWN_HARM.search(name.before) is not None


def _is_faint(name: Name) -> bool:
    """Tell whether a city's name or an English word is called nobody's."""
    if name.likely != FAINT:
        return False
    listed = name.before.endswith(", ")
    return not ((is_called_harmed(name) and not listed) or is_aged(name) or _OBJECT_BEFORE.search(name.before))


_LATER_HARMED: Final = re.compile(
    rf"\b(?:she|he)\s+(?:was"
    rf"|had\s+been)\s+(?:\w+ly\s+)?{one_of('done')}",
    re.IGNORECASE,
)
_NOT_OF_PERSONS: Final = re.compile(
    r"\b(?:the|an?|or|like|than|on|via|called|v\.|versus|north|south|east|west)\s+$", re.IGNORECASE
)
_IN_MARKS: Final = re.compile(r"[\"\u201c(]$|\d\s*$")
_PLACED: Final = re.compile(
    r"(?<!took )(?<!taken )(?<!takes )(?<!take )\b(?:from|to|in|at|near|between|of)\s+$", re.IGNORECASE
)
_BOUND: Final = re.compile(r"(?<!letter )(?<!away )\b(?:from|to|between|through|via)\s+$", re.IGNORECASE)
_SENT: Final = re.compile(
    r"\b(?:letters?|postcards?|calls?|messages?|word|news|nothing|heard)\b[^.;]{0,50}\bfrom\s+$", re.IGNORECASE
)
_OF: Final = re.compile(r"\bof\s+$")
_MOVING: Final = re.compile(
    r"(?<!took )(?<!taken )(?<!takes )(?<!take )\b(?:from|to|for|in|at|of|near|between|with|by)\s+$", re.IGNORECASE
)
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


_RULE: Final = re.compile(
    r"\b(?:regime|repress\w*|dictator\w*|coup|elections?|elected|re-elected|presidency|president|parliament\w*"
    r"|opposition|rule\s+of"
    r"|ruled|protests|army|civil\s+war|independence|constitution|junta|monarchy|throne|prime\s+minister|party)\b",
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
def _is_political(sentence: str) -> bool:
    """Tell whether a sentence is of who rules a country, and of no harm to one person."""
    return _RULE.search(sentence) is not None and _HARM.search(sentence) is None


@lru_cache(maxsize=32)
def _has_pronoun(sentence: str) -> bool:
    return _PRONOUN.search(sentence) is not None


def may_be_harmed(name: Name, sentence: str) -> bool:
    """Tell whether a name of which nothing is said stands where a person's does, so that it may be a victim's."""
    if SAYS_BEFORE.search(name.before) and _LATER_HARMED.search(name.following):
        return True
    if _NOT_OF_PERSONS.search(name.before) or _BODY.search(name.text) or _is_political(sentence):
        return False
    if name.likely >= LIKELY:
        return _sent_word(name) or (_stands_as_person(name, sentence) and not _is_in_public(name, sentence))
    return not (_IN_MARKS.search(name.before) or _MOVING.search(name.before)) and _acts_as_person(name, sentence)


def _sent_word(name: Name) -> bool:
    return _SENT.search(name.before) is not None


def _stands_as_person(name: Name, sentence: str) -> bool:
    """Tell whether a name of several words, or a known one, does not stand where a place's name would."""
    if name.likely == SURE:
        return _BOUND.search(name.before) is None
    return _PLACED.search(name.before) is None or bool(_OF.search(name.before) and _is_of_one(sentence))


def _is_in_public(name: Name, sentence: str) -> bool:
    known = name.likely == SURE and _INITIAL.search(name.text) is not None
    return not known and _is_of_offices(name.preceding + sentence + name.following)


def _acts_as_person(name: Name, sentence: str) -> bool:
    """Tell whether a word that may be a name does or bears what persons do."""
    if name.before.strip() and not name.before.endswith("- "):
        subject = _CLAUSE_BEFORE.search(name.before) and _VERB.match(name.after)
        return bool(subject or _OBJECT_BEFORE.search(name.before) or _has_pronoun(sentence))
    told_next = _VERB.match(name.after) and _NEXT_PERSON.match(name.following)
    return bool(told_next or _OPENS_AS_PERSON.match(name.after))

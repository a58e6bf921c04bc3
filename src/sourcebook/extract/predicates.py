"""What a number without its noun can count, by what is said of it: "nine ended in a verdict", "599 were freed"."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import Final

from sourcebook.extract.drafts import Draft

PERSONS: Final = frozenset({"victims", "people", "offenders"})
LEGAL: Final = frozenset({"cases", "investigations", "prosecutions", "convictions"})
_CASES_SAID: Final = re.compile(
    r"(?:[a-z]+ly )?(?:(?:has |have |had )?(?:ended (?:in|with)|resulted in|led to|reached (?:the |a )?courts?"
    r"|gone to (?:trial|court)|went to (?:trial|court)|(?:were|was|are|been) (?:[a-z]+ly |still )?(?:pending|dismissed"
    r"|dropped|closed|opened|reopened|filed|registered|ongoing|under (?:way|investigation)|discontinued|shelved|heard"
    r"|adjourned|completed|concluded|archived|transferred to (?:the )?(?:prosecut|court))"
    r"|remain(?:ed|s)? (?:open|pending|under investigation)|concern(?:ed|s)?\b|involv(?:ed|es|ing)\b|related to"
    r"|dealt with|went nowhere))"
)
_PERSONS_SAID: Final = re.compile(
    r"(?:(?:were|was|are|is|had been|have been) (?:[a-z]+ly |all |still |also |then )?(?:women|girls|men|boys|children"
    r"|minors|adults|female|male|under(?: the age of)? ?1[5-8]|under-?age|foreign\w*|nationals|citizens|aged|rescued"
    r"|freed|released|liberated|removed|withdrawn|saved|helped|assisted|housed|killed|abducted|kidnapped"
    r"|repatriated|returned|sheltered|arrested|convicted|sentenced|acquitted|charged|jailed|deported|sent (?:back|home)"
    r"|brought (?:back|home)|reunited|intercepted|(?:sexually )?exploited|trafficked|forced|sold|made to|lured|from)\b"
    r"|(?:had |have |has )?(?:pleaded|pled|came from|come from|went home|gone home|escaped|fled|testified|received"
    r" (?:\w+ )?(?:prison|jail|suspended|shelter|medical|assistance|help|care|counsel|sentences?)))"
)
_TAKEN: Final = re.compile(
    r"(?:were|was|have been|had been|are) (?:[a-z]+ly |also |then )?(?P<verb>[a-z]+)\b"
    r"|(?:[a-z]+ly )?(?P<bare>[a-z]+ed) by\b"
)
_WHOM: Final = re.compile(r"\bof whom\b|\b(?:among|of) those [a-z]+ed\b")
_COURT: Final = re.compile(r"\b(?:courts?|judges?|tribunals?|jury|magistrates?)\b[\w ]{0,30}$")
WORDS: Final = 8
LEAD: Final = 6
ACTED_ON: Final = frozenset({"arrested", "prosecuted", "convicted", "acquitted"})
HELD: Final = frozenset({"identified", "assisted"})


def _after(draft: Draft) -> str:
    sentence = draft.sentence
    return sentence.phrase(draft.stop, min(len(sentence.tags), draft.stop + WORDS))


def lead_kinds(draft: Draft) -> AbstractSet[str] | None:
    """Return people where "of whom" or "among those freed" stands right before a figure; None elsewhere."""
    sentence = draft.sentence
    return PERSONS if _WHOM.search(sentence.phrase(max(0, draft.first - LEAD), draft.first)) else None


def kinds_said(draft: Draft) -> AbstractSet[str] | None:
    """Return what a bare number can count by the words around it; None where they leave it open."""
    led = lead_kinds(draft)
    if led is not None:
        return led
    sentence = draft.sentence
    if draft.partitive == "pronoun" and _COURT.search(sentence.phrase(max(0, draft.first - WORDS), draft.first)):
        return frozenset({"offenders"})
    after = _after(draft)
    if _CASES_SAID.match(after):
        return LEGAL | {"other"}
    return PERSONS if _PERSONS_SAID.match(after) else None


def told_what(draft: Draft) -> bool:
    """Tell whether a bare number is said to be of some sex, age or origin: "nine were under 18"."""
    return _TOLD_WHAT.match(_after(draft)) is not None


_TOLD_WHAT: Final = re.compile(
    r"(?:were|was|are|is) (?:[a-z]+ly |all |still |also |aged )?(?:women|girls|men|boys|children|minors|adults"
    r"|female|male"
    r"|under|over|below|foreign|nationals|citizens|from|aged|older|younger)"
)


def count_by_verb(draft: Draft) -> str:
    """Return what a bare number counts by the verb it is the subject of, or nothing: "599 were intercepted"."""
    match = _TAKEN.match(_after(draft))
    if match is None:
        return ""
    sentence = draft.sentence
    wanted = match["verb"] or match["bare"]
    for k in range(draft.stop, min(len(sentence.tags), draft.stop + WORDS)):
        if sentence.words[k] == wanted:
            return _by_word(sentence.lex[k].status, sentence.lex[k].action)
    return ""


def _by_word(status: str, action: str) -> str:
    if action in ACTED_ON:
        return "offenders"
    return "victims" if status in HELD else ""


def those_counted(draft: Draft) -> str:
    """Return what "six of those sentenced" counts, or nothing: people to whom the verb was done."""
    sentence = draft.sentence
    for k in range(draft.index + 1, min(len(sentence.tags), draft.index + 5)):
        if sentence.words[k] == "those" and sentence.tags[k + 1 : k + 2] == "E" and sentence.words[k - 1] == "of":
            lex = sentence.lex[k + 1]
            return _by_word(lex.status, lex.action) or "people"
    return ""


def set_beside(draft: Draft) -> bool:
    """Read "1,099 children, 400 girls among them" and "1,712 children, one in three a girl"."""
    sentence, stop = draft.sentence, draft.stop
    if sentence.words[stop : stop + 2] == ["among", "them"]:
        return True
    return bool(
        draft.number.share
        and (draft.sex or draft.age)
        and sentence.tags[draft.first - 1 : draft.first] == ","
        and sentence.words[stop : stop + 1] in (["a"], ["an"])
    )


def of_kind(draft: Draft) -> bool:
    """Read "31 victims, 11 of forced labour": what a bare number is of is a kind of exploitation."""
    sentence = draft.sentence
    at = draft.index + 2
    of = sentence.words[draft.index + 1 : at] == ["of"]
    terms = sentence.terms_between(at, min(len(sentence.tags), at + 3)) if of else []
    return any(term.start == sentence.starts[at] for term in terms)

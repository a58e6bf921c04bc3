"""What the counted people were exploited for, and whether they were exploited at all."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.extract.cues import Cue
from sourcebook.extract.drafts import Draft
from sourcebook.extract.forced_work import forced_to_work
from sourcebook.extract.sentence import Sentence
from sourcebook.vocabulary.lexicon import word_set
from sourcebook.vocabulary.themes import Term

EXPLOITED: Final = Cue(
    r"\b(?:trafficked|(?:of|to|in|through|by|from|into|for) (?:human |sex |child |labou?r "
    r"|internal )?trafficking|exploit(?:ed|ing|ation)|enslaved?|slavery|slave-like|slavery-like|servitude|victims? of"
    r"|as (?:\w+ )?victims?\b|(?:are|were|was|be|been|become|became) (?:\w+ ){0,2}victims?\b"
    r"|victimi[sz]ed|coerced|forced (?:to|into)|forcibly|sold (?:to|into|as|for|by|in|off)|being sold"
    r"|are sold|were sold|been sold|had sold|held captive|(?:in|from|into) captivity|subjected to|lured|deceived|bonded"
    r"|debt bondage|compelled|made to|put to|carried off|abducted|kidnapped|endanger\w*|exploitative"
    r"|forced labou?r|against their will"
    r"|(?:locked|kept|held|shut|confined|chained) (?:up |in |inside |on |at |without |as |under )+"
    r"(?!(?:[\w-]+ ){0,3}(?:custody|detention|prisons?|jails?|camps?|remand|reception|cells?)\b)"
    r"|passports? (?:[\w-]+ ){0,3}?(?:withheld|confiscated|seized)|(?:fall(?:en|s|ing)?|fell) (?:victims?|prey)"
    r"|locked (?:in|up)(?=[ .,;]*$)|(?:found|kept) locked|without (?:any )?(?:pay|wages|payment|being paid)"
    r"|unpaid(?! (?:family|internship|leave))|never paid|for no (?:pay|wages))\b",
    "traffick exploit enslav slave servitude victim coerc force forcib sold held captivity subjected lured "
    "deceiv bond compelled made put carried abduct kidnap endanger against "
    "locked kept shut confined chained without unpaid for never passport fall fell",
)
NOT_YET: Final = Cue(
    r"\b(?:at (?:high |higher |great |particular |extreme )?risk|vulnerab\w+|risks? of|to prevent"
    r"|prevention|to combat|on (?:combating|identif\w+|preventing|recogni\w+|how)|awareness"
    r"|train(?:ed|ing)\b|sensiti[sz]\w+|about the (?:dangers|risks)|screened|potential employers"
    r"|inspect\w*|seminars?|(?<!in a )workshops?|curricul\w+|against (?:trafficking|child)|protect(?:ed"
    r"|ion)? from|prevent\w*|anti-trafficking|counter-trafficking|combat\w*|charges?|suspected of"
    r"|accused of|convicted|arrested|indicted|prosecut\w+)\b",
    "risk vulnerab prevent combat identif recogni aware train sensiti danger screened employers "
    "inspect seminar workshop curricul against protect anti- counter- charge suspect accus convict "
    "arrest indict prosecut how",
)
CHILD_WORK: Final = Cue(
    r"\b(?:child labou?r(?:ers?)?|child work(?:ers?)?|hazardous|dangerous|work(?:ing|ed|s)? (?:on"
    r"|in) the street|street work|informal sector|engage[ds]? in (?:work|labou?r|economic)"
    r"|working children|children (?:who )?work|employed in|economically active|out of school"
    r"|light work|living on the street|off the streets?|worst forms of child labou?r)\b",
    "labo work hazard danger street sector engag employed econom school light",
)
BROAD: Final = frozenset({"adoption", "surrogacy", "purchase"})
EXPLOITABLE: Final = frozenset({"victims", "offenders", "cases", "investigations", "prosecutions", "convictions"})
LEGAL: Final = frozenset({"cases", "investigations", "prosecutions", "convictions"})
LINKS: Final = word_set("links")
FURTHER: Final = 26


def purposes(sentence: Sentence, first: int, last: int) -> tuple[list[Term], list[Term]]:
    """Return the exploitation terms between two tokens: those that say it, and those that only name a setting."""
    if not sentence.terms:
        return [], []
    terms = [term for term in sentence.terms_between(first, last) if term.theme.value]
    weak = [t for t in terms if t.theme.weak and not OF_PLACE.match(sentence.low, t.end)]
    return [t for t in terms if not t.theme.weak], weak


OF_PLACE: Final = re.compile(r" (?:towns?|cit(?:y|ies)|villages?|areas?|regions?|districts?|provinces?|belt|hub)\b")


def one_value(strong: list[Term], weak: list[Term]) -> str | None:
    """Return the one kind of exploitation that terms agree on; None for none or several."""
    values = {term.theme.value for term in strong}
    settings = {term.theme.value for term in weak}
    if not values and len(settings) == 1:
        return next(iter(settings))
    if values == {"labour"} and settings == {"domestic"}:
        return "domestic"
    return next(iter(values)) if len(values) == 1 else None


def said_exploited(text: str) -> bool:
    """Tell whether words say that people were trafficked, exploited, forced or sold."""
    return EXPLOITED.search(text) is not None


def set_purpose(draft: Draft, floor: int) -> None:
    """Set exploitation from the words of a figure's own phrase and scope, or from what stands before "of"."""
    sentence = draft.sentence
    parted = draft.counts == "share" and draft.part_of is not None and draft.head < 0
    if draft.counts not in EXPLOITABLE and not parted:
        return
    last = _reach(draft)
    if sentence_aside(draft):
        last = min(len(sentence.tags), draft.stop + 6)
    strong, weak = purposes(sentence, draft.index if draft.counts != "offenders" else draft.stop, last)
    if 0 <= draft.head < draft.index and not strong:
        strong, weak = purposes(sentence, max(0, draft.head - 3), min(draft.index, draft.head + 6))
    if (
        not strong
        and draft.first
        and sentence.words[draft.first - 1] in ("of", "involving", "against", "on", "affecting", "concerning")
    ):
        before, _ = purposes(
            sentence, max(0 if sentence.words[draft.first - 1] != "of" else floor, draft.first - 14), draft.first
        )
        apart = "c" in sentence.tags[sentence.at(before[-1].end) : draft.first] if before else True
        strong = [] if apart and sentence.words[draft.first - 1] == "of" else before[-1:]
    short = None if strong else _BRIEFLY.match(sentence.phrase(draft.stop, min(len(sentence.tags), draft.stop + 4)))
    raised = None if strong or short else _RAISED.match(sentence.low, sentence.ends[draft.stop - 1] + 1)
    if raised is not None and "#" in sentence.tags[draft.stop : draft.stop + 4]:
        draft.exploitation, draft.expl_set = RAISED[raised["kind"]], True
        return
    if not strong and draft.counts == "victims" and _made_to_work(draft):
        draft.exploitation, draft.expl_set = "labour", True
        return
    if short is not None:
        draft.exploitation, draft.expl_set = BRIEF[short[1] or short[2]], True
        draft.because("exploitation", draft.stop, draft.stop + 1)
        return
    values = {term.theme.value for term in strong}
    if len(values) > 1:
        strong = _ranked(strong, sentence)
    if any(term.theme.key in BROAD for term in sentence.terms_between(draft.index, last)) and draft.counts not in (
        "victims",
        "people",
    ):
        return
    draft.exploitation = one_value(strong, weak if _weak_counts(draft) else []) or draft.exploitation
    if strong or (draft.exploitation and weak):
        draft.expl_set = True
        term = (strong or weak)[0]
        draft.why["exploitation"] = (term.start, term.end)


def sentence_aside(draft: Draft) -> bool:
    """Read "half of them (10,509) for forced labour": a number alone in brackets shares the words after them."""
    return draft.sentence.tags[max(0, draft.index - 1) : draft.index + 2] == "(#)"


def _made_to_work(draft: Draft) -> bool:
    said = draft.sentence.phrase(draft.stop, draft.scope[1])
    return forced_to_work(_around(draft)) or _UNPAID.search(said) is not None


_UNPAID: Final = re.compile(r"\bwork\w*\b[\w ,-]{0,40}\bwithout (?:any )?(?:pay|wages|being paid)\b")


def _around(draft: Draft) -> str:
    """Return the verb before a figure and the words after it, without the figure: "forced ... to pick berries"."""
    sentence = draft.sentence
    before = sentence.words[draft.first - 1] if draft.first else ""
    return f"{before} {sentence.phrase(draft.stop, min(len(sentence.tags), draft.stop + 6))}"


_RAISED: Final = re.compile(
    r"(?:was |were )?(?:for|of|into|concern(?:ed|ing)|involv(?:ed|ing)) (?P<kind>sexual|labou?r|criminal|economic)"
    r"(?: and| or|,)(?: [\w-]+){1,4}? exploitation\b"
)
RAISED: Final = {"sexual": "sexual", "labour": "labour", "labor": "labour", "economic": "labour", "criminal": "crime"}
BRIEF: Final = {
    "sex": "sexual",
    "sexually": "sexual",
    "labour": "labour",
    "labor": "labour",
    "work": "labour",
    "crime": "crime",
    "criminality": "crime",
    "begging": "begging",
    "marriage": "marriage",
    "organs": "organs",
}
_BRIEFLY: Final = re.compile(
    r"(?:for )?(?:forced )?(sexually)\b|for (?:forced )?(sex|labou?r|work|crime|criminality|begging|marriage|organs)\b"
    r"(?! (?:inspect|law|rights|court|minist|offic|market|union|violation|offen|permit))"
)


def _reach(draft: Draft) -> int:
    """Return how far a figure's purpose may stand: its scope, for offenders and cases what they are charged with."""
    sentence = draft.sentence
    tags, last = sentence.tags, draft.scope[1]
    if draft.counts in LEGAL:
        after = sentence.words[draft.stop : draft.stop + 1]
        linked = after and (after[0] in LINKS or sentence.tags[draft.stop] == "b")
        last = _verb_joined(draft, last)
        return last if linked or (draft.head < 0 and _names_purpose(draft)) else draft.stop
    if draft.counts == "victims" and last + 1 < len(tags) and tags[last] == "#":
        return last + 2 if sentence.words[last - 1] in ("from", "in", "at", "on") else last
    if draft.counts != "offenders":
        return last
    k = draft.stop
    while k < min(len(tags), draft.stop + FURTHER) and tags[k] not in ".;:z":
        if tags[k] == "#" and tags[k - 1] in ",c-:(r" and not _persons_at(sentence, k):
            break
        if tags[k] == "," and (
            tags[k + 1 : k + 2] == "E" or sentence.words[k + 1 : k + 2] in (["with"], ["including"])
        ):
            break
        k += 1
    return max(last, k)


def _verb_joined(draft: Draft, last: int) -> int:
    """Return where "received 2,117 reports of trafficking and referred cases to" turns to another act, or `last`."""
    tags = draft.sentence.tags
    if not draft.first or tags[draft.first - 1] not in "VE":
        return last
    joined = (
        k for k in range(draft.stop, last - 1) if tags[k] == "c" and tags[k + 1] in "VE" and tags[k + 2 : k + 3] != "N"
    )
    return next((k for k in joined if not set(tags[draft.stop : k]) & set("rbhm")), last)


def _names_purpose(draft: Draft) -> bool:
    """Read "248 concerned sex trafficking and nine labour trafficking", "94 - pimping": the kind after the number."""
    sentence, stop = draft.sentence, draft.stop
    terms = sentence.terms_between(stop, min(len(sentence.tags), stop + 4))
    later = stop + (sentence.words[stop : stop + 1] in LINKING)
    return any(term.theme.value and term.start == sentence.starts[later] for term in terms)


LINKING: Final = (["to"], ["of"], ["into"], ["on"], ["-"])


def _persons_at(sentence: Sentence, at: int) -> bool:
    """Tell whether the number at a token counts people ("accused of selling 29 children")."""
    return any(
        sentence.lex[k].counts in ("people", "victims")
        for k in range(at + 1, min(at + 4, len(sentence.tags)))
        if sentence.tags[k] == "N"
    )


def _weak_counts(draft: Draft) -> bool:
    """Know a setting tells what for where the counted people are victims or were set free from it."""
    return draft.counts == "victims"


RANKING: Final = re.compile(
    r"\b(?:mainly|mostly|primarily|chiefly|predominantly|above all|especially|particularly|principally|largely)\b"
)


def _ranked(strong: list[Term], sentence: Sentence) -> list[Term]:
    """Where the text ranks kinds of exploitation ("mainly for"), keep the one it puts first."""
    for term in strong:
        if RANKING.search(sentence.low, max(sentence.start, term.start - 24), term.start):
            return [term]
    return strong

"""Whether counted people are victims, offenders or others, and the status that the governing verb gives victims."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.extract.drafts import Draft
from sourcebook.extract.governors import Governor, after, before
from sourcebook.extract.purposes import CHILD_WORK, NOT_YET, purposes, said_exploited
from sourcebook.vocabulary.lexicon import word_set
from sourcebook.vocabulary.themes import Term

INVOLVING: Final = frozenset(
    {"involving", "affecting", "concerning", "against", "targeting", "involved", "affected", "concerned"}
)
PRESUMED: Final = re.compile(
    r"\b(?:potential|possible|suspected|presumed|alleged|likely|probable|apparent|would-be"
    r"|believed to|thought to|suspected of being|indicators of|feared)\b"
)
CONFIRMED: Final = re.compile(
    r"\b(?:confirmed|identified|registered|recogni[sz]ed|certified|verified|rescued|recorded|detected"
    r"|reported|documented|known|freed|liberated)\b"
)
ASSISTED: Final = re.compile(r"\b(?:assisted|sheltered|repatriated|referred|supported|rehabilitated|returned)\b")
HELPED_TOO: Final = re.compile(
    r"\b(?:and|then|where they|who then)\s(?:\w+\s){0,4}?(?:provided|given|offered|received|assisted"
    r"|sheltered|granted)\b(?:\s\w+){0,3}\s(?:assistance|services?|support|shelter|care|help|aid"
    r"|counsell?ing|accommodation|protection|medical|psychosocial|social)"
)
LIGHT: Final = word_set("light")
TAUGHT: Final = word_set("taught")
CAPACITY: Final = re.compile(
    r"\b(?:capacit(?:y|ies)|at a time|at any (?:one|given) time|accommodat(?:e|ing) up to"
    r"|can (?:house|hold|accommodate|shelter))\b"
)
PRESSED: Final = frozenset({"recruit", "use", "abduct", "conscript", "kidnap", "enlist", "force", "traffic"})
RESCUE: Final = frozenset(
    {"rescue", "free", "liberate", "intercept", "save", "emancipate", "extricate", "demobilise", "demobilize"}
)
REMOVE: Final = frozenset({"remove", "withdraw", "pull", "extract", "release", "recover", "separate"})
ASIDE: Final = 20
AGAINST: Final = frozenset({"arrested", "prosecuted", "convicted", "acquitted", "investigated"})
_BELIEVED: Final = re.compile(r"\b(?:believed|suspected|thought|feared|presumed)\b(?: to| of|$)")
OR_AT_RISK: Final = re.compile(r"\bas (?:either )?victims of,? or (?:being )?(?:vulnerable|at[ -]risk)")
_AS_PRESUMED: Final = re.compile(r"\bas (?:potential|possible|suspected|presumed|likely|probable|alleged)\b")
PHRASAL: Final = frozenset({"take", "bring", "carry", "pull", "get", "lead", "move"})
AWAY: Final = frozenset({"off", "out", "away", "from"})
LIVING: Final = re.compile(
    r"\b(?:live|lives|are living|are trapped|are held|toil|are enslaved|remain|are kept"
    r"|exist)\b[\w\s]{0,40}\b(?:slavery|servitude|bondage|forced labou?r|bonded labou?r|slave"
    r"|exploitation)"
)
ESTIMATED: Final = re.compile(
    r"\b(?:estimat\w+|believe[sd]?|put the (?:number|figure|total)|prevalence|reckon\w*|extrapolat\w*|calculat\w+)\b"
)
OFFICIALS: Final = word_set("officials")


def governors(draft: Draft, previous: Draft | None, following: Draft | None = None) -> list[Governor]:
    """Return what governs a figure, in the order of weight: the verb it directly follows, a passive, then the rest."""
    floor = previous.stop if previous is not None and previous.sentence is draft.sentence else 0
    left = before(draft, floor)
    ceiling = max(draft.scope[1], draft.stop)
    if following is not None and following.partitive == "pronoun" and following.sentence is draft.sentence:
        ceiling += ASIDE
    right = after(draft, ceiling)
    near = [g for g in left if g.role == "object"]
    passive = [g for g in right if g.role == "patient"]
    relative = [g for g in right if g.role == "relative"]
    loose = [g for g in left if g.role == "loose"]
    active = [g for g in right if g.role == "agent"]
    return [*near, *passive, *relative, *loose, *active]


def _own_words(draft: Draft) -> str:
    return draft.sentence.phrase(draft.index + 1, draft.scope[1])


def _modifiers(draft: Draft) -> str:
    return draft.sentence.phrase(draft.index + 1, draft.stop)


def set_standing(draft: Draft, ruling: list[Governor]) -> None:
    """Turn counted people into victims or offenders where the words around say so; note the action of the law."""
    _set_action(draft, ruling)
    if draft.counts == "victims" and CAPACITY.search(draft.sentence.phrase(max(0, draft.first - 8), draft.scope[1])):
        draft.counts = "people"
        return
    if (
        draft.counts == "victims"
        and OTHER_HARM.match(_after_head(draft))
        and not purposes(draft.sentence, draft.index, draft.scope[1])[0]
    ):
        draft.counts = "people"
        draft.child_work = True
        return
    if draft.counts != "people":
        return
    if SENTENCED.search(_own_words(draft)):
        draft.counts = "offenders"
        return
    sentence = draft.sentence
    base = sentence.lex[draft.head].base if draft.head >= 0 else ""
    if (draft.action and _held_to_account(draft, ruling)) or _accused(draft):
        draft.counts = "offenders"
        return
    if base in OFFICIALS:
        return
    if _is_victim(draft, ruling):
        draft.counts = "victims"


def _after_head(draft: Draft) -> str:
    sentence = draft.sentence
    return sentence.phrase(draft.stop, min(len(sentence.tags), draft.stop + 9))


OTHER_HARM: Final = re.compile(
    r"of (?:(?:various|other|all|different|many|several|the|worst|some) )*(?:forms? of "
    r"|kinds? of |types? of )?(?:[\w-]+ ){0,2}?"
    r"(?:abuse|violence|rape|crimes?|assault|torture|war|disaster|neglect|accidents?|bullying"
    r"|disappearance|mutilation)\b"
    r"(?!.{0,40}(?:traffick|exploit|forced))"
)


def _accused(draft: Draft) -> bool:
    """Read "verdicts against 14 people", "filed reports against 17 persons"."""
    return PROCEEDINGS.search(draft.sentence.phrase(max(0, draft.first - 8), draft.first)) is not None


SENTENCED: Final = re.compile(
    r"\b(?:received|got|given|handed|serving|faces?|facing|awaits?|awaiting|pleaded"
    r"|pled)\b(?: [\w-]+){0,5}? (?:sentences?|terms?|imprisonment|prison|jail|guilty|trial|convictions?)\b"
    r"|\b(?:on suspicion of|accused of|suspected of|charged with|under arrest|under judicial supervision|remanded"
    r"|(?:put|placed|held|kept|taken) (?:in|into) (?:pre-?trial |police "
    r"|preventive )?(?:detention|custody|jail|prison))\b"
)
PROCEEDINGS: Final = re.compile(
    r"\b(?:verdicts?|charges|proceedings|cases?|complaints?|reports?|sentences?|warrants?|indictments?|investigations?"
    r"|convictions?|prosecutions?|judgments?|suits?|trials?)\b(?: \w+){0,2}? (?:against"
    r"|of) (?:the |all |about |some )?$"
)


def _held_to_account(draft: Draft, ruling: list[Governor]) -> bool:
    first = next(g for g in ruling if g.word.action in AGAINST and g.role != "agent")
    if first.role == "agent":
        return False
    if first.role == "relative" and any(g.role == "object" and g.word.status for g in ruling):
        return False
    if first.role == "loose":
        between = draft.sentence.phrase(first.token + 1, draft.first)
        return (
            re.fullmatch(
                (
                    r"(?:(?:charges |cases |proceedings )?(?:of|against|into|for|down|up|with)\s?)?(?:the|all|another"
                    r"|a total of)?\s?"
                ),
                between,
            )
            is not None
        )
    return True


def _set_action(draft: Draft, ruling: list[Governor]) -> None:
    if draft.counts not in ("people", "offenders", "cases"):
        return
    for governor in ruling:
        if (
            governor.word.action not in AGAINST
            and governor.role in ("object", "patient")
            and governor.word.base not in LIGHT
        ):
            return
        if (
            governor.word.action in AGAINST
            and governor.role != "agent"
            and not (governor.role == "relative" and governor.word.tag == "G")
        ):
            draft.action = governor.word.action
            draft.because("action", governor.token)
            return


def _is_victim(draft: Draft, ruling: list[Governor]) -> bool:
    """Tell whether counted people are victims: by a case they are involved in, their own words, or the verb."""
    involved = _involved(draft)
    if involved is not None:
        return involved
    words, strong, weak = _said_of(draft)
    if _only_at_risk(words) or any(g.word.base in TAUGHT for g in ruling[:2] if g.role in TOUCHED):
        return False
    if CHILD_WORK.search(words):
        draft.child_work = True
        return not OF_CHILD_LABOUR.search(words) and (
            (bool(strong) and said_exploited(words)) or VICTIMS.search(words) is not None
        )
    if strong or said_exploited(words):
        draft.why["counts"] = (draft.sentence.starts[draft.index], draft.sentence.ends[draft.scope[1] - 1])
        return True
    return _by_verb(draft, ruling, words, bool(weak))


def _involved(draft: Draft) -> bool | None:
    """Tell whether people are involved in a case of trafficking; None where no case is said of them."""
    sentence = draft.sentence
    before = max(0, draft.first - 14)
    lead = sentence.phrase(before, draft.first)
    if sentence.words[draft.stop : draft.stop + 1] == ["involved"] and HARMFUL_CASE.search(lead):
        return True
    if not draft.first or sentence.words[draft.first - 1] not in INVOLVING:
        return None
    harmed = bool(purposes(sentence, before, draft.first)[0]) or "traffick" in lead
    return not CHILD_WORK.search(lead) if harmed else None


def _said_of(draft: Draft) -> tuple[str, list[Term], list[Term]]:
    """Return the words said of counted people with the terms of exploitation among them."""
    sentence = draft.sentence
    if 0 <= draft.head < draft.index:
        first, last = max(0, draft.head - 3), min(draft.index, draft.head + 6)
        return sentence.phrase(first, last), *purposes(sentence, first, last)
    return _own_words(draft), *purposes(sentence, draft.index, draft.scope[1])


def _only_at_risk(words: str) -> bool:
    if OR_AT_RISK.search(words):
        return False
    return NOT_YET.search(words) is not None and VICTIMS_AFTER_ALL.search(words) is None


def _by_verb(draft: Draft, ruling: list[Governor], words: str, in_setting: bool) -> bool:
    """Tell whether the governing verb makes victims of people: rescued, removed, recruited by rebels."""
    sentence = draft.sentence
    verbs = {g.word.base for g in ruling[:3] if g.role in ("object", "patient", "relative")}
    if verbs & RESCUE or (verbs & REMOVE and (in_setting or SETTINGS.search(words))):
        return True
    if verbs & PRESSED and purposes(sentence, max(0, draft.first - 12), draft.first)[0]:
        return True
    return OF_HARM.search(sentence.phrase(max(0, draft.first - 8), draft.first)) is not None


TOUCHED: Final = frozenset({"object", "patient", "loose"})
VICTIMS: Final = re.compile(r"\bvictims\b")
SETTINGS: Final = re.compile(r"situations|conditions|settings")
HARMFUL_CASE: Final = re.compile(r"\btraffick|\bexploit|\bforced")
OF_CHILD_LABOUR: Final = re.compile(r"\bvictims? of (?:or [\w -]{1,30}? )?(?:hazardous |the worst forms of )?child lab")
VICTIMS_AFTER_ALL: Final = re.compile(r"^(?!.*\b(?:risk|prevent)).*\bvictims? of\b")
OF_HARM: Final = re.compile(
    r"\b(?:(?:rescue|release|liberation|freeing|emancipation|removal|trafficking|enslavement"
    r"|sale|abuse and exploitation"
    r"|exploitation) of(?: all| at least| some| about| up to| another| more than)?"
    r"|trafficked|exploited|sold|enslaved|coerced|smuggled and exploited)\s?$"
)


def involved_status(draft: Draft, case: Draft, case_ruling: list[Governor]) -> str | None:
    """Return the status that people have by the verb that governs the case they are involved in."""
    sentence = draft.sentence
    if (
        case.sentence is not sentence
        or not draft.first
        or (
            sentence.words[draft.first - 1] not in INVOLVING
            and sentence.words[max(0, draft.first - 3)] not in INVOLVING
        )
    ):
        return None
    verbs = [g for g in case_ruling if g.role in ("object", "patient")]
    return verbs[0].word.status if verbs and verbs[0].word.status == "identified" else None


def set_status(draft: Draft, ruling: list[Governor]) -> None:
    """Set the status of counted victims from their own words, then from what governs them."""
    if draft.counts not in ("victims", "people"):
        return
    draft.status_other = any(g.role in ("object", "patient", "agent") for g in ruling)
    if _presumed(draft):
        draft.status = "presumed"
        draft.because("status", draft.index + 1, max(draft.index + 1, draft.stop - 1))
    elif _estimated(draft, ruling):
        draft.status = "estimated"
    else:
        _by_governor(draft, ruling)
        draft.status = draft.status or _by_modifier(draft)
        if draft.status == "identified" and _helped_too(draft):
            draft.status = "assisted"


def _presumed(draft: Draft) -> bool:
    return (
        PRESUMED.search(_modifiers(draft)) is not None
        or OR_AT_RISK.search(_own_words(draft)) is not None
        or _AS_PRESUMED.search(_own_words(draft)) is not None
        or _link_presumed(draft)
        or _BELIEVED.search(_after(draft)) is not None
    )


def _by_governor(draft: Draft, ruling: list[Governor]) -> None:
    """Take the status of the first governing word that gives one."""
    for governor in ruling:
        status = _status_of(draft, governor)
        if status:
            draft.status, draft.status_near = status, governor.role != "loose"
            draft.because("status", governor.token)
            return


def _status_of(draft: Draft, governor: Governor) -> str:
    if governor.role == "agent" or governor.word.status == "estimated":
        return ""
    following = draft.sentence.words[governor.token + 1 : governor.token + 2]
    if governor.word.base in PHRASAL and governor.role in ("object", "patient") and AWAY.intersection(following):
        return "identified"
    return governor.word.status


def _by_modifier(draft: Draft) -> str | None:
    """Return the status that stands in the phrase itself: "confirmed victims", "referrals of victims"."""
    if 1 < draft.head < draft.index and draft.sentence.lex[draft.head - 2].status:
        return draft.sentence.lex[draft.head - 2].status
    modifiers = _modifiers(draft)
    if CONFIRMED.search(modifiers):
        return "identified"
    return "assisted" if ASSISTED.search(modifiers) else None


def _helped_too(draft: Draft) -> bool:
    sentence = draft.sentence
    words = sentence.phrase(draft.stop, min(len(sentence.tags), draft.stop + 16))
    return HELPED_TOO.search(words) is not None


def _link_presumed(draft: Draft) -> bool:
    """Read "a possible trafficking case involving two girls": what is possible of the case is so of the people."""
    sentence = draft.sentence
    if not draft.first or sentence.words[draft.first - 1] not in INVOLVING:
        return False
    return (
        re.search(
            (
                r"\b(?:possible|potential|suspected|alleged)\b[\w\s-]{0,40}\b(?:case|incident|situation"
                r"|instance)s?\b[\w\s]*$"
            ),
            sentence.phrase(max(0, draft.first - 10), draft.first),
        )
        is not None
    )


def _after(draft: Draft) -> str:
    return draft.sentence.phrase(draft.stop, min(draft.scope[1], draft.stop + 5))


def _estimated(draft: Draft, ruling: list[Governor]) -> bool:
    sentence = draft.sentence
    lead = sentence.phrase(max(0, draft.first - 14), draft.first)
    if any(
        g.role in ("object", "patient") and g.word.status in ("identified", "assisted") and not g.word.says
        for g in ruling[:1]
    ):
        return False
    match = ESTIMATED.search(lead)
    if match is None and (draft.high or draft.low or 0) >= 1000 and LIVING.search(_own_words(draft)):
        return True
    if match is None:
        return "an estimated" in sentence.phrase(draft.first, draft.index + 1) or " estimated" in lead[-12:]
    start = sentence.starts[max(0, draft.first - 14)]
    draft.why["status"] = (start + match.start(), start + match.end())
    return True

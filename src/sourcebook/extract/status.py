"""The status that counted victims have: identified, presumed, estimated or assisted, by their words or their verb."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.extract.cues import Cue
from sourcebook.extract.drafts import Draft
from sourcebook.extract.governors import Governor
from sourcebook.extract.standing import INVOLVING, OR_AT_RISK, STATUS_GIVEN

PRESUMED: Final = Cue(
    r"\b(?:potential|possible|suspected|presumed|alleged|likely|probable|apparent|would-be"
    r"|believed to|thought to|suspected of being|indicators of|feared)\b",
    "potential possible suspect presum alleg likely probable apparent would-be believed thought indicators feared",
)
CONFIRMED: Final = Cue(
    r"\b(?:confirmed|identified|registered|recogni[sz]ed|certified|verified|rescued|recorded|detected"
    r"|reported|documented|known|freed|liberated)\b",
    "confirmed identified registered recogni certified verified rescued recorded detected reported "
    "documented known freed liberated",
)
ASSISTED: Final = Cue(
    r"\b(?:assisted|sheltered|repatriated|referred|supported|rehabilitated|returned)\b",
    "assisted sheltered repatriated referred supported rehabilitated returned",
)
HELPED_TOO: Final = Cue(
    r"\b(?:and|then|where they|who then)\s(?:\w+\s){0,4}?(?:provided|given|offered|received|assisted"
    r"|sheltered|granted)\b(?:\s\w+){0,3}\s(?:assistance|services?|support|shelter|care|help|aid"
    r"|counsell?ing|accommodation|protection|medical|psychosocial|social)",
    "provid given offered received assisted sheltered granted",
)
RECEIVED: Final = Cue(
    r"^\W*(?:\w+ ){0,6}?(?:received|accessed|obtained|got|benefit(?:ed|ted) from|were given|enjoyed|made use of|sought)"
    r" (?:[\w-]+ ){0,4}?(?:assistance|services?|support|shelter|care|help|aid|counsell?ing|accommodation|protection)\b"
    r"|^.{0,24}\b(?:in|under) (?:its|their|his|her|the ministry's) (?:care|protection|shelters?|homes?)\b"
    r"|^.{0,24}\bon its books\b",
    "care protection shelter home books received accessed obtained got benefit given enjoyed made sought",
)
_BELIEVED: Final = Cue(
    r"\b(?:believed|suspected|thought|feared|presumed)\b(?: to| of|$)",
    "believed suspected thought feared presumed",
)
_AS_PRESUMED: Final = Cue(
    r"\bas (?:potential|possible|suspected|presumed|likely|probable|alleged)\b",
    "potential possible suspected presumed likely probable alleged",
)
HOUSED: Final = frozenset({"in", "home"})
CARED: Final = frozenset(
    {
        "shelter",
        "shelters",
        "safehouse",
        "hospital",
        "clinic",
        "home",
        "refuge",
        "care",
        "programme",
        "program",
        "centre",
        "center",
    }
)
LAW: Final = frozenset({"police", "officers", "gendarmes", "soldiers", "patrols", "guards", "agents"})
GUESTS: Final = frozenset({"go", "pass", "bring", "come", "admit", "move", "take"})
SERVED: Final = frozenset({"client", "beneficiary", "resident", "patient"})
PHRASAL: Final = frozenset({"turn", "take", "bring", "carry", "pull", "get", "lead", "move"})
AWAY: Final = frozenset({"off", "out", "away", "from"})
MET: Final = frozenset({("come", "across"), ("turn", "back")})
HELPING: Final = frozenset(
    {
        ("look", "after"),
        ("care", "for"),
        ("pass", "through"),
        ("put", "up"),
        ("send", "back"),
        ("send", "home"),
        ("take", "home"),
        ("bring", "home"),
        ("bring", "back"),
        ("fly", "home"),
        ("fly", "back"),
    }
)
PREVALENT: Final = 1000
ROUND: Final = 100
AROUND: Final = 160
SURVEYS: Final = re.compile(
    r"\b(?:surveys?|study|studies|census|research(?:ers)?) (?:has |have |had )?(?:found|say|put|show|estimat|suggest)"
)
LIVING: Final = Cue(
    r"\b(?:live|lives|are living|are trapped|(?:are|were) held|toil|are enslaved|remain|are kept"
    r"|exist)\b[\w\s]{0,40}\b(?:slavery|servitude|bondage|forced labou?r|bonded labou?r|slave"
    r"|exploitation)",
    "live living trapped held toil enslaved remain kept exist",
)
ESTIMATED: Final = Cue(
    r"\b(?:estimat\w+|believe[sd]?|put(?:s|ting)? (?:the (?:number|figure|total)|at)"
    r"|prevalence|reckon\w*|extrapolat\w*|calculat\w+)\b",
    "estimat believe put preval reckon extrapol calculat",
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
    if draft.status == "identified" and STATUS_GIVEN.among(draft.sentence, max(0, draft.first - 9), draft.first):
        return
    if _presumed(draft):
        draft.status = "presumed"
        draft.because("status", draft.index + 1, max(draft.index + 1, draft.stop - 1))
    elif _estimated(draft, ruling):
        draft.status = "estimated"
    else:
        _by_governor(draft, ruling)
        draft.status = draft.status or _by_modifier(draft)
        if draft.status is None and RECEIVED.among(draft.sentence, draft.stop, draft.scope[1]):
            draft.status = "assisted"
        if draft.status == "identified" and _helped_too(draft):
            draft.status = "assisted"


def _presumed(draft: Draft) -> bool:
    sentence, head = draft.sentence, draft.head
    noun = (max(0, head - 2), head + 1) if 0 <= head < draft.index else (draft.index + 1, draft.stop)
    return (
        PRESUMED.among(sentence, *noun) is not None
        or OR_AT_RISK.among(sentence, draft.index + 1, draft.scope[1]) is not None
        or _AS_PRESUMED.among(sentence, draft.index + 1, draft.scope[1]) is not None
        or _link_presumed(draft)
        or (_believed(draft) and not _prevalent(draft))
    )


def _prevalent(draft: Draft) -> bool:
    """Read "some 225,000 are thought to live in servitude": how many there are, and not who was found."""
    return draft.qualifier != "exact" and (draft.high or draft.low or 0) >= PREVALENT


def _surveyed(draft: Draft) -> bool:
    """Read "some 30,000 are made to beg, a survey found"."""
    sentence = draft.sentence
    near = sentence.low[
        max(sentence.start, sentence.starts[draft.index] - AROUND) : sentence.ends[draft.index] + AROUND
    ]
    if draft.qualifier == "exact" and (draft.low or 1) % ROUND:
        return False
    return SURVEYS.search(near[: sentence.end - sentence.start + AROUND]) is not None


def _reckoned(draft: Draft) -> bool:
    """Read "as many as a million labourers, by the reckoning of the union"."""
    sentence = draft.sentence
    start = sentence.ends[draft.stop - 1]
    return RECKONED.at(sentence, start, min(sentence.end, start + AROUND)) is not None


RECKONED: Final = Cue(
    r"[^;.#]*?\b(?:by (?:the |its |their |one |an |some |[\w.]+'s )?(?:reckonings?|estimates?|calculations?)"
    r"|according to (?:the |its |their |one |an |some )?(?:[\w-]+ )?estimates?)\b",
    "reckoning estimate calculation",
)


def _yearly(draft: Draft) -> bool:
    """Read "as many as 100 women a year are lured abroad": a rate that nobody counted."""
    if draft.qualifier == "exact" and (draft.low or 1) % ROUND:
        return False
    words = draft.sentence.words[draft.stop : draft.scope[1] + 4]
    rated = draft.period == "annual" or words[:2] in (["a", "month"], ["a", "week"], ["every", "month"])
    return rated and bool({"are", "being"}.intersection(words))


def _by_governor(draft: Draft, ruling: list[Governor]) -> None:
    """Take the status of the first governing word that gives one."""
    for governor in ruling:
        status = _status_of(draft, governor)
        if status:
            draft.status, draft.status_near = status, governor.role != "loose"
            draft.because("status", governor.token)
            return


def _status_of(draft: Draft, governor: Governor) -> str:
    if _housed(draft, governor):
        return "assisted"
    if governor.role == "agent" or governor.word.status == "estimated":
        return ""
    following = draft.sentence.words[governor.token + 1 : governor.token + 2]
    if (governor.word.base, *following) in MET:
        return "identified"
    if (governor.word.base, *following) in HELPING:
        return "assisted"
    if governor.word.base in PHRASAL and governor.role in ("object", "patient"):
        after = _past_aside(draft) if governor.role == "object" else []
        if AWAY.intersection(following) or AWAY.intersection(after):
            return "identified"
    return governor.word.status


def _past_aside(draft: Draft) -> list[str]:
    """Return the word after a figure, past an aside between commas: "took 14 children, aged seven to 15, off"."""
    sentence, k = draft.sentence, draft.stop
    if sentence.tags[k : k + 1] == "," and sentence.words[k + 1 : k + 2] == ["aged"]:
        k = sentence.tags.find(",", k + 1, k + 10) + 1
    return sentence.words[k : k + 1]


def _housed(draft: Draft, governor: Governor) -> bool:
    """Read "took in 31 women", "went through the shelter", "were brought to a safehouse": people were cared for."""
    sentence, k = draft.sentence, governor.token
    following = sentence.words[k + 1 : k + 2]
    if governor.word.base == "take" and following and following[0] in HOUSED:
        return governor.role != "agent" and LAW.isdisjoint(sentence.words[max(0, k - 12) : k])
    if governor.role == "object" and governor.word.base in SENDING and _to_shelter(draft):
        return True
    onward = following and following[0] in ("through", "to", "into")
    return bool(onward) and governor.word.base in GUESTS and bool(CARED.intersection(sentence.words[k + 2 : k + 6]))


def _to_shelter(draft: Draft) -> bool:
    """Read "sent 527 callers on to shelters": where people were taken is a place of care."""
    sentence = draft.sentence
    words = sentence.phrase(draft.stop, min(len(sentence.tags), draft.scope[1]))
    return TO_SHELTER.search(words) is not None


TO_SHELTER: Final = re.compile(
    r"\b(?:to|into) (?:[\w-]+ ){0,3}?(?:shelters?|safe ?houses?|refuges?|care|rehabilitation|hospitals?|clinics?)\b"
)
SENDING: Final = frozenset({"send", "take", "bring", "move", "pass", "hand"})


def _by_modifier(draft: Draft) -> str | None:
    """Return the status that stands in the phrase itself: "confirmed victims", "referrals of victims"."""
    if 1 < draft.head < draft.index and draft.sentence.lex[draft.head - 2].status:
        return draft.sentence.lex[draft.head - 2].status
    if draft.head >= 0 and draft.sentence.lex[draft.head].base in SERVED:
        return "assisted"
    first, last = draft.index + 1, draft.stop
    if 0 <= draft.head < draft.index:
        first, last = max(0, draft.head - 2), draft.head + 1
    if CONFIRMED.among(draft.sentence, first, last):
        return "identified"
    return "assisted" if ASSISTED.among(draft.sentence, first, last) else None


def _helped_too(draft: Draft) -> bool:
    sentence = draft.sentence
    return HELPED_TOO.among(sentence, draft.stop, min(len(sentence.tags), draft.stop + 16)) is not None


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


def _believed(draft: Draft) -> bool:
    return _BELIEVED.among(draft.sentence, draft.stop, min(draft.scope[1], draft.stop + 5)) is not None


def _living(draft: Draft) -> bool:
    return LIVING.among(draft.sentence, draft.index + 1, draft.scope[1]) is not None


def _estimated(draft: Draft, ruling: list[Governor]) -> bool:
    sentence = draft.sentence
    lead = sentence.phrase(max(0, draft.first - 14), draft.first)
    if ruling and ruling[0].role in ("object", "patient"):
        word = ruling[0].word
        if word.status in ("identified", "assisted") and not word.says:
            return False
    match = ESTIMATED.among(sentence, max(0, draft.first - 14), draft.first)
    if match is None and (draft.high or draft.low or 0) >= PREVALENT and _living(draft):
        return True
    large = (draft.high or draft.low or 0) >= PREVALENT
    if match is None and ((_prevalent(draft) and _believed(draft)) or (large and _surveyed(draft))):
        return True
    if match is None and (_yearly(draft) or _reckoned(draft)):
        return True
    if match is None:
        own = sentence.phrase(draft.first, draft.index + 1)
        return "an estimated" in own or " estimated " in own or " estimated" in lead[-12:]
    start = sentence.starts[max(0, draft.first - 14)]
    draft.why["status"] = (start + match.start(), start + match.end())
    return True

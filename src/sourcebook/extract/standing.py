"""Whether counted people are victims, offenders or others, by their own words and the verb that governs them."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.extract.courts import AFTER_ASIDE, SENTENCED, TASKED, given_years, is_accused
from sourcebook.extract.cues import Cue
from sourcebook.extract.drafts import Draft
from sourcebook.extract.governors import Governor, after, before
from sourcebook.extract.purposes import CHILD_WORK, NOT_YET, purposes, said_exploited
from sourcebook.vocabulary.lexicon import word_set
from sourcebook.vocabulary.themes import Term

INVOLVING: Final = frozenset(
    {"involving", "affecting", "concerning", "against", "targeting", "involved", "affected", "concerned"}
)
LIGHT: Final = word_set("light")
TAUGHT: Final = word_set("taught")
CAPACITY: Final = Cue(
    r"\b(?:capacit(?:y|ies)|at a time|at any (?:one|given) time|accommodat(?:e|ing) up to"
    r"|can (?:house|hold|accommodate|shelter))\b",
    "capacit accommodat =time =can",
)
PRESSED: Final = frozenset(
    {"press", "enrol", "enroll", "recruit", "use", "abduct", "conscript", "kidnap", "enlist", "force", "traffic"}
)
HARMING: Final = frozenset({"exploit", "traffic", "enslave", "coerce", "sell", "lure", "deceive", "buy"})
RESCUE: Final = frozenset(
    {"rescue", "free", "liberate", "intercept", "save", "emancipate", "extricate", "demobilise", "demobilize"}
)
REMOVE: Final = frozenset({"remove", "withdraw", "pull", "extract", "release", "recover", "separate"})
ASIDE: Final = 20
AGAINST: Final = frozenset({"arrested", "prosecuted", "convicted", "acquitted", "investigated"})
OR_AT_RISK: Final = Cue(
    r"\bas (?:either )?victims of,? or (?:being )?(?:vulnerable|at[ -]risk)",
    "victim",
)
OFFICIALS: Final = word_set("officials")


def governors(draft: Draft, previous: Draft | None, following: Draft | None = None) -> list[Governor]:
    """Return what governs a figure, in the order of weight: the verb it directly follows, a passive, then the rest."""
    floor = previous.stop if previous is not None and previous.sentence is draft.sentence else 0
    left = before(draft, floor)
    ceiling = max(draft.scope[1], draft.stop)
    if following is not None and following.partitive == "pronoun" and following.sentence is draft.sentence:
        between = draft.sentence.tags[draft.stop : following.first]
        ceiling += ASIDE if not set(between) & set("VEbhmr;z") else 0
    elif following is not None and following.sentence is draft.sentence:
        ceiling += ASIDE if AMONG_THEM.match(draft.sentence.phrase(draft.stop, following.first)) else 0
    right = after(draft, ceiling)
    if not (left or right):
        return []
    near = [g for g in left if g.role == "object"]
    passive = [g for g in right if g.role == "patient"]
    relative = [g for g in right if g.role == "relative"]
    loose = [g for g in left if g.role == "loose"]
    active = [g for g in right if g.role == "agent"]
    return [*near, *passive, *relative, *loose, *active]


AMONG_THEM: Final = re.compile(r", (?:among (?:them|whom)|including|of whom)\b[^,;.]{0,20}$")


def own_words(draft: Draft) -> str:
    """Return the words that are said of a figure: its phrase and its scope."""
    return draft.sentence.phrase(draft.index + 1, draft.scope[1])


def set_standing(draft: Draft, ruling: list[Governor]) -> None:
    """Turn counted people into victims or offenders where the words around say so; note the action of the law."""
    _set_action(draft, ruling)
    floor = max(draft.first - 8, draft.sentence.tags.rfind("#", 0, draft.first) + 1)
    if draft.counts == "victims" and CAPACITY.among(draft.sentence, floor, draft.scope[1]):
        draft.counts = "people"
        return
    if (
        draft.counts == "victims"
        and draft.sentence.words[draft.stop : draft.stop + 1] == ["of"]
        and OTHER_HARM.match(_after_head(draft))
        and not purposes(draft.sentence, draft.index, draft.scope[1])[0]
    ):
        draft.counts = "people"
        draft.child_work = True
        return
    if draft.counts == "other" and _raided(draft, ruling):
        draft.counts = "places"
    if draft.counts != "people":
        return
    judged = draft.head < 0 and draft.series is not None and draft.series.counts == "offenders"
    sentence = draft.sentence
    base = sentence.lex[draft.head].base if draft.head >= 0 else ""
    tasked = base in OFFICIALS and TASKED.match(own_words(draft)) is not None
    sentenced = SENTENCED.among(sentence, draft.index + 1, draft.scope[1]) and not tasked
    aside = AFTER_ASIDE.match(sentence.low, sentence.ends[draft.stop - 1], sentence.end) is not None
    if judged or aside or sentenced or given_years(draft, ruling):
        draft.counts = "offenders"
        return
    if (draft.action and _held_to_account(draft, ruling)) or is_accused(draft):
        draft.counts = "offenders"
        return
    if base in OFFICIALS or _of_officials(draft):
        return
    if _is_victim(draft, ruling):
        draft.counts = "victims"


def _of_officials(draft: Draft) -> bool:
    """Read "72 inspectors, 12 of whom watch for forced labour": some of the officials are officials."""
    series = draft.series
    if draft.head >= 0 or series is None or series.head < 0:
        return False
    return series.sentence.lex[series.head].base in OFFICIALS


def _raided(draft: Draft, ruling: list[Governor]) -> bool:
    """Tell whether boats or rooms were raided or searched: then they are premises."""
    base = draft.sentence.lex[draft.head].base if draft.head >= 0 else ""
    touched = [g.word.base for g in ruling if g.role in ("object", "patient")]
    return base in WHERE_HELD and bool(SEARCHED.intersection(touched))


WHERE_HELD: Final = frozenset({"boat", "ship", "vessel", "room", "car", "truck"})
SEARCHED: Final = frozenset({"raid", "search", "storm", "inspect", "shut", "close"})


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
    lead = max(0, draft.first - 9)
    if any(cue.among(draft.sentence, lead, draft.first) for cue in (WITH_THEM, STATUS_GIVEN)):
        draft.status = "identified"
        return True
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
    if 0 <= draft.head < draft.index and not draft.partitive:
        first, last = max(0, draft.head - 3), min(draft.index, draft.head + 6)
        return sentence.phrase(first, last), *purposes(sentence, first, last)
    return own_words(draft), *purposes(sentence, draft.index, draft.scope[1])


STATUS_GIVEN: Final = Cue(r"\bvictims?(?:'s?)? status (?:of|to|on|upon|for)(?: another| about| some| all)?$", "victim")
WITH_THEM: Final = Cue(
    r"\b(?:arrested|caught|detained|intercepted|apprehended|stopped)\b.{0,50}\b(?:traffickers?"
    r"|smugglers?|suspects?|recruiters?) with$",
    "arrested caught detained intercepted apprehended stopped",
)


def _only_at_risk(words: str) -> bool:
    if OR_AT_RISK.search(words) or HAD_BEEN.match(words):
        return False
    return NOT_YET.search(words) is not None and VICTIMS_AFTER_ALL.search(words) is None


HAD_BEEN: Final = re.compile(
    r"[\w ,-]{0,40}?\b(?:who|that|which) (?:had been|have been|were|was) (?:[a-z]+ly )?"
    r"(?:trafficked|exploited|forced|sold|enslaved|coerced)\b"
)


def _by_verb(draft: Draft, ruling: list[Governor], words: str, in_setting: bool) -> bool:
    """Tell whether the governing verb makes victims of people: rescued, removed, recruited by rebels."""
    sentence = draft.sentence
    verbs = {g.word.base for g in ruling[:3] if g.role in ("object", "patient", "relative")}
    if _harmed(draft, ruling) or verbs & RESCUE or (verbs & REMOVE and (in_setting or SETTINGS.search(words))):
        return True
    if _sheltered(draft, ruling) or _served(draft) or (verbs & STOPPED and ON_THE_WAY.search(words)):
        return True
    if verbs & PRESSED and purposes(sentence, max(0, draft.first - 12), draft.first)[0]:
        return True
    lead = max(0, draft.first - 8)
    minor = draft.head >= 0 and sentence.lex[draft.head].age == "minor"
    if minor and RECRUITED.among(sentence, lead, draft.first):
        draft.exploitation = "armed_conflict"
        return True
    return OF_HARM.among(sentence, lead, draft.first) is not None


STOPPED: Final = frozenset({"stop", "find", "catch", "discover", "remove", "take", "identify", "pull"})
ON_THE_WAY: Final = re.compile(
    r"\b(?:bound for|destined for|on (?:their|the) way to|being (?:taken|brought|sent|moved|smuggled|transported))\b"
)


def _sheltered(draft: Draft, ruling: list[Governor]) -> bool:
    """Read "the shelter took in 34 women" of a text on trafficking: those whom a shelter takes in were harmed."""
    sentence = draft.sentence
    near = next((g for g in ruling if g.role in ("object", "loose") and g.token >= draft.first - 3), None)
    if near is None or not OF_HARMED.search(sentence.low, max(0, sentence.start - NEARBY), sentence.end):
        return False
    lead = sentence.phrase(max(0, near.token - 8), near.token)
    return SHELTER_DOES.search(lead) is not None and near.word.base in TAKES_IN


def _served(draft: Draft) -> bool:
    """Read "the clients whom the assistance system for victims had"."""
    sentence = draft.sentence
    if draft.head < 0 or sentence.lex[draft.head].base not in ("client", "beneficiary", "resident"):
        return False
    return OF_HARMED.search(sentence.low, sentence.start, sentence.end) is not None


NEARBY: Final = 1500
OF_HARMED: Final = re.compile("traffick|victim")
SHELTER_DOES: Final = re.compile(
    r"\b(?:shelters?|safe ?houses?|refuges?|(?:reception|crisis|drop-in|transit|care|rehabilitation)"
    r" cent(?:re|er)s?)\b[\w ]{0,30}$"
    r"|\b(?:programmes?|programs?|systems?|centres?|centers?|units?|services?|homes?|projects?) (?:[\w-]+ ){0,2}?for "
    r"(?:[\w-]+ )?(?:victims|survivors)\b[\w ]{0,30}$"
)
TAKES_IN: Final = frozenset({"take", "house", "shelter", "admit", "receive", "accommodate", "assist", "host"})


def _harmed(draft: Draft, ruling: list[Governor]) -> bool:
    """Tell whether people are exploited, sold or lured; "children sold beads" are not."""
    tags = draft.sentence.tags
    if any(g.role == "object" and g.word.base in ("force", "compel") for g in ruling[:2]):
        return FORCED_TO.match(draft.sentence.phrase(draft.stop, min(len(tags), draft.stop + 4))) is not None
    return any(
        g.word.base in HARMING
        and (
            g.role in ("object", "patient") or (g.role == "relative" and tags[g.token + 1 : g.token + 2] not in OBJECTS)
        )
        for g in ruling[:3]
    )


FORCED_TO: Final = re.compile(r"(?:into|to) (?!flee|leave|move|close|return|resign|evacuate|relocate|stop|quit)[a-z]+")
RECRUITED: Final = Cue(
    r"\b(?:recruitment|conscription|enlistment)(?: and use)? of(?: at least| some| about| up to| another| more than)?$",
    "recruitment conscription enlistment",
)
OBJECTS: Final = frozenset("NdJP#DCG")
TOUCHED: Final = frozenset({"object", "patient", "loose"})
VICTIMS: Final = Cue(
    r"\bvictims\b",
    "victims",
)
SETTINGS: Final = Cue(
    r"situations|conditions|settings",
    "situation condition setting",
)
HARMFUL_CASE: Final = Cue(
    r"\btraffick|\bexploit|\bforced",
    "traffick exploit forced",
)
OF_CHILD_LABOUR: Final = Cue(
    r"\bvictims? of (?:or [\w -]{1,30}? )?(?:hazardous |the worst forms of )?child lab",
    "victim",
)
VICTIMS_AFTER_ALL: Final = re.compile(r"^(?!.*\b(?:risk|prevent)).*\bvictims? of\b")
OF_HARM: Final = Cue(
    r"\b(?:(?:rescue|release|liberation|freeing|emancipation|removal|trafficking|enslavement"
    r"|sale|abuse and exploitation"
    r"|exploitation) of(?: all| at least| some| about| up to| another| more than)?"
    r"|(?:taken|withheld|confiscated|seized) the (?:passports|papers|documents) of"
    r"|trafficked|exploited|sold|enslaved|coerced|smuggled and exploited)\s?$",
    "passports papers documents rescue release liberation freeing emancipation removal traffick enslave sale exploit "
    "sold coerced",
)

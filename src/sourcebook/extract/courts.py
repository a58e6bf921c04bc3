"""The words by which courts and police make offenders of counted people."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.extract.cues import Cue
from sourcebook.extract.drafts import Draft
from sourcebook.extract.governors import Governor

SENTENCED: Final = Cue(
    r"^[\w ]{0,24}\b(?:guilty (?:of|on)|found guilty)\b"
    r"|^[\w ]{0,30}\b(?:to (?:court|trial|justice)|before (?:the |a )?(?:\w+ )?(?:courts?|judges?|magistrates?))\b|"
    r"\b(?:stood|stand|stands|standing|went on|go on|goes on|put on|on) trial\b|"
    r"\bwho (?:had |have |has |then )?(?:brought|sold|trafficked|exploited|forced|lured"
    r"|recruited|kept|bought) (?:them|her|him|the|\d)|"
    r"\b(?:received|got|given|handed|serving|faces?|facing|awaits?|awaiting|pleaded"
    r"|pled)\b(?: [\w-]+){0,5}? (?:sentences?|terms?|imprisonment|prison|jail|guilty|trial|convictions?)\b"
    r"|\b(?:got|received|was given|were given|was handed|were handed) (?:up to )?[\w-]+ (?:years|months)"
    r"(?: (?:each|apiece|behind|in (?:prison|jail))|[.;,]| and )"
    r"|\b(?:stands?|stood) accused\b"
    r"|\b(?:named|listed|sought|wanted|described|unmasked) as (?:\w+ )?(?:recruiters?|traffickers?|pimps|smugglers?"
    r"|ringleaders?|brokers?|suspects?)\b"
    r"|\b(?:on suspicion of|accused of|suspected of|charged with|under arrest|under judicial supervision|remanded"
    r"|(?:put|placed|held|kept|taken) (?:in|into) (?:pre-?trial |police "
    r"|preventive )?(?:detention|custody|jail|prison))\b",
    "guilty court trial justice judge magistrate "
    "received got given handed serving face facing await plead pled suspicion accused suspected "
    "charged arrest supervision remanded detention custody jail prison who recruiter trafficker pimp "
    "smuggler ringleader broker suspect",
)

PROCEEDINGS: Final = Cue(
    r"\b(?:verdicts?|charges|proceedings|cases?|complaints?|reports?|sentences?|warrants?|indictments?|investigations?"
    r"|convictions?|prosecutions?|judgments?|suits?|trials?)\b(?: \w+){0,2}? (?:against"
    r"|of)(?: the| all| about| some)?\s?$",
    "verdict charges proceedings case complaint report sentence warrant indictment investigation conviction "
    "prosecution judgment suit trial",
)

AFTER_ASIDE: Final = re.compile(
    r",? (?:[\w-]+ of whom|of whom|including) [^,;.]{1,90}, (?:all |both )?"
    r"(?:stand|stood|were|was|are|have been|had been)"
    r" (?:accused|arrested|charged|convicted|sentenced|detained|jailed|tried)\b"
)

TERM: Final = re.compile(
    r"(?:to )?[\w-]+ (?:years?|months?)\b|life\b|(?:suspended|jail|prison) (?:sentences?|terms?)\b"
)

TASKED: Final = re.compile(r"[\w ,-]{0,60}\bcharged with (?:the )?\w+(?:ing|ion|ment)\b")


def given_years(draft: Draft, ruling: list[Governor]) -> bool:
    """Read "a judge gave one woman eight years": a term is what courts give."""
    near = next((g for g in ruling if g.role == "object"), None)
    if near is None or near.word.base not in ("give", "hand", "jail", "sentence"):
        return False
    sentence = draft.sentence
    after = sentence.phrase(draft.stop, min(len(sentence.tags), draft.stop + 4))
    return TERM.match(after) is not None


def is_accused(draft: Draft) -> bool:
    """Read "verdicts against 14 people", "filed reports against 17 persons"."""
    return PROCEEDINGS.among(draft.sentence, max(0, draft.first - 8), draft.first) is not None

"""Numbers that tell when, where or how to reach someone: clock times, street addresses, numbers to ring, mean ages."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.extract.cues import Cue
from sourcebook.extract.drafts import Draft
from sourcebook.extract.phrases import is_plural

LAST_HOUR: Final = 24
HIGHEST_AGE: Final = 100
HIGHEST_HOUSE: Final = 999
_HOUR_AFTER: Final = Cue(
    r"\s(?:in the (?:morning|afternoon|evening)|at night|sharp|o'clock|(?:un)?til (?:midnight|noon|late)"
    r"|to (?:midnight|noon))\b",
    "=morning =afternoon =evening =night =sharp clock =midnight =noon =late",
)
_HOUR_BEFORE: Final = Cue(
    r"\b(?:half past|quarter (?:past|to)|(?:opens?|opened|closes?|closed|shuts?|starts?|begins?|staffed|answered"
    r"|available|manned)(?: daily| weekdays| again)? (?:at|from|until|till|by|between))\s$",
    "past quarter open close shut start begin staffed answered available manned",
)
_RANGE_BEFORE: Final = Cue(
    r"\b(?:open|opens|staffed|answered|available|manned|closed|runs|works)\b[\w ]{0,24}\b(?:from|between) [\w.:]{1,8} "
    r"(?:in the (?:morning|afternoon|evening) )?(?:to|until|till|and)\s$",
    "=open =opens =staffed =answered =available =manned =closed =runs =works",
)
_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_AT: Final = Cue(r"\b(?:at|from|by|until|till|before|after|past)\s$", "=at =from =by =until =till =before =after =past")
_STREET: Final = Cue(
    r"\s(?:rue|calle|via|rua|ulica|ulitsa|avenue|avenida|boulevard|jalan|piazza|plaza|paseo|strada|bulevardul|place)\s\w"
    r"|,?\s[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,2}\s(?:[Ss]treet|[Rr]oad|[Aa]venue|[Ll]ane|[Ss]quare|[Bb]oulevard"
    r"|[Dd]rive|[Cc]lose|[Tt]errace|[Ss]t\.|[Aa]ve\.|[Rr]d\.)"
    r"|,?\s\w+(?:strasse|straße|gasse|straat|gatan|gade|utca)\b",
    "=rue =calle =via =rua =ulica =ulitsa =avenida =jalan =piazza =plaza =paseo =strada =bulevardul =place =st =ave "
    "=rd street road avenue lane square boulevard drive close terrace strasse straße gasse straat gatan gade utca",
)
_BOX: Final = Cue(r"\b(?:p\.?\s?o\.? box|post box|box number|postal box)\s$", "box")
_RING: Final = Cue(
    r"\b(?:ring|rings|ringing|call|calls|calling|dial|dials|dialling|dialing|phone|phoning|text|texting|telephone"
    r"|hotline|helpline|help ?line|line)(?: (?:on|at|is|to|the|toll-free|free|number|line|hotline|helpline|or))*"
    r"(?: cent(?:er|re)| service)?(?: [\d ]{2,9}(?:,| or| and)(?: (?:dial|call|ring|text))?)?\s$",
    "=ring =rings =ringing =call =calls =calling dial phon =text =texting hotline helpline =line =lines",
)
_QUOTED_LINE: Final = Cue(r'"? (?:\w+ )?(?:hotline|helpline|line|number)\b', "line number")
_MEAN_AGE: Final = Cue(
    r"\b(?:(?:average|mean|median|typical|usual) age|(?:youngest|oldest|eldest)(?: \w+){0,2}?)"
    r"(?: (?:of|for|at) (?:the |these |all |those )?[\w ]{1,30}?)?"
    r"(?: (?:was|is|were|being|stood at|fell to|rose to|at|of|only|just|about|barely|them|whom))*,?\s$",
    "=age =youngest =oldest =eldest",
)


def _followed(draft: Draft, cue: Cue) -> bool:
    sentence, end = draft.sentence, draft.number.end
    return cue.at(sentence, end, min(sentence.end, end + 40)) is not None


def _after(draft: Draft, cue: Cue, reach: int = 60) -> bool:
    sentence, start = draft.sentence, draft.number.start
    return cue.near(sentence, max(sentence.start, start - reach), start) is not None


def is_hour(draft: Draft) -> bool:
    """Know a time of day: "from nine in the morning", "open from 8 to 4", "at 6.30"."""
    if draft.number.share:
        return _after_half(draft)
    if draft.number.high > LAST_HOUR:
        return False
    counted = draft.head >= 0 and draft.sentence.lex[draft.head].counts not in ("", "other")
    if _followed(draft, _HOUR_AFTER):
        return not counted
    written = draft.sentence.low[draft.number.start : draft.number.end]
    if _CLOCK.fullmatch(written) and _after(draft, _AT, 12):
        return True
    return not counted and (_after(draft, _HOUR_BEFORE) or _after(draft, _RANGE_BEFORE))


def _after_half(draft: Draft) -> bool:
    words = draft.sentence.words[draft.index + 1 : draft.index + 2]
    return draft.number.kind == "fraction" and words == ["past"]


def is_address(draft: Draft) -> bool:
    """Know the number of a house or a box: "22 Calle Mayor", "7 Market Street", "P.O. Box 14"."""
    if draft.number.kind != "digits" or draft.number.high > HIGHEST_HOUSE or _plural(draft):
        return False
    sentence, end = draft.sentence, draft.number.end
    return _STREET.pattern.match(sentence.text, end, min(sentence.end, end + 60)) is not None or _named_road(draft)


def _plural(draft: Draft) -> bool:
    return draft.head >= 0 and is_plural(draft.sentence, draft.head)


def _named_road(draft: Draft) -> bool:
    sentence, end = draft.sentence, draft.number.end
    return (
        _STREET.pattern.match(sentence.low, end, min(sentence.end, end + 60)) is not None
        and sentence.text[end + 1 : end + 2].isupper()
    )


def is_dialled(draft: Draft) -> bool:
    """Know a number to ring: "ring 156", "call 1362", "dial 116 006"."""
    sentence = draft.sentence
    if draft.number.kind != "digits" or (draft.head >= 0 and sentence.lex[draft.head].counts not in ("", "other")):
        return False
    quoted = sentence.low[max(0, draft.number.start - 1) : draft.number.start] == '"'
    return draft.head < 0 and (_after(draft, _RING) or (quoted and _followed(draft, _QUOTED_LINE)))


def is_box(draft: Draft) -> bool:
    """Know the number of a post box."""
    return _after(draft, _BOX, 20)


def is_mean_age(draft: Draft) -> bool:
    """Know an average or extreme age: "the median age was 17", "the youngest of them 14"."""
    if draft.head >= 0 or draft.number.share or draft.number.high > HIGHEST_AGE:
        return False
    return _after(draft, _MEAN_AGE)


def makes_up_state(draft: Draft) -> bool:
    """Know the members of a state: "a union of two states", "an archipelago of 300 islands"."""
    sentence, start = draft.sentence, draft.number.start
    return _MADE_OF.near(sentence, max(sentence.start, start - 60), start) is not None


_MADE_OF: Final = Cue(
    r"\b(?:union|federation|confederation|archipelago|commonwealth|kingdom|island chain|chain|cluster|group of islands)"
    r" (?:made up |consisting |composed )?of (?:about |some |over |more than |the |around )?\s?$",
    "union federation archipelago commonwealth kingdom chain cluster islands",
)


RULES: Final = (makes_up_state, is_hour, is_address, is_box, is_dialled, is_mean_age)
# The cues without which a rule does not hold; "past" of "half past" is one of those before an hour.
BITS: Final = {
    makes_up_state: _MADE_OF.bit,
    is_hour: _HOUR_AFTER.bit | _HOUR_BEFORE.bit | _RANGE_BEFORE.bit | _AT.bit,
    is_address: _STREET.bit,
    is_box: _BOX.bit,
    is_dialled: _RING.bit,
    is_mean_age: _MEAN_AGE.bit,
}

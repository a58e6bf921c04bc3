"""Addresses at which someone who was harmed lives, is kept or can be found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from sourcebook.extract.risk_names import LETTER, UP
from sourcebook.extract.risk_offenders import speaks_of_offender
from sourcebook.extract.risk_words import one_of, risk_words

_CAP: Final = rf"(?-i:{UP}{LETTER}*\.?)"
_NUMBER: Final = r"\d{1,5}(?:[/-]\d+)?(?:\s?(?:bis|ter)\b|-?[A-Za-z]\b)?"
_NO: Final = r"(?:(?:house\s+)?(?:no\.?|n[\u00ba\u00b0]|nr\.?|number|#|\u2116|num\.?|s/n)\s*)?"
_SMALL: Final = (
    r"(?:(?:de|del|dei|degli|della|delle|di|da|das|do|dos|du|des|d'|la|las|los|le|les|el|al|of|the|von|der|den"
    r"|van)\s+)*"
)
_TYPE: Final = one_of("street_types")
_STREET: Final = (
    "(?:" + "|".join(sorted({word.title() for word in risk_words("street_types")}, key=len, reverse=True)) + r")\.?"
)
_OPENER: Final = rf"{one_of('street_openers')}\.?"
_ADDRESS: Final = re.compile(
    rf"\b(?-i:{UP}{LETTER}*(?:stra\u00dfe|strasse|gasse|weg|platz|allee|straat|laan|gracht|gatan|v\u00e4gen|vej"
    rf"|gade|katu|utca))\s+{_NUMBER}"
    rf"|\b{_NO}{_NUMBER},?\s+(?:{_CAP}\s+){{1,4}}?(?-i:{_STREET})(?!\w)"
    rf"|\b(?:{_CAP}\s+){{1,3}}{_TYPE},?\s+{_NO}(?!(?:19|20)\d\d\b){_NUMBER}"
    rf"|(?<!\w){_OPENER}\s+{_SMALL}(?:(?:{_CAP}|\d{{1,2}}\s+de),?\s+{_SMALL}){{0,4}}{_NO}{_NUMBER}"
    rf"|\b\d{{1,3}}-\d{{1,3}}-\d{{1,4}},?\s+{_CAP}"
    rf"|\b{_NUMBER},?\s+{_OPENER}\s+{_SMALL}{_CAP}"
    rf"|\b(?:qr|qtr|quarters?|h|d|shop|{one_of('dwelling_parts')})\.?\s+no\.?\s*\d[\d/-]*[A-Z]?\b(?=,\s+{_CAP})"
    rf"|\b{one_of('dwelling_parts')}\s+{_NO}(?:\d+\w?"
    rf"|(?-i:[A-Z])),\s+[^.;]{{0,25}}?(?:{one_of('dwelling_parts')}|{_TYPE})"
    rf"|\b{one_of('dwelling_parts')}\s+{_NO}\d+\w?,?\s+(?:{one_of('dwelling_parts')}|{_TYPE})\s+{_NO}\d+"
    rf"|\b{one_of('dwelling_parts')}\s+{_NO}\d{{1,5}}[a-zA-Z]?\b(?=[^.]{{0,40}}\b(?:{_TYPE}|{_OPENER}"
    rf"|{one_of('dwelling_parts')}))",
    re.IGNORECASE,
)
# A number after a name that is none of the words for a street, where somebody is said to be.
_NUMBERED: Final = re.compile(
    rf"\bat\s+(?:{_CAP}\s+){{1,3}}(?:\w+\s+)?(?!(?:19|20)\d\d\b)\d{{1,4}}[A-Z]?\b(?!\s+\w+s\b|\s*(?:per|%"
    rf"|million|to|and)\b)"
)
_KEPT: Final = re.compile(
    r"\b(?:home|house|flat|apartment|cellar|basement|room|shop|held|kept|locked|enslaved|liv(?:es?|ed|ing)"
    r"|stay(?:s|ed|ing)|found"
    r"|freed|rescued)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_BODY_NEAR: Final = re.compile(
    r"\b(?:office|offices|embassy|consulate|ministry|headquarters|headquartered|secretariat|department|court"
    r"|police station|bureau|press|publisher|university|library|centre's|registered\s+(?:office|charity|in)|"
    r"organi[sz]ation|NGO|foundation|institute|agency|commission|hotline|conference|seminar|hotel|write to|send"
    r"|visit us|by mail|mail to|postal|printed|published|IOM|UNODC|ILO|company|council|parliament|based at"
    r"|station|museum"
    r"|church|mission|trust|charity|clinic|hospital|drop-in|(?:counselling|advice|support|legal|resource"
    r"|day)\s+cent(?:re|er))\b",
    re.IGNORECASE,
)
_HOUSED_AT: Final = re.compile(
    r"\b(?:(?:re)?hous(?:ed|es)|liv(?:es?|ed|ing)|stay(?:s|ed|ing)|boards?|boarded|held|kept|locked|freed"
    r"|rescued|found|placed|hidden"
    r"|sleeps?|slept|sheltered|resid(?:es?|ed|ing)|dwell\w*|lodg(?:ed|es|ing)|receives|(?:their|her"
    r"|his)\s+(?:home|house|flat|apartment|room))\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_DWELLS: Final = re.compile(
    r"\bwhere\s+(?:she|he|they)\s+(?:\w+\s+)?(?:boards?|lives?|lived|stays?|stayed|sleeps?|slept|hides?|rents?)\b"
)
_SHELTERED: Final = re.compile(r"\b(?:shelter|safe\s*house|refuge|transit\s+house|halfway\s+house)\b", re.IGNORECASE)


def addresses_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where in a sentence the address stands of one who was harmed; those of bodies and the accused are none."""
    numbered, written = [*_NUMBERED.finditer(text, start, end)], [*_ADDRESS.finditer(text, start, end)]
    if not (numbered or written) or speaks_of_offender(text[start:end]):
        return
    yield from (found.span() for found in numbered if _KEPT.search(text, start, found.start()))
    for found in written:
        if not _is_of_body(text[start:end]) or _HOUSED_AT.search(text, start, found.start()):
            yield found.span()


@lru_cache(maxsize=8)
def _is_of_body(sentence: str) -> bool:
    """Tell whether an address in a sentence is a body's, and no person's; remembered for the next in it."""
    named = _BODY_NEAR.search(sentence) is not None
    return named and not (_SHELTERED.search(sentence) or _DWELLS.search(sentence))

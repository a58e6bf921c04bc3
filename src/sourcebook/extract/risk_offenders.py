"""Whether a sentence is of somebody accused, and not of what was done to somebody."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sourcebook.extract.risk_words import one_of

_ACCUSED: Final = re.compile(
    rf"\b(?:(?!tried\b){one_of('accused')}|tried\s+(?:for|in|on)|trial\s+of|who\s+ran|couple\s+who)\b", re.IGNORECASE
)
_OFFENDERS: Final = re.compile(one_of("offenders"), re.IGNORECASE)
_SOMEBODY: Final = re.compile(rf"\b(?:she|her|hers|he|his|him)\b|{one_of('victims')}", re.IGNORECASE)
_HARMED: Final = re.compile(one_of("harmed_alone"), re.IGNORECASE)


@lru_cache(maxsize=32)
def speaks_of_offender(sentence: str) -> bool:
    """Tell whether a sentence is of an offender alone; a recruiter of whom one person tells makes it no such one."""
    if _HARMED.search(sentence):
        return False
    if _ACCUSED.search(sentence):
        return True
    return _OFFENDERS.search(sentence) is not None and _SOMEBODY.search(sentence) is None

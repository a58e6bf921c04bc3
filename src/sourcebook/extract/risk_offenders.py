"""Whether a sentence is of somebody accused, and not of what was done to somebody."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from sourcebook.extract.risk_words import one_of

_ACCUSED: Final = re.compile(
    rf"\b(?:(?!tried\b){one_of('accused')}|tried\s+(?:for|in|on)|trial\s+of|who\s+ran|couple\s+who)\b", re.IGNORECASE
)
_HARMED: Final = re.compile(one_of("harmed_alone"), re.IGNORECASE)
_OFFENDER_LAST: Final = re.compile(
    rf"{one_of('offenders')}(?:,|\s+was|\s+is)?\s+(?:an?\s+|aged\s+|of\s+"
    rf"|then\s+)?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=32)
def speaks_of_offender(sentence: str) -> bool:
    """Tell whether a sentence is of somebody charged or convicted, and of nobody harmed."""
    return _HARMED.search(sentence) is None and _ACCUSED.search(sentence) is not None


def ends_as_offender(before: str) -> bool:
    """Tell whether the words before an age are those for an offender."""
    return _OFFENDER_LAST.search(before) is not None

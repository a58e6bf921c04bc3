"""Work that people are said to have been forced to do, named by its verb: "forced to race camels", "made to sort"."""

from __future__ import annotations

import re
from typing import Final

from sourcebook.vocabulary.lexicon import word_set

_FORCED_TO: Final = re.compile(
    r"\b(?:forc(?:ed|ing|es?)|compell(?:ed|ing)|made|obliged|coerced)"
    r"(?: (?:them|him|her|these|the|girls|boys|women|men|children|people|victims|workers|migrants)){0,2}"
    r" to (?:(?:help|go and|go on) )?(?:make (?:bricks|carpets|garments|charcoal|clothes|shoes|nets)|(?:"
    + "|".join(sorted(word_set("toil")))
    + r"))\b"
)


def forced_to_work(text: str) -> bool:
    """Tell whether lower-case words say that people were forced to do work that its verb names."""
    return _FORCED_TO.search(text) is not None

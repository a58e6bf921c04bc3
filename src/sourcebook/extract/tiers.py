"""Tiers of the Trafficking in Persons Report as a passage says them: "was downgraded to Tier 3"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sourcebook.extract.mentions import codes
from sourcebook.extract.passage import Passage

_TIER: Final = re.compile(
    r"\btier\s(?P<number>1|2|3|one|two|three|i{1,3})(?P<watch>\s?[-,(]?\s?watch\s?-?list"
    r"|wl\b)?(?![\w.]\d)\b|(?P<special>\bspecial case\b)"
)
_NUMBERS: Final = {"1": "1", "2": "2", "3": "3", "one": "1", "two": "2", "three": "3", "i": "1", "ii": "2", "iii": "3"}
_UP: Final = re.compile(r"\b(?:upgraded|raised|moved up|promoted|elevated)\b")
_DOWN: Final = re.compile(r"\b(?:downgraded|demoted|dropped|lowered|moved down|relegated)\b")
_STAYED: Final = re.compile(r"\b(?:remain(?:s|ed)?|kept|stay(?:s|ed)?|retained|again (?:placed|ranked))\b")
_FORMER: Final = re.compile(
    r"\b(?:from|was previously|formerly|avoid(?:ed)?|otherwise required downgrade to|downgrade to"
    r"|instead of|rather than|not) (?:the )?$"
)
_YEAR: Final = re.compile(r"\b((?:19|20)\d\d)\b")
REACH: Final = 160


@dataclass(frozen=True)
class TierDraft:
    """A tier while it is being read: its span and what it says."""

    start: int
    end: int
    tier: str
    country: str
    year: int | None
    change: str | None
    former: bool


def _year(passage: Passage, start: int, end: int) -> int | None:
    """Return the year named nearest to a tier in its clause, else the passage's own."""
    low = passage.low
    first = max(
        low.rfind(";", max(0, start - REACH), start), low.rfind(". ", max(0, start - REACH), start), start - REACH, 0
    )
    stops = [at for at in (low.find(";", end, end + REACH), low.find(". ", end, end + REACH), end + REACH) if at >= 0]
    years = [(abs(m.start() - start), int(m[1])) for m in _YEAR.finditer(low, first, min(stops))]
    return min(years)[1] if years else passage.year


def _country(passage: Passage, start: int) -> str:
    """Return the last country named before a tier in its sentence, else the passage's own."""
    first = max(passage.low.rfind(". ", max(0, start - REACH), start), start - REACH, 0)
    named = [match for match in passage.countries(first, start) if match.form != "demonym"]
    return codes(named[-1], passage.about) if named else passage.about


def _change(before: str) -> str | None:
    found = [
        (match.start(), change)
        for pattern, change in ((_UP, "upgraded"), (_DOWN, "downgraded"), (_STAYED, "remained"))
        for match in pattern.finditer(before)
    ]
    return max(found)[1] if found else None


def read_tiers(passage: Passage) -> list[TierDraft]:
    """Return the tiers that a passage gives a country, in the order of the text."""
    if "tier" not in passage.low:
        return []
    made = []
    for match in _TIER.finditer(passage.low):
        if match["special"] and "tier" not in passage.low[max(0, match.start() - REACH) : match.end() + REACH]:
            continue
        tier = (
            "Special Case"
            if match["special"]
            else _NUMBERS[match["number"]] + (" Watch List" if match["watch"] else "")
        )
        if tier.endswith("Watch List") and not tier.startswith("2"):
            continue
        before = passage.low[
            max(
                0, passage.low.rfind(";", max(0, match.start() - 90), match.start()), match.start() - 90
            ) : match.start()
        ]
        made.append(
            TierDraft(
                match.start(),
                match.end(),
                tier,
                _country(passage, match.start()),
                _year(passage, match.start(), match.end()),
                _change(before),
                _FORMER.search(before) is not None,
            )
        )
    return made

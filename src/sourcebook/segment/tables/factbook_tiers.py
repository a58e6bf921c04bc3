"""The trafficking field of the Factbook: what it says, and its tier with the year of the report that gave it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from sourcebook.model.claim import Reason
from sourcebook.model.kinds import Tier
from sourcebook.segment.tables.table import Row
from sourcebook.segment.tables.tip_tiers import tier_in

READER: Final = ("Factbook field", "1")
_RATING = re.compile(r"\|?\s*tier rating:\s*", re.IGNORECASE)
_TIER = re.compile(
    r"tier rating:\s*(?P<tier>tier\s*[123](?:\s*(?:\(|-|,)?\s*watch\s*-?list)?|special case)", re.IGNORECASE
)
_REPORT = re.compile(r"\((20\d\d)\)\W*$")
_ADDRESS = re.compile(r"/reports/(20\d\d)-trafficking-in-persons-report")
_SITUATION = re.compile(r"^current situation:[\s|]*$", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[(),-]+")


class TierYears:
    """The years of reports that a country's editions tell, in their order.

    A text without a year is of the report of the first edition that has it: the Factbook printed texts again for years.
    """

    def __init__(self) -> None:
        self._first: dict[str, int] = {}

    def year(self, rating: str, edition: int | None) -> tuple[int | None, tuple[Reason, ...]]:
        """Return the year of the report whose tier a rating tells, and the words that say so, if any do."""
        told = _REPORT.search(rating) or _ADDRESS.search(rating)
        if told is None:
            return (None if edition is None else self._first.setdefault(rating, edition)), ()
        return int(told[1]), (Reason(field="year", start=told.start(1), end=told.end(1)),)


def tier_passages(row: Row, edition: int | None, years: TierYears) -> Iterator[Row]:
    """Yield the situation and the rating of a field as rows of their own, the rating with its tier."""
    cut = _RATING.search(row.text)
    situation = row.text[: cut.start()].strip() if cut else row.text
    if situation and not _SITUATION.match(situation):
        yield msgspec.structs.replace(row, text=situation)
    rating = row.text[cut.start() :].lstrip("| ").strip() if cut else ""
    found = _TIER.match(rating)
    if found is None:
        return
    tier = tier_in(_PUNCTUATION.sub(" ", found["tier"]))
    if tier is None:
        return
    year, reasons = years.year(rating, edition)
    claim = Tier(
        start=found.start("tier"),
        end=found.end("tier"),
        tier=tier,
        country=row.place,
        year=year,
        reasons=reasons,
        extractor=READER[0],
        version=READER[1],
    )
    yield msgspec.structs.replace(row, text=rating, claims=(claim,))

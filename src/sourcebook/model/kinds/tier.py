"""A tier: the placing that the Trafficking in Persons Report gives a country."""

from __future__ import annotations

from typing import Literal

from sourcebook.model.claim import Claim


class Tier(Claim, frozen=True, kw_only=True):
    """A tier as a passage says it, the country that has it, and the report's year where it is said or known.

    `change` tells a move from or to it: upgraded, downgraded, remained; `former` marks a tier that the country left.
    """

    tier: Literal["1", "2", "2 Watch List", "3", "Special Case"]
    country: str
    year: int | None = None
    change: Literal["upgraded", "downgraded", "remained"] | None = None
    former: bool = False

"""A route: people are, were or may be moved for exploitation from one country to another, or within one."""

from __future__ import annotations

from sourcebook.model.claim import Claim
from sourcebook.model.kinds.figure import Exploitation


class Route(Claim, frozen=True, kw_only=True):
    """A pair of an origin and a destination, each an ISO alpha-2 code or `region:NAME`, as a passage says it.

    `internal` where both are one country; `negated` where the text denies it.
    """

    origin: str
    destination: str
    transit: tuple[str, ...] = ()
    internal: bool = False
    exploitation: Exploitation | None = None
    negated: bool = False

"""One look at an address by us: what was asked, what it led to, and why we call it that."""

from __future__ import annotations

from sourcebook.model.base import Value
from sourcebook.model.work import Outcome, PassageNow


class Look(Value, frozen=True):
    """What a check found at an address; `time` is ISO 8601 in UTC, `because` one sentence.

    `to` is where the page is now, or where a copy of it was found; `status` is the last HTTP status, None where nobody
    answered; `digest` is that of the kept copy that the answer was compared with. `passages` are those cited from the
    address, as they stand there now; empty where there was no page to compare.
    """

    url: str
    time: str
    outcome: Outcome
    because: str
    to: str | None = None
    status: int | None = None
    digest: str | None = None
    passages: tuple[PassageNow, ...] = ()

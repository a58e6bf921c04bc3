"""What became of each file that was handed in."""

from __future__ import annotations

from typing import Literal

from sourcebook.model import Value

Status = Literal["added", "updated", "there", "readable", "refused"]


class Outcome(Value, frozen=True):
    """One file: what became of it, the page it is, and in sentences why it was refused or what was hard to read.

    A table has `pages`, one for each country, and no place of its own.

    `updated` is a new state of a page that is held; `readable` is what a dry run says of a file it would take.
    """

    source: str
    status: Status
    place: str | None = None
    topic: str | None = None
    pages: int = 1
    entries: int = 0
    passages: int = 0
    references: int = 0
    reason: str | None = None
    problems: tuple[str, ...] = ()


class Report(Value, frozen=True):
    """Every file that was tried, in order; `stopped` says why the run ended before all was done."""

    outcomes: tuple[Outcome, ...] = ()
    stopped: str | None = None

    def count(self, status: Status) -> int:
        """Return how many files this became of."""
        return sum(outcome.status == status for outcome in self.outcomes)

    @property
    def refused(self) -> int:
        """How many files were refused."""
        return self.count("refused")

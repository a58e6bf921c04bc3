"""A number to call, as an editor wrote it down and somebody verified it, and until when it may be used."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, get_args

from sourcebook.model.base import Value

HelpKind = Literal["emergency", "hotline", "police", "shelter", "legal", "health", "migration", "embassy", "other"]
HELP_KINDS: tuple[HelpKind, ...] = get_args(HelpKind)
USABLE_DAYS = 365


class Helpline(Value, frozen=True, forbid_unknown_fields=True):
    """One entry of the file of numbers.

    `country` is ISO 3166-1 alpha-2; `phone` is as dialled at home, `abroad` from elsewhere, opened by a plus sign;
    `languages` are BCP 47 tags. `until` is the last day of use, at most a year after `verified`;
    `not_in_tables` says that the number is right though the tables of numbers do not know it.
    """

    country: str
    name: str
    kind: HelpKind
    phone: str
    source: str
    verified: date
    verified_by: str
    abroad: str = ""
    languages: tuple[str, ...] = ()
    hours: str = ""
    cost: str = ""
    note: str = ""
    how: str = ""
    until: date | None = None
    not_in_tables: bool = False

    @property
    def last_day(self) -> date:
        """The last day on which the number is to be used."""
        longest = self.verified + timedelta(days=USABLE_DAYS)
        return min(self.until, longest) if self.until else longest

    def may_be_used(self, day: date) -> bool:
        """Tell whether the number may be shown on a day."""
        return self.verified <= day <= self.last_day

"""The page that stands where a work or a passage was withdrawn: when, and why, and nothing of what it was."""

from __future__ import annotations

from sourcebook.model import Value
from sourcebook.model.withdrawal import Withdrawal
from sourcebook.publish.site.parts.looks import Day, day
from sourcebook.publish.site.site_page import Site, SitePage
from sourcebook.store.base import View

GONE = 410


class Tombstone(Value, frozen=True):
    """What the template of a withdrawn thing shows."""

    day: Day
    why: str


def withdrawn(view: View, site: Site, target: str, address: str) -> SitePage | None:
    """Return the page of a work or a passage that was withdrawn everywhere; None where it was not."""
    found = [one for one in view.withdrawals(target) if one.what != "entry"]
    return _page(found[-1], site, address) if found else None


def _page(withdrawal: Withdrawal, site: Site, address: str) -> SitePage:
    return SitePage(
        template="withdrawn.html",
        address=address,
        title=site.words.say("Withdrawn"),
        content=Tombstone(day=day(withdrawal.at[:10], site.words), why=withdrawal.why),
        status=GONE,
    )

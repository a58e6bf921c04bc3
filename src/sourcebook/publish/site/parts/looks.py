"""Every time someone looked at a work and what they found, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sourcebook.model import Entry, Value, Visit
from sourcebook.publish.site.when import in_words, is_unsure, last_day
from sourcebook.publish.site.words import Words


class Day(Value, frozen=True):
    """A date in words, with its EDTF where it is unsure."""

    text: str
    unsure: str | None = None


class Looks(Value, frozen=True):
    """Looks in a row with the same outcome; no word for it where the page only says that somebody looked."""

    found: str
    days: tuple[Day, ...]


def found(outcome: str, words: Words) -> str:
    """Return what someone found at a work's address, in a word or two."""
    known = {
        "read": words.say("read"),
        "moved": words.say("moved"),
        "changed": words.say("changed"),
        "gone": words.say("gone"),
        "soft_404": words.say("gone, with a page that does not say so"),
        "paywalled": words.say("behind a paywall"),
        "blocked": words.say("blocked"),
        "unreachable": words.say("unreachable"),
        "archived_elsewhere": words.say("archived elsewhere"),
    }
    return known.get(outcome, words.say("accessed"))


def day(date: str | None, words: Words) -> Day:
    """Return a date for a line of looks."""
    if not date:
        return Day(text=words.say("date not known"))
    return Day(text=in_words(date, words), unsure=date if is_unsure(date) else None)


def looks_of(visits: Sequence[Visit], words: Words) -> tuple[Looks, ...]:
    """Return the looks in their order, those with one outcome together."""
    return tuple(
        Looks(
            found="" if outcome == "unknown" else found(outcome, words),
            days=tuple(day(visit.when, words) for visit in group),
        )
        for outcome, group in groupby(visits, key=lambda visit: visit.outcome)
    )


def remarks_on(entry: Entry, words: Words) -> tuple[str, ...]:
    """Return what the page notes beside the dates, each remark a few words."""
    return tuple(
        said
        for holds, said in (
            (entry.access_date_unavailable, words.say("access date unavailable")),
            (entry.archived_copy_noted, words.say("archived copy noted, not tried")),
            (entry.source_link_missing, words.say("the page gives no link")),
        )
        if holds
    )


def last_looked(visits: Sequence[Visit]) -> str:
    """Return the latest day on which someone looked, as EDTF, or an empty text."""
    return max((last_day(visit.when) for visit in visits), default="")

"""Every time someone looked at a work and what they found, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sourcebook.model import Entry, Value, Visit
from sourcebook.publish.site.when import in_words, is_unsure, last_day
from sourcebook.publish.site.words import Words
from sourcebook.query.looks import last_comparison


class Day(Value, frozen=True):
    """A date in words, with its EDTF where it is unsure."""

    text: str
    unsure: str | None = None


class Looks(Value, frozen=True):
    """Looks in a row with the same outcome; no word for it where the page only says that somebody looked.

    `ours` marks checks of our own, `address` is where they found the work.
    """

    found: str
    days: tuple[Day, ...]
    ours: bool = False
    address: str | None = None


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


def found_by(visit: Visit, words: Words) -> str:
    """Return what a look found; a check of ours that could tell nothing says so."""
    if visit.is_ours and visit.outcome == "unknown":
        return words.say("nothing could be told")
    return found(visit.outcome, words)


def day(date: str | None, words: Words) -> Day:
    """Return a date for a line of looks."""
    if not date:
        return Day(text=words.say("date not known"))
    return Day(text=in_words(date, words), unsure=date if is_unsure(date) else None)


def looks_of(visits: Sequence[Visit], words: Words) -> tuple[Looks, ...]:
    """Return the looks in their order, those with one outcome together."""
    grouped = (
        list(group) for _, group in groupby(visits, key=lambda visit: (visit.outcome, visit.is_ours, visit.address))
    )
    return tuple(
        Looks(
            found="" if group[0].outcome == "unknown" and not group[0].is_ours else found_by(group[0], words),
            days=tuple(day(visit.when, words) for visit in group),
            ours=group[0].is_ours,
            address=group[0].address,
        )
        for group in grouped
    )


def remarks_on(entry: Entry, words: Words) -> tuple[str, ...]:
    """Return what the page notes beside the dates, each remark a few words."""
    lost = sum(one.is_orphaned for one in last_comparison(entry.visits)[1])
    no_more = words.plural(
        "%(n)s passage no longer stands there as cited", "%(n)s passages no longer stand there as cited", lost
    )
    return tuple(
        said
        for holds, said in (
            (lost, no_more),
            (entry.access_date_unavailable, words.say("access date unavailable")),
            (entry.archived_copy_noted, words.say("archived copy noted, not tried")),
            (entry.source_link_missing, words.say("the page gives no link")),
        )
        if holds
    )


def last_looked(visits: Sequence[Visit]) -> str:
    """Return the latest day on which someone looked, as EDTF, or an empty text."""
    return max((last_day(visit.when) for visit in visits), default="")

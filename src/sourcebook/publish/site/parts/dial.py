"""A number to call as a page shows it: as it is dialled, how it is known to be right, and its last day of use."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.model import Value
from sourcebook.model.helpline import HELP_KINDS, Helpline
from sourcebook.publish.site.when import in_words
from sourcebook.publish.site.words import Words
from sourcebook.query.dialling import dialled
from sourcebook.vocabulary.languages import own_name


class Number(Value, frozen=True):
    """A number for a template; `until` is its last day of use, as browsers compare days and in words."""

    name: str
    note: str
    phone: str
    dialled: str
    abroad: str
    dialled_abroad: str
    languages: tuple[tuple[str, str], ...]
    hours: str
    cost: str
    verified: str
    source: str
    until: str
    until_words: str


def numbers_of(entries: Iterable[Helpline], words: Words) -> tuple[Number, ...]:
    """Return entries for a template, those for an emergency first."""
    return tuple(_number(entry, words) for entry in sorted(entries, key=lambda one: HELP_KINDS.index(one.kind)))


def _number(entry: Helpline, words: Words) -> Number:
    by = words.say("%(day)s, by %(who)s", day=in_words(entry.verified.isoformat(), words), who=entry.verified_by)
    return Number(
        name=entry.name,
        note=entry.note,
        phone=entry.phone,
        dialled=dialled(entry.phone),
        abroad=entry.abroad,
        dialled_abroad=dialled(entry.abroad),
        languages=tuple((tag, own_name(tag) or tag) for tag in entry.languages),
        hours=entry.hours,
        cost=entry.cost,
        verified=words.say("%(by)s, %(how)s", by=by, how=entry.how) if entry.how else by,
        source=entry.source,
        until=entry.last_day.isoformat(),
        until_words=in_words(entry.last_day.isoformat(), words),
    )

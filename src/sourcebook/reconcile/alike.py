"""What kind of thing a figure counts: figures of two countries are set side by side only where every field agrees."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, Literal

from sourcebook.model import Value
from sourcebook.model.finding import Mention
from sourcebook.reconcile.telling import status_told
from sourcebook.reconcile.years import spanned
from sourcebook.vocabulary.counters import STATE, counter
from sourcebook.vocabulary.dates import edtf_bounds, is_edtf

Length = Literal["year", "rate", "months", "years", "unsaid"]
COMPARED: Final = ("victims", "cases", "offenders", "investigations", "prosecutions", "convictions")
"""What is counted in one way everywhere; "people" may be anybody, and shares and sums of money need their whole."""
ACTS: Final = ("investigations", "prosecutions", "convictions")
_SHORTEST_YEAR, _LONGEST_YEAR = timedelta(days=360), timedelta(days=370)


class Question(Value, frozen=True):
    """What a reader would set side by side: victims and cases are asked about together, since readers mix them up."""

    counts: str
    action: str | None = None
    exploitation: str | None = None
    sex: str | None = None
    age: str | None = None


class Kind(Value, frozen=True):
    """How a question is answered. `period` is empty for a year or a rate; else only the same one compares."""

    counts: str
    status: str | None
    length: Length
    counter: str
    period: str = ""


DIFFERING: Final = ("counts", "status", "length", "period", "counter")
"""The fields of a kind in the order in which a difference is told: the one that matters most comes first."""


class Difference(Value, frozen=True):
    """A field in which figures are not of one kind, with each value and where in the row it stands."""

    field: str
    values: tuple[tuple[str, tuple[int, ...]], ...]


def question_of(mention: Mention) -> Question | None:
    """Return what a figure answers; None for parts, for repeats of a figure, and for people from or to elsewhere."""
    if mention.counts not in COMPARED or mention.part_of or mention.same_as or mention.place is None:
        return None
    if {*mention.origin, *mention.destination} - {mention.place}:
        return None
    return Question(
        counts="victims" if mention.counts == "cases" else mention.counts,
        action=mention.action,
        exploitation=mention.exploitation,
        sex=mention.sex,
        age=mention.age,
    )


def kind_of(mention: Mention) -> Kind:
    """Return how a figure counts."""
    length = length_of(mention.period)
    acts = mention.counts in ACTS or mention.action is not None
    return Kind(
        counts=mention.counts,
        status=None if acts else status_told(mention),
        length=length,
        # To investigate, arrest, prosecute and convict are acts of a state, whoever tells of them.
        counter=STATE if acts else counter(mention.said_by, mention.publisher),
        period=(mention.period or "") if length in ("months", "years") else "",
    )


def length_of(period: str | None) -> Length:
    """Return what a period spans: a year, a part of one, several, a yearly rate; `unsaid` where it is not dated."""
    if period == "annual":
        return "rate"
    if not period or not is_edtf(period):
        return "unsaid"
    first, last = edtf_bounds(period)
    span = last - first
    if span < _SHORTEST_YEAR:
        return "months"
    return "year" if span <= _LONGEST_YEAR else "years"


def year_of(mention: Mention) -> int | None:
    """Return the year under which a figure is set beside others: its period's last, else that of its work."""
    dated = mention.period if length_of(mention.period) not in ("rate", "unsaid") else mention.issued
    years = spanned(None, dated)
    return years[1] if years else None


def differences(kinds: tuple[Kind, ...]) -> tuple[Difference, ...]:
    """Return the fields in which these kinds differ, each with its values in order and who has which."""
    found = []
    for field in DIFFERING:
        held: dict[str, list[int]] = {}
        for at, kind in enumerate(kinds):
            held.setdefault(getattr(kind, field) or "", []).append(at)
        if len(held) > 1:
            found.append(Difference(field=field, values=tuple((value, tuple(who)) for value, who in held.items())))
    return tuple(found)

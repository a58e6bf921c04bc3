"""Figures about one thing that cannot all be true, and figures that look alike and may not be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Literal

from sourcebook.model import Value
from sourcebook.model.finding import Mention
from sourcebook.reconcile.tellings import Telling, tellings
from sourcebook.vocabulary.dates import edtf_bounds

# "About" leaves this share of room on both sides before two figures exclude each other.
ROOM = 0.15
# In a row of this many figures each is compared with its nearest neighbours only.
NEIGHBOURS = 40
_PEOPLE = ("victims", "people", "offenders")
_LAW = ("cases", "investigations", "prosecutions", "convictions")


class Comparison(Value, frozen=True):
    """Two figures side by side: a conflict, or no comparison, with the reason and what could explain it."""

    kind: Literal["conflict", "not_comparable"]
    one: Mention
    other: Mention
    because: str


def comparisons(mentions: Iterable[Mention], as_of: date) -> tuple[Comparison, ...]:
    """Return the conflicts and refusals among the figures of one country, each pair of values once."""
    rows: dict[tuple[str | None, str], list[Telling]] = defaultdict(list)
    for telling in tellings((mention for mention in mentions if _countable(mention)), as_of):
        rows[telling.mention.place, _family_of_counts(telling.mention.counts)].append(telling)
    found: dict[tuple[object, ...], Comparison] = {}
    for row in rows.values():
        for one, other in _neighbours(row):
            compared = compare(one, other)
            if compared is not None:
                key = (compared.kind, compared.because, *sorted((_value(one.mention), _value(other.mention))))
                found.setdefault(key, compared)
    return tuple(found.values())


def _countable(mention: Mention) -> bool:
    return mention.counts in (*_PEOPLE, *_LAW) and mention.part_of is None and mention.same_as is None


def _family_of_counts(counts: str) -> str:
    return "victims" if counts in ("victims", "cases") else counts


def _neighbours(row: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    if len(row) <= NEIGHBOURS:
        yield from combinations(row, 2)
        return
    by_period = sorted(row, key=lambda telling: (telling.mention.period or "", *map(str, telling.order)))
    for at, one in enumerate(by_period):
        for other in by_period[at + 1 : at + 1 + NEIGHBOURS]:
            yield one, other


def _value(mention: Mention) -> tuple[float, float]:
    return (mention.low or 0, mention.high or 0)


def compare(one: Telling, other: Telling) -> Comparison | None:
    """Compare two tellings of one country; None where they agree, or where nobody would set them side by side."""
    a, b = one.mention, other.mention
    if not _excluding(a, b) or not _same_people(a, b) or not _near_in_time(one, other):
        return None
    reason = _refusal(one, other)
    if reason:
        return Comparison(kind="not_comparable", one=a, other=b, because=reason)
    if a.period and a.period == b.period and a.status == b.status and a.counts == b.counts and a.action == b.action:
        return Comparison(kind="conflict", one=a, other=b, because=_explanations(one, other))
    return None


def _excluding(a: Mention, b: Mention) -> bool:
    """Tell whether the two cannot both be the number."""
    low_a, high_a = _range(a)
    low_b, high_b = _range(b)
    return high_a < low_b or high_b < low_a


def _range(mention: Mention) -> tuple[float, float]:
    low = mention.low if mention.low is not None else float("-inf")
    high = mention.high if mention.high is not None else float("inf")
    if mention.qualifier == "about":
        return low * (1 - ROOM), high * (1 + ROOM)
    return low, high


def _same_people(a: Mention, b: Mention) -> bool:
    """Tell whether both count the same kind of people or act, as far as the fields say."""
    fields = ("exploitation", "sex", "age")
    if any(getattr(a, field) != getattr(b, field) and getattr(a, field) and getattr(b, field) for field in fields):
        return False
    if a.place != b.place or _apart(a.destination, b.destination) or _apart(a.origin, b.origin):
        return False
    return a.counts == b.counts or {a.counts, b.counts} == {"victims", "cases"}


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one != other


def _near_in_time(one: Telling, other: Telling) -> bool:
    """Tell whether the two speak of times that a reader would set side by side."""
    spans = [_span(telling) for telling in (one, other)]
    if spans[0] is None or spans[1] is None:
        return False
    (start_a, end_a), (start_b, end_b) = spans[0], spans[1]
    return start_a <= end_b and start_b <= end_a


def _span(telling: Telling) -> tuple[date, date] | None:
    period = telling.mention.period
    if period and period != "annual":
        return edtf_bounds(period)
    if telling.earliest is None or telling.latest is None:
        return None
    return (telling.earliest.replace(month=1, day=1), telling.latest.replace(month=12, day=31))


def _refusal(one: Telling, other: Telling) -> str:
    """Return why two figures are not compared; empty where nothing forbids it."""
    return next((reason for rule in _RULES if (reason := rule(one, other))), "")


def _people_and_cases(one: Telling, other: Telling) -> str:
    mixed = {one.mention.counts, other.mention.counts} == {"victims", "cases"}
    return "one counts people, the other cases, and a case can have several victims" if mixed else ""


def _statuses(one: Telling, other: Telling) -> str:
    statuses = {one.mention.status, other.mention.status}
    if len(statuses) == 1:
        return ""
    if "estimated" in statuses:
        return "one is an estimate of how many there are, the other counts those who were found"
    return (
        "" if None in statuses else f"one counts people {one.mention.status}, the other people {other.mention.status}"
    )


def _counters(one: Telling, other: Telling) -> str:
    apart = one.voice.bodies and other.voice.bodies and not one.voice.bodies & other.voice.bodies
    return f"different counters: {_who(one)} and {_who(other)}" if apart or _kinds_differ(one, other) else ""


def _periods(one: Telling, other: Telling) -> str:
    a, b = one.mention.period, other.mention.period
    return f"different periods: {a} and {b}" if a and b and a != b else ""


_RULES = (_people_and_cases, _statuses, _counters, _periods)


def _kinds_differ(one: Telling, other: Telling) -> bool:
    speakers = {one.voice.speaker, other.voice.speaker}
    return bool(one.mention.said_by and other.mention.said_by) and "kind" in speakers and len(speakers) == 2


def _who(telling: Telling) -> str:
    return telling.mention.said_by or telling.mention.title


def _explanations(one: Telling, other: Telling) -> str:
    reasons = []
    if one.mention.work != other.mention.work:
        reasons.append("a later correction")
    if one.mention.said_by is None or other.mention.said_by is None:
        reasons.append("different counters that the works do not name")
    if one.mention.exploitation != other.mention.exploitation or one.mention.sex != other.mention.sex:
        reasons.append("one of them counting only some of the victims")
    reasons.append("a slip in one of the works")
    return "could be " + ", or ".join(reasons)

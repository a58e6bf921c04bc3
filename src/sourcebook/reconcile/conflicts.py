"""Figures about one thing that cannot all be true, and figures that look alike and may not be compared."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from operator import attrgetter
from typing import Literal

from sourcebook.model import Value
from sourcebook.model.finding import Mention
from sourcebook.reconcile.likeness import abroad
from sourcebook.reconcile.telling import status_told
from sourcebook.reconcile.tellings import Telling, tellings
from sourcebook.reconcile.years import years_of
from sourcebook.vocabulary.speakers import voices_agree

# "About" leaves this share of room on both sides before two figures exclude each other.
ROOM = 0.15
# So many figures of one year are compared each with each. Of more, since pairs grow with the square, each is set
# against the next few of its own cell, for conflicts, and the two told next, for refusals.
FEW = 12
IN_CELL, IN_TIME = 12, 2
BucketKey = tuple[str, str, int]
# Kinds of count that a reader would set side by side share a bucket.
PAIRED_COUNTS = {"victims": ("victims", "cases")}
# "People" is whoever else was counted, from trained officials to the displaced: never one kind of thing.
_COMPARED = ("victims", "offenders", "cases", "investigations", "prosecutions", "convictions")
_WORD = re.compile(r"[^\W\d_]{3,}")
# Acts of the law share a thing only where the words around both numbers share this many, formulas aside.
SHARED_WORDS = 2
_FORMULAS = frozenset(
    ["the", "and", "for", "that", "were", "was", "from", "with", "which", "had", "year", "reported", "government"]
)


class Comparison(Value, frozen=True):
    """Two figures side by side: a conflict, or no comparison, with the reason and what could explain it."""

    kind: Literal["conflict", "not_comparable"]
    one: Mention
    other: Mention
    because: str


def comparisons(mentions: Iterable[Mention], as_of: date) -> tuple[Comparison, ...]:
    """Return the conflicts and refusals among figures, each pair of values once a year."""
    by_bucket: dict[BucketKey, list[Mention]] = defaultdict(list)
    for mention in mentions:
        for key in bucket_keys(mention):
            by_bucket[key].append(mention)
    found = (bucket_comparisons(key, bucket, as_of) for key, bucket in sorted(by_bucket.items(), key=str))
    return tuple(compared for group in found for compared in group)


def bucket_keys(mention: Mention) -> tuple[BucketKey, ...]:
    """Return the buckets (place, kind of count, year) in which a figure meets others; none for parts and shares."""
    if not _countable(mention):
        return ()
    return tuple((mention.place or "", _family_of_counts(mention.counts), year) for year in years_of(mention))


def bucket_comparisons(key: BucketKey, bucket: Iterable[Mention], as_of: date) -> tuple[Comparison, ...]:
    """Return what one bucket shows; a pair that meets in several years is told in the first of them."""
    found: dict[tuple[object, ...], Comparison] = {}
    row = tellings((mention for mention in bucket if key in bucket_keys(mention)), as_of)
    for one, other in _pairs(row):
        if key[2] != max(years_of(one.mention)[0], years_of(other.mention)[0]):
            continue
        compared = compare(one, other)
        if compared is not None:
            found.setdefault(_told_once(compared, among=len(row)), compared)
    return tuple(found.values())


def _told_once(compared: Comparison, *, among: int) -> tuple[object, ...]:
    """Return a key under which like comparisons are told once: refusals by their works, conflicts by their values.

    Among many, a work is told once that its figures are not compared for a reason.
    """
    pair = (compared.one, compared.other)
    if compared.kind == "conflict":
        return (compared.kind, *sorted(_value(mention) for mention in pair))
    works = (compared.one.work,) if among > FEW else sorted(mention.work for mention in pair)
    return (compared.kind, compared.because, *works)


def _countable(mention: Mention) -> bool:
    return mention.counts in _COMPARED and mention.part_of is None and mention.same_as is None


def _family_of_counts(counts: str) -> str:
    return next((name for name, kinds in PAIRED_COUNTS.items() if counts in kinds), counts)


def _pairs(row: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs of a row that are compared, the earlier first."""
    if len(row) <= FEW:
        yield from combinations(row, 2)
        return
    by_cell: dict[tuple[object, ...], list[Telling]] = defaultdict(list)
    for telling in row:
        by_cell[_CELL(telling.mention)].append(telling)
    for cell in by_cell.values():
        yield from _following(cell, IN_CELL)
    yield from _following(row, IN_TIME)


def _following(row: Sequence[Telling], count: int) -> Iterator[tuple[Telling, Telling]]:
    for at, one in enumerate(row):
        for other in row[at + 1 : at + 1 + count]:
            yield one, other


def _value(mention: Mention) -> tuple[float, float]:
    return (mention.low or 0, mention.high or 0)


def compare(one: Telling, other: Telling) -> Comparison | None:
    """Compare two tellings of one country; None where they agree, or where nobody would set them side by side."""
    a, b = one.mention, other.mention
    # One text in two editions says one thing, whatever is read from it.
    if not _excluding(a, b) or not _same_people(a, b) or (a.work != b.work and a.text == b.text):
        return None
    reason = _refusal(one, other)
    if reason:
        return Comparison(kind="not_comparable", one=a, other=b, because=reason)
    if a.work != b.work and a.period and _one_thing(a, b):
        return Comparison(kind="conflict", one=a, other=b, because=_explanations(one, other))
    return None


_ONE_THING = ("period", "counts", "status", "action", "exploitation", "sex", "age", "origin")
_CELL = attrgetter(*_ONE_THING)


def _one_thing(a: Mention, b: Mention) -> bool:
    """Tell whether two figures fill one cell of a table: every field agrees, and acts of the law share their words."""
    if _CELL(a) != _CELL(b) or abroad(a) != abroad(b):
        return False
    return a.counts == "victims" or len(_words_around(a) & _words_around(b)) >= SHARED_WORDS


def _words_around(mention: Mention) -> frozenset[str]:
    begin, end = max(mention.start - 50, 0), mention.end + 60
    around = _WORD.findall(f"{mention.text[begin : mention.start]} {mention.text[mention.end : end]}".casefold())
    return frozenset(around) - _FORMULAS


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
    if a.place != b.place or _apart(abroad(a), abroad(b)) or _apart(a.origin, b.origin):
        return False
    return a.counts == b.counts or {a.counts, b.counts} == {"victims", "cases"}


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool(one and other) and not set(one) & set(other)


def _refusal(one: Telling, other: Telling) -> str:
    """Return why two figures are not compared; empty where nothing forbids it."""
    return next((reason for rule in _RULES if (reason := rule(one, other))), "")


def _people_and_cases(one: Telling, other: Telling) -> str:
    mixed = {one.mention.counts, other.mention.counts} == {"victims", "cases"}
    return "one counts people, the other cases, and a case can have several victims" if mixed else ""


def _statuses(one: Telling, other: Telling) -> str:
    statuses = {status_told(one.mention), status_told(other.mention)}
    if len(statuses) == 1:
        return ""
    if "estimated" in statuses:
        return "one is an estimate of how many there are, the other counts those who were found"
    return (
        "" if None in statuses else f"one counts people {one.mention.status}, the other people {other.mention.status}"
    )


def _counters(one: Telling, other: Telling) -> str:
    named = one.voice.bodies and other.voice.bodies
    apart = named and voices_agree(one.voice, other.voice) != "same"
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
    reasons.append("a slip in one of the works")
    return "could be " + ", or ".join(reasons)

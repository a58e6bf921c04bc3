"""Check totals against their parts along each way of dividing them, and derive what is implied but written nowhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from sourcebook.model import Value
from sourcebook.model.finding import Mention

Verdict = Literal["holds", "short", "over", "cannot_say"]
# What may part a whole; where parts name none of these they are classes of one enumeration.
DIMENSIONS = ("exploitation", "sex", "age", "status", "action", "destination", "origin", "place", "period")
# These cues promise some of the parts and not all.
_SOME = re.compile(
    r"\b(includ\w+|among (?:them|these|those|whom)|such as|for example|e\.g\.|mainly|mostly|chiefly|primarily|"
    r"at least|more than|over|notably|particularly|especially)\W*(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_AMONG = re.compile(r"\bamong\W+(?:the\W+)?$", re.IGNORECASE)


class Way(Value, frozen=True):
    """One way of dividing a total: its parts in order, what they add up to, and what that shows.

    `by` names the dimension or is "class" for a plain enumeration; `difference` is parts minus total.
    """

    total: Mention
    by: str
    parts: tuple[Mention, ...]
    verdict: Verdict
    difference: float = 0


class Implied(Value, frozen=True):
    """A number that follows from written ones and stands nowhere: how many of `within` are `label`.

    `derivation` is the arithmetic in figures, as in "42 + 61 - 96".
    """

    total: Mention
    within: Mention | None
    label: str
    number: float
    derivation: str
    rests_on: tuple[Mention, ...]


def children(mentions: Iterable[Mention]) -> Mapping[str, tuple[Mention, ...]]:
    """Return the parts of each total by its id, in order of the text; a part in a cycle or of itself is left out."""
    by_id = {mention.id: mention for mention in mentions}
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in by_id.values():
        if mention.part_of in by_id and mention.same_as is None and not _in_cycle(mention, by_id):
            found[mention.part_of].append(mention)
    return {total: tuple(sorted(parts, key=lambda part: part.start)) for total, parts in found.items()}


def _in_cycle(mention: Mention, by_id: Mapping[str, Mention]) -> bool:
    seen, at = set(), mention
    while at.part_of in by_id:
        if at.id in seen:
            return True
        seen.add(at.id)
        at = by_id[at.part_of]  # type: ignore[index]
    return False


def ways(mentions: Sequence[Mention]) -> tuple[Way, ...]:
    """Return every way of dividing that the mentions of one passage state, with its verdict."""
    by_id = {mention.id: mention for mention in mentions}
    found = []
    for total_id, parts in children(mentions).items():
        total = by_id[total_id]
        for by, group in _divisions(total, parts):
            way = _checked(total, by, group)
            if way.verdict == "short" and _unread_between(way, mentions):
                way = msgspec.structs.replace(way, verdict="cannot_say")
            found.append(way)
    return tuple(found)


_DIGITS = re.compile(r"\d+")
# Two classes without a common dimension may overlap ("of which 40 had substance and 9 were urgent").
FEWEST_CLASSES = 3
# A part that was missed stands this near behind the others.
NEAR = 120


def _unread_between(way: Way, mentions: Sequence[Mention]) -> bool:
    """Tell whether numbers stand among or right behind the parts that were not taken for parts of this total."""
    taken = {way.total.id, *(part.id for part in way.parts)}
    below = {mention.id for mention in mentions if mention.part_of in taken}
    placed = [(one.start, one.end) for one in mentions if one.id in taken | below]
    first, last = way.parts[0].start, min(len(way.total.text), way.parts[-1].end + NEAR)
    found = {match.start() for match in _DIGITS.finditer(way.total.text, first, last)}
    found |= {one.start for one in mentions if first <= one.start < last and one.counts == way.total.counts}
    return any(not any(start <= at < end for start, end in placed) for at in found)


def _label(total: Mention, part: Mention) -> dict[str, str]:
    """Return the dimensions in which a part says more than its total."""
    label = {}
    for dimension in DIMENSIONS:
        value, whole = getattr(part, dimension), getattr(total, dimension)
        if value and value != whole:
            label[dimension] = "+".join(value) if isinstance(value, tuple) else str(value)
    return label


def _divisions(total: Mention, parts: Sequence[Mention]) -> list[tuple[str, tuple[Mention, ...]]]:
    """Sort a total's parts into ways of dividing it: by the dimension that tells them apart, else by class."""
    same_kind = [part for part in parts if part.counts == total.counts]
    groups: dict[str, list[Mention]] = defaultdict(list)
    labels = {part.id: _label(total, part) for part in same_kind}
    shared = _telling_dimensions(labels.values())
    for part in same_kind:
        by = next((dimension for dimension in shared if dimension in labels[part.id]), "class")
        groups[by].append(part)
    if len(groups) > 1 and (_adds_up(total, same_kind) or not _stands_apart(groups)):
        return [("class", tuple(same_kind))]
    return [(by, tuple(group)) for by, group in groups.items()]


def _adds_up(total: Mention, parts: Sequence[Mention]) -> bool:
    """Tell whether all parts together give the whole, as in "31 men, 14 women and nine children"."""
    return all(part.qualifier == "exact" for part in parts) and sum(part.low or 0 for part in parts) == total.low


def _telling_dimensions(labels: Iterable[Mapping[str, str]]) -> list[str]:
    """Return the dimensions in which at least two parts differ from each other, in the order of DIMENSIONS."""
    values: dict[str, set[str]] = defaultdict(set)
    for label in labels:
        for dimension, value in label.items():
            values[dimension].add(value)
    return [dimension for dimension in DIMENSIONS if len(values[dimension]) > 1]


def _stands_apart(groups: Mapping[str, Sequence[Mention]]) -> bool:
    """Tell whether the parts without a dimension stand before or after all that have one, and not among them."""
    if "class" not in groups:
        return True
    plain = [part.start for part in groups["class"]]
    others = [part.start for by, group in groups.items() if by != "class" for part in group]
    return max(plain) < min(others) or max(others) < min(plain)


def _checked(total: Mention, by: str, parts: tuple[Mention, ...]) -> Way:
    exact = all(mention.qualifier == "exact" and mention.low is not None for mention in (total, *parts))
    least = sum(part.low or 0 for part in parts)
    difference = least - (total.low or 0)
    verdict: Verdict = "cannot_say"
    if total.counts == "share":
        verdict = "cannot_say"
    elif exact and difference == 0 and len(parts) > 1:
        verdict = "holds"
    elif total.high is not None and total.qualifier in ("exact", "at_most", "between") and least > total.high:
        verdict = "over" if _told_apart(by, parts, total) else "cannot_say"
    elif exact and difference < 0 and len(parts) > 1 and _promises_all(total, by, parts):
        verdict = "short"
    return Way(total=total, by=by, parts=parts, verdict=verdict, difference=difference)


def _told_apart(by: str, parts: Sequence[Mention], total: Mention) -> bool:
    """Tell whether the parts exclude each other, so that adding them up means something."""
    if len(parts) == 1:
        return True
    if by == "class":
        return not _labels_overlap([_label(total, part) for part in parts])
    values = [getattr(part, by) for part in parts]
    return len(set(values)) == len(values)


def _labels_overlap(labels: Sequence[Mapping[str, str]]) -> bool:
    """Tell whether parts speak of different dimensions, as in "12 minors and 30 women", and so may overlap."""
    dimensions = {tuple(sorted(label)) for label in labels}
    return len(dimensions) > 1


def _promises_all(total: Mention, by: str, parts: Sequence[Mention]) -> bool:
    """Tell whether the wording or the dimension itself promises that the parts are all there are."""
    first, last = parts[0], parts[-1]
    begin, end = (total.end, first.start) if total.start < first.start else (last.end, total.start)
    lead = total.text[begin:end]
    if _SOME.search(lead) or _AMONG.search(total.text[: total.start]):
        return False
    values = {getattr(part, by) for part in parts} if by != "class" else set()
    if by == "class" and len(parts) < FEWEST_CLASSES:
        return False
    if by == "sex":
        return values == {"female", "male"}
    if by == "age":
        return values == {"minor", "adult"}
    return bool(
        re.search(r"\bof (?:whom|these|them|those|which)\b|\bout of\b|[:–—]|\bcompris|\bconsist|\bmade up\b", lead)
    ) and bool(re.search(r"\band\b", total.text[parts[-2].end : last.start]))


def implied(mentions: Sequence[Mention]) -> tuple[Implied, ...]:
    """Return what follows from the parts of parts, where two ways of dividing one total both hold.

    Where every part of one way says how many of it are minors (or another label), their sum is the total's; where the
    parts of another way all but one say it, the last one's follows.
    """
    below = children(mentions)
    by_total: dict[str, list[Way]] = defaultdict(list)
    for way in ways(mentions):
        if way.verdict == "holds":
            by_total[way.total.id].append(way)
    found: list[Implied] = []
    for holding in by_total.values():
        for label in _labels_below(holding, below):
            found.extend(_implied_of(holding, label, below))
    return tuple(found)


def _labels_below(holding: Sequence[Way], below: Mapping[str, tuple[Mention, ...]]) -> list[tuple[str, str]]:
    """Return the labels, as (dimension, value), that parts of parts carry."""
    labels = {
        item
        for way in holding
        for part in way.parts
        for sub in below.get(part.id, ())
        for item in _label(part, sub).items()
    }
    return sorted(labels)


def _labelled(part: Mention, label: tuple[str, str], below: Mapping[str, tuple[Mention, ...]]) -> Mention | None:
    dimension, value = label
    for sub in below.get(part.id, ()):
        if _label(part, sub).get(dimension) == value and sub.qualifier == "exact" and sub.counts == part.counts:
            return sub
    return None


def _implied_of(
    holding: Sequence[Way], label: tuple[str, str], below: Mapping[str, tuple[Mention, ...]]
) -> list[Implied]:
    told = {way.by: [_labelled(part, label, below) for part in way.parts] for way in holding}
    full = next((subs for subs in told.values() if all(subs)), None)
    if full is None:
        return []
    known = [sub for sub in full if sub is not None]
    sum_of = sum(sub.low or 0 for sub in known)
    adding = " + ".join(sub.number for sub in known)
    total = holding[0].total
    found = []
    if _labelled(total, label, below) is None:
        found.append(
            Implied(total=total, within=None, label=label[1], number=sum_of, derivation=adding, rests_on=tuple(known))
        )
    for way in holding:
        subs = told[way.by]
        if subs is full or subs.count(None) != 1:
            continue
        missing = way.parts[subs.index(None)]
        given = [sub for sub in subs if sub is not None]
        rest = sum_of - sum(sub.low or 0 for sub in given)
        if 0 <= rest <= (missing.low or 0):
            arithmetic = " - ".join([adding, *(sub.number for sub in given)])
            found.append(
                Implied(
                    total=total,
                    within=missing,
                    label=label[1],
                    number=rest,
                    derivation=arithmetic,
                    rests_on=(*known, *given),
                )
            )
    return found

"""How many independent sources a family of tellings can rest on: the bounds, and which telling was the first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sourcebook.reconcile.joining import Groups
from sourcebook.reconcile.likeness import Likeness
from sourcebook.reconcile.record import origin_by_record
from sourcebook.reconcile.tellings import Telling
from sourcebook.vocabulary.bodies import body, relation
from sourcebook.vocabulary.speakers import RANK

Links = Mapping[tuple[int, int], Likeness]


def bounds(size: int, links: Links) -> tuple[int, int]:
    """Return at least and at most how many sources there are among so many tellings.

    At most: the groups left when likely repeats are joined. At least: those left when possible ones are joined too, one
    vague telling never making one of two sources that exclude each other.
    """
    groups = Groups(size)
    for (one, other), alike in links.items():
        if alike.strength == "likely":
            groups.join(one, other)
    apart: dict[int, set[int]] = defaultdict(set)
    for (one, other), alike in links.items():
        if alike.strength == "none" and groups.head(one) != groups.head(other):
            apart[groups.head(one)].add(groups.head(other))
            apart[groups.head(other)].add(groups.head(one))
    return _least(apart), groups.count


def _least(apart: Mapping[int, set[int]]) -> int:
    """Return into how many heaps groups go, at least one, so that no two that exclude each other lie in one."""
    heaps: list[set[int]] = []
    for group in sorted(apart, key=lambda one: (-len(apart[one]), one)):
        fitting = next((heap for heap in heaps if not heap & apart[group]), None)
        if fitting is None:
            heaps.append({group})
        else:
            fitting.add(group)
    return max(len(heaps), 1)


def in_order(cluster: Sequence[Telling]) -> tuple[list[Telling], bool]:
    """Return tellings in order of time with the origin first, and whether there is one.

    The one that others cite by their references is the origin. Else a telling can be if no other is certainly older.
    Among those that can, the body's own report comes before others, then a telling that the others name as theirs, then
    one that is dated, then whoever names the speaker best; then the day that its date ends on.
    """
    if (recorded := origin_by_record(cluster)) is not None:
        return [recorded, *(telling for telling in cluster if telling is not recorded)], True
    able = [telling for telling in cluster if telling.latest is not None and not telling.in_future]
    if not able:
        return list(cluster), False
    soonest = min(telling.latest for telling in able if telling.latest is not None)
    first = [telling for telling in able if telling.earliest is None or telling.earliest <= soonest]
    origin = min(first[:_READ], key=lambda telling: (*_claims(telling, cluster), telling.order))
    return [origin, *(telling for telling in cluster if telling is not origin)], True


def _claims(telling: Telling, cluster: Sequence[Telling]) -> tuple[bool, bool, bool, int]:
    """Return what speaks against a telling being the first, the weightiest reason first."""
    report = _is_report(telling)
    named = any(_names(other, telling) for other in cluster[:_READ] if other is not telling)
    return (
        not (report and (named or telling.speaking.itself)),
        not named,
        telling.earliest is None,
        _vagueness(telling),
    )


_READ = 50


def _is_report(telling: Telling) -> bool:
    """Tell whether a work is by the body that speaks in it, or by one that may."""
    own = telling.speaking.own
    if telling.speaking.itself:
        return True
    if own is not None:
        return True
    publisher = telling.mention.publisher
    return bool(publisher) and any(relation(body(publisher or ""), one) == "same" for one in telling.voice.bodies)


def _names(other: Telling, telling: Telling) -> bool:
    """Tell whether another work attributes the number to this one's publisher."""
    publisher = telling.mention.publisher
    if not publisher or other.speaking.itself:
        return False
    return any(relation(body(publisher), one) == "same" for one in other.voice.bodies)


def _vagueness(telling: Telling) -> int:
    return -RANK[telling.voice.speaker]

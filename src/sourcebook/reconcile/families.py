"""Families: the mentions of one number about one thing across works, with origin, repeats and honest bounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sourcebook.model.decision import Ties
from sourcebook.model.finding import Drift, Family, FamilyMention, Mention, Role
from sourcebook.reconcile.drift import drifts
from sourcebook.reconcile.likeness import Likeness, abroad, is_common, likeness, same_thing
from sourcebook.reconcile.record import origin_by_record, taken_from
from sourcebook.reconcile.sources import bounds, in_order
from sourcebook.reconcile.telling import hedged, method, quote_of
from sourcebook.reconcile.tellings import Telling, tellings

# A telling is compared with the first and the last of this many earlier ones, so that 100,000 mentions cost no square.
COMPARED = 8
NO_TIES = Ties()
BlockKey = tuple[str | None, float | None, float | None]


def block_key(mention: Mention) -> BlockKey:
    """Return the key under which mentions can share a family: the place and the bounds, open ends folded in."""
    bounds = sorted({bound for bound in (mention.low, mention.high) if bound is not None})
    return (mention.place, bounds[0] if bounds else None, bounds[-1] if bounds else None)


def families(mentions: Iterable[Mention], as_of: date, ties: Ties = NO_TIES) -> tuple[Family, ...]:
    """Return every family, single mentions included, whatever the order in which the mentions come.

    Shares and sums of nothing (0, "no convictions") are families only within one period.
    """
    blocks: dict[BlockKey, list[Mention]] = defaultdict(list)
    for mention in mentions:
        blocks[block_key(mention)].append(mention)
    found = [family for block in blocks.values() for family in block_families(block, as_of, ties)]
    return tuple(sorted(found, key=lambda family: (family.country or "", -(family.high or family.low or 0), family.id)))


def block_families(block: Iterable[Mention], as_of: date, ties: Ties = NO_TIES) -> list[Family]:
    """Return the families among mentions of one value and place; a block can be brought up to date by itself.

    `ties` are what editors decided: figures that are joined are one source, figures that are split are never together.
    """
    clusters = _Clusters(ties)
    for telling in tellings(block, as_of):
        clusters.place(telling)
    return [family_of(cluster, ties) for cluster in clusters.all]


def told_once(mentions: Iterable[Mention], as_of: date) -> tuple[Family, ...]:
    """Return a family for each telling of mentions that no other work repeats, in order of place and time."""
    blocks: dict[BlockKey, list[Mention]] = defaultdict(list)
    for mention in mentions:
        blocks[block_key(mention)].append(mention)
    return tuple(
        family_of([telling]) for _, block in sorted(blocks.items(), key=str) for telling in tellings(block, as_of)
    )


def repeated_families(block: Sequence[Mention], as_of: date, ties: Ties = NO_TIES) -> tuple[Family, ...]:
    """Return the families of a block that have more than one telling; a number told once needs no keeping."""
    if len({mention.work for mention in block}) < 2:
        return ()
    return tuple(family for family in block_families(block, as_of, ties) if len(family.mentions) > 1)


class _Clusters:
    """Groups of tellings about one thing, grown in order of time."""

    def __init__(self, ties: Ties) -> None:
        self._ties = ties
        self.all: list[list[Telling]] = []
        self._by_period: dict[tuple[str, str | None], list[list[Telling]]] = defaultdict(list)

    def place(self, telling: Telling) -> None:
        """Put a telling into the cluster that it most looks like, or into a new one."""
        best = max(self._candidates(telling), key=lambda scored: scored[0], default=None)
        if best is not None and best[0] > 0:
            best[1].append(telling)
            self._index(telling, best[1])
            return
        cluster = [telling]
        self.all.append(cluster)
        self._index(telling, cluster)

    def _index(self, telling: Telling, cluster: list[Telling]) -> None:
        known = self._by_period[telling.mention.counts, telling.mention.period]
        if not any(other is cluster for other in known[-COMPARED:]):
            known.append(cluster)

    def _candidates(self, telling: Telling) -> list[tuple[float, list[Telling]]]:
        counts, period = telling.mention.counts, telling.mention.period
        if is_common(telling.mention):
            near = self._by_period[counts, period]
            return [(_fit(cluster, telling, self._ties), cluster) for cluster in near[:COMPARED]]
        kinds = ("victims", "people") if counts in ("victims", "people") else (counts,)
        near = [
            cluster
            for (kind, _), clusters in self._by_period.items()
            if kind in kinds
            for cluster in clusters[:COMPARED]
        ]
        unique = {id(cluster): cluster for cluster in near}
        return [(_fit(cluster, telling, self._ties), cluster) for cluster in unique.values()]


def _fit(cluster: Sequence[Telling], telling: Telling, ties: Ties) -> float:
    """Return how well a telling fits a cluster; 0 where it is about another thing or nothing joins them."""
    if ties.joined or ties.split:
        pairs = {frozenset((other.mention.id, telling.mention.id)) for other in cluster}
        if pairs & ties.split:
            return 0.0
        if pairs & ties.joined:
            return 10.0
    compared = _sampled(cluster)
    verdicts = [same_thing(other.mention, telling.mention) for other in compared]
    if "no" in verdicts:
        return 0.0
    alike = [likeness(other, telling) for other in compared]
    evidence = any(
        one.evidence if verdict != "if_wording" else one.words for one, verdict in zip(alike, verdicts, strict=True)
    )
    if not evidence and not _joined_by_fields(cluster[0].mention, telling.mention, verdicts):
        return 0.0
    return 1.0 + max(_STRENGTHS[one.strength] for one in alike) + 0.5 * evidence


def _joined_by_fields(one: Mention, other: Mention, verdicts: Sequence[str]) -> bool:
    """Tell whether the fields alone join two mentions: a rare number, or a common one in the same cell of a table."""
    if is_common(other):
        return one.period == other.period and _cell(one, other)
    return "yes" in verdicts


def _cell(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions of a common number fill one cell of a table: equal in all, or in most of a month."""
    if one.period in (None, "annual"):
        return False
    if all(getattr(one, field) == getattr(other, field) for field in _CELL) and abroad(one) == abroad(other):
        return True
    told = sum(1 for field in _TELLING if getattr(one, field) and getattr(one, field) == getattr(other, field))
    return told + (len(one.period or "") >= len("2000-01")) >= ENOUGH


_CELL = ("period", "counts", "status", "exploitation", "sex", "age", "action", "origin")
_TELLING = ("status", "exploitation", "sex", "age", "action", "origin", "destination")
# So many fields in common make a common number about one thing, a period of a month or a day among them.
ENOUGH = 3


def _sampled(cluster: Sequence[Telling]) -> Sequence[Telling]:
    half = COMPARED // 2
    return cluster if len(cluster) <= COMPARED else (*cluster[:half], *cluster[-half:])


def family_of(cluster: Sequence[Telling], ties: Ties = NO_TIES) -> Family:
    """Return the family that a cluster of tellings makes, the origin first, with roles, reasons and bounds."""
    ordered, has_origin = in_order(cluster)
    by_record = origin_by_record(cluster) is not None
    links: dict[tuple[int, int], Likeness] = {}
    members: list[FamilyMention] = []
    drift: list[Drift] = []
    for at, telling in enumerate(ordered):
        alike = {other: _alike(ordered[other], telling, ties) for other in _earlier(at)}
        links |= {(other, at): one for other, one in alike.items()}
        before = _told_before(alike)
        told = alike[before] if before is not None else None
        if before is not None and told is not None and told.strength != "none":
            drift += drifts(ordered[before], telling)
        is_origin = has_origin and at == 0
        because = _why_origin(telling, by_record=by_record) if is_origin else None
        members.append(_member(telling, told, because, has_origin=has_origin))
    mentions = [telling.mention for telling in ordered]
    least, most = bounds(len(ordered), links)
    return Family(
        low=next((mention.low for mention in mentions if mention.low is not None), None),
        high=next((mention.high for mention in mentions if mention.high is not None), None),
        counts=mentions[0].counts,
        country=mentions[0].place,
        period=next((mention.period for mention in mentions if mention.period), None),
        mentions=tuple(members),
        at_least=least,
        at_most=most,
        drift=tuple(drift),
    )


def _alike(earlier: Telling, later: Telling, ties: Ties) -> Likeness:
    if frozenset((earlier.mention.id, later.mention.id)) in ties.joined:
        return Likeness(strength="likely", because="an editor joined the two as one source")
    return likeness(earlier, later)


def _told_before(links: Mapping[int, Likeness]) -> int | None:
    """Return the telling that a later one repeats: the most like it, of equals the one nearest to the origin."""
    return min(links, key=lambda at: (-_STRENGTHS[links[at].strength], at), default=None)


_STRENGTHS = {"likely": 2, "possible": 1, "none": 0}


def _earlier(at: int) -> Iterable[int]:
    return range(at) if at <= COMPARED else (*range(COMPARED // 2), *range(at - COMPARED // 2, at))


def _member(telling: Telling, strongest: Likeness | None, origin: str | None, *, has_origin: bool) -> FamilyMention:
    role: Role
    if origin is not None:
        role, because = "origin", origin
    elif telling.in_future:
        role, because = "unclear", "dated after the day of this reading, so that its date proves nothing"
    elif strongest is None or not has_origin:
        role, because = "unclear", "no date bounds it, so nothing says who came first"
        because += f"; {strongest.because}" if strongest is not None and strongest.by_record else ""
    elif strongest.strength == "likely":
        role, because = "repeat", strongest.because
    elif strongest.strength == "possible":
        role, because = "unclear", strongest.because
    else:
        role, because = "independent", strongest.because
    return FamilyMention(
        mention=telling.mention,
        speaker=telling.voice.speaker,
        hedged=hedged(telling.mention),
        method=method(telling.mention),
        quote=quote_of(telling.mention),
        role=role,
        because=because,
        also=tuple(sorted(other.id for other in telling.also)),
    )


def _why_origin(telling: Telling, *, by_record: bool) -> str:
    if by_record:
        return "the work that the others cite by their references"
    reason = "the earliest work held that carries it"
    if telling.mention.issued is None:
        reason += ", undated and first looked at then"
    if telling.voice.speaker == "official":
        reason += "; it names the speaker"
    cited = taken_from(telling)
    return f"{reason}; {cited}" if cited else reason

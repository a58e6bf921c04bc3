"""Finding the works that a reference may be of, by keys that citations of one work share, and judging each.

Only keys that few works have are looked at, so that a reference costs the same among a thousand works and a million.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from sourcebook.model.citing import Cited, Sameness
from sourcebook.model.decision import Ties
from sourcebook.reconcile.same_work import same_work
from sourcebook.reconcile.work_words import keys_of

NO_TIES = Ties()
COMMON = 100
"""A key that more works than this have tells nothing."""
JUDGED = 12
"""So many works that share most are judged for each reference."""
_WORTH = {"u": 4, "p": 2, "d": 2, "w": 1}
_LEAST = 2

Filed = Callable[[str], Sequence[str] | None]
"""Returns the works that are filed under a key; None where they are more than `COMMON`."""


def near_works(cited: Cited, filed: Filed) -> list[str]:
    """Return the works that share most with a reference, the nearest first; itself is never among them."""
    shared: Counter[str] = Counter()
    for key in keys_of(cited):
        for work in filed(key) or ():
            shared[work] += _WORTH[key[0]]
    del shared[cited.id]
    near = [(worth, work) for work, worth in shared.items() if worth >= _LEAST]
    return [work for _, work in sorted(near, key=lambda one: (-one[0], one[1]))[:JUDGED]]


def judged(cited: Cited, works: Iterable[Cited]) -> tuple[Sameness, ...]:
    """Return which of these works a reference is of, or may be, the surest first."""
    found = [same for work in works if (same := same_work(cited, work)) is not None]
    return tuple(sorted(found, key=lambda same: (-same.confidence, same.other)))


def matches(references: Sequence[Cited], works: Iterable[Cited]) -> Iterator[tuple[Sameness, ...]]:
    """Yield for each reference the works that it is of or may be, the surest first.

    One pass over the works: only those are remembered that share a key with a reference.
    """
    wanted: dict[str, list[str]] = {key: [] for cited in references for key in keys_of(cited)}
    remembered: dict[str, Cited] = {}
    for work in works:
        for key in keys_of(work):
            filed = wanted.get(key)
            if filed is not None and len(filed) <= COMMON:
                filed.append(work.id)
                remembered[work.id] = work

    def under(key: str) -> Sequence[str] | None:
        filed = wanted[key]
        return filed if len(filed) <= COMMON else None

    for cited in references:
        yield judged(cited, (remembered[work] for work in near_works(cited, under)))


def one_works(
    ids: Sequence[str], samenesses: Iterable[Sameness], ties: Ties = NO_TIES, held: Iterable[str] = ()
) -> dict[str, str]:
    """Return for each citation the one that stands for its work: the first of its group in the order of `ids`.

    What editors joined is joined, what they split never is, by whatever way; of the rest the surest are joined first.
    Two works that are held as entries are one only where an editor says so.
    """
    groups = _Parted(ids, ties.split)
    for pair in sorted(ties.joined, key=sorted):
        groups.join(*sorted(pair, key=groups.place))
    groups.hold(held)
    for same in sorted(samenesses, key=lambda one: (-one.confidence, one.one, one.other)):
        groups.join(same.one, same.other)
    return {one: groups.head(one) for one in ids}


class _Parted:
    """Groups of citations that never come to hold two that an editor split."""

    def __init__(self, ids: Sequence[str], split: Iterable[frozenset[str]]) -> None:
        self._order = {one: at for at, one in enumerate(ids)}
        self._head = {one: one for one in ids}
        self._members = {one: {one} for one in ids}
        self._held: frozenset[str] = frozenset()
        self._apart: dict[str, set[str]] = defaultdict(set)
        for pair in split:
            one, *others = pair
            for other in others:
                self._apart[one].add(other)
                self._apart[other].add(one)

    def hold(self, held: Iterable[str]) -> None:
        """Keep the groups apart in which these are, from now on."""
        self._held = frozenset(held)

    def place(self, one: str) -> int:
        """Return where a citation stands in the order; one that is unknown stands last."""
        return self._order.get(one, len(self._order))

    def head(self, one: str) -> str:
        """Return the citation that stands for a group."""
        return self._head[one]

    def join(self, one: str, other: str) -> None:
        """Make one group of two, unless one is unknown or an editor split any of theirs."""
        if one not in self._head or other not in self._head:
            return
        first, second = sorted((self._head[one], self._head[other]), key=self.place)
        if first == second or self._are_apart(self._members[first], self._members[second]):
            return
        self._members[first] |= self._members.pop(second)
        for member in self._members[first]:
            self._head[member] = first

    def _are_apart(self, one: set[str], other: set[str]) -> bool:
        if self._held & one and self._held & other:
            return True
        return any(self._apart[member] & other for member in one if member in self._apart)

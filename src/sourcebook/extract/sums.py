"""Figures that add up: two or more in a row whose sum is the one before or after them are its parts."""

from __future__ import annotations

from typing import Final

from sourcebook.extract.drafts import Draft

PERSONS: Final = frozenset({"victims", "people"})


def circular(part: Draft, whole: Draft) -> bool:
    """Tell whether making one figure a part of another would close a circle of wholes."""
    above: Draft | None = whole
    for _ in range(20):
        if above is None:
            return False
        if above is part:
            return True
        above = above.part_of
    return True


def link_sums(drafts: list[Draft]) -> None:
    """Link two or more figures in a row that add up to the one before or after them, in one sentence or the next."""
    exact = [d for d in drafts if d.is_count and d.low == d.high and d.low and not d.compared]
    for at, whole in enumerate(exact):
        for run in (exact[at + 1 : at + 9], exact[max(0, at - 8) : at][::-1]):
            _sum(whole, run)


def _sum(whole: Draft, run: list[Draft]) -> None:
    total, taken = 0.0, []
    for part in run:
        if part.part_of is whole:
            return
        if part.part_of is not None:
            continue
        if (
            not (part.counts == whole.counts or {part.counts, whole.counts} == PERSONS)
            or part.same_as is not None
            or not _close(part, whole)
        ):
            return
        total += part.low or 0
        taken.append(part)
        if total >= (whole.low or 0):
            break
    if (
        total == whole.low
        and len(taken) > 1
        and not _by_chance(taken, whole)
        and not any(circular(part, whole) for part in taken)
    ):
        for part in taken:
            part.part_of = whole


def _by_chance(taken: list[Draft], whole: Draft) -> bool:
    """Tell whether a small sum over two sentences may be chance: "convicted three. One agent and two drivers wait"."""
    apart = any(part.sentence is not whole.sentence for part in taken)
    return apart and (whole.low or 0) < CHANCE and any(part.head >= 0 and not (part.sex or part.age) for part in taken)


CHANCE: Final = 20


def _close(part: Draft, whole: Draft) -> bool:
    return part.sentence is whole.sentence or abs(part.number.start - whole.number.start) < 300

"""Text carried over from one work or edition to another, with what the later one dropped and added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from sourcebook.model import Value
from sourcebook.reconcile.near import NEAR_RATIO, SHORTEST, near_pairs
from sourcebook.reconcile.wording import Run, word_difference

# A sentence that lost or gained a clause is carried over though its ratio falls under NEAR_RATIO: the shorter must be
# kept almost whole (this partial ratio) and be this share of the longer.
KEPT = 93.0
SHARE = 0.6
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s+[A-Z“\"(])[^.!?]*)*[.!?]?[”\"’)]*")


class Wording(Value, frozen=True):
    """A quoted passage with what is needed to compare it: its work, the work's title, and a key of its time."""

    passage: str
    work: str
    title: str
    page: str
    text: str
    order: str = ""


class CarriedOver(Value, frozen=True):
    """A text that stands in two works, the earlier first: the two wordings, their ratio, and the runs of words."""

    earlier: Wording
    later: Wording
    earlier_text: str
    later_text: str
    ratio: float
    runs: tuple[Run, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether the words are the same."""
        return self.ratio == 100.0


def carried_over(wordings: Sequence[Wording]) -> tuple[CarriedOver, ...]:
    """Return the texts carried over between works: whole passages first, then sentences of passages that are not.

    Passages pair at a ratio of 90 or more over 80 characters; sentences likewise, or where one keeps nearly all of the
    other and differs by a clause. Passages of one work are never paired. The order of the input makes no difference.
    """
    ordered = sorted(wordings, key=lambda wording: (wording.order, wording.work, wording.passage))
    whole = list(_pairs(ordered, [wording.text for wording in ordered]))
    paired = {frozenset((pair.earlier.passage, pair.later.passage)) for pair in whole}
    places, sentences = _sentences(ordered)
    parts = (
        pair
        for pair in _pairs([ordered[at] for at in places], sentences, clauses=True)
        if frozenset((pair.earlier.passage, pair.later.passage)) not in paired
    )
    return (*whole, *parts)


def _sentences(wordings: Sequence[Wording]) -> tuple[list[int], list[str]]:
    places, sentences = [], []
    for at, wording in enumerate(wordings):
        for match in _SENTENCE.finditer(wording.text):
            if len(match[0].strip()) >= SHORTEST:
                places.append(at)
                sentences.append(match[0].strip())
    return places, sentences


def _pairs(places: Sequence[Wording], texts: Sequence[str], *, clauses: bool = False) -> Iterator[CarriedOver]:
    least = NEAR_RATIO if not clauses else 100 * 2 * SHARE / (1 + SHARE)
    for pair in near_pairs(texts, ratio=least):
        earlier, later = places[pair.first], places[pair.second]
        if earlier.work == later.work:
            continue
        one, other = texts[pair.first], texts[pair.second]
        if pair.ratio < NEAR_RATIO and not _kept(one, other):
            continue
        yield CarriedOver(
            earlier=earlier,
            later=later,
            earlier_text=one,
            later_text=other,
            ratio=pair.ratio,
            runs=word_difference(one, other) if pair.ratio < 100 else (),
        )


def _kept(one: str, other: str) -> bool:
    """Tell whether the shorter text stands almost whole in the longer."""
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST and len(short) >= SHARE * len(long) and fuzz.partial_ratio(short, long) >= KEPT


def by_works(pairs: Iterable[CarriedOver]) -> dict[tuple[str, str], list[CarriedOver]]:
    """Group carried-over texts by the two works, the earlier first."""
    groups: dict[tuple[str, str], list[CarriedOver]] = {}
    for pair in pairs:
        groups.setdefault((pair.earlier.work, pair.later.work), []).append(pair)
    return groups

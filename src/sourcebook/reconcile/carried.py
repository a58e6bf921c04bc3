"""Text carried over from one work or edition to another, with what the later one dropped and added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import msgspec
from rapidfuzz import fuzz

from sourcebook.model import Value
from sourcebook.reconcile.near import NEAR_RATIO, SHORTEST, SKETCH_BYTES, NearPair, folded, near_pairs, sketches
from sourcebook.reconcile.wording import Run, word_difference

# A sentence that lost or gained a clause is carried over though its ratio falls under NEAR_RATIO: the shorter must be
# kept almost whole (this partial ratio) and be this share of the longer.
KEPT = 93.0
SHARE = 0.6
# A text of a formula is compared with so many others: pairs of all would grow with the square.
WINDOW = 10
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s+[A-Z“\"(])[^.!?]*)*[.!?]?[”\"’)]*")


class Wording(Value, frozen=True):
    """A quoted passage with what is needed to compare it: its work, the work's title, and a key of its time.

    `sketches` are those of its texts (see `texts_of`), one after another, where they were made before.
    """

    passage: str
    work: str
    title: str
    page: str
    text: str
    order: str = ""
    sketches: bytes = b""


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
    other and differs by a clause. Each is told to carry over the one before it that is closest. Passages of one work
    are never paired. The order of the input makes no difference.
    """
    ordered = sorted(wordings, key=lambda wording: (wording.order, wording.work, wording.passage))
    known = _known(ordered)
    whole = list(_pairs(ordered, [wording.text for wording in ordered], known))
    paired = {frozenset((pair.earlier.passage, pair.later.passage)) for pair in whole}
    told = [(wording, sentence) for wording in ordered for sentence in _sentences(wording.text)]
    parts = (
        pair
        for pair in _pairs([wording for wording, _ in told], [sentence for _, sentence in told], known, clauses=True)
        if frozenset((pair.earlier.passage, pair.later.passage)) not in paired
    )
    return (*whole, *parts)


def texts_of(wording: Wording) -> list[str]:
    """Return the texts of a passage that are compared, folded: the whole and its sentences, the short ones left out."""
    texts = dict.fromkeys(map(folded, (wording.text, *_sentences(wording.text))))
    return [text for text in texts if len(text) >= SHORTEST]


def sketched(wordings: Sequence[Wording]) -> list[Wording]:
    """Return these passages with their sketches made; a passage without a text that is compared keeps none."""
    texts = [texts_of(wording) for wording in wordings]
    made = sketches([text for listed in texts for text in listed])
    return [
        msgspec.structs.replace(wording, sketches=b"".join(islice(made, len(listed))))
        for wording, listed in zip(wordings, texts, strict=True)
    ]


def _known(wordings: Iterable[Wording]) -> dict[str, bytes]:
    known = {}
    for wording in wordings:
        if wording.sketches:
            for at, text in enumerate(texts_of(wording)):
                known[text] = wording.sketches[at * SKETCH_BYTES : (at + 1) * SKETCH_BYTES]
    return known


def _sentences(text: str) -> list[str]:
    found = (match[0].strip() for match in _SENTENCE.finditer(text))
    return [sentence for sentence in found if len(sentence) >= SHORTEST]


def _pairs(
    places: Sequence[Wording], texts: Sequence[str], known: Mapping[str, bytes], *, clauses: bool = False
) -> Iterator[CarriedOver]:
    least = NEAR_RATIO if not clauses else 100 * 2 * SHARE / (1 + SHARE)
    pairs: Iterable[NearPair] = (
        pair
        for pair in near_pairs(texts, ratio=least, window=WINDOW, known=known)
        if places[pair.first].work != places[pair.second].work
        and (pair.ratio >= NEAR_RATIO or _kept(texts[pair.first], texts[pair.second]))
    )
    for pair in _closest(pairs):
        one, other = texts[pair.first], texts[pair.second]
        yield CarriedOver(
            earlier=places[pair.first],
            later=places[pair.second],
            earlier_text=one,
            later_text=other,
            ratio=pair.ratio,
            runs=word_difference(one, other) if pair.ratio < 100 else (),
        )


def _closest(pairs: Iterable[NearPair]) -> Iterable[NearPair]:
    """Return for each later text its pair with the closest earlier one, the last of them where several are as close."""
    best: dict[int, NearPair] = {}
    for pair in pairs:
        known = best.get(pair.second)
        if known is None or (pair.ratio, pair.first) > (known.ratio, known.first):
            best[pair.second] = pair
    return best.values()


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

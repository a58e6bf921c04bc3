"""Find texts that are the same or nearly so among many, in time that grows with the texts and the pairs found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz
from rensa import RMinHash

from sourcebook.model import Value

NEAR_RATIO = 90.0
SHORTEST = 80
SHINGLE = 5
# Tuned on 400 paragraphs drawn from 38,893 of six editions of labour reports, against rapidfuzz over all pairs:
# 96 hashes in 32 bands of 3 found every pair of ratio 90, 24 bands 99.4%. Re-run bench/near_duplicates.py on a change.
HASHES, BANDS = 96, 32
SEED = 42
# So few texts, those of one country's page, are compared each with each: cheaper than their sketches, and exact.
FEW = 200
# A formula that stands in thousands of wordings is compared with this many nearest in length: no square of costs.
WINDOW = 1000


class NearPair(Value, frozen=True):
    """Two positions in the given texts, the earlier first, and how alike they are, 90 to 100."""

    first: int
    second: int
    ratio: float


def folded(text: str) -> str:
    """Return a text with its white space folded, so that line breaks make no difference."""
    return " ".join(text.split())


def near_pairs(texts: Sequence[str], *, ratio: float = NEAR_RATIO, shortest: int = SHORTEST) -> Iterator[NearPair]:
    """Yield each pair of texts of at least `shortest` characters whose indel similarity is `ratio` or more.

    Equal texts come with ratio 100. Among equal texts only the pairs of neighbours in order are given (a chain), so
    that a sentence printed a thousand times costs a thousand rows and not half a million; likewise a near pair is
    given once, between the first positions of its two wordings.
    """
    positions: dict[str, list[int]] = defaultdict(list)
    for position, text in enumerate(map(folded, texts)):
        if len(text) >= shortest:
            positions[text].append(position)
    for same in positions.values():
        for first, second in pairwise(same):
            yield NearPair(first=first, second=second, ratio=100.0)
    wordings = list(positions)
    for a, b in sorted(_candidates(wordings, ratio)):
        alike = fuzz.ratio(wordings[a], wordings[b], score_cutoff=ratio)
        if alike:
            first, second = sorted((positions[wordings[a]][0], positions[wordings[b]][0]))
            yield NearPair(first=first, second=second, ratio=alike)


def _candidates(wordings: Sequence[str], ratio: float) -> set[tuple[int, int]]:
    """Return pairs that share a band of their sketches and are not too unlike in length to reach the ratio."""
    shortest_share = ratio / (200 - ratio)
    pairs = set()
    buckets = [list(range(len(wordings)))] if len(wordings) <= FEW else _buckets(wordings)
    for bucket in buckets:
        bucket.sort(key=lambda position: (len(wordings[position]), position))
        for at, a in enumerate(bucket):
            for b in bucket[at + 1 : at + 1 + WINDOW]:
                if len(wordings[a]) < len(wordings[b]) * shortest_share:
                    break
                pairs.add((min(a, b), max(a, b)))
    return pairs


def _buckets(wordings: Iterable[str]) -> Iterable[list[int]]:
    """Group positions by each band of their MinHash sketch over runs of five characters."""
    rows = HASHES // BANDS
    buckets: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for position, wording in enumerate(wordings):
        sketch = sketch_of(wording)
        for band in range(BANDS):
            buckets[(band, *sketch[band * rows : (band + 1) * rows])].append(position)
    return (bucket for bucket in buckets.values() if len(bucket) > 1)


def sketch_of(wording: str) -> list[int]:
    """Return the MinHash sketch of a text, the same on every machine."""
    lowered = wording.lower()
    shingles = [lowered[at : at + SHINGLE] for at in range(max(1, len(lowered) - SHINGLE + 1))]
    sketch: list[int] = RMinHash.from_token_sets([shingles], num_perm=HASHES, seed=SEED)[0].digest()
    return sketch

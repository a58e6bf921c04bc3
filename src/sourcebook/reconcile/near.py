"""Find texts that are the same or nearly so among many, in time that grows with the texts and the pairs found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from struct import Struct
from types import MappingProxyType
from zlib import crc32

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
_HASHES, _BANDS = Struct(f"<{HASHES}I"), Struct(f"<{BANDS}I")
SKETCH_BYTES = _BANDS.size
# So few texts, those of one country's page, are compared each with each: cheaper than their sketches, and exact.
FEW = 200
# So many texts are sketched in one call of the library.
AT_ONCE = 500
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


def near_pairs(
    texts: Sequence[str],
    *,
    ratio: float = NEAR_RATIO,
    shortest: int = SHORTEST,
    window: int = WINDOW,
    known: Mapping[str, bytes] = MappingProxyType({}),
) -> Iterator[NearPair]:
    """Yield each pair of texts of at least `shortest` characters whose indel similarity is `ratio` or more.

    Equal texts come with ratio 100. Among equal texts only the pairs of neighbours in order are given (a chain), so
    that a sentence printed a thousand times costs a thousand rows and not half a million; likewise a near pair is
    given once, between the first positions of its two wordings. Of texts that share more than their sketch, as a
    formula's do, each is compared with the `window` next in length. `known` are sketches from before, by folded text.
    """
    positions: dict[str, list[int]] = defaultdict(list)
    for position, text in enumerate(map(folded, texts)):
        if len(text) >= shortest:
            positions[text].append(position)
    for same in positions.values():
        for first, second in pairwise(same):
            yield NearPair(first=first, second=second, ratio=100.0)
    wordings = sorted(positions, key=lambda wording: (len(wording), positions[wording][0]))
    near = []
    for a, b in _candidates(wordings, ratio, window, known):
        alike = fuzz.ratio(wordings[a], wordings[b], score_cutoff=ratio)
        if alike:
            one, other = positions[wordings[a]][0], positions[wordings[b]][0]
            near.append((one, other, alike) if one < other else (other, one, alike))
    for first, second, alike in sorted(near):
        yield NearPair(first=first, second=second, ratio=alike)


def _candidates(wordings: Sequence[str], ratio: float, window: int, known: Mapping[str, bytes]) -> set[tuple[int, int]]:
    """Return pairs that share a band of their sketches and are not too unlike in length to reach the ratio.

    The wordings come in order of length, so that those after one are the longer ones, up to the longest that can.
    """
    shortest_share = ratio / (200 - ratio)
    lengths = [len(wording) for wording in wordings]
    ends = [bisect_right(lengths, length / shortest_share) for length in lengths]
    pairs: set[tuple[int, int]] = set()
    few = len(wordings) <= FEW
    reach = len(wordings) if few else window
    for bucket in [list(range(len(wordings)))] if few else _buckets(wordings, known):
        for at, a in enumerate(bucket):
            last = bisect_left(bucket, ends[a], at + 1, min(len(bucket), at + 1 + reach))
            pairs.update([(a, b) for b in bucket[at + 1 : last]])
    return pairs


def _buckets(wordings: Sequence[str], known: Mapping[str, bytes]) -> Iterator[list[int]]:
    """Group positions by each band of their sketches."""
    missing = [wording for wording in wordings if wording not in known]
    made = dict(zip(missing, sketches(missing), strict=True))
    unpacked = (_BANDS.unpack(known[wording] if wording in known else made[wording]) for wording in wordings)
    for band in zip(*unpacked, strict=True):
        buckets: dict[int, list[int]] = defaultdict(list)
        for position, value in enumerate(band):
            buckets[value].append(position)
        yield from (bucket for bucket in buckets.values() if len(bucket) > 1)


def sketches(texts: Sequence[str]) -> Iterator[bytes]:
    """Yield each folded text's sketch, the same on every machine: its MinHash over runs of five letters, by bands."""
    rows = 4 * HASHES // BANDS
    for start in range(0, len(texts), AT_ONCE):
        shingles = [_shingles(text.lower()) for text in texts[start : start + AT_ONCE]]
        for digest in RMinHash.digests_from_token_sets(shingles, num_perm=HASHES, seed=SEED):
            data = _HASHES.pack(*digest)
            yield _BANDS.pack(*(crc32(data[at : at + rows]) for at in range(0, len(data), rows)))


def _shingles(text: str) -> list[str]:
    return [text[at : at + SHINGLE] for at in range(max(1, len(text) - SHINGLE + 1))]

"""Which of the rows that match come first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sourcebook.query.words import folded_text
from sourcebook.store.find import Candidate
from sourcebook.store.match import Unit

SATURATION = 1.2
TYPICAL_LENGTH = 300
TITLE_WEIGHT = 4.0
TOGETHER_WEIGHT = 1.5
SOME_WORTH = 0.1
"""What a title is worth whose words stand in its credit line only."""


def ranked(candidates: Iterable[Candidate], units: Sequence[Unit]) -> list[int]:
    """Return the rows in the order of their worth, of equal ones the newest first.

    A row is worth more the more often it has each word, the shorter it is (the saturation of BM25 with b = 1, since
    every row has every word their rarity does not tell rows apart), when it is a title, and when its words stand side
    by side as they were typed.
    """
    patterns = [_pattern((unit,)) for unit in units]
    together = _pattern(tuple(units)) if len(units) > 1 else None
    scored = [(-_score(candidate, patterns, together), -candidate.row) for candidate in candidates]
    return [-row for _, row in sorted(scored)]


def _score(candidate: Candidate, patterns: Sequence[re.Pattern[str]], together: re.Pattern[str] | None) -> float:
    text = folded_text(candidate.text)
    damping = SATURATION * max(len(text), 40) / TYPICAL_LENGTH
    score = 0.0
    for pattern in patterns:
        often = len(pattern.findall(text))
        score += often / (often + damping)
    if together is not None and together.search(text):
        score *= TOGETHER_WEIGHT
    return (score + SOME_WORTH) * TITLE_WEIGHT if candidate.is_title else score


@lru_cache(maxsize=200)
def _pattern(units: tuple[Unit, ...]) -> re.Pattern[str]:
    single = units[0] if len(units) == 1 and not units[0].also else None
    alone = _spelt(single.words, single.prefix) if single else None
    return re.compile(alone or r"[\W_]+".join(_alternatives(unit) for unit in units))


def _alternatives(unit: Unit) -> str:
    return f"(?:{'|'.join(_spelt(words, unit.prefix) for words in (unit.words, *unit.also))})"


def _spelt(words: Sequence[str], prefix: bool) -> str:
    # The letters stand first and what may not stand before them is asked afterwards: so `re` can leap to the letters.
    first, *more = (re.escape(word) for word in words)
    begin = rf"{first}(?<![^\W_]{first})"
    end = "" if prefix else r"(?![^\W_])"
    return r"[\W_]+".join([begin, *more]) + end

"""Which countries a text is about: those it names, ranked, each with the words that name it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sourcebook.vocabulary.countries import countries_in

TITLE_WEIGHT = 3


class Part(NamedTuple):
    """A stretch of a text, where it starts in the whole, and how much a name in it counts."""

    text: str
    start: int = 0
    weight: int = 1


class About(NamedTuple):
    """A country that a text names: its code, how much it counts, and the spans of the words that name it."""

    code: str
    weight: int
    spans: tuple[tuple[int, int], ...]


def countries_about(parts: Iterable[Part]) -> tuple[About, ...]:
    """Return the countries that these parts name, those that count most first, then those that are named first."""
    weights: dict[str, int] = {}
    spans: dict[str, list[tuple[int, int]]] = {}
    for part in parts:
        for match in countries_in(part.text):
            weights[match.code] = weights.get(match.code, 0) + part.weight
            spans.setdefault(match.code, []).append((part.start + match.start, part.start + match.end))
    ranked = sorted(weights, key=lambda code: -weights[code])  # stable: the first that is named stays first
    return tuple(About(code, weights[code], tuple(spans[code])) for code in ranked)

"""Words that are spelt in two ways in English, British and American, so that either finds both."""

from __future__ import annotations

from functools import cache

_STEMS = {
    "labour": "labor",
    "neighbour": "neighbor",
    "behaviour": "behavior",
    "organis": "organiz",
    "criminalis": "criminaliz",
    "victimis": "victimiz",
    "legalis": "legaliz",
    "recognis": "recogniz",
    "centre": "center",
    "defence": "defense",
    "offence": "offense",
    "programme": "program",
    "paediatric": "pediatric",
    "judgement": "judgment",
    "counsell": "counsel",
    "travell": "travel",
}
_ENDINGS = (
    "", "s", "d", "ed", "er", "ers", "ing", "e", "es", "ation", "ations", "ational", "al", "hood", "or", "ors",
)  # fmt: skip


@cache
def _pairs() -> dict[str, str]:
    pairs = {british + end: american + end for british, american in _STEMS.items() for end in _ENDINGS}
    return pairs | {american: british for british, american in pairs.items()}


def other_spellings(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the same words in the other spelling, where any of them has one."""
    other = tuple(_pairs().get(word, word) for word in words)
    return () if other == words else (other,)

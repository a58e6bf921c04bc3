"""How two titles stand to each other, word by word: equal, misspelt, shortened, of something beside, or different."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Prefix

from sourcebook.reconcile.work_words import Words
from sourcebook.vocabulary.title_words import title_words

Titles = Literal["equal", "misspelt", "shortened", "subtitle", "cut", "aside", "different"]
_MISSPELT = 78.0
_LEAST_STEM = 5
_ENDINGS = frozenset(["", "e", "s", "es", "ed", "d", "ing", "ion", "ions", "er", "ers", "al", "ly", "ment"])
_TELLING = 3
_LEAST_OF = 0.5
_LEAST_SUBTITLE = 2


def compared(one: Words, other: Words) -> Titles:
    """Tell how two titles stand to each other; numbers that differ are of two editions or two laws.

    Titles of which each has a word of its own are different, and so are those that go to and come from one place, or
    name two countries.
    """
    if one.whole == other.whole and one.whole and one.turns == other.turns:
        return "equal"
    if _contrary(one, other):
        return "different"
    if one.translated == other.whole or other.translated == one.whole:
        return "equal"
    left, right, misspelt = apart(one.whole, other.whole)
    if (left and right) or not one.whole or not other.whole:
        return "different"
    if not left and not right:
        return "misspelt" if misspelt else "equal"
    return _shortened(one, other, right) if right else _shortened(other, one, left)


def _contrary(one: Words, other: Words) -> bool:
    if one.numbers and other.numbers and not (one.numbers <= other.numbers or other.numbers <= one.numbers):
        return True
    if one.countries and other.countries and not (one.countries <= other.countries or other.countries <= one.countries):
        return True
    if one.symbols and other.symbols and one.symbols.isdisjoint(other.symbols):
        return True
    mine, theirs = one.turns - other.turns, other.turns - one.turns
    return any((a in mine and b in theirs) or (b in mine and a in theirs) for a, b in title_words().contrary)


def _shortened(shorter: Words, longer: Words, more: Sequence[str]) -> Titles:
    """Tell whether a title is the other's beginning: what stands before its subtitle, or cut anywhere.

    What more the longer one says may be but what kind of thing it is ("final report"), the number of a law, or who made
    it; or that it is another thing beside the work ("questionnaire", "draft").
    """
    words, told = title_words(), set(more)
    if told <= longer.numbers:
        return "cut" if words.laws.isdisjoint(shorter.whole) else "shortened"
    if told <= words.tails | longer.numbers or (len(more) > 1 and told <= {*shorter.publisher, *longer.publisher}):
        return "shortened"
    if not told.isdisjoint(words.asides):
        return "aside" if _pairs(shorter.whole, [word for word in longer.whole if word not in told]) else "different"
    return _begins(shorter, longer)


def _begins(shorter: Words, longer: Words) -> Titles:
    """Tell how a title is the beginning of the other, if it is."""
    length = len(shorter.whole)
    if _pairs(shorter.whole, longer.main):
        return "shortened" if len(longer.whole) - length >= _LEAST_SUBTITLE else "cut"
    few = length < _LEAST_OF * len(longer.whole) and length < _TELLING
    if few or not _pairs(shorter.whole, longer.whole[:length]):
        return "different"
    return "subtitle" if len(shorter.main) < length and _pairs(shorter.main, longer.main) else "cut"


def holds(one: Words, other: Words) -> bool:
    """Tell whether all words of one title are in the other."""
    left, right, _ = apart(one.whole, other.whole)
    return not (left and right)


def apart(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str], int]:
    """Return the words that only one title has and only the other has, and how many are but spelt differently."""
    left = [word for word in one if word not in other]
    right = [word for word in other if word not in one]
    misspelt = 0
    for word in list(left):
        near = next((near for near in right if is_misspelt(word, near)), None)
        if near is not None:
            left.remove(word)
            right.remove(near)
            misspelt += 1
    glued = "".join(left)
    if glued and right and glued == "".join(right):
        return [], [], misspelt + 1
    return left, right, misspelt


def is_misspelt(one: str, other: str) -> bool:
    """Tell whether two words are one, spelt otherwise or in another of its forms."""
    if min(len(one), len(other)) < 4 or one.isdigit() or other.isdigit() or one[0] != other[0]:
        return False
    stem = Prefix.similarity(one, other)
    if stem >= _LEAST_STEM and one[stem:] in _ENDINGS and other[stem:] in _ENDINGS:
        return True
    return fuzz.ratio(one, other) >= _MISSPELT


def _pairs(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(a == b or is_misspelt(a, b) for a, b in zip(one, other, strict=True))

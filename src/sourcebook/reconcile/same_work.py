"""Whether two citations are of one work: titles word by word, then dates, publishers and addresses for and against.

What is weighed was set on a table of pairs judged by hand, which is kept in the tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from rapidfuzz import fuzz

from sourcebook.model.citing import Cited, Sameness
from sourcebook.reconcile.work_words import Words, words_of
from sourcebook.vocabulary.bodies import body, relation
from sourcebook.vocabulary.title_words import title_words

SAME = 0.8
"""From this on two citations are taken for one work; below it, down to DOUBTFUL, an editor is asked."""
DOUBTFUL = 0.6
_MISSPELT = 78.0
_TELLING = 3
_DAY = len("2000-01-01")

_Titles = Literal["equal", "misspelt", "shortened", "cut", "different"]
_BASE: dict[_Titles, float] = {"equal": 0.82, "misspelt": 0.77, "shortened": 0.7, "cut": 0.5, "different": 0.0}
_SAID: dict[_Titles, str] = {
    "equal": "the same title",
    "misspelt": "a title that differs in the spelling of a word",
    "shortened": "a title without its subtitle",
    "cut": "a title that begins the same",
    "different": "",
}


class _Weight(NamedTuple):
    worth: float
    said: str = ""


def same_work(one: Cited, other: Cited) -> Sameness | None:
    """Return that two citations are of one work, and how sure that is; None where it is not even doubtful."""
    mine, theirs = words_of(one), words_of(other)
    same_address = bool(mine.address) and mine.address == theirs.address
    titles = _titles(mine, theirs)
    if titles == "different":
        return None
    base = _base(titles, mine, theirs)
    weights = [
        _Weight(0.25, "the same address") if same_address else _Weight(0.0),
        _dates(mine, theirs),
        _makers(one, other),
    ]
    said = [_SAID[titles], *(weight.said for weight in weights if weight.said)]
    if _is_occasional(mine) or _is_occasional(theirs):
        weights.append(_occasion(mine, theirs))
    confidence = round(min(max(base + sum(weight.worth for weight in weights), 0.0), 0.99), 2)
    if confidence < DOUBTFUL:
        return None
    return Sameness(one=one.id, other=other.id, confidence=confidence, because="; ".join(said))


def _base(titles: _Titles, one: Words, other: Words) -> float:
    """Return what the titles are worth: little where they are of one or two words, as many works are called so.

    A title that names a country which the other does not is of a part of it.
    """
    short = max(_TELLING - min(len(_distinct(one)), len(_distinct(other))), 0)
    named = one.publisher == other.publisher and bool(one.publisher) and one.issued == other.issued
    worth = _BASE[titles] - (0.04 if named else 0.14) * short
    return worth if titles in ("equal", "misspelt") or one.countries == other.countries else worth - 0.3


def _distinct(words: Words) -> frozenset[str]:
    return frozenset(word for word in words.whole if len(word) > 2 and not word.isdigit()) - title_words().kinds


def _is_occasional(words: Words) -> bool:
    """Tell whether a title says no more than what kind of thing it is: "Reporting", "E-mail communication"."""
    return not _distinct(words)


def _occasion(one: Words, other: Words) -> _Weight:
    """Weigh two things that are called by their kind alone: one only where maker and day are equal to the word."""
    made = one.publisher == other.publisher and one.authors == other.authors and bool(one.publisher or one.authors)
    same = made and one.countries == other.countries and one.issued == other.issued and len(one.issued) >= _DAY
    return _Weight(0.5) if same else _Weight(-1.0)


def _titles(one: Words, other: Words) -> _Titles:
    """Tell how two titles stand to each other; numbers that differ are of two editions or two laws."""
    if one.whole == other.whole and one.whole:
        return "equal"
    if one.numbers and other.numbers and not (one.numbers <= other.numbers or other.numbers <= one.numbers):
        return "different"
    left, right, misspelt = _apart(one.whole, other.whole)
    if (left and right) or not one.whole or not other.whole:
        return "different"
    if not left and not right:
        return "misspelt" if misspelt else "equal"
    return _shortened(one, other) if right else _shortened(other, one)


def _shortened(shorter: Words, longer: Words) -> _Titles:
    """Tell whether a title is the other's beginning: what stands before its subtitle, or cut anywhere."""
    length = len(shorter.whole)
    if _pairs(shorter.whole, longer.main):
        return "shortened"
    if length < _LEAST_OF * len(longer.whole) and length < _TELLING:
        return "different"
    return "cut" if _pairs(shorter.whole, longer.whole[:length]) else "different"


_LEAST_OF = 0.5


def _apart(one: Sequence[str], other: Sequence[str]) -> tuple[list[str], list[str], int]:
    """Return the words that only one title has and only the other has, and how many are but spelt differently."""
    left = [word for word in one if word not in other]
    right = [word for word in other if word not in one]
    misspelt = 0
    for word in list(left):
        near = next((near for near in right if _is_misspelt(word, near)), None)
        if near is not None:
            left.remove(word)
            right.remove(near)
            misspelt += 1
    glued = "".join(left)
    if glued and right and glued == "".join(right):
        return [], [], misspelt + 1
    return left, right, misspelt


def _is_misspelt(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 4 or one.isdigit() or other.isdigit():
        return False
    return one[0] == other[0] and fuzz.ratio(one, other) >= _MISSPELT


def _pairs(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(a == b or _is_misspelt(a, b) for a, b in zip(one, other, strict=True))


def _dates(one: Words, other: Words) -> _Weight:
    mine, theirs = one.issued, other.issued
    if not mine or not theirs:
        return _Weight(0.0)
    if mine == theirs:
        return _Weight(0.12, "the same date") if len(mine) >= _DAY else _Weight(0.08, "the same year")
    if mine.startswith(theirs) or theirs.startswith(mine):
        return _Weight(0.06, "dates that agree")
    if mine[:4] != theirs[:4]:
        return _Weight(-0.5)
    return _Weight(-0.1 if mine[:7] == theirs[:7] else -0.25)


def _makers(one: Cited, other: Cited) -> _Weight:
    """Weigh who made the two: authors by surname, else publishers by name, acronym or likeness."""
    mine, theirs = words_of(one), words_of(other)
    if mine.authors and theirs.authors:
        shared = any(a == b or _is_misspelt(a, b) for a in mine.authors for b in theirs.authors)
        return _Weight(0.1, "the same author") if shared else _Weight(-0.3)
    name, known_as = one.publisher or one.container, other.publisher or other.container
    if not name or not known_as:
        return _Weight(0.0)
    return _Weight(0.08, "the same publisher") if _one_body(name, known_as) else _Weight(-0.15)


def _one_body(one: str, other: str) -> bool:
    if _initials(one, other) or _initials(other, one) or relation(body(one), body(other)) == "same":
        return True
    left, right, _ = _apart(_spelt_out(one), _spelt_out(other))
    return not (left and right)


def _spelt_out(name: str) -> list[str]:
    known = title_words().acronyms
    return [part for word in name.casefold().replace(".", "").split() for part in known.get(word, word).split()]


def _initials(short: str, full: str) -> bool:
    first = "".join(word[0] for word in full.split() if word[:1].isupper())
    return len(first) > 2 and short.replace(".", "").casefold() == first.casefold()

"""Whether two citations are of one work: titles word by word, then dates, publishers and addresses for and against.

What is weighed was set on a table of pairs judged by hand, which is kept in the tests.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from sourcebook.model.citing import Cited, Sameness
from sourcebook.reconcile.maker_likeness import equal_makers, one_maker, same_authors
from sourcebook.reconcile.title_likeness import Titles, compared, holds
from sourcebook.reconcile.work_words import Words, words_of
from sourcebook.vocabulary.title_words import title_words

SAME = 0.8
"""From this on two citations are taken for one work; below it, down to DOUBTFUL, an editor is asked."""
DOUBTFUL = 0.6
_TELLING = 3
_DAY = len("2000-01-01")
_NEAR_DAYS = 3
_MONTH = re.compile(r"\d{4}-\d\d(?:-|$)")

_BASE: dict[Titles, float] = {
    "equal": 0.82,
    "misspelt": 0.77,
    "shortened": 0.7,
    "subtitle": 0.66,
    "cut": 0.5,
    "aside": 0.44,
    "different": 0.3,
}
_SAID: dict[Titles, str] = {
    "equal": "the same title",
    "misspelt": "a title that differs in the spelling of a word",
    "shortened": "a title without its subtitle",
    "subtitle": "a title with its subtitle cut short",
    "cut": "a title that begins the same",
    "aside": "a title that names a thing beside the work",
    "different": "a title of other words",
}


class _Weight(NamedTuple):
    worth: float
    said: str = ""


def same_work(one: Cited, other: Cited) -> Sameness | None:
    """Return that two citations are of one work, and how sure that is; None where it is not even doubtful."""
    mine, theirs = words_of(one), words_of(other)
    same_address = bool(mine.address) and mine.address == theirs.address
    titles = compared(mine, theirs)
    if titles == "different" and not (same_address and holds(mine, theirs)):
        return None
    makers = _makers(one, other)
    weights = [
        _Weight(0.25, "the same address") if same_address else _Weight(0.0),
        _dates(mine, theirs),
        makers,
    ]
    said = [_SAID[titles], *(weight.said for weight in weights if weight.said)]
    if _is_occasional(mine) or _is_occasional(theirs):
        weights.append(_occasion(mine, theirs))
    base = _base(titles, mine, theirs, named=equal_makers(one, other))
    confidence = round(min(max(base + sum(weight.worth for weight in weights), 0.0), 0.99), 2)
    same_day = mine.issued == theirs.issued and len(mine.issued) >= _DAY
    if titles == "different" or (titles == "aside" and not (same_address and same_day)):
        confidence = min(confidence, SAME - 0.01)
    if confidence < DOUBTFUL:
        return None
    return Sameness(one=one.id, other=other.id, confidence=confidence, because="; ".join(said))


def _base(titles: Titles, one: Words, other: Words, *, named: bool) -> float:
    """Return what the titles are worth: little where they are of one or two words, as many works are called so.

    A title that names a country which the other does not is of a part of it.
    """
    short = max(_TELLING - min(len(_distinct(one)), len(_distinct(other))), 0)
    worth = _BASE[titles] - (0.04 if named and one.issued == other.issued else 0.14) * short
    return worth if titles in ("equal", "misspelt") or one.countries == other.countries else worth - 0.3


def _distinct(words: Words) -> frozenset[str]:
    return frozenset(word for word in words.whole if len(word) > 2 and not word.isdigit()) - title_words().kinds


def _is_occasional(words: Words) -> bool:
    """Tell whether a title says no more than what kind of thing it is: "Reporting", "E-mail communication"."""
    return not _distinct(words)


def _occasion(one: Words, other: Words) -> _Weight:
    """Weigh two things that are called by their kind alone: one only where maker and day or number are equal."""
    made = one.publisher == other.publisher and one.authors == other.authors and bool(one.publisher or one.authors)
    told = len(one.issued) >= _DAY or (bool(one.numbers) and one.numbers == other.numbers)
    same = made and one.countries == other.countries and one.issued == other.issued and told
    return _Weight(0.5) if same else _Weight(-1.0)


def _dates(one: Words, other: Words) -> _Weight:
    mine, theirs = one.issued, other.issued
    if not mine or not theirs:
        return _Weight(0.0)
    if mine == theirs:
        return _Weight(0.12, "the same date") if len(mine) >= _DAY else _Weight(0.08, "the same year")
    if mine.startswith(theirs) or theirs.startswith(mine):
        return _Weight(0.06, "dates that agree")
    if _are_near(mine, theirs):
        return _Weight(-0.05, "dates a few days apart")
    if mine[:4] != theirs[:4] and not _in_neighbouring_months(mine, theirs):
        return _Weight(-0.5)
    return _Weight(-0.1 if mine[:7] == theirs[:7] else -0.25)


def _are_near(one: str, other: str) -> bool:
    """Tell whether two days are as near as those of writing a thing and of printing it."""
    if len(one) != _DAY or len(other) != _DAY:
        return False
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _NEAR_DAYS
    except ValueError:
        return False


def _in_neighbouring_months(one: str, other: str) -> bool:
    months = [int(told[:4]) * 12 + int(told[5:7]) for told in (one, other) if _MONTH.match(told)]
    return len(months) > 1 and abs(months[0] - months[1]) == 1


def _makers(one: Cited, other: Cited) -> _Weight:
    """Weigh who made the two: authors by surname, else publishers by name, acronym or likeness."""
    mine, theirs = words_of(one), words_of(other)
    if mine.authors and theirs.authors:
        return _Weight(0.1, "the same author") if same_authors(mine, theirs) else _Weight(-0.3)
    made = one_maker(one, other)
    if made is None:
        return _Weight(0.0)
    return _Weight(0.08, "the same publisher") if made else _Weight(-0.15)

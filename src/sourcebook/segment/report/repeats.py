"""Notes that stand for an earlier one: "Ibid.", "Vale, op. cit.", "supra note 4", "Vale (n 2) 44", "Vale, p. 61"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sourcebook.model.report import Reference
from sourcebook.segment.report.symbols import symbol_of
from sourcebook.vocabulary.folding import fold

_IBID = re.compile(r"\W*(?:ibid(?:em)?|id|idem|ebd|ebenda|ib)\b\.?(?:\W|$)", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:(?:op\.?\s*cit|loc\.?\s*cit|supra|above|cit(?:ado)?|a\.\s?a\.\s?O)\.?[,:]?\s*(?:\(?\s*(?:at\s+)?(?:foot)?n(?:ote|ota)?\.?\s*(?P<after>\d{1,4}))"
    r"|(?:foot)?note\s+(?P<before>\d{1,4})\s*(?:above|supra)|\(n\.?\s*(?P<law>\d{1,4})\))",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\bop\.?\s*cit|\bloc\.?\s*cit|\bsupra\b|\bobra\s+citada|\bcited\s+(?:above|earlier)|\bpr[\u00e9e]cit|\ba\.\s?a\.\s?O\.",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_DATED = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|https?:|www\.")
_PLACE = re.compile(
    r"[,.:]?\s*(?:\bat\s+|\b(?:pp?|S|paras?|\u00a7\u00a7?|s)\.?\s*)?\d[\d\s,\u2013-]*\.?\s*$|[,.]?\s*\u00a7+\s*\d+\.?\s*$"
)
_SEE = re.compile(r"^(?:see|cf\.?|voir|ver|v\u00e9ase|siehe|vgl\.?)\s+(?:also\s+)?", re.IGNORECASE)
_LONGEST = 160
_LONGEST_SHORT = 90
_LEAST_BEGINNING = 15
_HEAD = re.compile(r"[^,(\u201c\"\u2018\u00ab]+")
_PARTIES = re.compile(r"\s(?:vs?\.?|c\.|contra)\s")
_JOINING = frozenset(("and", "und", "the"))


def repeated(text: str, earlier: Sequence[Reference]) -> int | None:
    """Return the place, from 1, of the earlier reference that a note stands for; None where it speaks for itself.

    "Ibid." is the note before it, whatever that stands for; a note with a number is that one; "op. cit." the last one
    made by those whom it names. A short note without a date is the last one of that maker whose words it has, and a
    document symbol alone the one that has it.
    """
    if not earlier or len(text) > _LONGEST:
        return None
    if _IBID.match(text):
        return _root(len(earlier), earlier)
    if (named := _NOTE.search(text)) is not None:
        number = int(named["after"] or named["before"] or named["law"])
        place = next((at for at in range(len(earlier), 0, -1) if earlier[at - 1].number == number), None)
        return _root(place, earlier) if place else None
    if (again := _AGAIN.search(text)) is not None:
        return _by_maker(text[: again.start()], earlier)
    return _by_symbol(text, earlier) or _by_short_form(text, earlier)


def _root(place: int, earlier: Sequence[Reference]) -> int:
    return earlier[place - 1].stands_for or place


def _by_maker(head: str, earlier: Sequence[Reference]) -> int | None:
    words = _words(head)
    return next((place for place in _those_told(earlier) if words & _named(earlier[place - 1])), None)


def _by_short_form(text: str, earlier: Sequence[Reference]) -> int | None:
    """Return the reference that "Vale, p. 61", "Vale and Bell, “The door,” 30" or "Vasa, § 290" means."""
    pointed = _PLACE.search(text)
    if pointed is None or len(text) > _LONGEST_SHORT:
        return None
    told = _SEE.sub("", text[: pointed.start()])
    if _DATED.search(text):
        return _by_beginning(told.casefold().strip(" ,."), earlier)
    name = _HEAD.match(told)
    if name is None:
        return None
    words, rest = _words(name[0]), _words(told[name.end() :])
    for place in _those_told(earlier):
        one = earlier[place - 1]
        if words and words <= _named(one) and rest <= _words(one.text):
            return place
    return None


def _by_beginning(told: str, earlier: Sequence[Reference]) -> int | None:
    """Return the reference that begins with all that a note says before its page: "Ministry, Annual Report 2017"."""
    if len(told) < _LEAST_BEGINNING or "," not in told:
        return None
    places = _those_told(earlier)
    return next((place for place in places if earlier[place - 1].text.casefold().startswith(f"{told},")), None)


def _by_symbol(text: str, earlier: Sequence[Reference]) -> int | None:
    symbol = symbol_of(text)
    told = _SEE.sub("", text)
    if symbol is None or not told.startswith(symbol):
        return None
    return next((place for place in _those_told(earlier) if symbol_of(earlier[place - 1].text) == symbol), None)


def _those_told(earlier: Sequence[Reference]) -> Iterator[int]:
    """Yield the places of the references that speak for themselves, the last first."""
    return (place for place in range(len(earlier), 0, -1) if earlier[place - 1].stands_for is None)


def _named(one: Reference) -> frozenset[str]:
    """Return the words of those who made a work; of a judgment without a maker those of its title."""
    made = " ".join((*one.authors, one.publisher or ""))
    parties = one.title or "" if _PARTIES.search(one.title or "") else ""
    return _words(f"{made} {parties}")


@lru_cache(maxsize=8192)
def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(fold(text).text.casefold()) if word not in _JOINING)

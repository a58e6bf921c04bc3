"""Notes that stand for an earlier one: "Ibid.", "Id.", "Vale, op. cit.", "supra note 4", "see note 12 above"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.model.report import Reference
from sourcebook.vocabulary.folding import fold

_IBID = re.compile(r"\W*(?:ibid(?:em)?|id|idem|ebd|ebenda|ib)\b\.?(?:\W|$)", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:(?:op\.?\s*cit|loc\.?\s*cit|supra|above|cit(?:ado)?|a\.\s?a\.\s?O)\.?[,:]?\s*(?:\(?\s*(?:at\s+)?(?:foot)?n(?:ote|ota)?\.?\s*(?P<after>\d{1,4}))"
    r"|(?:foot)?note\s+(?P<before>\d{1,4})\s*(?:above|supra))",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\bop\.?\s*cit|\bloc\.?\s*cit|\bsupra\b|\bobra\s+citada|\ba\.\s?a\.\s?O\.", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_LONGEST = 160


def repeated(text: str, earlier: Sequence[Reference]) -> int | None:
    """Return the place, from 1, of the earlier reference that a note stands for; None where it speaks for itself.

    "Ibid." is the note before it, whatever that stands for; a note with a number is that one; else "op. cit." is the
    last one made by those whom it names.
    """
    if not earlier or len(text) > _LONGEST:
        return None
    if _IBID.match(text):
        return _root(len(earlier), earlier)
    if (named := _NOTE.search(text)) is not None:
        number = int(named["after"] or named["before"])
        place = next((at for at in range(len(earlier), 0, -1) if earlier[at - 1].number == number), None)
        return _root(place, earlier) if place else None
    if (again := _AGAIN.search(text)) is not None:
        return _by_maker(text[: again.start()], earlier)
    return None


def _root(place: int, earlier: Sequence[Reference]) -> int:
    return earlier[place - 1].stands_for or place


def _by_maker(head: str, earlier: Sequence[Reference]) -> int | None:
    words = set(_WORD.findall(fold(head).text.casefold()))
    for place in range(len(earlier), 0, -1):
        one = earlier[place - 1]
        made = fold(" ".join((*one.authors, one.publisher or ""))).text.casefold()
        if words and one.stands_for is None and words & set(_WORD.findall(made)):
            return place
    return None

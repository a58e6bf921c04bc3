"""The names of the months, as people write, shorten and misspell them."""

from __future__ import annotations

from functools import lru_cache

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBERS = {name.casefold(): number for number, name in enumerate(MONTHS, 1)}
_SHORT = {name[:3]: number for name, number in _NUMBERS.items()} | {"sept": 9, "febr": 2}


def month_number(word: str) -> int | None:
    """Return the number of a month from its name or a usual short form, in any case."""
    word = word.casefold()
    return _NUMBERS.get(word) or _SHORT.get(word)


@lru_cache(maxsize=4096)
def slipped_month(word: str, shortest: int = 4) -> int | None:
    """Return the number of the one month, of a name of so many letters or more, that a misspelled word can mean.

    A name of seven letters or more may have two slips, one of four to six letters one; short forms none. The first
    letter must be right, or be the one that is missing ("22ugust"). Where no day stands beside the word, only long
    names are safe to ask for: "Juno 2007" is a film and "Augusta 2010" a town.
    """
    word = word.casefold()
    near = {number for name, number in _NUMBERS.items() if len(name) >= shortest and _is_slip(word, name)}
    return near.pop() if len(near) == 1 else None


def _is_slip(word: str, name: str) -> bool:
    from rapidfuzz.distance import OSA  # slow to load, and most dates are spelled right

    if word == name[1:]:
        return True
    slips = 2 if len(name) >= 7 else 1
    return word[:1] == name[0] and OSA.distance(word, name, score_cutoff=slips) <= slips

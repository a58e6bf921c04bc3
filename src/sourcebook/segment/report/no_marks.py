"""What looks like a mark and is none: a count of people, a paragraph of a law, the numbers of a list in a sentence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_LAW = (
    r"(?:Art(?:icles?|s?\.)|Arts?|Sections?|Secs?\.?|\u00a7+|Paragraphs?|Paras?\.?|Rules?|Regulations?|Clauses?"
    r"|Art[\u00ed\u00ed]culos?|Artigos?|Artikel|Abs\.?)"
)
_PART = r"\d[\w.]*(?:[-\u2013]?\(\w{1,4}\))*"
_AND = r"(?:and|to|or|y|et|und|through)\s+"
_IN_LAW = re.compile(
    rf"\b{_LAW}\s*(?:{_PART}(?:\s*[,;\u2013-]\s*(?:{_AND})?|\s+{_AND}))*{_PART}[-\u2013]?(?P<apart>\s?)$",
    re.IGNORECASE,
)
_OF_LAW = re.compile(r"\s+(?:of|to|and|or|de|du|del|der|des)\b|\s*[-\u2013(]")
_LONGEST_LAW = 90
_GOES_ON = re.compile(r"\s+[^\W\d_]")
_PARTS = re.compile(r"(?:[:;,\u2014\u2013]|\b(?:and|or|y|o|et|ou|und|oder))\s*$")


class Written(NamedTuple):
    """A mark as written: its span and the numbers in it, ranges counted out."""

    start: int
    end: int
    numbers: tuple[int, ...]


def without_others(text: str, written: Iterable[Written]) -> Iterator[Written]:
    """Yield the marks among what looks like them."""
    plain = [one for one in written if not counts_people(text, one) and not _in_law(text[: one.start], text[one.end :])]
    listed = _listing(text, plain)
    yield from (one for one in plain if one not in listed)


def counts_people(text: str, one: Written) -> bool:
    """Tell whether "(1,150)" is a count with its thousands: written without a space, behind a number."""
    if not _THOUSANDS.fullmatch(text[one.start : one.end].strip("()[] ")):
        return False
    behind_number = bool(re.search(r"[\d%]\s*$", text[max(0, one.start - 8) : one.start]))
    return behind_number or any(after <= before for before, after in itertools.pairwise(one.numbers))


def _in_law(before: str, behind: str) -> bool:
    """Tell whether a mark is a paragraph of a law: "Article 15(2)", or set apart, "Section 16 (1) of the Act"."""
    found = _IN_LAW.search(before[-_LONGEST_LAW:])
    return found is not None and (not found["apart"] or _OF_LAW.match(behind) is not None)


def _listing(text: str, written: Sequence[Written]) -> set[Written]:
    """Return what numbers the parts of a sentence: "areas: (1) prevention, (2) protection, and (3) return".

    They count up from 1, each before a word; all but the first stand behind what parts them.
    """
    found: set[Written] = set()
    run: list[Written] = []
    for one in written:
        if len(one.numbers) != 1 or not _GOES_ON.match(text, one.end):
            continue
        number = one.numbers[0]
        if number == len(run) + 1 and (number == 1 or _PARTS.search(text[: one.start][-12:])):
            run.append(one)
        elif number == 1:
            run = [one]
        else:
            continue
        if len(run) > 1:
            found.update(run)
    return found

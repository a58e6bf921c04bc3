"""A passage prepared for reading: folded, searched once for each kind of candidate, and cut on demand."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from sourcebook.extract.dates import Date, find_dates
from sourcebook.extract.mentions import meant
from sourcebook.extract.sentence import Mark, Sentence, marks_in, parse, sentence_bounds
from sourcebook.vocabulary.countries import CountryMatch, countries_in
from sourcebook.vocabulary.folding import Folded, fold
from sourcebook.vocabulary.numbers import Number, find_numbers
from sourcebook.vocabulary.regions import RegionMatch, regions_in
from sourcebook.vocabulary.themes import Term, terms_in


def lower(text: str) -> str:
    """Return a text in lower case with every character where it was."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _bound(low: str, number: Number) -> bool:
    return low[number.end : number.end + 1] == "-" and low[number.end + 1 : number.end + 2].isalpha()


def _shouted(text: str, number: Number) -> bool:
    """Read "NO ADVANCEMENT" in a heading denies nothing."""
    return number.kind == "zero" and text[number.start : number.end] == "NO"


def _spaced(low: str, numbers: list[Number], at: int) -> bool:
    """Read "2 0 1 4": single digits in a row, one space between."""
    number = numbers[at]
    if number.end - number.start > 1:
        return False
    for other in numbers[max(0, at - 1) : at] + numbers[at + 1 : at + 2]:
        gap = low[min(number.end, other.end) : max(number.start, other.start)]
        if gap == " " and other.end - other.start == 1:
            return True
    return False


class Passage:
    """A passage's text and, each found when first asked for, what stands in it."""

    def __init__(self, text: str, about: str, year: int | None) -> None:
        self.original, self.about, self.year = text, about, year
        self.folded: Folded = fold(text)
        self.text = self.folded.text
        self.low = lower(self.text)
        self._parsed: dict[int, Sentence] = {}

    @cached_property
    def numbers(self) -> list[Number]:
        """The number expressions, but for those that are half of a word ("24-hour") or spaced out in a heading."""
        found = [n for n in find_numbers(self.low) if not _bound(self.low, n) and not _shouted(self.text, n)]
        return [n for at, n in enumerate(found) if not _spaced(self.low, found, at)]

    @cached_property
    def dates(self) -> list[Date]:
        """The dates."""
        return find_dates(self.low)

    @cached_property
    def countries(self) -> tuple[CountryMatch, ...]:
        """The countries and peoples that are meant as such."""
        return meant(self.text, self.low, countries_in(self.text), self.about)

    @cached_property
    def regions(self) -> list[RegionMatch]:
        """The regions."""
        return regions_in(self.text, self.low)

    @cached_property
    def terms(self) -> list[Term]:
        """The words of exploitation."""
        return terms_in(self.low)

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """The spans of the sentences."""
        return sentence_bounds(self.text)

    @cached_property
    def marks(self) -> list[Mark]:
        """What stands for one token each."""
        return marks_in(self.low, self.numbers, self.dates, self.countries)

    @cached_property
    def _mark_starts(self) -> list[int]:
        return [mark.start for mark in self.marks]

    @cached_property
    def _term_starts(self) -> list[int]:
        return [term.start for term in self.terms]

    def has_number(self, start: int, end: int) -> bool:
        """Tell whether a sentence holds a number that may count."""
        marks = self.marks[bisect_left(self._mark_starts, start) : bisect_left(self._mark_starts, end)]
        return any(mark.tag == "#" for mark in marks)

    def has_place(self, start: int, end: int) -> bool:
        """Tell whether a sentence names a country, a people or a region."""
        places = [*(c.start for c in self.countries), *(r.start for r in self.regions)]
        return any(start <= place < end for place in places)

    def sentence(self, start: int, end: int) -> Sentence:
        """Return the sentence at a span, parsed once."""
        if start not in self._parsed:
            marks = self.marks[bisect_left(self._mark_starts, start) : bisect_left(self._mark_starts, end)]
            sentence = parse(self.low, self.text, start, end, marks)
            sentence.terms = self.terms[bisect_left(self._term_starts, start) : bisect_left(self._term_starts, end)]
            self._parsed[start] = sentence
        return self._parsed[start]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the folded text stands in the text as given."""
        return self.folded.span(start, end)

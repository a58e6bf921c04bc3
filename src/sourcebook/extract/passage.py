"""A passage prepared for reading: folded, searched once for each kind of candidate, and cut on demand."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import Final
from unicodedata import combining

from sourcebook.extract.dates import MONTHS, Date, find_dates
from sourcebook.extract.mentions import meant, merged
from sourcebook.extract.sentence import Sentence, footnotes, marks_in, parse, sentence_bounds
from sourcebook.vocabulary.countries import CountryMatch, countries_in_folded
from sourcebook.vocabulary.folding import Folded, fold
from sourcebook.vocabulary.numbers import Number, find_numbers
from sourcebook.vocabulary.regions import RegionMatch, region_stems, regions_in
from sourcebook.vocabulary.themes import FILES, Term, terms_in
from sourcebook.vocabulary.towns import towns_in_folded


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


def _yearlike(number: Number) -> bool:
    return number.kind == "digits" and number.end - number.start == 4 and 1800 <= number.low < 2100


def _idle(low: str, number: Number) -> bool:
    """Tell cheaply whether a number is a year, the day of a month, or the number of a table or an article."""
    if number.kind != "digits" or number.low > 2100:
        return False
    if _yearlike(number):
        return True
    before = low[max(0, number.start - 16) : number.start].rstrip(" .,").rpartition(" ")[2]
    if before in IDLE_AFTER or before in MONTHS:
        return True
    return low[number.end + 1 : number.end + 14].partition(" ")[0].rstrip(",.") in MONTHS


KINDS: Final = frozenset(FILES)
IDLE_AFTER: Final = frozenset(
    {
        "table",
        "article",
        "articles",
        "section",
        "chapter",
        "tier",
        "c",
        "decree",
        "resolution",
        "page",
        "figure",
        "phase",
    }
)


class Passage:
    """A passage's text and, each found when first asked for, what stands in it."""

    def __init__(self, text: str, about: str, year: int | None) -> None:
        self.original, self.about, self.year = text, about, year
        self.folded: Folded = fold(text)
        self.text = self.folded.text
        self.low = lower(self.text)
        self._parsed: dict[int, Sentence] = {}
        self._regions: dict[int, list[RegionMatch]] = {}

    @cached_property
    def _notes(self) -> list[tuple[int, int]]:
        """The spans of the footnote marks."""
        return footnotes(self.low)

    @cached_property
    def numbers(self) -> list[Number]:
        """The number expressions that may count: no years, no footnote marks, no half of a word ("24-hour")."""
        notes = self._notes
        found, at = [], 0
        for number in find_numbers(self.low):
            while at < len(notes) and notes[at][1] <= number.start:
                at += 1
            noted = at < len(notes) and notes[at][0] <= number.start
            if not (noted or _bound(self.low, number) or _shouted(self.text, number)):
                found.append(number)
        return [n for at, n in enumerate(found) if not _spaced(self.low, found, at)]

    @cached_property
    def _number_starts(self) -> list[int]:
        return [number.start for number in self.numbers]

    def _numbers(self, start: int, end: int) -> list[Number]:
        return self.numbers[bisect_left(self._number_starts, start) : bisect_left(self._number_starts, end)]

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """The spans of the sentences."""
        return sentence_bounds(self.text)

    def dates(self, start: int, end: int) -> list[Date]:
        """Return the dates of a sentence."""
        return find_dates(self.low, start, end)

    @cached_property
    def _countries(self) -> tuple[CountryMatch, ...]:
        found = countries_in_folded(self.folded, original=False)
        abroad = tuple(town for town in self._towns if self.about not in (town.code, *town.also))
        return meant(self.text, self.low, merged(found, abroad), self.about)

    @cached_property
    def _towns(self) -> tuple[CountryMatch, ...]:
        return towns_in_folded(self.folded)

    def home_towns(self, start: int, end: int) -> list[CountryMatch]:
        """Return the towns of the passage's own country that a span names."""
        return self._home_towns[bisect_left(self._home_starts, start) : bisect_left(self._home_starts, end)]

    @cached_property
    def _home_towns(self) -> list[CountryMatch]:
        return [town for town in self._towns if self.about in (town.code, *town.also)]

    @cached_property
    def _home_starts(self) -> list[int]:
        return [town.start for town in self._home_towns]

    @cached_property
    def _country_starts(self) -> list[int]:
        return [match.start for match in self._countries]

    def countries(self, start: int, end: int) -> tuple[CountryMatch, ...]:
        """Return the countries and peoples that are meant as such in a sentence."""
        return self._countries[bisect_left(self._country_starts, start) : bisect_left(self._country_starts, end)]

    def regions(self, start: int, end: int) -> list[RegionMatch]:
        """Return the regions of a sentence."""
        if start not in self._regions:
            stems = self._region_stems
            at = bisect_left(stems, start)
            here = at < len(stems) and stems[at] < end
            self._regions[start] = regions_in(self.text, self.low, start, end) if here else []
        return self._regions[start]

    @cached_property
    def _region_stems(self) -> list[int]:
        return region_stems(self.low)

    @cached_property
    def terms(self) -> list[Term]:
        """The words of themes of every kind."""
        return terms_in(self.low, KINDS)

    @cached_property
    def exploitation(self) -> list[Term]:
        """The words of exploitation."""
        return [term for term in self.terms if term.theme.kind == "exploitation"]

    @cached_property
    def _exploitation_starts(self) -> list[int]:
        return [term.start for term in self.exploitation]

    def _terms(self, start: int, end: int) -> list[Term]:
        starts = self._exploitation_starts
        return self.exploitation[bisect_left(starts, start) : bisect_left(starts, end)]

    def has_number(self, start: int, end: int) -> bool:
        """Tell whether a sentence holds a number that may count and is no year."""
        return any(not _idle(self.low, number) for number in self._numbers(start, end))

    def has_place(self, start: int, end: int) -> bool:
        """Tell whether a sentence names a country, a people or a region."""
        return bool(self.countries(start, end) or self.regions(start, end))

    def sentence(self, start: int, end: int) -> Sentence:
        """Return the sentence at a span, parsed once."""
        if start not in self._parsed:
            marks = marks_in(
                self._notes[bisect_left(self._notes, (start,)) : bisect_left(self._notes, (end,))],
                self._numbers(start, end),
                self.dates(start, end),
                self.countries(start, end),
            )
            sentence = parse(self.low, self.text, start, end, marks)
            sentence.terms = self._terms(start, end)
            self._parsed[start] = sentence
        return self._parsed[start]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the folded text stands in the text as given, with the marks on its last letter."""
        first, last = self.folded.span(start, end)
        while last < len(self.original) and combining(self.original[last]):
            last += 1
        return first, last

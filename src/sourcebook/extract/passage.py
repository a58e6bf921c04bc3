"""A passage prepared for reading: folded, searched once for each kind of candidate, and cut on demand."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final
from unicodedata import combining

from sourcebook.extract.dates import MONTHS, Date, DateStarts, find_dates
from sourcebook.extract.mentions import meant, merged
from sourcebook.extract.sentence import Sentence, footnotes, marks_in, parse, sentence_bounds
from sourcebook.vocabulary.countries import CountryMatch, countries_in_folded
from sourcebook.vocabulary.folding import fold
from sourcebook.vocabulary.numbers import Number, digit_starts, find_numbers
from sourcebook.vocabulary.regions import RegionMatch, region_stems, regions_in
from sourcebook.vocabulary.themes import FILES, terms_in
from sourcebook.vocabulary.towns import towns_in_folded


def lower(text: str) -> str:
    """Return a text in lower case with every character where it was."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _bound(low: str, number: Number) -> bool:
    return low.startswith("-", number.end) and low[number.end + 1 : number.end + 2].isalpha()


def _shouted(text: str, number: Number) -> bool:
    """Read "NO ADVANCEMENT" in a heading denies nothing."""
    return number.kind == "zero" and text[number.start : number.end] == "NO"


def _spaced(low: str, numbers: list[Number], at: int) -> bool:
    """Read "2 0 1 4": single digits in a row, one space between."""
    number = numbers[at]
    for other in numbers[max(0, at - 1) : at] + numbers[at + 1 : at + 2]:
        gap = low[min(number.end, other.end) : max(number.start, other.start)]
        if gap == " " and other.end - other.start == 1:
            return True
    return False


def _counting(text: str, low: str, notes: list[tuple[int, int]], numbers: list[Number]) -> list[Number]:
    """Return the number expressions that may count: no years, no footnote marks, no half of a word ("24-hour")."""
    found, at = [], 0
    for number in numbers:
        while at < len(notes) and notes[at][1] <= number.start:
            at += 1
        noted = at < len(notes) and notes[at][0] <= number.start
        if not (noted or _bound(low, number) or _shouted(text, number)):
            found.append(number)
    return [n for at, n in enumerate(found) if n.end - n.start > 1 or not _spaced(low, found, at)]


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
    """A passage's text and what stands in it; its sentences are cut when they are first asked for."""

    __slots__ = (
        "_countries",
        "_country_starts",
        "_date_starts",
        "_digits",
        "_exploitation_starts",
        "_folded",
        "_home_starts",
        "_home_towns",
        "_marked",
        "_notes",
        "_number_starts",
        "_numbers",
        "_parsed",
        "_region_stems",
        "_regions",
        "about",
        "as_given",
        "bounds",
        "exploitation",
        "low",
        "original",
        "terms",
        "text",
        "year",
    )

    def __init__(self, text: str, about: str, year: int | None) -> None:
        self.original, self.about, self.year = text, about, year
        folded = fold(text)
        # Where no letter has a mark of its own and nothing was dropped, offsets are those of the text as given.
        self._marked = not (text.isascii() or (folded.text.isascii() and len(folded.starts) == 1))
        self._folded = folded
        self.as_given = not self._marked and len(folded.starts) == 1
        self.text = folded.text
        self.low = low = lower(self.text)
        self._parsed: dict[int, Sentence] = {}
        self._regions: dict[int, list[RegionMatch]] = {}
        self._notes = footnotes(low)
        self._digits = digit_starts(low)
        self._numbers = _counting(self.text, low, self._notes, find_numbers(low, self._digits))
        self._number_starts = [number.start for number in self._numbers]
        self.bounds = sentence_bounds(self.text)
        self._date_starts: DateStarts | None = None
        towns = towns_in_folded(folded)
        self._home_towns = [town for town in towns if about == town.code or about in town.also]
        self._home_starts = [town.start for town in self._home_towns]
        abroad = tuple(town for town in towns if not (about == town.code or about in town.also))
        found = countries_in_folded(folded, original=False)
        if self._home_towns:
            home = {(town.start, town.end) for town in self._home_towns}
            found = tuple(match for match in found if (match.start, match.end) not in home)
        self._countries = meant(self.text, low, merged(found, abroad), about)
        self._country_starts = [match.start for match in self._countries]
        self._region_stems = region_stems(low)
        self.terms = terms_in(low, KINDS)
        self.exploitation = [term for term in self.terms if term.theme.kind == "exploitation"]
        self._exploitation_starts = [term.start for term in self.exploitation]

    def numbers(self, start: int, end: int) -> list[Number]:
        """Return the number expressions of a sentence that may count."""
        starts = self._number_starts
        return self._numbers[bisect_left(starts, start) : bisect_left(starts, end)] if starts else []

    def dates(self, start: int, end: int) -> list[Date]:
        """Return the dates of a sentence."""
        if self._date_starts is None:
            self._date_starts = DateStarts(self.low, self._digits)
        return find_dates(self.low, start, end, self._date_starts)

    def home_towns(self, start: int, end: int) -> list[CountryMatch]:
        """Return the towns of the passage's own country that a span names."""
        starts = self._home_starts
        return self._home_towns[bisect_left(starts, start) : bisect_left(starts, end)] if starts else []

    def countries(self, start: int, end: int) -> tuple[CountryMatch, ...]:
        """Return the countries and peoples that are meant as such in a sentence."""
        starts = self._country_starts
        return self._countries[bisect_left(starts, start) : bisect_left(starts, end)] if starts else ()

    def regions(self, start: int, end: int) -> list[RegionMatch]:
        """Return the regions of a sentence."""
        stems = self._region_stems
        if not stems:
            return []
        if start not in self._regions:
            at = bisect_left(stems, start)
            here = at < len(stems) and stems[at] < end
            self._regions[start] = regions_in(self.text, self.low, start, end) if here else []
        return self._regions[start]

    def has_number(self, start: int, end: int) -> bool:
        """Tell whether a sentence holds a number that may count and is no year."""
        return any(not _idle(self.low, number) for number in self.numbers(start, end))

    def has_place(self, start: int, end: int) -> bool:
        """Tell whether a sentence names a country, a people or a region."""
        return bool(self.countries(start, end) or self.regions(start, end))

    def sentence(self, start: int, end: int) -> Sentence:
        """Return the sentence at a span, parsed once."""
        found = self._parsed.get(start)
        if found is None:
            notes = self._notes
            if notes:
                notes = notes[bisect_left(notes, (start,)) : bisect_left(notes, (end,))]
            marks = marks_in(notes, self.numbers(start, end), self.dates(start, end), self.countries(start, end))
            found = self._parsed[start] = parse(self.low, self.text, start, end, marks)
            starts = self._exploitation_starts
            if starts:
                found.terms = self.exploitation[bisect_left(starts, start) : bisect_left(starts, end)]
        return found

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the folded text stands in the text as given, with the marks on its last letter."""
        if self.as_given:
            return start, end
        first, last = self._folded.span(start, end)
        if self._marked:
            while last < len(self.original) and combining(self.original[last]):
                last += 1
        return first, last

"""A sentence as a string of part-of-speech letters, with the words, numbers, dates, countries and themes behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from operator import attrgetter
from typing import Final

from sourcebook.extract.cues import bits_of
from sourcebook.extract.dates import Date
from sourcebook.extract.tokens import FILLERS, MAY_BE_NAME, known_tokens
from sourcebook.vocabulary.countries import CountryMatch
from sourcebook.vocabulary.folding import BREAK
from sourcebook.vocabulary.lexicon import Word, word_set
from sourcebook.vocabulary.numbers import Number
from sourcebook.vocabulary.themes import Term

# Letters for tokens that are no plain word; the others are named in `vocabulary.lexicon`:
# "#" number, "Y" date, "C" country, "D" its people, "P" other proper name, "s" possessive, "-" dash.
# Points stand for themselves. Marks are runs of a filler.
_NO_FILLERS: Final = {0: "\x02", 1: "\x02"}
_TOKEN: Final = re.compile(
    r"(as well as\b|along with\b|together with\b|[a-z]++(?![\w'-])|[^\W\d_]++(?:(?:-|'(?!s\b))[^\W\d_]++)*+"
    r"|'s?(?!\w)|[$€£¥₹]|\d[\w.,/-]*\w|\d|\x00+|\x01+|[^\w\s])"
)
_STARTS: Final = attrgetter("start")
MANY_TERMS: Final = 8
_OPENERS: Final = frozenset(("", ".", '"'))
_VERB_NEXT: Final = frozenset(("", "t", "m"))
_SUBJECTS: Final = frozenset("PCrA")


# Something longer than a word that stands for one token: its span, its letter and what it is.
Mark = tuple[int, int, str, Number | Date | CountryMatch | None]


class Sentence:
    """The tokens of one sentence as parallel lists; `tags` is a string with one letter a token."""

    __slots__ = (
        "_country_tokens",
        "_depths",
        "countries",
        "cues",
        "dates",
        "end",
        "ends",
        "lex",
        "low",
        "notes",
        "numbers",
        "start",
        "starts",
        "tags",
        "terms",
        "text",
        "words",
    )

    def __init__(self, low: str, text: str, start: int, end: int) -> None:
        self.low, self.text, self.start, self.end = low, text, start, end
        self.words: list[str] = []
        self.lex: list[Word] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.numbers: dict[int, Number] = {}
        self.dates: dict[int, Date] = {}
        self.countries: dict[int, CountryMatch] = {}
        self.terms: list[Term] = []
        self._depths: list[int] = []
        self.cues = 0
        self._country_tokens: list[int] | None = None
        self.notes: set[int] = set()
        self.tags = ""

    def take(self, what: Number | Date | CountryMatch | None, index: int) -> None:
        """Note what the token of this index stands for."""
        if isinstance(what, Number):
            self.numbers[index] = what
        elif isinstance(what, Date):
            self.dates[index] = what
        elif what is not None:
            self.countries[index] = what

    def at(self, offset: int) -> int:
        """Return the index of the first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def depth(self, index: int) -> int:
        """Return how many brackets are open before a token."""
        if not self._depths:
            if "(" not in self.tags and ")" not in self.tags:
                return 0
            steps = ((tag == "(") - (tag == ")") for tag in self.tags)
            self._depths = [0, *accumulate(steps)]
        return self._depths[index]

    @property
    def country_tokens(self) -> list[int]:
        """The tokens that are countries or peoples, in order."""
        if self._country_tokens is None:
            self._country_tokens = sorted(self.countries)
        return self._country_tokens

    def terms_between(self, first: int, last: int) -> list[Term]:
        """Return the words of exploitation between two tokens, the last not included."""
        terms = self.terms
        if not terms or first >= last:
            return []
        start, end = self.starts[first], self.ends[last - 1]
        if len(terms) > MANY_TERMS:
            terms = terms[bisect_left(terms, start, key=_STARTS) : bisect_left(terms, end, key=_STARTS)]
        return [term for term in terms if start <= term.start and term.end <= end]

    def phrase(self, first: int, last: int) -> str:
        """Return the lower-case words from one token up to another, the last not included."""
        return self.low[self.starts[first] : self.ends[last - 1]] if first < last else ""


HIGHEST_REFERENCE: Final = 300
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]\s$")
_ITEM: Final = re.compile(
    r"(?:,| (?:and|or|then)\b) ?(?:(?:and|or|then|to|in|from|the|of|by|with|followed)[ ,]+)*[a-z-]+(?: [a-z-]+){0,2} "
)
_FOOTNOTE: Final = re.compile(r"[(\[]\s?\d{1,3}(?:\s?[,;-]\s?\d{1,3})*\s?[)\]]")


def _refers(brackets: str) -> bool:
    """Tell whether numbers in brackets are references; three digits after a comma may be thousands."""
    groups = brackets.strip("()[] ").split(",")
    return not (
        len(groups) > 1 and all(len(g) == 3 and g.isdigit() for g in groups[1:]) and int(groups[1]) >= HIGHEST_REFERENCE
    )


def footnotes(low: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the spans of footnote marks: numbers alone in brackets."""
    if "(" not in low and "[" not in low:
        return []
    found = list(_FOOTNOTE.finditer(low, start, len(low) if end is None else end))
    return [match.span() for at, match in enumerate(found) if _refers(match[0]) and not _counts(low, found, at)]


def _counts(low: str, found: list[re.Match[str]], at: int) -> bool:
    """Tell whether a number in brackets counts what stands before it: "Albanians (947)", "Cuba (43) and Peru (9)"."""
    match = found[at]
    digits = match[0].strip("()[] ")
    if not digits.isdigit() or not _WORD_BEFORE.search(low, max(0, match.start() - 3), match.start()):
        return False
    if int(digits) > HIGHEST_REFERENCE:
        return True
    return any(
        other[0].strip("()[] ").isdigit()
        and _ITEM.fullmatch(low, min(match.end(), other.end()), max(match.start(), other.start()))
        for other in found[max(0, at - 1) : at] + found[at + 1 : at + 2]
    )


def marks_in(
    notes: list[tuple[int, int]], numbers: list[Number], dates: list[Date], countries: tuple[CountryMatch, ...]
) -> list[Mark]:
    """Return what stands for one token each, in order, none overlapping; footnote marks have no letter."""
    found: list[Mark] = [(start, end, "", None) for start, end in notes]
    found += [(d.start, d.end, "Y", d) for d in dates]
    found += [(c.start, c.end, "D" if c.form == "demonym" else "C", c) for c in countries]
    found += [(n.start, n.end, "#", n) for n in numbers]
    found.sort(key=_place)
    kept, reached = [], 0
    for mark in found:
        if mark[0] >= reached:
            kept.append(mark)
            reached = mark[1]
    return kept


def _place(mark: Mark) -> tuple[int, int]:
    return mark[0], -mark[1]


def _noun_or_verb(word: Word, before: str, after_plural: bool) -> str:
    """Decide between noun and verb by the letter before: verbs open a text, follow "to", modals and people."""
    if before in _VERB_NEXT or (word.says and after_plural and not word.plural):
        return "V"
    return "V" if word.says and before in _SUBJECTS else "N"


def _decided(tags: list[str], lex: list[Word], starts: list[int], text: str) -> list[str]:
    """Decide the letters that ask on, each by what is known of its word, its capital, and the letter before it."""
    before = ""
    for at, tag in enumerate(tags):
        if tag == MAY_BE_NAME:
            before = tags[at] = "P" if before not in _OPENERS and text[starts[at]].isupper() else "N"
        elif tag == "W":
            before = tags[at] = _noun_or_verb(lex[at], before, before == "N" and lex[at - 1].plural)
        else:
            before = tag
    return tags


def _filled(span: str, start: int, marks: list[Mark]) -> str:
    """Return a span of a text with each mark as a run of one filler, of two marks in a row by turns, or of blanks."""
    if not span.isprintable():
        span = span.translate(_NO_FILLERS)
    parts, at, turn = [], 0, 0
    for first, last, tag, _ in marks:
        parts.append(span[at : first - start])
        parts.append((FILLERS[turn] if tag else " ") * (last - first))
        turn ^= 1
        at = last - start
    parts.append(span[at:])
    return "".join(parts)


def parse(low: str, text: str, start: int, end: int, marks: list[Mark]) -> Sentence:
    """Cut a span of a passage into tokens; `marks` are those inside the span."""
    sentence = Sentence(low, text, start, end)
    pieces = _TOKEN.split(_filled(low[start:end], start, marks))
    offsets = list(accumulate(map(len, pieces), initial=start))
    sentence.words = words = pieces[1::2]
    sentence.starts = starts = offsets[1:-1:2]
    sentence.ends = offsets[2::2]
    if not words:
        return sentence
    lex, letters, cues = map(list, zip(*map(known_tokens().__getitem__, words), strict=True))
    for first, last, tag, what in marks:
        index = bisect_left(starts, first)
        if tag:
            letters[index] = tag
            words[index] = low[first:last]
            cues[index] = bits_of(words[index])
            sentence.take(what, index)
        else:
            sentence.notes.add(index)
    sentence.lex = lex
    sentence.tags = "".join(_decided(letters, lex, starts, text))
    for bits in cues:
        if bits:
            sentence.cues |= bits
    return sentence


_BOUNDARY: Final = re.compile(
    r"""[.!?\n\f\x1e](?:(?<=[.!?])["')\]]*(?:\s?\((?:[\d,;\s-]+)\))*\s+(?=["'(\[]?[A-Z0-9])"""
    r"""|(?<=\n)(?:\s*\n|(?<=[.:;]\n))|(?<=\f)|(?<=\x1e)\s*)"""
)
_SHORT: Final = word_set("short")
_LAST_WORD: Final = re.compile(r"([\w.]+)$")


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a folded text; together they cover it. A paragraph's end always ends one."""
    bounds, start = [], 0
    for match in _BOUNDARY.finditer(text):
        if text[match.start()] == "." and BREAK not in match[0]:
            last = _LAST_WORD.search(text, max(start, match.start() - 12), match.start())
            word = last[1].lower() if last else ""
            if word in _SHORT or (len(word) == 1 and word.isalpha() and text[match.start() - 1].isupper()):
                continue
        bounds.append((start, match.end()))
        start = match.end()
    if start < len(text):
        bounds.append((start, len(text)))
    return bounds

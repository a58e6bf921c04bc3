"""A sentence as a string of part-of-speech letters, with the words, numbers, dates, countries and themes behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import accumulate
from typing import Final, NamedTuple

from sourcebook.extract.cues import cues_of
from sourcebook.extract.dates import Date
from sourcebook.vocabulary.countries import CountryMatch
from sourcebook.vocabulary.lexicon import Word, guess, word_set, words
from sourcebook.vocabulary.numbers import Number
from sourcebook.vocabulary.themes import Term

# Letters for tokens that are no plain word; the others are named in `vocabulary.lexicon`:
# "#" number, "Y" date, "C" country, "D" its people, "P" other proper name, "s" possessive, "-" dash.
# Points stand for themselves.
_TOKEN: Final = re.compile(
    r"(as well as\b|along with\b|together with\b|[a-z]++(?![\w'-])|[^\W\d_]++(?:(?:-|'(?!s\b))[^\W\d_]++)*+"
    r"|'s?(?!\w)|[$€£¥₹]|\d[\w.,/-]*\w|\d|[^\w\s])\s*"
)
_PUNCTUATION: Final = {
    ",": ",", ";": ";", ":": ":", "-": "-", "(": "(", ")": ")", "[": "(", "]": ")", ".": ".", "!": ".", "?": ".",
    '"': '"', "/": "c", "%": "%", "$": "$", "€": "$", "£": "$", "¥": "$", "₹": "$", "'": "s", "'s": "s", "|": ";",
    "as well as": "c", "along with": "c", "together with": "c",
}  # fmt: skip
_UNKNOWN: Final = Word("N")
_OPENERS: Final = frozenset(("", ".", '"'))
_VERB_NEXT: Final = frozenset(("", "t", "m"))
_SUBJECTS: Final = frozenset("PCrA")


class Mark(NamedTuple):
    """Something longer than a word that stands for one token: its letter and what it is."""

    start: int
    end: int
    tag: str
    what: Number | Date | CountryMatch | None


class Sentence:
    """The tokens of one sentence as parallel lists; `tags` is a string with one letter a token."""

    __slots__ = (
        "_country_tokens",
        "_cues",
        "_depths",
        "countries",
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
        self._cues = -1
        self._country_tokens: list[int] | None = None
        self.notes: set[int] = set()
        self.tags = ""

    def take(self, mark: Mark, index: int) -> None:
        """Add a mark as the token of this index."""
        start, end, _, what = mark
        if isinstance(what, Number):
            self.numbers[index] = what
        elif isinstance(what, Date):
            self.dates[index] = what
        elif what is not None:
            self.countries[index] = what
        self.words.append(self.low[start:end])
        self.lex.append(_UNKNOWN)
        self.starts.append(start)
        self.ends.append(end)

    def at(self, offset: int) -> int:
        """Return the index of the first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def depth(self, index: int) -> int:
        """Return how many brackets are open before a token."""
        if not self._depths:
            steps = ((tag == "(") - (tag == ")") for tag in self.tags)
            self._depths = [0, *accumulate(steps)]
        return self._depths[index]

    @property
    def cues(self) -> int:
        """The bits of the patterns of which one of the sentence's words is a cue."""
        if self._cues < 0:
            self._cues = cues_of(self.words)
        return self._cues

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
        at, stop = bisect_left(terms, (start,)), bisect_left(terms, (end,))
        return [term for term in terms[at:stop] if term.end <= end]

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
    found = [Mark(start, end, "", None) for start, end in notes]
    found += [Mark(d.start, d.end, "Y", d) for d in dates]
    found += [Mark(c.start, c.end, "D" if c.form == "demonym" else "C", c) for c in countries]
    found += [Mark(n.start, n.end, "#", n) for n in numbers]
    found.sort(key=_place)
    kept, reached = [], 0
    for mark in found:
        if mark.start >= reached:
            kept.append(mark)
            reached = mark.end
    return kept


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


class _Known(dict[str, Word]):
    """What is known of each token: points and signs too, and guesses of unknown words, kept while there is room."""

    def __missing__(self, token: str) -> Word:
        word = guess(token)
        if len(self) < MOST_KNOWN and token[0].isalpha():
            self[token] = word
        return word


MOST_KNOWN: Final = 50_000


@cache
def _known() -> _Known:
    """Return the lexicon with the points and signs beside the words."""
    return _Known(words() | {token: Word(tag) for token, tag in _PUNCTUATION.items()})


def _noun_or_verb(word: Word, before: str, after_plural: bool) -> str:
    """Decide between noun and verb by the letter before: verbs open a text, follow "to", modals and people."""
    if before in _VERB_NEXT or (word.says and after_plural and not word.plural):
        return "V"
    return "V" if word.says and before in _SUBJECTS else "N"


def _letters(lex: list[Word], starts: list[int], text: str, before: str, plural: bool) -> tuple[list[str], bool]:
    """Return the letters of plain words in a row, each by what is known of it and the letter before it.

    `plural` tells whether a noun in the plural stands before; with the letters comes whether one ends the row.
    """
    tags = []
    for word, start in zip(lex, starts, strict=True):
        tag = word.tag
        if tag == "N":
            if not word.counts and before not in _OPENERS and text[start].isupper():
                tag = "P"
        elif tag == "W":
            tag = _noun_or_verb(word, before, plural)
        tags.append(tag)
        before, plural = tag, word.plural and tag == "N"
    return tags, plural


def parse(low: str, text: str, start: int, end: int, marks: list[Mark]) -> Sentence:
    """Cut a span of a passage into tokens; `marks` are those inside the span."""
    sentence = Sentence(low, text, start, end)
    look_up = _known().__getitem__
    tags: list[str] = []
    plural = False
    at = start
    for mark in [*marks, None]:
        found = list(_TOKEN.finditer(low, at, end if mark is None else mark.start))
        if found:
            tokens = [match[1] for match in found]
            starts, lex = [match.start() for match in found], list(map(look_up, tokens))
            letters, plural = _letters(lex, starts, text, tags[-1] if tags else "", plural)
            sentence.words += tokens
            sentence.lex += lex
            sentence.starts += starts
            sentence.ends += [match.end(1) for match in found]
            tags += letters
        if mark is None:
            break
        at = mark.end
        if mark.tag:
            sentence.take(mark, len(tags))
            tags.append(mark.tag)
            plural = False
        else:
            sentence.notes.add(len(tags))
    sentence.tags = "".join(tags)
    return sentence


_BOUNDARY: Final = re.compile(
    r"""[.!?]["')\]]*(?:\s?\((?:[\d,;\s-]+)\))*\s+(?=["'(\[]?[A-Z0-9])|\n\s*\n|\f|(?<=[.:;])\n"""
)
_SHORT: Final = word_set("short")
_LAST_WORD: Final = re.compile(r"([\w.]+)$")


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a folded text; together they cover it but for white space between."""
    bounds, start = [], 0
    for match in _BOUNDARY.finditer(text):
        if text[match.start()] == ".":
            last = _LAST_WORD.search(text, max(start, match.start() - 12), match.start())
            word = last[1].lower() if last else ""
            if word in _SHORT or (len(word) == 1 and word.isalpha() and text[match.start() - 1].isupper()):
                continue
        bounds.append((start, match.end()))
        start = match.end()
    if start < len(text):
        bounds.append((start, len(text)))
    return bounds

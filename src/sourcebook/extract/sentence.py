"""A sentence as a string of part-of-speech letters, with the words, numbers, dates, countries and themes behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from sourcebook.extract.dates import Date
from sourcebook.vocabulary.countries import CountryMatch
from sourcebook.vocabulary.lexicon import Word, guess, word_set, words
from sourcebook.vocabulary.numbers import Number
from sourcebook.vocabulary.themes import Term

# Letters for tokens that are no plain word; the others are named in `vocabulary.lexicon`:
# "#" number, "Y" date, "C" country, "D" its people, "P" other proper name, "s" possessive, "-" dash.
# Points stand for themselves.
_TOKEN: Final = re.compile(
    r"as well as\b|along with\b|together with\b|[^\W\d_]+(?:(?:-|'(?!s\b))[^\W\d_]+)*"
    r"|'s?(?!\w)|[$€£¥₹]|\d[\w.,/-]*\w|\d|[^\w\s]",
    re.UNICODE,
)
_PUNCTUATION: Final = {
    ",": ",", ";": ";", ":": ":", "-": "-", "(": "(", ")": ")", "[": "(", "]": ")", ".": ".", "!": ".", "?": ".",
    '"': '"', "/": "c", "%": "%", "$": "$", "€": "$", "£": "$", "¥": "$", "₹": "$", "'": "s", "'s": "s", "|": ";",
    "as well as": "c", "along with": "c", "together with": "c",
}  # fmt: skip
_UNKNOWN: Final = Word("N")
_OPENERS: Final = frozenset(("", ".", '"'))


class Mark(NamedTuple):
    """Something longer than a word that stands for one token: its letter and what it is."""

    start: int
    end: int
    tag: str
    what: Number | Date | CountryMatch | None


class Sentence:
    """The tokens of one sentence as parallel lists; `tags` is a string with one letter a token."""

    __slots__ = (
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
        self.notes: set[int] = set()
        self.tags = ""

    def take(self, mark: Mark, index: int) -> None:
        """Add a mark as the token of this index."""
        what = mark.what
        if isinstance(what, Number):
            self.numbers[index] = what
        elif isinstance(what, Date):
            self.dates[index] = what
        elif what is not None:
            self.countries[index] = what
        self.words.append(self.low[mark.start : mark.end])
        self.lex.append(_UNKNOWN)
        self.starts.append(mark.start)
        self.ends.append(mark.end)

    def at(self, offset: int) -> int:
        """Return the index of the first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def phrase(self, first: int, last: int) -> str:
        """Return the lower-case words from one token up to another, the last not included."""
        return self.low[self.starts[first] : self.ends[last - 1]] if first < last else ""


HIGHEST_REFERENCE: Final = 300
_FOOTNOTE: Final = re.compile(r"[(\[]\s?\d{1,3}(?:\s?[,;-]\s?\d{1,3})*\s?[)\]]")


def _refers(brackets: str) -> bool:
    """Tell whether numbers in brackets are references; three digits after a comma may be thousands."""
    groups = brackets.strip("()[] ").split(",")
    return not (
        len(groups) > 1 and all(len(g) == 3 and g.isdigit() for g in groups[1:]) and int(groups[1]) >= HIGHEST_REFERENCE
    )


def marks_in(low: str, numbers: list[Number], dates: list[Date], countries: tuple[CountryMatch, ...]) -> list[Mark]:
    """Return what stands for one token each, in order, none overlapping; footnote marks have no letter."""
    found = [Mark(m.start(), m.end(), "", None) for m in _FOOTNOTE.finditer(low) if _refers(m[0])]
    found += [Mark(d.start, d.end, "Y", d) for d in dates]
    found += [Mark(c.start, c.end, "D" if c.form == "demonym" else "C", c) for c in countries]
    found += [Mark(n.start, n.end, "#", n) for n in numbers]
    found.sort(key=lambda mark: (mark.start, -mark.end))
    kept, reached = [], 0
    for mark in found:
        if mark.start >= reached:
            kept.append(mark)
            reached = mark.end
    return kept


def _noun_or_verb(word: Word, before: str) -> str:
    """Decide between noun and verb by the letter before: verbs follow "to", modals and people, nouns the rest."""
    if before in "tm":
        return "V"
    return "V" if before in "PCrA" and before != "" and word.says else "N"


def _letter(word: Word, capital: bool, before: str, after_plural: bool) -> str:
    """Return the letter of a plain word by what the vocabulary knows of it and the letter before it."""
    tag = word.tag
    if tag == "W":
        return "V" if word.says and after_plural and not word.plural else _noun_or_verb(word, before)
    if tag == "N" and capital and not word.counts and before not in _OPENERS:
        return "P"
    return tag


def parse(low: str, text: str, start: int, end: int, marks: list[Mark]) -> Sentence:
    """Cut a span of a passage into tokens; `marks` are those inside the span."""
    sentence = Sentence(low, text, start, end)
    known = words()
    tags: list[str] = []
    before, plural = "", False
    at = start
    for mark in [*marks, None]:
        for match in _TOKEN.finditer(low, at, end if mark is None else mark.start):
            token = match[0]
            tag = _PUNCTUATION.get(token, "")
            word = _UNKNOWN
            if not tag:
                word = known.get(token) or guess(token)
                tag = _letter(word, text[match.start()].isupper(), before, plural)
            sentence.words.append(token)
            sentence.lex.append(word)
            sentence.starts.append(match.start())
            sentence.ends.append(match.end())
            tags.append(tag)
            before, plural = tag, word.plural and tag == "N"
        if mark is None:
            break
        at = mark.end
        if mark.tag:
            sentence.take(mark, len(tags))
            tags.append(mark.tag)
            before, plural = mark.tag, False
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

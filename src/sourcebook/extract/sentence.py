"""A sentence as a string of part-of-speech letters, with the words, numbers, dates, countries and themes behind it."""

from __future__ import annotations

import re
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
    r"[^\W\d_]+(?:(?:-|'(?!s\b))[^\W\d_]+)*|'s?(?!\w)|[$€£¥₹]|\d[\w.,/-]*\w|\d|[^\w\s]", re.UNICODE
)
_PUNCTUATION: Final = {
    ",": ",", ";": ";", ":": ":", "-": "-", "(": "(", ")": ")", "[": "(", "]": ")", ".": ".", "!": ".", "?": ".",
    '"': '"', "/": "c", "%": "%", "$": "$", "€": "$", "£": "$", "¥": "$", "₹": "$", "'": "s", "'s": "s", "|": ";",
}  # fmt: skip
_UNKNOWN: Final = Word("N")
_NOMINAL: Final = frozenset("#JdD")
_OPENERS: Final = frozenset(("", ".", '"'))


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

    def at(self, offset: int) -> int:
        """Return the index of the first token that starts at or after an offset."""
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def phrase(self, first: int, last: int) -> str:
        """Return the lower-case words from one token up to another, the last not included."""
        return self.low[self.starts[first] : self.ends[last - 1]] if first < last else ""


class Mark(NamedTuple):
    """Something longer than a word that stands for one token: its letter and what it is."""

    start: int
    end: int
    tag: str
    what: Number | Date | CountryMatch | None


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


def parse(low: str, text: str, start: int, end: int, marks: list[Mark]) -> Sentence:
    """Cut a span of a passage into tokens; `marks` are those inside the span."""
    sentence = Sentence(low, text, start, end)
    known = words()
    tags: list[str] = []
    numbers, dates, countries = sentence.numbers, sentence.dates, sentence.countries
    add_word, add_lex, add_start, add_end = (
        sentence.words.append,
        sentence.lex.append,
        sentence.starts.append,
        sentence.ends.append,
    )
    before, plural = "", False
    at = start
    for mark in [*marks, None]:
        stop = end if mark is None else mark.start
        for match in _TOKEN.finditer(low, at, stop):
            token = match[0]
            tag = _PUNCTUATION.get(token, "")
            word = _UNKNOWN
            if not tag:
                word = known.get(token) or guess(token)
                tag = word.tag
                if tag == "W":
                    tag = "V" if word.says and plural and not word.plural else _noun_or_verb(word, before)
                elif tag == "V" and before in _NOMINAL and token.endswith("s"):
                    tag = "N"
                elif tag == "N" and not word.counts and before not in _OPENERS and text[match.start()].isupper():
                    tag = "P"
            add_word(token)
            add_lex(word)
            add_start(match.start())
            add_end(match.end())
            tags.append(tag)
            before = tag
            plural = word.plural and tag == "N"
        if mark is None:
            break
        at = mark.end
        if not mark.tag:
            sentence.notes.add(len(tags))
            continue
        {"#": numbers, "Y": dates}.get(mark.tag, countries)[len(tags)] = mark.what  # type: ignore[index]
        add_word(low[mark.start : at])
        add_lex(_UNKNOWN)
        add_start(mark.start)
        add_end(at)
        tags.append(mark.tag)
        before, plural = mark.tag, False
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

"""Patterns that are only tried where one of their cues stands: the cheap question before the dear one.

A sentence's words are looked up once, each for the bits of the patterns of which it is a cue; a rule then asks one bit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Final, Protocol

from ahocorasick_rs import AhoCorasick

MOST_WORDS: Final = 50_000
ALWAYS: Final = 1  # the bit of what stands on no cue


class Cued(Protocol):
    """A sentence as a cue asks it: its text, the bits of its words, and the words between two tokens."""

    low: str
    cues: int

    def phrase(self, first: int, last: int) -> str:
        """Return the words from one token up to another."""
        ...


class _Table(dict[str, int]):
    """The bits of each word, found when it is first met and kept while there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.bits: dict[str, int] = {}
        self.size = 1
        self._stems: AhoCorasick | None = None

    def add(self, cues: Iterable[str]) -> int:
        """Take in the cues of one more pattern and return its bit."""
        bit = 1 << self.size
        self.size += 1
        for cue in cues:
            self.bits[cue] = self.bits.get(cue, 0) | bit
        self._stems = None
        self.clear()
        return bit

    def __missing__(self, word: str) -> int:
        if self._stems is None:
            self._stems = AhoCorasick([cue for cue in self.bits if cue[0] != "="])
        found = self.bits.get("=" + word, 0)
        if not word.isalpha():
            for part in re.findall(r"[^\W\d_]+", word):
                found |= self.bits.get("=" + part, 0)
        for stem in self._stems.find_matches_as_strings(word, overlapping=True):
            found |= self.bits[stem]
        if len(self) < MOST_WORDS:
            self[word] = found
        return found


_TABLE: Final = _Table()


bits_of: Final = _TABLE.__getitem__


def cues_of(words: list[str]) -> int:
    """Return the bits of the patterns of which one of these words is a cue."""
    return reduce(or_, map(_TABLE.__getitem__, words), 0)


class Cue:
    """A pattern and its cues: every match of it holds a word that one of them is part of, or is after "="."""

    __slots__ = ("bit", "pattern", "stems")

    def __init__(self, pattern: str, cues: str) -> None:
        self.pattern = re.compile(pattern)
        self.stems = tuple(cue.lstrip("=") for cue in cues.split())
        self.bit = _TABLE.add(cues.split())

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first match in a span of a text, or None."""
        stop = len(text) if end is None else end
        for stem in self.stems:
            if text.find(stem, start, stop) >= 0:
                return self.pattern.search(text, start, stop)
        return None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Return the matches in a span of a text, in order."""
        stop = len(text) if end is None else end
        for stem in self.stems:
            if text.find(stem, start, stop) >= 0:
                return self.pattern.finditer(text, start, stop)
        return iter(())

    def near(self, sentence: Cued, start: int, end: int) -> re.Match[str] | None:
        """Return the first match in a span of a sentence, of which the ends are offsets of its text, or None."""
        return self.pattern.search(sentence.low, start, end) if sentence.cues & self.bit else None

    def at(self, sentence: Cued, start: int, end: int) -> re.Match[str] | None:
        """Return the match that opens a span of a sentence, or None."""
        return self.pattern.match(sentence.low, start, end) if sentence.cues & self.bit else None

    def among(self, sentence: Cued, first: int, last: int) -> re.Match[str] | None:
        """Return the first match among the words between two tokens of a sentence, or None."""
        return self.pattern.search(sentence.phrase(first, last)) if sentence.cues & self.bit else None

"""The clauses of a sentence, with the lists of places in each, as routes are read from them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sourcebook.extract.cues import Cue
from sourcebook.extract.ends import Group, find_ends, groups
from sourcebook.extract.home import home_roles
from sourcebook.extract.passage import Passage
from sourcebook.extract.route_words import HARM
from sourcebook.extract.scopes import opens_clause
from sourcebook.extract.sentence import Sentence


@dataclass
class Clause:
    """A clause that may tell a route: its tokens and words, the lists of places in it, and what its statement says."""

    sentence: Sentence
    first: int
    last: int
    groups: list[Group]
    text: str
    harmed: bool
    home: frozenset[str] = frozenset()

    def of(self, *roles: str) -> list[str]:
        """Return the codes of the lists that play these parts, each once."""
        if not self.groups:
            return []
        return list(dict.fromkeys([code for group in self.groups if group.role in roles for code in group.codes]))

    def says(self, cue: Cue) -> re.Match[str] | None:
        """Return the first match of a pattern in the words of the clause, or None."""
        return cue.pattern.search(self.text) if self.sentence.cues & cue.bit else None

    @property
    def start(self) -> int:
        """Where the clause's text begins in the passage."""
        return self.sentence.starts[self.first]

    def span(self, *roles: str) -> tuple[int, int] | None:
        """Return the span from the first to the last of the ends that play these parts."""
        if not self.groups:
            return None
        ends = [end for group in self.groups if group.role in roles for end in group.ends]
        return (self.sentence.starts[ends[0].first], self.sentence.ends[ends[-1].last - 1]) if ends else None


def _clause_bounds(sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """Cut a statement where "while", "but" or a comma opens a clause with a subject and a verb of its own."""
    tags = sentence.tags
    bounds, start, verb, depth = [], first, False, 0
    for k in range(first, last):
        tag = tags[k]
        if tag == "(":
            depth += 1
        elif tag == ")":
            depth -= 1
        elif tag in "bVhm" or (tag == "E"):
            verb = True
        elif verb and depth <= 0 and k > start and (tag == "z" or tag in ",c") and opens_clause(sentence, k):
            bounds.append((start, k))
            start, verb = k, False
    bounds.append((start, last))
    return bounds


def _statements(sentence: Sentence) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for k, tag in enumerate(sentence.tags):
        if tag == ";" or (tag == "." and k > start):
            bounds.append((start, k))
            start = k + 1
    if start < len(sentence.tags):
        bounds.append((start, len(sentence.tags)))
    return [(a, b) for a, b in bounds if a < b]


def clauses_of(passage: Passage, sentence: Sentence, accused: AbstractSet[int]) -> list[Clause]:
    """Return the clauses of a sentence, each with its lists of places; harm is said of a whole statement.

    Peoples at the tokens of `accused` are counted offenders and no ends of a route.
    """
    made = []
    regions = passage.regions(sentence.start, sentence.end)
    starts = [region.start for region in regions]
    for first, last in _statements(sentence):
        statement = sentence.phrase(first, last)
        harmed = bool(sentence.cues & HARM.bit) and HARM.pattern.search(statement) is not None
        for start, stop in _clause_bounds(sentence, first, last):
            here = slice(bisect_left(starts, sentence.starts[start]), bisect_left(starts, sentence.ends[stop - 1]))
            found = find_ends(sentence, start, stop, regions[here], passage.about)
            ends = [end for end in found if end.first not in accused]
            made.append(
                Clause(
                    sentence,
                    start,
                    stop,
                    groups(sentence, ends, start),
                    sentence.phrase(start, stop),
                    harmed,
                    home_roles(passage, sentence, start, stop),
                )
            )
    return made

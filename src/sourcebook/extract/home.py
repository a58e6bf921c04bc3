"""Movements that name the towns and provinces of the passage's own country: "taken from Bihar to Delhi"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sourcebook.extract.ends import End, groups

if TYPE_CHECKING:
    from sourcebook.extract.passage import Passage
    from sourcebook.extract.sentence import Sentence


def home_roles(passage: Passage, sentence: Sentence, first: int, last: int) -> frozenset[str]:
    """Return the parts (`origin`, `destination`, ...) that the home towns between two tokens play in a movement."""
    if first >= last:
        return frozenset()
    ends = []
    for town in passage.home_towns(sentence.starts[first], sentence.ends[last - 1]):
        at, stop = sentence.at(town.start), sentence.at(town.end)
        if at < len(sentence.starts) and sentence.starts[at] == town.start and at not in sentence.countries:
            ends.append(End(at, max(stop, at + 1), passage.about, adjective=False))
    return frozenset(group.role for group in groups(sentence, ends, first))

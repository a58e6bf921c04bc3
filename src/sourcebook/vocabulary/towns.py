"""Every mention of a town, state or province that prose names without its country: one automaton, in linear time.

The names stand in `words/towns.toml`; whether a mention means the place where it stands is for its reader to judge.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from sourcebook.vocabulary.country_mentions import CountryMatch
from sourcebook.vocabulary.folding import Folded, fold

FORM = "town"


class _Names(NamedTuple):
    automaton: AhoCorasick
    meanings: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(files(__package__).joinpath("words/towns.toml").read_text("utf-8"))


def town_names() -> frozenset[str]:
    """Return the names of the towns, states and provinces, as they are written."""
    return frozenset(entry.partition("|")[0] for names in _table().values() for entry in names)


@cache
def _names() -> _Names:
    meanings: dict[str, tuple[str, tuple[str, ...]]] = {}
    for code, names in _table().items():
        for entry in names:
            name, *also = entry.split("|")
            meanings.setdefault(fold(name).text, (code, tuple(also)))
    automaton = AhoCorasick(list(meanings), matchkind=MatchKind.LeftmostLongest)
    return _Names(automaton, tuple(meanings.values()))


def towns_in_folded(folded: Folded) -> tuple[CountryMatch, ...]:
    """Return the mentions of towns in a folded text, in order, none overlapping; offsets are the folded text's.

    A mention is of the form `town`, with the code of the country it lies in; capitals are needed.
    """
    text, found = folded.text, []
    for pattern, start, end in _names().automaton.find_matches_as_indexes(text):
        opens = start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "-")
        closes = end == len(text) or not (text[end].isalnum() or text[end] == "-")
        if opens and closes:
            code, also = _names().meanings[pattern]
            found.append(CountryMatch(start=start, end=end, code=code, form=FORM, also=also))
    return tuple(found)

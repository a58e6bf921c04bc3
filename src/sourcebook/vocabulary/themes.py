"""Themes of trafficking as data, with the codes others use, and one automaton that finds their words."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct

from sourcebook.model.base import Value

FILES: Final = ("exploitation", "means", "recruitment", "sectors", "precursors")


class ThemeEntry(Value, frozen=True):
    """A theme: its key, label and kind, the value that figures carry for it, and its codes where a standard has one.

    `weak` marks the name of a setting (a farm, private homes): it tells what for, once exploitation is said.
    """

    key: str
    kind: str
    label: str
    value: str | None = None
    weak: bool = False
    htcds: str | None = None
    ictip: str | None = None
    isic: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


class Term(Struct, frozen=True, gc=False):
    """A theme's words where they stand in a folded, lower-case text."""

    start: int
    end: int
    theme: ThemeEntry


class _Automaton(NamedTuple):
    automaton: AhoCorasick
    meanings: tuple[tuple[tuple[ThemeEntry, bool], ...], ...]


def _entries(name: str) -> list[ThemeEntry]:
    source = files("sourcebook.vocabulary").joinpath(f"words/{name}.toml")
    if not source.is_file():
        return []
    table: dict[str, Any] = tomllib.loads(source.read_text("utf-8"))
    kind = table.get("kind", name)
    made = []
    for fields in table["theme"]:
        entry = {"kind": kind} | fields
        made.append(ThemeEntry(**entry | {"isic": tuple(entry.get("isic", ())), "terms": tuple(entry["terms"])}))
    return made


@cache
def themes() -> dict[str, ThemeEntry]:
    """Return every theme by its key."""
    return {entry.key: entry for name in FILES for entry in _entries(name)}


def _spellings(term: str) -> list[str]:
    return [term.replace("(u)", "u"), term.replace("(u)", "")] if "(u)" in term else [term]


@cache
def _automaton(kinds: frozenset[str]) -> _Automaton:
    patterns: dict[str, list[tuple[ThemeEntry, bool]]] = {}
    for entry in themes().values():
        if entry.kind in kinds:
            for term in entry.terms:
                for spelling in _spellings(term):
                    patterns.setdefault(spelling.rstrip("*"), []).append((entry, spelling.endswith("*")))
    automaton = AhoCorasick(list(patterns), matchkind=MatchKind.Standard)
    return _Automaton(automaton, tuple(map(tuple, patterns.values())))


def terms_in(low: str, kinds: frozenset[str] = frozenset({"exploitation"})) -> list[Term]:
    """Return the words of themes of these kinds in a folded, lower-case text.

    Whole words, of each kind the longest at each place; one that lies inside another of its kind is left out.
    """
    automaton, meanings = _automaton(kinds)
    length = len(low)
    longest: dict[str, dict[int, tuple[int, ThemeEntry]]] = {kind: {} for kind in sorted(kinds)}
    for pattern, start, end in automaton.find_matches_as_indexes(low, overlapping=True):
        if start and low[start - 1].isalnum():
            continue
        closes = end == length or not low[end].isalnum()
        for entry, open_ended in meanings[pattern]:
            if closes or open_ended:
                stop = end if closes else _word_end(low, end)
                places = longest[entry.kind]
                if start not in places or stop > places[start][0]:
                    places[start] = (stop, entry)
    return _outermost(longest)


def _outermost(longest: dict[str, dict[int, tuple[int, ThemeEntry]]]) -> list[Term]:
    found = []
    for places in longest.values():
        reached = 0
        for start in sorted(places):
            end, entry = places[start]
            if end > reached:
                found.append(Term(start, end, entry))
                reached = end
    found.sort(key=lambda term: (term.start, term.end))
    return found


def _word_end(low: str, end: int) -> int:
    """Return the end of the word that goes on at an offset; a word has at most forty letters."""
    stop = min(len(low), end + 40)
    while end < stop and low[end].isalpha():
        end += 1
    return end

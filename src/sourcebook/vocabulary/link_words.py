"""What pages say that answer in place of the one that was asked for: not found, walls, parked, closed for now."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib import resources
from itertools import product
from typing import Any, Literal, cast

import ahocorasick_rs

Signal = Literal[
    "page_not_found",
    "not_found",
    "challenge",
    "elsewhere_only",
    "login",
    "paywall",
    "paywall_beside",
    "login_required",
    "parked",
    "closed_for_now",
    "consent",
    "needs_scripts",
    "no_results",
]

_NEAR = 40
"""How many characters may stand between two words that mean something together; no sentence ends among them."""
_Place = tuple[int, int]
_END = re.compile(r"[.!?;,:|…] |[。！？；，、؟،।]")


def said_in(text: str) -> frozenset[Signal]:
    """Return the signals whose words stand in a text, as words of their own where their script has such."""
    plain = f" {plainly(text)} "
    matcher, signals = _matcher()
    return frozenset(
        signals[number]
        for number, start, _ in matcher.find_matches_as_indexes(plain, overlapping=True)
        if _apart(plain, start)
    )


def said_together(text: str) -> frozenset[Signal]:
    """Return the signals of which two words stand near each other in one sentence of a text, in either order."""
    plain = f" {plainly(text)} "
    matcher, words = _near_matcher()
    found: dict[tuple[Signal, bool], list[tuple[int, int]]] = defaultdict(list)
    for number, start, end in matcher.find_matches_as_indexes(plain, overlapping=True):
        if _apart(plain, start):
            found[words[number]].append((start, end))
    offered: set[Signal] = {"parked"} if _offered_by_name().search(plain) else set()
    return frozenset(offered).union(
        signal
        for signal, is_first in found
        if is_first and _near(plain, signal, found[signal, True], found.get((signal, False), []))
    )


def _near(text: str, signal: Signal, ones: Iterable[_Place], others: Iterable[_Place]) -> bool:
    across = bool(_table()["near"][signal].get("across_sentences"))
    for one, other in product(ones, others):
        (_, end), (start, _) = sorted((one, other))
        if start - end <= _NEAR and (across or not _END.search(text[end:start])):
            return True
    return False


def plainly(text: str) -> str:
    """Return a text as signals are compared: compatible forms, lower case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _apart(text: str, start: int) -> bool:
    """Tell whether a match begins where a word does; the scripts without spaces have no such place."""
    first, before = text[start], text[start - 1]
    return not (first.isalnum() and before.isalnum() and ord(first) < 0x0E00)


@cache
def _table() -> dict[str, Any]:
    source = resources.files("sourcebook.vocabulary").joinpath("link_words.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def _matcher() -> tuple[ahocorasick_rs.AhoCorasick, tuple[Signal, ...]]:
    pairs = [
        (plainly(phrase) if phrase == phrase.strip() else f"{plainly(phrase)} ", cast(Signal, signal))
        for signal, phrases in _table().items()
        if signal != "near"
        for phrase in phrases
    ]
    return ahocorasick_rs.AhoCorasick([phrase for phrase, _ in pairs]), tuple(signal for _, signal in pairs)


@cache
def _near_matcher() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[Signal, bool], ...]]:
    words = [
        (plainly(word), (cast(Signal, signal), side == "one"))
        for signal, sides in _table()["near"].items()
        for side in ("one", "other")
        for word in sides[side]
    ]
    return ahocorasick_rs.AhoCorasick([word for word, _ in words]), tuple(meaning for _, meaning in words)


@cache
def _offered_by_name() -> re.Pattern[str]:
    """Return the pattern of a host's name with an offer right after it, and at most a short verb between."""
    offers = "|".join(re.escape(plainly(word)) for word in _table()["near"]["parked"]["other"])
    return re.compile(rf"\b[a-z0-9-]+\.[a-z]{{2,18}} (?:\w{{1,4}} )?(?:{offers})")

"""What pages say that answer in place of the one that was asked for: not found, walls, parked, closed for now."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Literal, cast

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
]


def said_in(text: str) -> frozenset[Signal]:
    """Return the signals whose words stand in a text, as words of their own where their script has such."""
    plain = f" {plainly(text)} "
    matcher, signals = _matcher()
    return frozenset(
        signals[number]
        for number, start, _ in matcher.find_matches_as_indexes(plain, overlapping=True)
        if _apart(plain, start)
    )


def plainly(text: str) -> str:
    """Return a text as signals are compared: compatible forms, lower case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _apart(text: str, start: int) -> bool:
    """Tell whether a match begins where a word does; the scripts without spaces have no such place."""
    first, before = text[start], text[start - 1]
    return not (first.isalnum() and before.isalnum() and ord(first) < 0x0E00)


@cache
def _matcher() -> tuple[ahocorasick_rs.AhoCorasick, tuple[Signal, ...]]:
    source = resources.files("sourcebook.vocabulary").joinpath("link_words.toml")
    table = cast(dict[Signal, list[str]], tomllib.loads(source.read_text(encoding="utf-8")))
    pairs = [
        (plainly(phrase) if phrase == phrase.strip() else f"{plainly(phrase)} ", signal)
        for signal, phrases in table.items()
        for phrase in phrases
    ]
    return ahocorasick_rs.AhoCorasick([phrase for phrase, _ in pairs]), tuple(signal for _, signal in pairs)

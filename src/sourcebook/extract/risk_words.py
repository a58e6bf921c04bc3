"""The words by which risks are known, as sets and as parts of patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def risk_words(name: str) -> frozenset[str]:
    """Return a set of words of `vocabulary/words/risks.toml`, in lower case."""
    return frozenset(word.replace("_", " ") for word in _table()[name].split())


@cache
def _table() -> dict[str, str]:
    return tomllib.loads(files("sourcebook.vocabulary").joinpath("words/risks.toml").read_text("utf-8"))


@cache
def one_of(name: str, ending: str = "") -> str:
    """Return a pattern of one word of a set, whole, with a pattern for what may be its ending."""
    words = "|".join(sorted(map(re.escape, risk_words(name)), key=lambda word: (-len(word), word)))
    return rf"\b(?:{words}){ending}\b"

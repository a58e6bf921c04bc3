"""Words by which the titles of works are compared, as data in `title_words.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from sourcebook.model.base import Value


class TitleWords(Value, frozen=True, kw_only=True):
    """Words of grammar, words for kinds of works, and how spellings and acronyms are written out.

    `tails` say no more of a work than its form, `asides` that a thing stands beside a work, `laws` that it is a law,
    which has a number; `contrary` are pairs of words of which one turns the other's sense, and `turns` all of these.
    """

    little: frozenset[str]
    kinds: frozenset[str]
    tails: frozenset[str]
    asides: frozenset[str]
    laws: frozenset[str]
    contrary: tuple[tuple[str, str], ...]
    turns: frozenset[str]
    spellings: Mapping[str, str]
    acronyms: Mapping[str, str]


@cache
def title_words() -> TitleWords:
    """Return the words."""
    read = msgspec.toml.decode((files(__package__) / "title_words.toml").read_bytes())
    pairs = [line.split() for line in read["contrary"].strip().splitlines()]
    spellings = {written: number for number, spelt in read["numbers"].items() for written in spelt.split()}
    for english, others in read["translated"].items():
        spellings |= dict.fromkeys(others.split(), read["spellings"].get(english, english))
    return TitleWords(
        little=frozenset(read["little"].split()),
        kinds=frozenset(read["kinds"].split()),
        tails=frozenset(read["tails"].split()),
        asides=frozenset(read["asides"].split()),
        laws=frozenset(read["laws"].split()),
        contrary=tuple((one, other) for one, other in pairs),
        turns=frozenset(word for pair in pairs for word in pair),
        spellings=spellings | read["spellings"],
        acronyms=read["acronyms"],
    )

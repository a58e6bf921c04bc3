"""Words by which the titles of works are compared, as data in `title_words.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from sourcebook.model.base import Value


class TitleWords(Value, frozen=True, kw_only=True):
    """Words of grammar, words for kinds of works, and how spellings and acronyms are written out."""

    little: frozenset[str]
    kinds: frozenset[str]
    spellings: Mapping[str, str]
    acronyms: Mapping[str, str]


@cache
def title_words() -> TitleWords:
    """Return the words."""
    read = msgspec.toml.decode((files(__package__) / "title_words.toml").read_bytes())
    return TitleWords(
        little=frozenset(read["little"].split()),
        kinds=frozenset(read["kinds"].split()),
        spellings=read["spellings"],
        acronyms=read["acronyms"],
    )

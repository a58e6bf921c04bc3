"""Whether two names are of one body: "the Ministry of Interior" and "Ministry of Internal Affairs of Albania".

A name is read as its own words (its core), the words for what kind of body it is, and the countries in it. Two names
are of one body where the core of one holds the other's and no country or kind speaks against it; a name without a core
("the police", "the commission") fits every body of its kind.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from sourcebook.model import Value
from sourcebook.vocabulary.countries import countries_in
from sourcebook.vocabulary.speaker_words import plain, singular, words_on_speakers

Relation = Literal["same", "maybe", "different"]
_WORD = re.compile(r"[^\W\d_][\w.&]*")
_SPELLINGS = (("isation", "ization"), ("labor", "labour"), ("center", "centre"), ("programme", "program"))
_INITIALS = 3


class Body(Value, frozen=True):
    """A body as its name tells it: the words that are its own, those for its kind, and its countries."""

    name: str
    core: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    initials: str = ""

    @property
    def words(self) -> frozenset[str]:
        """Every telling word of the name."""
        return self.core | self.kinds


@lru_cache(maxsize=8192)
def body(name: str) -> Body:
    """Return what a name says of its body; one known under several names is the same under each."""
    lexicon = words_on_speakers()
    name = re.sub(r"['’]s?$", "", name.strip(" ,"))
    known = lexicon.bodies.get(plain(name))
    matches = countries_in(name)
    places = frozenset(match.code for match in matches if match.code)
    bare = name
    for match in reversed(matches):
        bare = f"{bare[: match.start]} {bare[match.end :]}"
    known = known or lexicon.bodies.get(plain(bare).removesuffix(" of").strip(" ,"))
    bare = re.sub(r"['’]s?\b", " ", bare)
    if known:
        kinds = frozenset(map(_spelled, _WORD.findall(f"{bare} {known}"))) & lexicon.institutions
        return Body(
            name=known, core=frozenset({known.casefold()}), kinds=kinds, countries=places, initials=known.casefold()
        )
    nobody = lexicon.posts | lexicon.titles | lexicon.vague
    written = [word for word in _WORD.findall(bare) if _spelled(word) not in lexicon.little]
    words = [
        _short(word) or _spelled(word) for word in written if word[0].isupper() or singular(word) not in lexicon.kinds
    ]
    told = [word for word in words if word not in nobody]
    kinds = frozenset(word for word in words if word in lexicon.institutions)
    capitals = "".join(word[0] for word in re.findall(r"[^\W\d_]\w+", name) if word[0].isupper())
    return Body(
        name=name,
        core=frozenset(told) - kinds,
        kinds=kinds,
        countries=places,
        initials=capitals.casefold() if len(capitals) >= _INITIALS else "",
    )


def _short(word: str) -> str | None:
    """Return the body that an acronym inside a longer name stands for: "ILO Jakarta"."""
    known = words_on_speakers().bodies.get(plain(word)) if word.isupper() else None
    return known.casefold() if known else None


def _spelled(word: str) -> str:
    one = word.casefold() if word.isupper() and len(word) > 1 else singular(word.strip(".").casefold())
    for ending, other in _SPELLINGS:
        one = one.replace(ending, other)
    return words_on_speakers().spellings.get(one, one)


@lru_cache(maxsize=65536)
def relation(one: Body, other: Body) -> Relation:
    """Tell whether two names are of one body, may be, or cannot be."""
    if one.countries and other.countries and not one.countries & other.countries:
        return "different"
    if _shortened(one, other) or _shortened(other, one):
        return "same"
    if one.core and other.core:
        held = one.core == other.core or ((one.core < other.core or other.core < one.core) and not _unlike(one, other))
        return "same" if held else "different"
    unnamed, named = sorted((one, other), key=lambda each: (bool(each.core), len(each.kinds), each.name))
    if unnamed.kinds and unnamed.kinds <= named.words:
        return "same"
    public = words_on_speakers().public
    umbrella = bool(unnamed.kinds & words_on_speakers().umbrella) and bool(named.kinds & public)
    return "maybe" if umbrella or not unnamed.kinds else "different"


def _unlike(one: Body, other: Body) -> bool:
    """Tell whether two names tell of different kinds of body: an institute and a service."""
    plain_kinds = words_on_speakers().ranks
    kinds, others = one.kinds - plain_kinds, other.kinds - plain_kinds
    return bool(kinds and others) and not kinds & others


def _shortened(short: Body, full: Body) -> bool:
    return len(short.core) == 1 and bool(full.initials) and next(iter(short.core)).casefold() == full.initials

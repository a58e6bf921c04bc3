"""A whole phrase that names a country, in any of the forms in which pages and tables write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from sourcebook.vocabulary.country_data import countries
from sourcebook.vocabulary.folding import fold

_LONGEST = 200
_RANK = ("name", "official", "alias", "former", "part", "misspelling")
_POINTS = re.compile(r"\. ?")
_WORD = re.compile(r"[^\W_]+")
_PARENTHESES = re.compile(r"([^()]*)\(([^()]+)\)\s*")
_STYLE = re.compile(
    r"(?:the )?(?:(?:federal|federative|democratic|people'?s|socialist|islamic|arab|united|hashemite|cooperative) )*"
    r"(?:republic|kingdom|commonwealth|principality|sultanate|emirate|federation|union)(?: of)? (?:the )?(?=.)",
    re.IGNORECASE,
)


def _key(text: str) -> str:
    plain = fold(text).text.replace("'", "").replace("&", " and ")
    words = ["saint" if word == "st" else word for word in _WORD.findall(plain.casefold())]
    return "".join(words[1:] if words[:1] == ["the"] else words)


@cache
def _by_key() -> Mapping[str, str]:
    forms = [(form, code) for code, entry in countries().items() for form in entry.forms if form.kind in _RANK]
    forms.sort(key=lambda pair: _RANK.index(pair[0].kind), reverse=True)
    return MappingProxyType({_key(form.text): code for form, code in forms})


@cache
def _by_initials() -> Mapping[str, str]:
    entries = countries().items()
    return {form.text: code for code, entry in entries for form in entry.forms if form.kind == "abbreviation"}


def _turned(text: str) -> str:
    """Turn "Congo, Democratic Republic of the" into "Democratic Republic of the Congo"."""
    head, comma, rest = text.partition(",")
    return f"{rest} {head}" if comma else text


def _readings(text: str) -> Iterator[str]:
    yield text
    yield _turned(text)
    yield _STYLE.sub("", text, count=1)
    yield _STYLE.sub("", _turned(text), count=1)


def _plain(text: str) -> str | None:
    bare = text.strip(" \t\n\r,;:*-").removeprefix("the ").removeprefix("The ")
    if initials := _by_initials().get(_POINTS.sub("", bare)):
        return initials
    return next((code for reading in _readings(bare) if (code := _by_key().get(_key(reading)))), None)


def find_country(text: str) -> str | None:
    """Return the code of the country that a whole phrase names; None where it names none or two.

    Case, accents, "the", "&", "St.", underscores, "Republic of", inverted names ("Korea, South") and an explanation in
    parentheses do not matter. Initials count only in capitals ("UK", never "us"). A people ("Thai") is no country.
    """
    if len(text) > _LONGEST:
        return None
    phrase = " ".join(fold(text).text.replace("_", " ").split())
    if whole := _plain(phrase):
        return whole
    if parts := _PARENTHESES.fullmatch(phrase):
        outer, inner = (_plain(part) for part in parts.groups())
        return (outer or inner) if not (outer and inner and outer != inner) else None
    return None

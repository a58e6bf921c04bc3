"""Telling the words of a personal name from English words and from cities."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import Final

from sourcebook.vocabulary.country_data import countries
from sourcebook.vocabulary.towns import town_names

_ENDINGS: Final = {
    "'s": ("",), "s": ("",), "es": ("", "e"), "ies": ("y",), "ed": ("", "e"), "ied": ("y",), "ing": ("", "e"),
    "ings": ("", "e"), "ly": ("", "le"), "ily": ("y",), "er": ("", "e"), "ers": ("", "e"), "est": ("", "e"),
    "iest": ("y",), "ness": ("",), "ment": ("",), "ments": ("",), "able": ("", "e"), "al": ("", "e"), "ion": ("", "e"),
    "ions": ("", "e"), "ation": ("", "e"), "ations": ("", "e"), "ity": ("", "e"), "ism": ("",), "ists": ("",),
    "ist": ("",), "ive": ("", "e"), "y": ("", "e"), "ful": ("",), "less": ("",), "ship": ("",), "ise": ("e", ""),
    "ier": ("y",),
}  # fmt: skip
_SHORT: Final = 4
_AS_NAMES_END: Final = frozenset("aiou")
# Endings that short words take as well; others would make words of many names.
_OF_SHORT: Final = frozenset(("'s", "s", "es", "ies", "ed", "ied", "ing", "er", "ers", "ly", "ier", "iest"))


def bases(word: str) -> Iterator[str]:
    """Yield the words of which a word in small letters may be a regular form."""
    for ending, put in _ENDINGS.items():
        if word.endswith(ending) and len(word) - len(ending) >= (3 if ending in _OF_SHORT else 4):
            stem = word[: -len(ending)]
            yield from (stem + more for more in put)
            if len(stem) > 3 and (stem[-1] == stem[-2] or stem.endswith("ck")):
                yield stem[:-1]


@cache
def _english() -> frozenset[str]:
    """Return the words that web2 (Webster's of 1934) writes small only, and those of ours beside.

    Of its short words, and of those that end as names do, most are seldom met and many are names: ours stand for them.
    """
    from english_words import get_english_words_set

    webster = get_english_words_set(["web2"])
    named = {word.lower() for word in webster if not word.islower()}
    plain = {word for word in webster if len(word) > _SHORT and word.islower() and word[-1] not in _AS_NAMES_END}
    return frozenset((plain - named) | _ours())


@cache
def _ours() -> frozenset[str]:
    table = tomllib.loads(files("sourcebook.vocabulary").joinpath("words/english.toml").read_text("utf-8"))
    return frozenset(" ".join(table.values()).split())


@cache
def _cities() -> frozenset[str]:
    """Return in small letters the cities after which CLDR calls time zones, the capitals, and the towns of ours."""
    from babel import Locale
    from babel.core import get_global

    named = {zone: zone.rpartition("/")[2].replace("_", " ") for zone in get_global("zone_territories")}
    named |= {zone: told["city"] for zone, told in Locale("en").time_zones.items() if "city" in told}
    capitals = chain.from_iterable((one.capital, *one.capital_aliases) for one in countries().values())
    parts = (form.text for one in countries().values() for form in one.forms if form.kind == "part")
    return frozenset(name.lower() for name in chain(named.values(), capitals, parts, town_names()) if name)


@cache
def _personal() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files("sourcebook.vocabulary").joinpath("words/personal_names.toml").read_text("utf-8"))
    return {key: frozenset(names.split()) for key, names in table.items()}


@cache
def _all_personal() -> frozenset[str]:
    from sourcebook.vocabulary.credit_names import given_names

    return frozenset().union(given_names(), *_personal().values())


@lru_cache(maxsize=16384)
def is_english(word: str) -> bool:
    """Tell whether a word in small letters is an English one, a regular form of one, or two of them in one."""
    if _is_form(word):
        return True
    if word.startswith(("un", "re", "non", "co-", "inter", "anti")) and len(word) > 7 and _is_form(word[2:]):
        return True
    halves = word.split("-") if "-" in word else None
    if halves:
        return all(is_english(half) for half in halves)
    return any(_is_form(word[:at]) and _is_form(word[at:]) for at in range(4, len(word) - 3))


def _is_form(word: str) -> bool:
    known = _english()
    if len(word) < 3 or word in known or any(base in known for base in bases(word)):
        return True
    american = word.replace("our", "or").replace("is", "iz").replace("ys", "yz")
    return american != word and (american in known or any(base in known for base in bases(american)))


def is_city(name: str) -> bool:
    """Tell whether a name is that of a city, a capital, or a town or province that reports name without its country."""
    return name.lower() in _cities()


def is_personal(word: str) -> bool:
    """Tell whether a word is a given or a family name that is known as such, and no English word beside that."""
    low = word.lower()
    return low in _all_personal() and low not in _personal()["words"] and low not in _ours()


def is_word_as_name(word: str) -> bool:
    """Tell whether a word is English or a city's and often a given name as well ("Mercy", "Blessing", "Florence")."""
    return word.lower() in _all_personal()

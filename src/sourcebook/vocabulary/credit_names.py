"""Telling persons, bodies and towns apart in the parts of a credit line."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_][\w.'\u2019-]*|\d+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|\u201c[^\u201d]*\u201d")
_BODY_MARK = re.compile(r"[&/@\d:]|\b[A-Z]{2,}\b|\.(?:com|org|net|gov|edu|int)\b")
JOINED = re.compile(r"\s*(?:,?\s+(?:and|with|&)\s+|\s*&\s*|\s*;\s*|,\s*)")
_ROLE_TAIL = re.compile(r"\s*[(,]?\s*(?:eds?\.?|editors?)\s*\)?$", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.-?){1,3}|[A-Z]")
_NAME_WORD = re.compile(r"(?:[dDlLO]['\u2019])?(?:Mc|Mac)?[^\W\d_a-z][^\W\d_]*(?:['\u2019-][^\W\d_]+)*\.?")


class _Words(NamedTuple):
    bodies: frozenset[str]
    openers: frozenset[str]
    particles: frozenset[str]
    honorifics: frozenset[str]
    degrees: frozenset[str]
    town_openers: frozenset[str]
    town_closers: frozenset[str]
    towns: frozenset[str]
    given_names: frozenset[str]


@cache
def _words() -> _Words:
    text = files("sourcebook.vocabulary").joinpath("credit_words.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    towns = frozenset(" ".join(town.split()) for town in table.pop("towns").split(";"))
    return _Words(towns=towns, **{name: frozenset(words.split()) for name, words in table.items()})


def parts(text: str) -> list[str]:
    """Return the parts of a credit line between its commas; a comma inside brackets or quotes parts nothing."""
    return [text[start:end] for start, end in part_spans(text)]


def part_spans(text: str) -> list[tuple[int, int]]:
    """Return where the parts of a credit line stand, without the white space around them; empty ones are left out."""
    hidden = _BRACKETS.sub(lambda found: "_" * len(found.group()), text)
    spans, start = [], 0
    for piece in hidden.split(","):
        end = start + len(piece)
        left = end - len(text[start:end].lstrip())
        right = left + len(text[left:end].rstrip())
        if right > left:
            spans.append((left, right))
        start = end + 1
    return spans or [(0, len(text))]


@lru_cache(maxsize=8192)
def has_body_word(name: str) -> bool:
    """Tell whether a word of a name is one of organisations, offices or publications."""
    words = [word.lower().strip(".'\u2019") for word in _WORD.findall(name)]
    return any(word in _words().bodies for word in words) or bool(_BODY_MARK.search(name))


@lru_cache(maxsize=8192)
def is_body(name: str) -> bool:
    """Tell whether a name has the mark of an organisation, an office or a publication, "The" before it included."""
    if has_body_word(name):
        return True
    words = [word.lower() for word in _WORD.findall(name)]
    known = _words()
    return len(words) > 1 and words[0] in known.openers and name[0].isupper() and words[0] not in {"al", "el", "o", "a"}


@lru_cache(maxsize=8192)
def is_person(name: str) -> bool:
    """Tell whether a name has the form of a person's: two to five words in capitals or initials, and no body's word."""
    if len(name) > 60:
        return False
    known = _words()
    words = name.split()
    titled = bool(words) and words[0].lower().strip(".") in known.honorifics
    while words and words[0].lower().strip(".") in known.honorifics:
        words = words[1:]
    while words and words[-1].lower().strip(".") in known.degrees:
        words = words[:-1]
    if not (1 if titled else 2) <= len(words) <= 5 or (not titled and is_body(" ".join(words))):
        return False
    strong = 0
    for word in words:
        if _INITIALS.fullmatch(word) or _NAME_WORD.fullmatch(word):
            strong += 1
        elif word.lower() not in known.particles:
            return False
    last_is_name = bool(_NAME_WORD.fullmatch(words[-1])) and len(words[-1].strip(".")) > 1
    return strong >= min(2, len(words)) and last_is_name


@lru_cache(maxsize=8192)
def are_persons(text: str) -> bool:
    """Tell whether a text is one or more persons' names, joined by commas, "and" or "&"."""
    names = [name for name in JOINED.split(_ROLE_TAIL.sub("", text)) if name]
    return bool(names) and all(is_person(name) for name in names)


def has_given_name(name: str) -> bool:
    """Tell whether a name begins as a person's: with a common given name, an initial or a title."""
    words = name.split()
    if not words:
        return False
    first = words[0].lower().strip(".")
    return first in _words().given_names or first in _words().honorifics or bool(_INITIALS.fullmatch(words[0]))


def given_names() -> frozenset[str]:
    """Return the given names that are known as such, in small letters."""
    return _words().given_names


def is_known_town(name: str) -> bool:
    """Tell whether a name is a town's that is known as such."""
    return " ".join(name.lower().split()) in _words().towns


@lru_cache(maxsize=8192)
def is_town(name: str) -> bool:
    """Tell whether a name is a known town's, or several words that open as towns' names do."""
    folded = " ".join(name.lower().split())
    if folded in _words().towns:
        return True
    words = folded.split()
    longest = 2 if words[:1] and words[0] in _words().openers else 3
    shaped = bool(words) and (words[0] in _words().town_openers or words[-1] in _words().town_closers)
    return 2 <= len(words) <= longest and shaped and not has_body_word(name)

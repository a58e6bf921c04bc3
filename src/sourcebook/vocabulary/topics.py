"""The topics of collections, one data file each in `topics/`, and the names by which a page's collection is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import msgspec

from sourcebook.model.base import Value
from sourcebook.vocabulary.folding import fold

_LONGEST = 300
_WORD = re.compile(r"[a-z0-9]+")
_PLACE = re.compile(r"\s+[-:]\s+|\s+in\s+(?=\[|[A-Z])")


class Topic(Value, frozen=True):
    """A topic: its key in addresses (`/BY/KEY`; the main one has none there), its title and the names it goes by.

    `words` are those that a text on it has in it, in lower case: whole ones, phrases or beginnings, in many languages.
    """

    key: str
    title: str
    names: tuple[str, ...]
    words: tuple[str, ...] = ()
    main: bool = False


@cache
def topics() -> Mapping[str, Topic]:
    """Return every topic by its key, the main one first."""
    folder = files(__package__) / "topics"
    texts = [file.read_bytes() for file in folder.iterdir() if file.name.endswith(".toml")]
    read = [msgspec.toml.decode(text, type=Topic) for text in texts]
    return MappingProxyType({topic.key: topic for topic in sorted(read, key=lambda topic: (not topic.main, topic.key))})


def _key(name: str) -> str:
    words = _WORD.findall(name.casefold().replace("&", " and ").replace("'", ""))
    return "".join(words[1:] if words[:1] == ["the"] else words)


@cache
def _by_name() -> Mapping[str, str]:
    return {_key(name): topic.key for topic in topics().values() for name in (*topic.names, topic.title, topic.key)}


def _readings(title: str) -> Iterator[str]:
    yield title
    for place in _PLACE.finditer(title):
        yield title[: place.start()]


def find_topic(text: str) -> str | None:
    """Return the key of the topic that a collection's title names; None where it names none.

    Case, "&", "The", stops and spaces do not matter ("C S E C"), nor a place after a dash, a colon or "in" ("Street
    Children - Ghana", "Torture in [Moldova]").
    """
    if len(text) > _LONGEST:
        return None
    title = fold(text).text.strip()
    return next((key for reading in _readings(title) if (key := _by_name().get(_key(reading)))), None)


def may_name_topic(text: str) -> bool:
    """Tell whether a text has a word that a topic's title cannot do without: quick, and true of more than titles."""
    return _needed().search(text) is not None


@cache
def _needed() -> re.Pattern[str]:
    names = [name for topic in topics().values() for name in (*topic.names, topic.title, topic.key)]
    words = {max(_WORD.findall(name.casefold()), key=len) for name in names}
    # Letters may stand apart, as in "C S E C".
    return re.compile("|".join(r"[\W_]*".join(word) for word in sorted(words)), re.IGNORECASE)

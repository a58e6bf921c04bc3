"""Whether a text speaks of a topic, by the topic's words; and what of each word must stand in its bytes if it does.

A word is looked for with Latin letters of either case, and with all others as the vocabulary writes it, with a capital
in front, or in capitals. White space of any kind parts the words of a phrase; soft hyphens and the marks that only
guide line breaks are passed over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from ahocorasick_rs import BytesAhoCorasick

from sourcebook.errors import UsageError
from sourcebook.vocabulary.topics import topics

INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that may stand inside a word and are not seen: the soft hyphen, joiners and the like."""

_OTHER_SPACES = "".join(chr(code) for code in range(0x80, 0x3001) if chr(code).isspace())
_RARE = re.compile(f"[{INVISIBLE}{_OTHER_SPACES}]")
_PLAINER = dict.fromkeys(map(ord, INVISIBLE)) | dict.fromkeys(map(ord, _OTHER_SPACES), " ")
_PLAIN_SPACES = bytes(32 if chr(code).isspace() and code < 128 else code for code in range(256))
_SPACES = re.compile(rb" {2,}")
_LEAST = 4
_LEAST_OTHER = 3


@cache
def topic_words(topic: str) -> tuple[str, ...]:
    """Return a topic's words in every case that counts, NFC.

    Raises UsageError where there is no such topic.
    """
    if topic not in topics():
        raise UsageError(f"There is no topic {topic!r}.", next_step=f"Choose one of {', '.join(topics())}.")
    written = (form for word in topics()[topic].words for form in (word, word[:1].upper() + word[1:], word.upper()))
    return tuple(dict.fromkeys(unicodedata.normalize("NFC", form) for form in written))


def holds(text: str, topic: str) -> bool:
    """Tell whether a text has a word of the topic in it."""
    matches = _matcher(topic).find_matches_as_indexes(_plain(text))
    return next(iter(matches), None) is not None


@cache
def runs_of_words(topic: str) -> frozenset[frozenset[str]]:
    """Return for each word the runs of letters that bytes must hold, all of them, if their text holds the word.

    A run has no white space in it, no accented Latin letter, and no letter that is also written as two characters: so
    Latin runs are plain ASCII, which nearly every charset writes alike. Short runs are left out where there is a long
    one, since they stand everywhere.
    """
    made = set()
    for word in topic_words(topic):
        runs = set(_runs(word))
        long = {run for run in runs if len(run) >= (_LEAST if run.isascii() else _LEAST_OTHER)}
        made.add(frozenset(long or {max(runs, key=len)}))
    return frozenset(made)


def _runs(word: str) -> Iterator[str]:
    run, before = "", None
    for character in word:
        script = _script(character)
        if script != before:
            if run:
                yield run
            run, before = "", script
        if script is not None:
            run += character.lower() if script == "ascii" else character
    if run:
        yield run


def _script(character: str) -> str | None:
    """Return what a letter is written with, None where it may be written in more than one way or is no letter."""
    if character.isascii():
        return "ascii" if character.isalpha() else None
    hangul = "\uac00" <= character <= "\ud7a3"
    if (unicodedata.decomposition(character) and not hangul) or unicodedata.combining(character):
        return None
    return None if unicodedata.name(character, "").startswith("LATIN") else "other"


def _plain(text: str) -> bytes:
    """Return a text as it is compared: composed, its white space folded, its ASCII letters in lower case."""
    if not text.isascii():
        if _RARE.search(text):
            text = text.translate(_PLAINER)
        text = unicodedata.normalize("NFC", text)
    return _SPACES.sub(b" ", text.encode("utf-8", "replace").lower().translate(_PLAIN_SPACES))


@cache
def _matcher(topic: str) -> BytesAhoCorasick:
    return BytesAhoCorasick([word.encode().lower() for word in topic_words(topic)])

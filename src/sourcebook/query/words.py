"""What a user typed, as words to look for: hostile text gives at worst nothing to look for."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sourcebook.query.spelling import other_spellings
from sourcebook.store.match import Unit

MAX_CHARACTERS = 400
MAX_UNITS = 16
SHORTEST_BEGINNING = 2
"""One letter begins so many words that it tells nothing; it counts as a word."""

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_PHRASE_OR_CHUNK = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')


def units(typed: str) -> tuple[Unit, ...]:
    """Return what stands between quotes as phrases, `word*` as beginnings, and every other word by itself.

    Words that a hyphen or an apostrophe joins must stand side by side. Only the first 400 characters and 16 units
    count.
    """
    found = (_unit(*match.groups()) for match in _PHRASE_OR_CHUNK.finditer(typed[:MAX_CHARACTERS]))
    return tuple(dict.fromkeys(unit for unit in found if unit is not None))[:MAX_UNITS]


def _unit(phrase: str | None, star: str, chunk: str | None) -> Unit | None:
    text = chunk or phrase or ""
    words = tuple(folded(word) for word in WORD.findall(text))
    if not words:
        return None
    prefix = bool(star) or (chunk is not None and chunk.rstrip(".,;:!?)").endswith("*"))
    return Unit(words=words, prefix=prefix and len(words[-1]) >= SHORTEST_BEGINNING, also=other_spellings(words))


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """Return a word without case and accents, as the index holds it."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFD", word).lower() if not unicodedata.combining(c))


def folded_text(text: str) -> str:
    """Return a text without case and accents."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFD", text).lower() if not unicodedata.combining(c))

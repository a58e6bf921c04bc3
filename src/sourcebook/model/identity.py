"""Identifiers made from content: the same thing has the same address wherever and whenever it is read.

An identifier is the first 60 bits of a SHA-256 over the parts, length-prefixed, as twelve characters of
Crockford's base 32 in lower case (no i, l, o, u), so that it can be read aloud and typed.
"""

from __future__ import annotations

import hashlib
import unicodedata
from functools import lru_cache

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 12
PAIRS = [first + second for first in ALPHABET for second in ALPHABET]


def identifier(kind: str, *parts: str) -> str:
    """Return the identifier of the thing of this kind that these parts make up.

    Parts are compared after NFC and after white space is folded, since copies of one page differ in both.
    """
    return _written(b"".join(_prefixed(part) for part in (kind, *parts)))


def _prefixed(part: str) -> bytes:
    plain = part if part.isascii() else unicodedata.normalize("NFC", part)
    data = " ".join(plain.split()).encode("utf-8", "surrogatepass")
    return len(data).to_bytes(8, "big") + data


def _written(data: bytes) -> str:
    number = int.from_bytes(hashlib.sha256(data).digest()[:8], "big") >> 4
    return "".join([PAIRS[number >> shift & 1023] for shift in range(50, -1, -10)])


@lru_cache(maxsize=8192)
def work_id(title: str, credit: str) -> str:
    """Return the identifier of a work: its title and its credit line as written."""
    return identifier("work", title, credit)


def passage_id(work: str, text: str, occurrence: int) -> str:
    """Return the identifier of a passage: its work, its text, and how often that text came before in the work."""
    return identifier("passage", work, text, str(occurrence))


def figure_id(passage: str, number: str, occurrence: int) -> str:
    """Return the identifier of a figure: its passage, its number words, and their occurrence in the passage."""
    return identifier("figure", passage, number, str(occurrence))


def is_identifier(text: str) -> bool:
    """Tell whether a text has the form of an identifier."""
    return len(text) == LENGTH and all(character in ALPHABET for character in text)

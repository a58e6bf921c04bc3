"""In which direction and language a text runs, for a format to set it right where its work does not say."""

from __future__ import annotations

import re
import unicodedata

_SCRIPTS = (
    ("HANGUL", "ko"),
    ("HIRAGANA", "ja"),
    ("KATAKANA", "ja"),
    ("CJK", "zh"),
    ("ARABIC", "ar"),
    ("HEBREW", "he"),
    ("CYRILLIC", "ru"),
    ("GREEK", "el"),
    ("THAI", "th"),
    ("DEVANAGARI", "hi"),
)
_LOOKED_AT = 400
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def is_right_to_left(text: str) -> bool:
    """Tell whether the first letter with a direction runs from right to left (Unicode Bidirectional Algorithm, P2)."""
    strong = (unicodedata.bidirectional(letter) for letter in text[:_LOOKED_AT])
    return next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"


def language_of(text: str, known: str | None) -> str:
    """Return the language that the work tells by a tag of BCP 47, else the usual one of its script; empty for Latin."""
    if known and _TAG.fullmatch(known):
        return known
    if text[:_LOOKED_AT].isascii():
        return ""
    letters = [unicodedata.name(letter, "") for letter in text[:_LOOKED_AT] if letter.isalpha()]
    for script, language in _SCRIPTS:
        if 3 * sum(name.startswith(script) for name in letters) > len(letters) > 0:
            return language
    return ""

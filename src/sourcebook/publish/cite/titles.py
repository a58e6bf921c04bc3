"""Titles: quotation marks set as a style sets them, and English title case."""

from __future__ import annotations

import re
from functools import lru_cache

from sourcebook.publish.cite.runs import CLOSE, OPEN, Text, italic, plain

AMERICAN, BRITISH = ("“”", "‘’"), ("‘’", "“”")

# Short words that keep their small letter inside a title, as CSL lists them.
SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "down",
        "for",
        "from",
        "in",
        "into",
        "nor",
        "of",
        "on",
        "onto",
        "or",
        "over",
        "so",
        "the",
        "till",
        "to",
        "up",
        "via",
        "with",
        "yet",
        "about",
        "van",
        "von",
        "de",
        "d",
        "l",
    ]
)
_CHUNKS = re.compile(r"[0-9A-Za-z]+|[^\W\d_]+|\s+|.", re.DOTALL)
_LONGEST = 2000
_ANY_QUOTE = re.compile(f"[\"'“”‘’{OPEN}{CLOSE}]")
_BREAKS = frozenset("-/–—")
_QUOTED = (
    re.compile(r'(?<!\w)"(?=\S)([^"]+?)(?<=\S)"(?!\w)'),
    re.compile(r"“([^”]+)”"),
    re.compile(r"‘([^‘’]*(?:’\w[^‘’]*)*)’(?!\w)"),
    re.compile(r"(?<!\w)'(?=\S)([^']*(?:'\w[^']*)*)(?<=[^\s])'(?!\w)"),
)


def mark_quotes(text: str) -> str:
    """Replace paired quotation marks by marks whose shape is chosen later, and single ones by apostrophes."""
    if not _ANY_QUOTE.search(text):
        return text
    text = text.replace(OPEN, "").replace(CLOSE, "")
    # Pairing costs the square of the length; a text this long is no title.
    for pattern in _QUOTED if len(text) <= _LONGEST else ():
        text = pattern.sub(rf"{OPEN}\1{CLOSE}", text)
    return text.replace("'", "’")


def set_quotes(text: str, shapes: tuple[str, str]) -> str:
    """Give marked quotation marks their shape, the outer ones first and then in turns."""
    if OPEN not in text and CLOSE not in text:
        return text
    depth, out = 0, []
    for character in text:
        if character == OPEN:
            out.append(shapes[depth % 2][0])
            depth += 1
        elif character == CLOSE:
            depth -= 1
            out.append(shapes[depth % 2][1])
        else:
            out.append(character)
    return "".join(out)


def curl(text: str, shapes: tuple[str, str] = AMERICAN) -> str:
    """Return a text with typographic quotation marks and apostrophes."""
    return set_quotes(mark_quotes(text), shapes)


def _cased(word: str, state: str) -> str:
    mixed = word != word.lower() and word != word.upper()
    if mixed or word.isupper() or not word.isascii():
        return word
    first = state == "sentence"
    inside = state in {"word", "last"} and len(word) > 1 and (state == "last" or word not in SMALL_WORDS)
    return word[0].upper() + word[1:].lower() if first or inside else word


def _after(chunk: str, state: str) -> str:
    """Return what a chunk leaves behind for the next word: a sentence's start, a word's start, or neither."""
    last = chunk[-1]
    if last in ".?!:":
        return "stop"
    if last.isspace() and state == "stop":
        return "sentence"
    if last.isspace() or last in _BREAKS:
        return "word"
    return "inside"


@lru_cache(maxsize=1024)
def title_case(text: str, language: str = "") -> str:
    """Return a title in English title case, by CSL's rules; a title in another language stays as it is."""
    if language and not language.lower().startswith("en"):
        return text
    head, space, tail = text.rpartition(" ")
    closing = space and not any(mark in tail for mark in _BREAKS)
    state, out = "sentence", []
    for part, is_last in ((head + space, False), (tail, bool(closing))):
        if is_last and state == "word":
            state = "last"
        for chunk in _CHUNKS.findall(part):
            if chunk in (OPEN, CLOSE):
                out.append(chunk)
                continue
            out.append(_cased(chunk, state))
            state = _after(chunk, state)
    return "".join(out)


def set_title(
    text: str,
    *,
    case: str | None = None,
    quoted: bool = False,
    slanted: bool = False,
    shapes: tuple[str, str] = AMERICAN,
) -> Text:
    """Return a title as a style sets it.

    `case` is the title's language where the style wants English title case, and None where it is left as it stands.
    """
    marked = mark_quotes(text)
    if case is not None:
        marked = title_case(marked, case)
    if quoted and marked:
        marked = f"{OPEN}{marked}{CLOSE}"
    shaped = set_quotes(marked, shapes)
    return italic(shaped) if slanted else plain(shaped)

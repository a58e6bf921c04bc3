"""Joining the lines of one entry or paragraph: words parted at a hyphen, and addresses parted anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

ADDRESS = re.compile(r"(?:https?:|ftp:|www\.)\S*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_HYPHENATED = re.compile(r"(?<![^\W\d_])[^\W\d_]+-[^\W\d_]+")
_BEGUN = re.compile(r"https?://(?:(?![.;]\s).)*$", re.IGNORECASE)
_OPEN_END = tuple("-/_=&?%#+~:\u2010\u2011")
_FILE_END = re.compile(r"\.(?:pdf|html?|aspx?|php|docx?|shtml|cfm|jsp)[.,;]$", re.IGNORECASE)
_PLAIN_WORD = re.compile(r"[\[(\u201c\"]|[^\W\d_a-z][^\W\d_A-Z]*[,.:;]?$|[^\W\d_a-z]{2,6}[,.:;]?$")
_ADDRESS_LIKE = re.compile(r"[\w%-]*[\w%](?:[/_=?&%#~]|\.\w|-\S*[./_])\S*")
_PARTED = re.compile(r"(?<!\S)\S+-[ \t]*(?:\r?\n|\f)\s*\S+")
_HYPHENS = ("-", "\u2010")
_SOFT = "\u00ad"


class Words:
    """The words of a document, by which a hyphen at a line's end is kept or dropped."""

    def __init__(self, text: str) -> None:
        text = _PARTED.sub(" ", text)
        self.plain = frozenset(word.casefold() for word in _WORD.findall(text))
        self.hyphenated = frozenset(word.casefold() for word in _HYPHENATED.findall(text))

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Tell whether two parts are a compound: it stands so elsewhere, or both parts do and the whole does not."""
        first, second = left.casefold(), right.casefold()
        if f"{first}-{second}" in self.hyphenated:
            return True
        return first + second not in self.plain and first in self.plain and second in self.plain


def join_lines(lines: Sequence[str], words: Words, *, width: int = 0) -> str:
    """Return lines as one text; `width` is how long lines get where they stand, by which an address has ended."""
    text, broken = "", ""
    for line in lines:
        text = _joined(text, broken, line.strip(), words, width) if text else line.strip()
        broken = line
    return text


def _joined(text: str, before: str, line: str, words: Words, width: int) -> str:
    spaced = before[-1:].isspace()
    token = text.rsplit(None, 1)[-1]
    if token.endswith(("_", "/", "=", "&", "%20")) and _BEGUN.search(text):
        return text + line
    if ADDRESS.search(token):
        short = len(before.rstrip()) < 0.6 * width
        return text + ("" if _goes_on(token, line, spaced=spaced, short=short) else " ") + line
    if text.endswith(_SOFT):
        return text[:-1] + line
    if text.endswith(_HYPHENS) and not spaced and len(text) > 1 and text[-2].isalnum():
        return _over_hyphen(text, line, words)
    if text.endswith("/") and not spaced:
        return text + line
    return f"{text} {line}"


def _goes_on(token: str, line: str, *, spaced: bool, short: bool) -> bool:
    """Tell whether an address at the end of a line goes on at the start of the next one."""
    word = line.split(None, 1)[0]
    if token.endswith("://") or token.lower() in {"http:", "https:", "www."}:
        return True
    if spaced:
        return bool(_ADDRESS_LIKE.match(word)) or (token.endswith(_OPEN_END) and not _PLAIN_WORD.match(word))
    alike = bool(_ADDRESS_LIKE.match(word))
    if alike or _FILE_END.search(token):
        return alike and word[0] not in "[("
    if token.endswith((".", ",", ";")):
        return word[0].islower() and token.endswith(".")
    if token.endswith(_OPEN_END):
        return word[0] not in '[(\u201c"'
    return not (_PLAIN_WORD.match(word) and (short or " " in line)) and not (short and " " in line)


def _over_hyphen(text: str, line: str, words: Words) -> str:
    left = _WORD.findall(text[-40:])
    right = _WORD.match(line)
    if not left or right is None or not line[0].islower():
        return text + line
    return text + line if words.keeps_hyphen(left[-1], right.group()) else text[:-1] + line


def widest(lines: Iterable[str]) -> int:
    """Return the length that nineteen of twenty lines stay under."""
    lengths = sorted(len(line.rstrip()) for line in lines)
    return lengths[int(0.95 * (len(lengths) - 1))] if lengths else 0

"""TeX as BibTeX files hold it, put into plain text: accents, braces, quotation marks, dashes, and our own escapes."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

_COMMANDS: Final = re.compile(r"\\(?![#$%&_])|(?<!\\)\$|[?!]`")
_LIGATURES: Final = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}
_SPACE: Final = re.compile(r"\s+")
_ESCAPED: Final = re.compile(r"\\([#$%&_])")
_SIGNS: Final = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textgreater": ">",
    "textless": "<",
    "textbar": "|",
    "textquotesingle": "'",
    "pounds": "£",
    "texteuro": "€",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
}
# While the rest is decoded, a sign stands as a character that no text may hold.
_HELD: Final = {chr(0xFDD0 + at): sign for at, sign in enumerate(_SIGNS.values())}
_BACK: Final = str.maketrans(_HELD)
_BY_NAME: Final = dict(zip(_SIGNS, _HELD, strict=True))
_SIGN: Final = re.compile(r"\\(" + "|".join(_SIGNS) + r")(?:\{\}|\s+|(?![A-Za-z]))")
_BRACE: Final = re.compile(r"[{}]")
_IN_ADDRESSES: Final = re.compile(r"\\([#$%&_{}~^\\])")
_DEEPEST: Final = 60


def to_text(value: str) -> str:
    """Return what a value means, its white space folded; a value that is no TeX comes back without its braces only."""
    if "\\" in value:
        value = _SIGN.sub(lambda found: _BY_NAME[found[1]], value)
    if _COMMANDS.search(value) and _depth(value) <= _DEEPEST:
        value = _decoded(value)
    else:
        value = _BRACE.sub("", value)
        for tex, sign in _LIGATURES.items():
            value = value.replace(tex, sign)
        value = _ESCAPED.sub(r"\1", value)
    return _SPACE.sub(" ", value.translate(_BACK)).strip()


def to_address(value: str) -> str:
    """Return an address: TeX's escapes in it are undone, all else stands."""
    return _IN_ADDRESSES.sub(r"\1", value.strip().removeprefix("\\url")).strip("{} \t\r\n")


def outside_braces(value: str) -> bool:
    """Tell whether anything of a value stands outside its outer pair of braces."""
    if not (value.startswith("{") and value.endswith("}")):
        return True
    return end_of_group(value, 0) < len(value)


def end_of_group(value: str, start: int) -> int:
    """Return where the group ends whose brace opens at a place, behind the end of the value where it never does."""
    depth = 0
    for found in _BRACE.finditer(value, start):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return found.end()
    return len(value) + 1


def _depth(value: str) -> int:
    depth = deepest = 0
    for found in _BRACE.finditer(value):
        depth += 1 if found[0] == "{" else -1
        deepest = max(deepest, depth)
    return deepest


def _decoded(value: str) -> str:
    text: str = _decoder().latex_to_text(value)
    return text.replace("\u00a0", " ")


@cache
def _decoder() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(math_mode="verbatim", keep_comments=True)

"""The foot of a page: its fair-use notice and its "cite this webpage as" line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sourcebook.model import CiteAs
from sourcebook.segment.token import Sign, Token

_RIGHTS = re.compile(
    r"fair[\s-]use|17\s*U\.?\s?S\.?\s?C|all\s+material\s+used\s+herein|respect\s+copyrights?", re.IGNORECASE
)
_FAIR_USE = re.compile(r"fair[\s-]use", re.IGNORECASE)
_STATUTE = re.compile(r"17\s*U\.?\s?S\.?\s?C", re.IGNORECASE)
_CITE = re.compile(
    r"\bcite\s+this\s+(?:web\s?-?\s?page|page|web\s?-?\s?site|site|document)\s+as\b\s*:?\s*", re.IGNORECASE
)
_CITED = re.compile(
    r"(?P<author>[^\"\u201c\u201d]*?)[\s,]*[\"\u201c](?P<title>[^\"\u201c\u201d]+)(?:[\"\u201d]|$)", re.DOTALL
)
_ACCESSED = re.compile(r"[\s,]*\[\s*accessed\b.*$", re.IGNORECASE | re.DOTALL)


class Foot(NamedTuple):
    """Where the foot begins among the tokens, and what it says; `cite_at` is the token and offset of the citation."""

    start: int
    rights: str | None
    rights_text: str | None
    cite_as: CiteAs | None
    cite_at: tuple[int, int] | None


def foot_of(tokens: Sequence[Token]) -> Foot:
    """Return the foot of a page: the last notice of rights and what follows it, or the citation alone."""
    start = _start(tokens)
    texts, cite, cite_at = [], None, None
    for at in range(start, len(tokens)):
        found = _CITE.search(tokens[at].text)
        if found and cite_at is None:
            cite_at = (at, found.start())
            following = [token.text for token in tokens[at + 1 :] if not token.gap or cite_is_cut(tokens[at].text)]
            cite = _citation(" ".join([tokens[at].text[found.end() :], *following[:2]]))
            texts.append(tokens[at].text[: found.start()])
        elif _RIGHTS.search(tokens[at].text):
            texts.append(tokens[at].text)
    text = " ".join(piece.strip() for piece in texts if piece.strip())
    return Foot(start, rights_of(text), text or None, cite, cite_at)


def cite_is_cut(text: str) -> bool:
    """Tell whether a citation breaks off before its title."""
    found = _CITE.search(text)
    return bool(found) and not re.search(r"[\"\u201c]", text[found.end() if found else 0 :])


def is_foot(token: Token) -> bool:
    """Tell whether a token is the notice of rights or the citation by its words alone."""
    return token.sign is Sign.TEXT and bool(_CITE.search(token.text) or _is_notice(token.text))


def rights_of(text: str) -> str | None:
    """Return the right that a notice claims, in one form, or None."""
    if not _FAIR_USE.search(text):
        return None
    return "fair use, 17 USC 107" if _STATUTE.search(text) else "fair use"


def _is_notice(text: str) -> bool:
    return len(_RIGHTS.findall(text)) >= 2 or (
        len(text) < 400 and bool(re.match(r"all\s+material|please\s+respect\s+copyright", text, re.IGNORECASE))
    )


def _start(tokens: Sequence[Token]) -> int:
    """Go back from the last foot token over those that belong to it."""
    last = next((at for at in range(len(tokens) - 1, -1, -1) if is_foot(tokens[at])), None)
    if last is None:
        return len(tokens)
    while last and is_foot(tokens[last - 1]):
        last -= 1
    return last


def _citation(text: str) -> CiteAs | None:
    text = text.strip()
    if found := _CITED.match(text):
        author = " ".join(found["author"].split()).strip(" ,") or None
        return CiteAs(author=author, title=" ".join(found["title"].split()).strip(" ,"))
    bare = " ".join(_ACCESSED.sub("", text).split()).strip(" ,")
    return CiteAs(author=bare) if bare else None

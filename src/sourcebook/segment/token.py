"""A token: one or more lines of a page that belong together, and what their form alone says of them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple


class Sign(Enum):
    """What the form of a line says, whatever stands around it."""

    TEXT = "text"
    RULE = "rule"
    MARKER = "marker"
    ACCESSED = "accessed"
    UNAVAILABLE = "unavailable"
    ARCHIVED = "archived"
    SOURCE = "source"
    URL = "url"
    IMAGE = "image"


META = frozenset({Sign.ACCESSED, Sign.UNAVAILABLE, Sign.ARCHIVED, Sign.SOURCE, Sign.URL})


class Piece(NamedTuple):
    """Where a piece of a token's text stands: its offset in that text, in the document, and its length."""

    at: int
    start: int
    length: int


class Token(NamedTuple):
    """Text with its place.

    `gap`: a blank line stands before it. `forced`: the break before it was forced by wrapping.
    """

    text: str
    start: int
    end: int
    sign: Sign
    gap: bool
    pieces: tuple[Piece, ...]
    indent: int = 0
    forced: bool = False

    def offset(self, at: int) -> int:
        """Return the document's offset of a place in the text."""
        found = self.pieces[0]
        for piece in self.pieces:
            if piece.at > at:
                break
            found = piece
        return found.start + min(at - found.at, found.length)


def joined(first: Token, second: Token, between: str) -> Token:
    """Return two tokens as one, with these characters between their texts."""
    return join([(first, ""), (second, between)])


def join(run: Sequence[tuple[Token, str]]) -> Token:
    """Return a run of tokens as one; each comes with the characters that stand between it and the one before."""
    first, last = run[0][0], run[-1][0]
    if len(run) == 1:
        return first
    texts, pieces, length = [first.text], list(first.pieces), len(first.text)
    for token, between in run[1:]:
        shift = length + len(between)
        texts += (between, token.text)
        pieces += (Piece(piece.at + shift, piece.start, piece.length) for piece in token.pieces)
        length = shift + len(token.text)
    return first._replace(text="".join(texts), end=last.end, pieces=tuple(pieces))

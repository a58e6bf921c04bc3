"""A token: one or more lines of a page that belong together, and what their form alone says of them."""

from __future__ import annotations

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
    shift = len(first.text) + len(between)
    pieces = (*first.pieces, *(Piece(piece.at + shift, piece.start, piece.length) for piece in second.pieces))
    return first._replace(text=first.text + between + second.text, end=second.end, pieces=pieces)

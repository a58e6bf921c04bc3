"""Laying text out as a browser copies it: white space folded, blocks parted by line breaks, links with offsets."""

from __future__ import annotations

import re

from sourcebook.model import Block, Link
from sourcebook.model.document import BlockKind

_WHITE = re.compile(r"[ \t\r\n\f]+")


class Layout:
    """Collects text with pending line breaks; offsets of blocks and links are those of the text so far."""

    def __init__(self) -> None:
        self.length = 0
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self._pieces: list[str] = []
        self._breaks = 0
        self._space = False
        self._block: tuple[int, BlockKind, int] | None = None
        self._kind: tuple[BlockKind, int] = ("paragraph", 0)

    def write(self, text: str, *, verbatim: bool = False) -> None:
        """Add text, folding white space to one space unless it is preformatted."""
        if not verbatim:
            text = _WHITE.sub(" ", text)
            if text.startswith(" "):
                self._space, text = True, text[1:]
            trailing = text.endswith(" ")
            text = text[:-1] if trailing else text
        else:
            trailing = False
        if text:
            self._flush_space()
            if self._block is None and not text.isspace():
                self._block = (self.length, *self._kind)
            self._put(text)
        self._space = self._space or trailing

    def mark(self, text: str) -> None:
        """Add a list mark before the text that follows."""
        self._flush_space()
        self._put(text)

    def line_break(self) -> None:
        """Add one line break, as `<br>` does; it is kept even where others stand before it."""
        self._breaks += 1
        self._space = False

    def part(self, breaks: int) -> None:
        """Close the block and see to it that at least so many line breaks follow."""
        self._close_block()
        self._breaks = max(self._breaks, breaks)
        self._space = False

    def cell(self) -> None:
        """Part two cells of a row."""
        self._close_block()
        if not self._breaks and self.length:
            self._flush_space()
            self._put("\t")

    def kind(self, kind: BlockKind, level: int = 0) -> None:
        """Say what the blocks from here on are."""
        self._kind = (kind, level)

    def place(self) -> int:
        """Return where the next text will start."""
        return self.length + (self._breaks if self.length else 0) + (1 if self._space and not self._breaks else 0)

    def link(self, start: int, href: str) -> None:
        """Note that the text since `start` is a link."""
        if href and self._says_something_since(start):
            self.links.append(Link(start=start, end=self.length, href=href))

    def text(self) -> str:
        """Return the whole text, ending in a line break."""
        self._close_block()
        if self.length:
            self._put("\n")
        whole = "".join(self._pieces)
        self.links = [trimmed for link in self.links if (trimmed := _trimmed(link, whole)) is not None]
        return whole

    def _says_something_since(self, start: int) -> bool:
        left = self.length - start
        for piece in reversed(self._pieces):
            if left <= 0:
                return False
            if piece[-left:].strip():
                return True
            left -= len(piece)
        return False

    def _flush_space(self) -> None:
        if self.length and self._breaks:
            self._put("\n" * self._breaks)
        elif self.length and self._space:
            self._put(" ")
        self._breaks, self._space = 0, False

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)

    def _close_block(self) -> None:
        if self._block is not None:
            start, kind, level = self._block
            self.blocks.append(Block(start=start, end=self.length, kind=kind, level=level))
            self._block = None


def _trimmed(link: Link, text: str) -> Link | None:
    """Return a link without the white space at its ends; None where nothing else is in it."""
    words = text[link.start : link.end]
    start = link.start + len(words) - len(words.lstrip())
    end = link.start + len(words.rstrip())
    return Link(start=start, end=end, href=link.href) if start < end else None

"""Laying text out as a browser copies it: white space folded, blocks parted by line breaks, links with offsets."""

from __future__ import annotations

import re

import msgspec

from sourcebook.model import Link
from sourcebook.model.document import BlockKind

# A single space is left as it is, which is most of them.
_WHITE = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")


class Laid(msgspec.Struct, frozen=True, gc=False):
    """A block as it was laid out: where it is in the text, and what it is."""

    start: int
    end: int
    kind: BlockKind
    level: int


class Layout:
    """Collects text with pending line breaks; offsets of blocks and links are those of the text so far.

    `elements` has for each block the number of the element in which it began, as the caller sets it in `element`.
    """

    def __init__(self) -> None:
        self.length = 0
        self.blocks: list[Laid] = []
        self.links: list[Link] = []
        self._pieces: list[str] = []
        self._breaks = 0
        self._space = False
        self._block: tuple[int, BlockKind, int] | None = None
        self._kind: tuple[BlockKind, int] = ("paragraph", 0)
        self._whole = 0
        self.element = 0
        self.elements: list[int] = []

    def write(self, text: str) -> None:
        """Add text, folding white space to one space."""
        if "  " in text or "\n" in text or "\t" in text or "\r" in text or "\f" in text:
            text = _WHITE.sub(" ", text)
        if text == " ":
            self._space = True
            return
        if text[:1] == " ":
            self._space, text = True, text[1:]
        if text[-1:] == " ":
            self._add(text[:-1])
            self._space = True
        else:
            self._add(text)

    def write_verbatim(self, text: str) -> None:
        """Add preformatted text as it is."""
        self._add(text)

    def _add(self, text: str) -> None:
        if not text:
            return
        if self._breaks or self._space:
            self._flush_space()
        if self._block is None and not text.isspace():
            self._block = (self.length, *self._kind)
            self.elements.append(self.element)
        self._pieces.append(text)
        self.length += len(text)

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
        if self._block is not None:
            self._close_block()
        if breaks > self._breaks:  # noqa: PLR1730 - called at both ends of every element, where max() is slow
            self._breaks = breaks
        self._space = False

    def cell(self) -> None:
        """Part two cells of a row."""
        self._close_block()
        if not self._breaks and self.length:
            self._flush_space()
            self._put("\t")

    def whole(self, kind: BlockKind) -> None:
        """Begin a block that holds all until `end_whole`, whatever parts it."""
        self._close_block()
        self._whole += 1
        self._kind = (kind, 0)

    def end_whole(self) -> None:
        """End what `whole` began; paragraphs follow."""
        self._whole -= 1
        self._close_block()
        self._kind = ("paragraph", 0)

    def kind(self, kind: BlockKind, level: int = 0) -> None:
        """Say what the blocks from here on are, unless they are parts of a whole one."""
        if not self._whole:
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
        if self.length:
            if breaks := self._breaks:
                self._pieces.append("\n" * breaks)
                self.length += breaks
            elif self._space:
                self._pieces.append(" ")
                self.length += 1
        self._breaks, self._space = 0, False

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)

    def _close_block(self) -> None:
        if self._block is not None and not self._whole:
            start, kind, level = self._block
            self.blocks.append(Laid(start, self.length, kind, level))
            self._block = None


def _trimmed(link: Link, text: str) -> Link | None:
    """Return a link without the white space at its ends; None where nothing else is in it."""
    words = text[link.start : link.end]
    if words and not words[0].isspace() and not words[-1].isspace():
        return link
    start = link.start + len(words) - len(words.lstrip())
    end = link.start + len(words.rstrip())
    return Link(start=start, end=end, href=link.href) if start < end else None

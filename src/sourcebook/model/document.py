"""A capture read as text: what readers return and segmenters take."""

from __future__ import annotations

from typing import Literal

from sourcebook.model.base import Value

BlockKind = Literal["paragraph", "heading", "item", "table", "preformatted"]


class Block(Value, frozen=True):
    """A run of the document's text that its format sets apart; offsets are code points into `Document.text`.

    `aside` says that it stands around the main text: a menu, a banner, what readers wrote, other articles.
    """

    start: int
    end: int
    kind: BlockKind = "paragraph"
    level: int = 0
    page: int | None = None
    aside: bool = False


class Link(Value, frozen=True):
    """An address behind a run of text."""

    start: int
    end: int
    href: str


class Problem(Value, frozen=True):
    """Something that the reader could not do as it should, in a sentence; the rest was read."""

    what: str
    offset: int | None = None


class Told(Value, frozen=True):
    """What a document says of itself in one field, and by what: its metadata, its page, its address."""

    field: str
    by: str


class Document(Value, frozen=True):
    """A capture as text.

    `text` is the whole decoded text; blocks and links point into it. `title`, `authors`, `publisher`, `issued` and
    `address` are what the format's own metadata say, and may be missing; `told` says for each by what.
    """

    text: str
    media_type: str
    charset: str = "utf-8"
    digest: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    issued: str | None = None
    address: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    told: tuple[Told, ...] = ()
    problems: tuple[Problem, ...] = ()

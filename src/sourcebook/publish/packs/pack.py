"""What a pack is: sections of a few kinds of blocks, from which every format is written."""

from __future__ import annotations

from sourcebook.model import Value
from sourcebook.publish.cite import Run, Text


class Para(Value, frozen=True, tag="paragraph"):
    """A paragraph of ours."""

    text: Text


class Quoted(Value, frozen=True, tag="passage"):
    """A passage of a work, in its own words.

    `label` is what the pack calls it. `note` tells that the words are the archive's, about the work. `facts` are what
    is known of it, as names and texts: its place, its citation, its permanent address, the worth of its figures.
    """

    label: str
    text: str
    note: bool = False
    language: str = ""
    right_to_left: bool = False
    facts: tuple[tuple[str, Text], ...] = ()


class Listing(Value, frozen=True, tag="list"):
    """Items one below the other, numbered where their order says something."""

    items: tuple[Text, ...]
    numbered: bool = False


class Table(Value, frozen=True, tag="table"):
    """Rows under named columns; the first cell of a row names it.

    `widths` are those of the columns on paper, in parts of the whole; alike where there are none. `blank` is a sheet
    to be filled in by hand, whose rows are high enough for that.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    widths: tuple[int, ...] = ()
    blank: bool = False


Block = Para | Quoted | Listing | Table


class Section(Value, frozen=True):
    """A heading and what stands under it; `apart` begins it on a page of its own."""

    heading: str
    blocks: tuple[Block, ...]
    apart: bool = False
    level: int = 2


class Pack(Value, frozen=True):
    """A pack whole: its kind, its title and what is said below it, and its sections in order."""

    kind: str
    title: str
    lead: tuple[str, ...]
    site: str
    as_of: str
    sections: tuple[Section, ...]
    language: str = "en"


def text(words: str) -> Text:
    """Return plain words as a text."""
    return (Run(text=words),) if words else ()


def link(words: str, address: str) -> Text:
    """Return words that lead to an address; plain ones where it is none of the web."""
    return (Run(text=words, link=address if address.startswith(("http://", "https://")) else ""),)


def para(*pieces: str | Text) -> Para:
    """Return a paragraph of words and texts, put together as they stand."""
    return Para(text=tuple(run for piece in pieces for run in (text(piece) if isinstance(piece, str) else piece)))

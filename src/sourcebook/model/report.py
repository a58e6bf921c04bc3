"""A report or article in blocks, with its numbered references and the marks in its text that point to them."""

from __future__ import annotations

from sourcebook.model.base import Value
from sourcebook.model.document import BlockKind, Problem
from sourcebook.model.identity import identifier

_DASHES = ("\u2014", "\u2013", "-", "_")


class Mark(Value, frozen=True):
    """A mark such as "(1-4, 7)" in a block's text: its span, the references it names, and its sentence.

    `sentence` is where that begins and `until` where it ends. `places` are those of the references in the list of the
    report, from 1: other than the numbers where one is missing, or where they begin anew in each chapter.
    """

    start: int
    end: int
    numbers: tuple[int, ...]
    sentence: int
    until: int = 0
    places: tuple[int, ...] = ()


class ReportBlock(Value, frozen=True):
    """A paragraph, heading, item or table with its page; `start` and `end` are offsets into the document's text.

    `text` has its lines joined and running heads left out, so it may differ from that slice in white space.
    """

    text: str
    start: int
    end: int
    kind: BlockKind = "paragraph"
    level: int = 0
    page: int | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def cites(self) -> tuple[int, ...]:
        """The numbers of the references that the block's marks name, each once, in their order."""
        return tuple(dict.fromkeys(number for mark in self.marks for number in mark.numbers))


class Reference(Value, frozen=True):
    """One entry of a list of references: what it says of the work, and `text`, its words with lines joined.

    `authors` are personal names as written; a body that wrote the work is its `publisher`. `issued` and `accessed`
    are EDTF. `stands_for` is the place in the list, from 1, of the reference that "ibid." or "op. cit." means.
    """

    number: int
    text: str
    start: int
    end: int
    page: int | None = None
    authors: tuple[str, ...] = ()
    title: str | None = None
    publisher: str | None = None
    publisher_place: str | None = None
    container: str | None = None
    issued: str | None = None
    url: str | None = None
    accessed: str | None = None
    stands_for: int | None = None

    @property
    def id(self) -> str:
        """The permanent identifier: its words, with the maker's name where a dash stands for it."""
        maker = "; ".join(self.authors) or self.publisher or ""
        return identifier("reference", self.text, maker if self.text[:1] in _DASHES else "")


class Report(Value, frozen=True):
    """A document segmented: its blocks in reading order, its references in the order of their numbers.

    `series` is what its running heads name besides: the volume or the yearly series that it is part of.
    """

    title: str | None = None
    series: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    issued: str | None = None
    language: str | None = None
    blocks: tuple[ReportBlock, ...] = ()
    references: tuple[Reference, ...] = ()
    problems: tuple[Problem, ...] = ()

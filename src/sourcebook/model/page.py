"""A country page, its entries, and their passages, each with its place in the document it was read from."""

from __future__ import annotations

from typing import Literal

from sourcebook.model.base import Value
from sourcebook.model.document import Problem
from sourcebook.model.report import Mark, Reference
from sourcebook.model.work import Visit, Work

Section = Literal["featured", "archives"]
PassageKind = Literal["quoted", "note"]
PassageRole = Literal["excerpt", "title", "background", "summary"]


class Span(Value, frozen=True):
    """A run of the document's text and the part it plays; a page's spans cover every code point once."""

    start: int
    end: int
    role: str


class Passage(Value, frozen=True):
    """A paragraph with its locator.

    `kind` is quoted (their words) or note (ours). `start` and `end` are offsets into the document as read; `text`
    may differ from that slice in white space and in marks that the page added. `ordinal` counts the passages of one
    role within its work at its place, from 1: the ¶ number. `heading` is the sub-heading in capitals that
    opens it or that it stands under, `paragraph_number` a number printed before it, as in "[51]". `marks` point from
    its sentences to the references of its entry.
    """

    id: str
    text: str
    start: int
    end: int
    ordinal: int
    kind: PassageKind = "quoted"
    role: PassageRole = "excerpt"
    heading: str | None = None
    paragraph_number: str | None = None
    item: bool = False
    page_number: int | None = None
    marks: tuple[Mark, ...] = ()


class Entry(Value, frozen=True):
    """A work as a page places it, with every time someone looked and the passages taken from it.

    `references` are those that the work itself lists, in their order.
    """

    work: Work
    start: int
    end: int
    section: Section | None = None
    title_passage: Passage | None = None
    visits: tuple[Visit, ...] = ()
    passages: tuple[Passage, ...] = ()
    urls: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    archived_copy_noted: bool = False
    access_date_unavailable: bool = False
    source_link_missing: bool = False
    format_noted: str | None = None
    about_other_place: str | None = None
    references: tuple[Reference, ...] = ()


class Extract(Value, frozen=True):
    """A page's background or summary: the work it was taken from and its passages."""

    work: Work
    passages: tuple[Passage, ...] = ()


class Help(Value, frozen=True):
    """A help entry as the page prints it; nothing here is verified, and none of it is shown as a number to dial."""

    name: str
    phones: tuple[str, ...] = ()
    country_code: str | None = None
    lines: tuple[str, ...] = ()


class CiteAs(Value, frozen=True):
    """The page's own "cite this webpage as" line."""

    author: str | None = None
    title: str | None = None


class Page(Value, frozen=True, cache_hash=True):
    """A country page.

    `place` is ISO 3166-1 alpha-2 or None where nothing on the page names a country; `collection` is the collection's
    title as written and `topic` its key in the vocabulary; `covers` are the first and last year it says it covers.
    """

    place: str | None = None
    heading: str | None = None
    collection: str | None = None
    topic: str | None = None
    tagline: str | None = None
    covers: tuple[str, str] | None = None
    address: str | None = None
    menu: tuple[str, ...] = ()
    background: Extract | None = None
    summary: Extract | None = None
    caution: str | None = None
    study_text: str | None = None
    study_themes: tuple[str, ...] = ()
    teachers_text: str | None = None
    help: tuple[Help, ...] = ()
    rights: str | None = None
    rights_text: str | None = None
    cite_as: CiteAs | None = None
    entries: tuple[Entry, ...] = ()
    unplaced: tuple[Span, ...] = ()
    spans: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()

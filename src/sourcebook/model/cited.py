"""A work to cite with every look at it, and the works of a reference manager's library."""

from __future__ import annotations

from typing import Literal

from sourcebook.model.base import Value
from sourcebook.model.document import Problem
from sourcebook.model.work import Visit, Work

LocatorLabel = Literal["paragraph", "page"]


class Locator(Value, frozen=True):
    """A place inside a work: a paragraph or a page, by its number as printed."""

    label: LocatorLabel
    value: str


class Cited(Value, frozen=True, cache_hash=True):
    """A work to cite, every look at it, and where the archive places it."""

    work: Work
    visits: tuple[Visit, ...] = ()
    place: str | None = None
    topic: str | None = None
    number: int | None = None
    archived_copy_noted: bool = False
    locator: Locator | None = None


class LibraryItem(Value, frozen=True):
    """A work as a reference manager keeps it: what its keeper and its abstract say of it, and its span in the file."""

    cited: Cited
    keywords: tuple[str, ...] = ()
    abstract: str | None = None
    notes: tuple[str, ...] = ()
    start: int = 0
    end: int = 0


class Library(Value, frozen=True):
    """The works of one file in their order; `form` is how its format is called."""

    form: str
    items: tuple[LibraryItem, ...] = ()
    problems: tuple[Problem, ...] = ()

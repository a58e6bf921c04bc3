"""What one work says of another: a work as a reference tells it, the source behind a sentence, and how sure we are."""

from __future__ import annotations

from sourcebook.model.base import Value


class Cited(Value, frozen=True, kw_only=True):
    """A work as a reference, or as an entry that holds it, tells it: what is compared to see whether two are one.

    `id` is the reference's or the work's own; `held` says that it stands as an entry.
    """

    id: str
    title: str
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    container: str | None = None
    issued: str | None = None
    url: str | None = None
    held: bool = False


class Sameness(Value, frozen=True, kw_only=True):
    """That two citations are of one work: how sure that is, from 0 to 1, and why, in a clause."""

    one: str
    other: str
    confidence: float
    because: str


class Source(Value, frozen=True, kw_only=True):
    """A work that the sentence of a figure cites: its number in the list of references, and what that says of it.

    `reference` is the reference's own identifier; `work` that of the one work that it and others of its kind are.
    """

    number: int
    reference: str
    work: str
    title: str
    publisher: str | None = None
    issued: str | None = None

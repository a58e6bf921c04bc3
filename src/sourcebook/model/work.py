"""Published things, and each time someone looked at them."""

from __future__ import annotations

from typing import Literal

from sourcebook.model.base import Value
from sourcebook.model.identity import work_id

Outcome = Literal[
    "read",
    "moved",
    "changed",
    "gone",
    "soft_404",
    "paywalled",
    "blocked",
    "unreachable",
    "archived_elsewhere",
    "unknown",
]


class Work(Value, frozen=True):
    """A published thing.

    `title` and `credit` stand as written and make the identifier. `authors` are personal names as written, in order;
    `publisher` is the body behind it; `issued` is EDTF (Library of Congress, 2019), levels 0 and 1 with the sets
    of level 2: `2004-03-24`, `2006-21` for spring, `2003-02-10/2003-02-12`, `[2004-02-03,2004-03-02]`.
    """

    title: str
    credit: str = ""
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    publisher_place: str | None = None
    container: str | None = None
    issued: str | None = None
    url: str | None = None
    kind: str = "webpage"
    language: str | None = None
    format_noted: str | None = None

    @property
    def id(self) -> str:
        """The permanent identifier."""
        return work_id(self.title, self.credit)


class Visit(Value, frozen=True):
    """One time someone looked at a work.

    `when` is EDTF or None where the page says that the date is not known; `as_written` is the page's own wording,
    `because` the reason that a check gave for the outcome.
    """

    when: str | None = None
    outcome: Outcome = "unknown"
    address: str | None = None
    as_written: str | None = None
    because: str | None = None


class Capture(Value, frozen=True):
    """Bytes kept: where they came from, when, and where in which WARC file they lie."""

    digest: str
    url: str
    time: str
    media_type: str
    warc: str
    offset: int
    length: int

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


class Work(Value, frozen=True, cache_hash=True):
    """A published thing.

    `title` and `credit` stand as written and make the identifier. `authors` are personal names as written, in order;
    `publisher` is the body behind it; `issued` is EDTF (Library of Congress, 2019), levels 0 and 1 with the sets
    of level 2: `2004-03-24`, `2006-21` for spring, `2003-02-10/2003-02-12`, `[2004-02-03,2004-03-02]`;
    `original_issued` is when a work that is published again first was. `archive` is the archive or library that holds
    it, `archive_location` its place there, a box or a shelf.
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
    original_issued: str | None = None
    archive: str | None = None
    archive_location: str | None = None

    @property
    def id(self) -> str:
        """The permanent identifier."""
        return work_id(self.title, self.credit)


State = Literal["unchanged", "moved", "reworded", "gone"]


class PassageNow(Value, frozen=True):
    """What became of a cited passage at its address: it is never looked for in anything that only looks like it.

    `passage` is its identifier; `lost` are the identifiers of its figures whose words no longer stand in its place.
    """

    passage: str
    state: State
    lost: tuple[str, ...] = ()

    @property
    def is_orphaned(self) -> bool:
        """Whether the address no longer says what is cited from it."""
        return self.state in {"reworded", "gone"}


class Visit(Value, frozen=True):
    """One time someone looked at a work.

    `when` is EDTF or None where the page says that the date is not known; `as_written` is the page's own wording,
    `because` the reason that a check of ours gave for the outcome, and `passages` what it found of those cited.
    """

    when: str | None = None
    outcome: Outcome = "unknown"
    address: str | None = None
    as_written: str | None = None
    because: str | None = None
    passages: tuple[PassageNow, ...] = ()

    @property
    def is_ours(self) -> bool:
        """Whether a check of ours made it; else a page notes it."""
        return self.because is not None


class Capture(Value, frozen=True):
    """Bytes kept: where they came from, when, and where in which WARC file they lie.

    `status` is the answer's, None where a file was handed in; `to` is where a redirect leads.
    """

    digest: str
    url: str
    time: str
    media_type: str
    warc: str
    offset: int
    length: int
    status: int | None = None
    to: str | None = None

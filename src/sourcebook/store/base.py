"""What every store offers: a Writer that takes whole pages, and a View that only reads.

`query` and `publish` are given a View and so cannot write; only `pipeline` opens a Writer.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, Self

from sourcebook.model import Capture, Document, Entry, Look, Page, Passage, Value, Visit, Work
from sourcebook.model.withdrawal import Withdrawal
from sourcebook.store.changes import Arrival, Changed
from sourcebook.store.citing import CitedWorks
from sourcebook.store.evidence import Evidence
from sourcebook.store.find import Candidate, Labels
from sourcebook.store.inventory import Inventory
from sourcebook.store.keeping import Standing
from sourcebook.store.match import Match
from sourcebook.store.states import State


class PageRow(Value, frozen=True):
    """One page in a listing. `topic` is None for the main collection; years are those of its entries' issue dates."""

    place: str
    topic: str | None
    collection: str | None
    heading: str | None
    entries: int
    passages: int
    first_year: int | None
    last_year: int | None
    last_looked: str | None
    digest: str


class Placed(Value, frozen=True):
    """An entry with the page it stands on and its number there, from 1."""

    place: str
    topic: str | None
    number: int
    entry: Entry


class PlacedPassage(Value, frozen=True):
    """A passage with its work and where it stands; `number` is its entry's number, None for background and summary."""

    place: str
    topic: str | None
    number: int | None
    work: Work
    passage: Passage


class Cited(Value, frozen=True):
    """An address that pages cite: the last look that a page notes (EDTF), and our own last one (ISO 8601)."""

    url: str
    last_noted: str | None = None
    last_checked: str | None = None


class View(Protocol):
    """A reader of one state of the archive; what it returns never changes while it is open."""

    @property
    def evidence(self) -> Evidence:
        """The claims of the shown pages and what comparing them showed."""

    @property
    def cited_works(self) -> CitedWorks:
        """The works that the shown reports cite."""

    def inventory(self) -> Inventory:
        """Return everything that has an address of its own, with digests by which change is seen."""

    def pages(self) -> tuple[PageRow, ...]:
        """Return every page, ordered by place and topic, the main topic first."""

    def page(self, place: str, topic: str | None = None) -> Page | None:
        """Return one page whole, without its spans, or None."""

    def entries(self, place: str, topic: str | None = None) -> tuple[Placed, ...]:
        """Return a page's entries in their order."""

    def work(self, work_id: str) -> tuple[Placed, ...]:
        """Return every place where a work stands as an entry; empty where it is unknown."""

    def passage(self, passage_id: str) -> PlacedPassage | None:
        """Return a passage and where it stands, or None."""

    def passages_beside(self, passage_id: str) -> dict[str, PlacedPassage]:
        """Return a passage and the others of its entry by identifier, each where it stands, as `passage` does."""

    def latest(self, limit: int) -> tuple[Placed, ...]:
        """Return the entries that were added last, newest first."""

    def matching(self, match: Match, limit: int) -> list[int]:
        """Return the rows that match, the newest first, at most so many; `query.search` is the front of this."""

    def candidates(self, found: Iterable[int]) -> list[Candidate]:
        """Return the texts of these rows, in no order."""

    def labels(self, found: Iterable[int]) -> Labels:
        """Return what these rows count under, in no order."""

    def found(self, rows_found: Iterable[int]) -> tuple[PlacedPassage, ...]:
        """Return the passages of these rows with their places, in this order."""

    def visits(self, work_id: str) -> tuple[Visit, ...]:
        """Return every look at a work, in order of date, the undated last."""

    def own_visits(self, place: str, topic: str | None = None) -> dict[str, tuple[Visit, ...]]:
        """Return our own looks at the works of a page, by the work's identifier, in order of date."""

    def copies_of(self, url: str) -> tuple[Capture, ...]:
        """Return the kept copies of what stood at an address, past kept redirects, the first one first."""

    def captures(self, digest: str) -> tuple[Capture, ...]:
        """Return the kept copies with this digest."""

    def captures_of(self, url: str) -> tuple[Capture, ...]:
        """Return the kept copies of an address, the first one first."""

    def lengths(self, captures: Iterable[Capture]) -> dict[str, int]:
        """Return how many words each of these kept copies has, by its digest, where they were counted."""

    def uncounted(self) -> tuple[Capture, ...]:
        """Return the kept copies of quoted works whose words were never counted."""

    def cited(self, place: str | None = None) -> tuple[Cited, ...]:
        """Return every address that the pages shown cite, of one place or of all."""

    def citing(self, url: str) -> tuple[Placed, ...]:
        """Return the entries that cite an address."""

    def looks(self, url: str) -> tuple[Look, ...]:
        """Return our own looks at an address, the first one first."""

    def withdrawals(self, target: str | None = None) -> tuple[Withdrawal, ...]:
        """Return what was withdrawn, in order; only what has this identifier where one is given."""

    def withheld(self, captures: Iterable[Capture]) -> frozenset[tuple[str, int]]:
        """Return the places, file and offset, of those captures that hold something withdrawn."""

    def withheld_addresses(self) -> frozenset[str]:
        """Return the addresses of works that were withdrawn."""

    def states(self, place: str, topic: str | None = None) -> tuple[State, ...]:
        """Return the states of a page in the order in which they came in; empty where there is none."""

    def entries_in(self, place: str, topic: str | None, digest: str) -> tuple[Placed, ...]:
        """Return the entries that one state of a page has, in their order."""

    def arrivals(self, limit: int, place: str | None = None) -> tuple[Arrival, ...]:
        """Return the works shown as entries that came in last, the latest first; only those of a place if told."""

    def arrivals_by_theme(self, limit: int) -> dict[str, tuple[Arrival, ...]]:
        """Return for each theme the works that came in last and speak of it, at most so many."""

    def changes(self) -> tuple[Changed, ...]:
        """Return everything that has an address of its own with the time of its last change."""

    def known_end(self) -> tuple[str, int] | None:
        """Return how far into the kept files the archive has read, or None where nothing was."""

    def captures_in(self, warc: str) -> tuple[Capture, ...]:
        """Return the captures that are noted in one kept file, in the order in which they lie there."""

    def capture_files(self) -> tuple[str, ...]:
        """Return the names of the kept files in which captures are noted."""

    def standing_on(self, capture: Capture) -> tuple[Standing, ...]:
        """Return what stands on a capture: pages that were read from it, and entries of the work at its address."""

    def close(self) -> None:
        """Let the database go."""

    def __enter__(self) -> Self:
        """Return the view itself."""

    def __exit__(self, *_: object) -> None:
        """Close the view."""


class Writer(Protocol):
    """One transaction: everything since it was opened is kept at its end, or nothing."""

    def put_capture(self, capture: Capture) -> bool:
        """Note a kept copy; False where it was noted already."""

    def put_length(self, digest: str, words: int) -> None:
        """Note how many words the text of a kept copy has; 0 where nothing reads it."""

    def put_look(self, look: Look) -> bool:
        """Note what a check found; False where it was noted already."""

    def put_known_end(self, warc: str, offset: int) -> None:
        """Note how far into the kept files the archive has read."""

    def known_end(self) -> tuple[str, int] | None:
        """Return how far into the kept files the archive has read, or None where nothing was."""

    def original_of(self, url: str, digest: str) -> Capture | None:
        """Return the first kept copy of an address with this digest, or None."""

    def last_capture_of(self, url: str) -> Capture | None:
        """Return the latest kept copy of an address, or None."""

    def put_page(self, page: Page, document: Document) -> bool:
        """Put a page with all it holds; False where the very same page is there already.

        A page that says something else becomes the one that is shown at its place and topic. Passages that only
        the one before it had keep their addresses.
        """

    def last_capture(self) -> Capture | None:
        """Return the capture that was noted last."""

    def capture(self, digest: str) -> Capture | None:
        """Return the first kept copy with this digest, or None."""

    def shows(self, place: str, topic: str | None) -> bool:
        """Tell whether a page is shown at this place and topic."""

    def holds(self, digest: str) -> tuple[str, str | None] | None:
        """Return the place and topic of the page that was read from the bytes with this digest, or None."""

    def __enter__(self) -> Self:
        """Open the transaction."""

    def __exit__(self, *_: object) -> None:
        """Commit, or roll back where an error passes through."""


class Store(Protocol):
    """A place where an archive is kept: any number of views, and one writer at a time."""

    def create(self) -> None:
        """Make an empty archive; refused where there is one."""

    def writer(self) -> Writer:
        """Return a transaction, to be entered with `with`; writers take turns."""

    def view(self) -> View:
        """Return a reader of the archive as it stands now."""

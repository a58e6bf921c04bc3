"""A view that remembers: the pages of one country are made from the same few reads of the archive."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sourcebook.model import Page, Visit
from sourcebook.store.base import PageRow, Placed, View
from sourcebook.store.evidence import Evidence

KEPT_PAGES = 2
KEPT_WORKS = 64
KEPT_PASSAGES = 256


class RememberingEvidence:
    """The evidence of a view that remembers what each passage of a page asks: how much room the page takes.

    What a passage claims is remembered too: its own page, that of its work and those of its figures ask for it.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self.room = lru_cache(KEPT_PAGES)(evidence.room)
        self.drawn = lru_cache(KEPT_PAGES)(evidence.drawn)
        self.figures_in = lru_cache(KEPT_PASSAGES)(evidence.figures_in)
        self.routes_in = lru_cache(KEPT_PASSAGES)(evidence.routes_in)

    def __getattr__(self, name: str) -> Any:
        """Return whatever else the evidence offers."""
        return getattr(self._evidence, name)


class RememberingView:
    """A view of one state of the archive, which never changes while it is open, so that answers can be kept."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._pages: tuple[PageRow, ...] | None = None
        self._page = lru_cache(KEPT_PAGES)(view.page)
        self._work = lru_cache(KEPT_WORKS)(view.work)
        self._visits = lru_cache(KEPT_WORKS)(view.visits)
        self.evidence = RememberingEvidence(view.evidence)

    def pages(self) -> tuple[PageRow, ...]:
        """Return every page, read once."""
        if self._pages is None:
            self._pages = self._view.pages()
        return self._pages

    def page(self, place: str, topic: str | None = None) -> Page | None:
        """Return one page whole, or None."""
        return self._page(place, topic)

    def work(self, work_id: str) -> tuple[Placed, ...]:
        """Return every place where a work stands as an entry."""
        return self._work(work_id)

    def visits(self, work_id: str) -> tuple[Visit, ...]:
        """Return every look at a work."""
        return self._visits(work_id)

    def __getattr__(self, name: str) -> Any:
        """Return whatever else the view offers."""
        return getattr(self._view, name)

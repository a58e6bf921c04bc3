"""A view over pages that are held in memory: what the site's tests read when no database is what they are about."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

from tests.world.stored import stored_pages

from sourcebook.model import Capture, Page, Passage, Visit, Work
from sourcebook.model.withdrawal import Withdrawal
from sourcebook.store import SqliteStore
from sourcebook.store.base import PageRow, Placed, PlacedPassage
from sourcebook.store.citing import CitedWorks
from sourcebook.store.evidence import Evidence
from sourcebook.store.states import State


@dataclass(frozen=True)
class MemoryView:
    """The pages it was given, read as any other view is."""

    held: tuple[Page, ...]
    own: tuple[tuple[str, Visit], ...] = ()
    copies: tuple[Capture, ...] = ()
    counted: tuple[tuple[str, int], ...] = ()

    @property
    def evidence(self) -> Evidence:
        return evidence_of(self.held)

    @property
    def cited_works(self) -> CitedWorks:
        return stored(self.held).view().cited_works

    def pages(self) -> tuple[PageRow, ...]:
        return tuple(sorted((_row(page) for page in self.held), key=lambda row: (row.place, row.topic or "")))

    def page(self, place: str, topic: str | None = None) -> Page | None:
        return next((page for page in self.held if (page.place, page.topic) == (place, topic)), None)

    def entries(self, place: str, topic: str | None = None) -> tuple[Placed, ...]:
        page = self.page(place, topic)
        return _placed(page) if page else ()

    def work(self, work_id: str) -> tuple[Placed, ...]:
        return tuple(one for page in self.held for one in _placed(page) if one.entry.work.id == work_id)

    def passage(self, passage_id: str) -> PlacedPassage | None:
        return next((one for page in self.held for one in _passages(page) if one.passage.id == passage_id), None)

    def latest(self, limit: int) -> tuple[Placed, ...]:
        return tuple(one for page in reversed(self.held) for one in _placed(page))[:limit]

    def visits(self, work_id: str) -> tuple[Visit, ...]:
        found = {visit: None for one in self.work(work_id) for visit in one.entry.visits}
        own = [visit for work, visit in self.own if work == work_id]
        return tuple(sorted((*found, *own), key=lambda visit: (visit.when is None, visit.when or "")))

    def own_visits(self, place: str, topic: str | None = None) -> dict[str, tuple[Visit, ...]]:
        works = {placed.entry.work.id for placed in self.entries(place, topic)}
        return {work: tuple(visit for key, visit in self.own if key == work) for work, _ in self.own if work in works}

    def copies_of(self, url: str) -> tuple[Capture, ...]:
        return tuple(copy for copy in self.copies if copy.url == url)

    def lengths(self, captures: Iterable[Capture]) -> dict[str, int]:
        return {digest: words for digest, words in self.counted if digest in {one.digest for one in captures}}

    def withheld(self, captures: Iterable[Capture]) -> frozenset[tuple[str, int]]:
        return frozenset()

    def captures(self, digest: str) -> tuple[Capture, ...]:
        return ()

    def states(self, place: str, topic: str | None = None) -> tuple[State, ...]:
        return (State(digest="", time="2026-11-01T09:00:00Z", shown=True),)

    def withdrawals(self, target: str | None = None) -> tuple[Withdrawal, ...]:
        return ()

    def close(self) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _row(page: Page) -> PageRow:
    issued = sorted(int(entry.work.issued.strip("[")[:4]) for entry in page.entries if entry.work.issued)
    looked = [visit.when for entry in page.entries for visit in entry.visits if visit.when]
    return PageRow(
        place=page.place or "",
        topic=page.topic,
        collection=page.collection,
        heading=page.heading,
        entries=len(page.entries),
        passages=sum(len(entry.passages) for entry in page.entries),
        first_year=issued[0] if issued else None,
        last_year=issued[-1] if issued else None,
        last_looked=max(looked, default=None),
        digest="",
    )


def _placed(page: Page) -> tuple[Placed, ...]:
    return tuple(
        Placed(place=page.place or "", topic=page.topic, number=number, entry=entry)
        for number, entry in enumerate(page.entries, start=1)
    )


def _passages(page: Page) -> list[PlacedPassage]:
    extracts = [(None, part.work, part.passages) for part in (page.background, page.summary) if part]
    entries = [
        (number, entry.work, (*filter(None, [entry.title_passage]), *entry.passages))
        for number, entry in enumerate(page.entries, start=1)
    ]
    return [
        _located(page, number, work, passage)
        for number, work, passages in (*extracts, *entries)
        for passage in passages
    ]


def _located(page: Page, number: int | None, work: Work, passage: Passage) -> PlacedPassage:
    return PlacedPassage(place=page.place or "", topic=page.topic, number=number, work=work, passage=passage)


@cache
def evidence_of(held: tuple[Page, ...]) -> Evidence:
    """Return what these pages say and what comparing them shows, read and compared as when they are added."""
    return stored(held).view().evidence


@cache
def stored(held: tuple[Page, ...]) -> SqliteStore:
    """Return these pages in a store of their own."""
    return stored_pages(Path(tempfile.mkdtemp(prefix="world")), held)

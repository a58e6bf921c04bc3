"""Every look at the works of a page: those that the page notes, and our own, in one order."""

from __future__ import annotations

import msgspec

from sourcebook.model import Page, PassageNow, Value, Visit
from sourcebook.store.base import Placed, View


class Orphan(Value, frozen=True):
    """A cited passage that no longer stands at its address as it is cited: where, and what our last look found."""

    place: str
    topic: str | None
    number: int
    work: str
    title: str
    url: str | None
    passage: str
    ordinal: int
    state: str
    looked: str | None
    lost: tuple[str, ...] = ()


def with_own_looks(view: View, page: Page) -> Page:
    """Return a page whose entries bear our own looks among those that it notes, in order of date, the undated last."""
    own = view.own_visits(page.place or "", page.topic)
    if not own:
        return page
    entries = tuple(
        msgspec.structs.replace(entry, visits=together(entry.visits, own.get(entry.work.id, ())))
        for entry in page.entries
    )
    return msgspec.structs.replace(page, entries=entries)


def placed_with_own_looks(view: View, placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Return the entries of one page with our own looks among those that the page notes."""
    if not placed:
        return placed
    own = view.own_visits(placed[0].place, placed[0].topic)
    return tuple(
        msgspec.structs.replace(
            one,
            entry=msgspec.structs.replace(one.entry, visits=together(one.entry.visits, own.get(one.entry.work.id, ()))),
        )
        for one in placed
    )


def together(noted: tuple[Visit, ...], own: tuple[Visit, ...]) -> tuple[Visit, ...]:
    """Return looks in order of date, the undated last; where there are none of ours, as the page has them."""
    if not own:
        return noted
    return tuple(sorted((*noted, *own), key=lambda visit: (visit.when is None, (visit.when or "").lstrip("["))))


def last_comparison(visits: tuple[Visit, ...]) -> tuple[str | None, tuple[PassageNow, ...]]:
    """Return the day of our last look that compared passages, and what it found of each."""
    for visit in reversed([one for one in visits if one.when]):
        if visit.passages:
            return visit.when, visit.passages
    return None, ()


def orphans(view: View, place: str | None = None) -> tuple[Orphan, ...]:
    """Return the passages of the pages shown that their addresses no longer say, of one place or of all."""
    return tuple(
        orphan
        for row in view.pages()
        if place in {None, row.place}
        for one in placed_with_own_looks(view, view.entries(row.place, row.topic))
        for orphan in _orphans_in(one)
    )


def _orphans_in(placed: Placed) -> list[Orphan]:
    looked, passages = last_comparison(placed.entry.visits)
    states = {one.passage: one for one in passages if one.is_orphaned}
    work = placed.entry.work
    return [
        Orphan(
            place=placed.place,
            topic=placed.topic,
            number=placed.number,
            work=work.id,
            title=work.title,
            url=work.url,
            passage=passage.id,
            ordinal=passage.ordinal,
            state=states[passage.id].state,
            looked=looked,
            lost=states[passage.id].lost,
        )
        for passage in placed.entry.passages
        if passage.id in states
    ]

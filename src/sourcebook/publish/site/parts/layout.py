"""In which part of a long country page each entry stands: reckoned from the room that everything takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.store.base import PlacedPassage, View
from sourcebook.store.weighing import Drawn, PageRoom, Room

# A page reckoned at no more than ALONE bytes comes whole; of a longer one the first part holds what stands before the
# entries and as many of them as FIRST leaves room for, and the others up to FURTHER. Reckoned rather too much, each
# stays under 80 kB, with room for what stands in its head.
ALONE, FIRST, FURTHER = 86_000, 74_000, 64_000
LEAST = 4_000
HEAD, FIGURES, TIERS, FINDINGS, TABLES = 18_000, 2_800, 2_500, 4_500, 6_500
A_FIGURE, A_TIER, A_FINDING = 500, 200, 400
MOST_FIGURES, MOST_TIERS, MOST_FINDINGS = 60, 40, 24


class Slice(Value, frozen=True):
    """An entry, by its place among those of its page, with the passages from `start` on up to `stop`."""

    entry: int
    start: int
    stop: int


class Layout(Value, frozen=True):
    """The slices of each part, and the part in which each work's head and each of its passages stand."""

    parts: tuple[tuple[Slice, ...], ...]
    where: dict[str, tuple[tuple[int, int], ...]]

    def part_of(self, work: str, ordinal: int = 0) -> int:
        """Return the part of a work's entry, or of the passage with this number; 1 for what is no entry's."""
        part = 1
        for begins, number in self.where.get(work, ()):
            if ordinal == 0 or ordinal > begins:
                part = number
                if ordinal == 0:
                    break
        return part


def layout_of(view: View, place: str, topic: str | None) -> Layout:
    """Return the layout of a country page."""
    drawn = view.evidence.drawn(place) if topic is None else Drawn()
    return laid_out(view.evidence.room(place, topic), drawn)


@lru_cache(maxsize=8)
def laid_out(room: PageRoom, drawn: Drawn) -> Layout:
    """Return the layout of a page of this room."""
    head = head_room(room, drawn)
    if head + sum(map(_whole, room.entries)) <= ALONE:
        every = tuple(Slice(entry=at, start=0, stop=len(one.passages)) for at, one in enumerate(room.entries))
        parts: tuple[tuple[Slice, ...], ...] = (every,)
    else:
        parts = tuple(map(tuple, _filled(room.entries, max(LEAST, FIRST - head))))
    where: dict[str, list[tuple[int, int]]] = {}
    held: dict[str, int] = {}
    for number, slices in enumerate(parts, start=1):
        for one in slices:
            work = room.entries[one.entry].work
            # A work that stands on the page twice is anchored at its first place.
            if held.setdefault(work, one.entry) == one.entry:
                where.setdefault(work, []).append((one.start, number))
    return Layout(parts=parts, where={work: tuple(found) for work, found in where.items()})


def head_room(room: PageRoom, drawn: Drawn) -> int:
    """Return the room of what stands before the entries, its pictures and findings as much as they may become."""
    figures = FIGURES + A_FIGURE * min(drawn.figures, MOST_FIGURES) if drawn.figures else 0
    tiers = TIERS + A_TIER * min(drawn.tiers, MOST_TIERS) if drawn.tiers else 0
    tables = TABLES if drawn.tables else 0
    return HEAD + room.extracts + figures + tiers + tables + FINDINGS + A_FINDING * min(drawn.findings, MOST_FINDINGS)


def _whole(room: Room) -> int:
    return room.head + sum(room.passages)


def _filled(entries: Sequence[Room], first: int) -> Iterator[list[Slice]]:
    """Yield the slices of each part: whole entries as long as there is room, an entry too long for any part cut up."""
    slices: list[Slice] = []
    left = first
    for slice_, room in _pieces(entries):
        if slices and room > left:
            yield slices
            slices, left = [], FURTHER
        elif room > left and left == first:
            yield []
            left = FURTHER
        slices.append(slice_)
        left -= room
    yield slices


def _pieces(entries: Sequence[Room]) -> Iterator[tuple[Slice, int]]:
    """Yield each entry whole, or in pieces of which each finds room in a part of its own."""
    for at, one in enumerate(entries):
        start, room = 0, one.head
        for number, passage in enumerate(one.passages):
            if room + passage > FURTHER and number > start:
                yield Slice(entry=at, start=start, stop=number), room
                start, room = number, one.head
            room += passage
        yield Slice(entry=at, start=start, stop=len(one.passages)), room


class Homes:
    """Where on their pages works and passages stand; each page is reckoned once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._layouts: dict[tuple[str, str | None], Layout] = {}

    def of_work(self, page: tuple[str, str | None], work: str) -> str:
        """Return where a work stands as an entry of a page."""
        return self._address(page, self._layout(page).part_of(work), work)

    def of_passage(self, found: PlacedPassage) -> str:
        """Return where a passage stands; that of a title is its entry, background and summary are in the first part."""
        page, passage = (found.place, found.topic), found.passage
        if found.number is None:
            return self._address(page, 1, passage.id)
        if passage.role == "title":
            return self.of_work(page, found.work.id)
        return self._address(page, self._layout(page).part_of(found.work.id, passage.ordinal), passage.id)

    def _layout(self, page: tuple[str, str | None]) -> Layout:
        if page not in self._layouts:
            self._layouts[page] = layout_of(self._view, *page)
        return self._layouts[page]

    def _address(self, page: tuple[str, str | None], part: int, anchor: str) -> str:
        return addresses.anchored(addresses.part(addresses.page(*page), part), anchor)

"""What a pack takes from the archive: the passages of its countries, on its theme, and what it leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from sourcebook.model import Entry, Extract, Page, Passage, Work
from sourcebook.model.finding import Finding
from sourcebook.model.kinds import Theme
from sourcebook.publish.packs.asked import MOST_PASSAGES, Asked
from sourcebook.publish.packs.waiting import Waiting
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.when import day
from sourcebook.query.findings import on_pages
from sourcebook.store.base import PlacedPassage
from sourcebook.store.mentions import PlacedClaim
from sourcebook.vocabulary.themes import ThemeEntry, themes

Stands = tuple[str, str | None, int | None]


class Chosen:
    """The passages of some countries, in the order of their pages; each is read once."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.view = asked.view
        self.pages = tuple(
            page
            for place in asked.places
            for row in asked.view.pages()
            if row.place == place and (page := asked.view.page(place, row.topic))
        )
        self.waiting = Waiting(asked.view)
        found = [one for one in self._every() if self._is_wanted(one)]
        free = [one for one in found if not self.waiting.holds(one)]
        self.withheld = len(found) - len(free)
        self.passages = tuple(_shared_out(free, max(1, MOST_PASSAGES // max(1, len(asked.places)))))
        self.left_out = len(free) - len(self.passages)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the countries of which the archive has no page."""
        held = {page.place for page in self.pages}
        return tuple(place_name(place, self.asked.site.words) for place in self.asked.places if place not in held)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the countries by their codes."""
        headings = {page.place: page.heading for page in reversed(self.pages)}
        return {place: place_name(place, self.asked.site.words, headings.get(place)) for place in self.asked.places}

    def about(self, place: str, parted: str) -> str:
        """Return the name of a country with what parts it from what is said; nothing where there is only one."""
        return f"{self.names[place]}{parted}" if len(self.names) > 1 else ""

    @cached_property
    def themes(self) -> tuple[PlacedClaim[Theme], ...]:
        """The themes of the countries' pages."""
        return tuple(one for place in self.asked.places for one in self.view.evidence.themes(place))

    @cached_property
    def watched(self) -> dict[str, tuple[Finding, ...]]:
        """What comparing showed of each country that has a page, the gaps as of the pack's day with it."""
        places = dict.fromkeys(page.place or "" for page in self.pages)
        found = on_pages(self.view.evidence, places, day(self.asked.site.as_of))
        return {
            place: tuple(one for one in held if one.kind == "gap" or not self.waiting.grounds(one))
            for place, held in found.items()
        }

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry of the countries' pages, each work once, without those that wait for an editor."""
        return tuple(one for one in self._listed if one.work.id not in self.waiting.works)

    @property
    def works_withheld(self) -> int:
        """How many works of the countries' pages wait for an editor, for what their titles say."""
        return len(self._listed) - len(self.entries)

    @cached_property
    def _listed(self) -> tuple[Entry, ...]:
        return tuple({entry.work.id: entry for page in self.pages for entry in page.entries}.values())

    @cached_property
    def works(self) -> tuple[Work, ...]:
        """The works of the passages, and where there is no theme also those of entries without a passage."""
        works = {one.work.id: one.work for one in self.passages}
        if self.asked.theme is None:
            works |= {entry.work.id: entry.work for entry in self.entries}
        return tuple(works.values())

    def reported(self) -> list[tuple[ThemeEntry, int]]:
        """Return the themes of the pages with the number of passages on each, the most frequent first."""
        passages = Counter(key for key, _ in {(one.claim.key, one.passage) for one in self.themes})
        return [(themes()[key], many) for key, many in sorted(passages.items(), key=lambda item: (-item[1], item[0]))]

    def _is_wanted(self, one: PlacedPassage) -> bool:
        theme = self.asked.theme
        return theme is None or one.passage.id in self._on_theme

    @cached_property
    def _on_theme(self) -> frozenset[str]:
        theme = self.asked.theme
        return frozenset(one.passage for one in self.themes if theme and one.claim.key == theme.key)

    def _every(self) -> Iterator[PlacedPassage]:
        seen: set[str] = set()
        for page in self.pages:
            for stands, work, passages in _parts(page):
                for passage in passages:
                    if passage.id not in seen:
                        seen.add(passage.id)
                        yield PlacedPassage(
                            place=stands[0], topic=stands[1], number=stands[2], work=work, passage=passage
                        )


def _parts(page: Page) -> Iterator[tuple[Stands, Work, tuple[Passage, ...]]]:
    place = page.place or ""
    for number, entry in enumerate(page.entries, start=1):
        yield (place, page.topic, number), entry.work, entry.passages
    if isinstance(page.summary, Extract):
        yield (place, page.topic, None), page.summary.work, page.summary.passages


def _shared_out(found: list[PlacedPassage], each: int) -> Iterator[PlacedPassage]:
    taken: Counter[str] = Counter()
    for one in found:
        taken[one.place] += 1
        if taken[one.place] <= each:
            yield one

"""Citations of a pack: one reading list, and for each passage the words that point into it."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.model import Work
from sourcebook.publish.cite import Cited, ReadingList, Text, cite_passage
from sourcebook.publish.packs.asked import Asked
from sourcebook.publish.packs.pack import link, text
from sourcebook.publish.site import addresses
from sourcebook.store.base import PlacedPassage


class Citing:
    """The works of a pack as the archive cites them, in one style."""

    def __init__(self, asked: Asked, works: Iterable[Work], passages: Iterable[PlacedPassage]) -> None:
        self._asked = asked
        # A summary is no entry, so its work has no page of its own: its first passage has.
        apart = {one.work.id: one.passage.id for one in reversed(tuple(passages)) if one.number is None}
        self._first = {work: first for work, first in apart.items() if not asked.view.work(work)}
        self._visits = {work.id: asked.view.visits(work.id) for work in works_once(works)}
        cited = [Cited(work=work, visits=self._visits[work.id]) for work in works_once(works)]
        self._list = ReadingList(cited, asked.cited_in)

    @property
    def entries(self) -> tuple[Text, ...]:
        """The reading list, each work with its permanent address in the archive."""
        return tuple((*one.entry, *text(" "), *self._work(one.id)) for one in self._list.citations)

    def _work(self, identifier: str) -> Text:
        first = self._first.get(identifier)
        address = self.address(addresses.passage(first) if first else addresses.entry(identifier))
        return link(address, address)

    def in_text(self, placed: PlacedPassage) -> Text:
        """Return the words in brackets that point from a passage to its work in the list."""
        return self._list.in_text(cite_passage(placed, self._visits[placed.work.id]))

    def passage(self, identifier: str) -> Text:
        """Return the permanent address of a passage, as a link."""
        address = self.address(addresses.passage(identifier))
        return link(address, address)

    def address(self, there: str) -> str:
        """Return the whole address of a page of the archive."""
        return self._asked.site.absolute(there)


def works_once(works: Iterable[Work]) -> tuple[Work, ...]:
    """Return works in their order, each once."""
    return tuple({work.id: work for work in works}.values())

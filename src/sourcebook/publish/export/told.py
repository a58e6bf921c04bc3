"""What the tables are made from: one state of the archive, the numbers to call, and the day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sourcebook.model import Page
from sourcebook.query.helplines import Helplines
from sourcebook.store.base import View

ELSEWHERE = "elsewhere"
"""The part for what is about no country that has a page; every other part goes by the country's code."""


@dataclass(frozen=True)
class Told:
    """An archive as it is written to tables; `topic` is the key of its main collection’s topic."""

    view: View
    topic: str
    day: date = date.max
    lines: Helplines = field(default_factory=Helplines)

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The countries that have a page, each once, by code."""
        return tuple(dict.fromkeys(row.place for row in self.view.pages()))

    @property
    def parts(self) -> tuple[str, ...]:
        """Every part, in the order in which they make the whole."""
        return (*self.places, ELSEWHERE)

    def topics(self, place: str) -> tuple[str | None, ...]:
        """Return the topics of a country's pages, the main one first."""
        return tuple(row.topic for row in self.view.pages() if row.place == place)

    def named(self, topic: str | None) -> str:
        """Return the key of a topic, of the main one too."""
        return topic or self.topic

    def pages(self, place: str) -> tuple[tuple[str | None, Page], ...]:
        """Return a country's pages with their topics."""
        found = ((topic, self.view.page(place, topic)) for topic in self.topics(place))
        return tuple((topic, page) for topic, page in found if page is not None)

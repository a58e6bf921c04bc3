"""Counts over the shown pages: themes where they stand, how much room pages take, and what public tables there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from sourcebook.model.kinds import Theme
from sourcebook.store import theming, weighing
from sourcebook.store.mentions import PlacedClaim
from sourcebook.store.theming import ThemeCount


class Surveyed:
    """What can be counted of the shown pages; read-only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def theme_counts(self, keys: Sequence[str] = (), place: str | None = None) -> tuple[ThemeCount, ...]:
        """Return how often pages affirm or deny each theme, by country; of these themes and this country if given."""
        return theming.theme_counts(self._connection, keys, place)

    def themed(self, told: theming.Told, limit: int = -1, offset: int = 0) -> tuple[PlacedClaim[Theme], ...]:
        """Return the passages of a theme, each once, the most telling first."""
        return theming.themed(self._connection, told, limit, offset)

    def named_with(self, key: str) -> dict[str, int]:
        """Return for each other theme how many works name it in one passage with this one."""
        return theming.named_with(self._connection, key)

    def tables(self, country: str) -> dict[str, str]:
        """Return the works on a country's pages that are public tables, each with its title."""
        found = self._connection.execute(
            "SELECT DISTINCT works.id, works.title FROM entries JOIN works ON works.id = entries.work"
            " JOIN pages ON pages.state = entries.state WHERE pages.place = ? AND entries.kind = 'dataset'"
            " ORDER BY works.title, works.id",
            (country,),
        )
        return dict(found.fetchall())

    def newest_figures(self, until: int) -> dict[str, int]:
        """Return for each country the year of the newest figure counted in it, of none later than `until`."""
        found = self._connection.execute(
            "SELECT place, max(last_year) FROM claims WHERE kind = 'figure' AND place IS NOT NULL AND last_year <= ?"
            " GROUP BY place",
            (until,),
        )
        return dict(found.fetchall())

    def drawn(self, place: str) -> weighing.Drawn:
        """Return how much there is to draw of a country."""
        return weighing.drawn(self._connection, place).get(place, weighing.Drawn())

    def room(self, place: str, topic: str | None = None) -> weighing.PageRoom:
        """Return how much room the parts of a page take."""
        key = (place, topic)
        return weighing.rooms(self._connection, key).get(key, weighing.PageRoom())

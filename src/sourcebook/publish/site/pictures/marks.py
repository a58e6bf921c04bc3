"""A figure as a picture needs it: its bounds, the years it may belong to, how it is known, and where it leads."""

from __future__ import annotations

from sourcebook.model import Value
from sourcebook.publish.site.pictures.axes import drawable

COUNTED = frozenset({"identified", "presumed", "assisted"})
"""How figures are known that somebody counted; the others are estimated, or nobody says how they are known."""


class FigureMark(Value, frozen=True):
    """A figure for a picture.

    `start` and `end` are years with their parts: the same where the year is sure, apart where the figure may belong to
    any year between; both are 0 where nothing dates it. `low` or `high` is None where no such bound was said. Figures
    with one `counts_as` count alike, so that a line may join them; None joins nothing. `short` is the number as it
    stands, `label` the whole sentence that is heard, `when` and `said_by` the words for the table.
    """

    id: str
    start: float
    end: float
    low: float | None
    high: float | None
    short: str
    label: str
    when: str
    href: str | None = None
    status: str | None = None
    exploitation: str | None = None
    counts_as: str | None = None
    said_by: str = ""

    @property
    def dated(self) -> bool:
        """Tell whether anything dates the figure."""
        return 1 <= self.start <= self.end <= 9999

    @property
    def value(self) -> float | None:
        """Return where its mark stands: at its one bound, or in the middle of two."""
        if self.low is None or self.high is None:
            return self.high if self.low is None else self.low
        if not drawable(self.low) or not drawable(self.high):
            return self.high
        return (self.low + self.high) / 2

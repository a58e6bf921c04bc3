"""What works report of a country beside what public tables give for it: like figures, and tiers year by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sourcebook.model import Value
from sourcebook.query.compare import Row, points_of, rows
from sourcebook.reconcile.tiers import Placing
from sourcebook.store.evidence import Evidence


class TierBeside(Value, frozen=True):
    """The tiers of one year, each with a passage that gives it: those that works report and those of public tables."""

    year: int
    reported: tuple[tuple[str, str], ...]
    official: tuple[tuple[str, str], ...]

    @property
    def agrees(self) -> bool:
        """Tell whether both sides give one and the same tier."""
        return len({tier for tier, _ in (*self.reported, *self.official)}) == 1


class Official(Value, frozen=True):
    """Reported and official side by side; each row has two cells, what is reported and what public tables give.

    `tables` are the titles of the tables. A row is refused where the two are not of one kind, and tells why.
    """

    tables: tuple[str, ...]
    rows: tuple[Row, ...]
    tiers: tuple[TierBeside, ...]


def official(evidence: Evidence, place: str) -> Official | None:
    """Return what is reported of a country beside its public tables; None where no table tells of it."""
    tables = evidence.tables(place)
    if not tables:
        return None
    mentions = evidence.figures(place)
    reported = points_of(one for one in mentions if one.work not in tables)
    given = points_of(one for one in mentions if one.work in tables)
    return Official(
        tables=tuple(dict.fromkeys(tables.values())),
        rows=rows((reported, given)),
        tiers=_tiers(evidence.placings(place)),
    )


def _tiers(placings: Iterable[Placing]) -> tuple[TierBeside, ...]:
    """Return the years for which both sides give a tier, the newest first."""
    by_year: dict[int, dict[bool, dict[str, str]]] = defaultdict(lambda: {False: {}, True: {}})
    for one in placings:
        by_year[one.year][one.official].setdefault(one.tier, one.passage)
    return tuple(
        TierBeside(year=year, reported=tuple(sides[False].items()), official=tuple(sides[True].items()))
        for year, sides in sorted(by_year.items(), reverse=True)
        if sides[False] and sides[True]
    )

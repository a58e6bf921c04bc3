"""What an archive holds, in numbers."""

from __future__ import annotations

from sourcebook.model import Value
from sourcebook.store.base import Placed, View


class Survey(Value, frozen=True):
    """The counts of one state of an archive; years are those in which works were issued, as EDTF years.

    `shared` are works that stand on more than one page, `looked_at` those at which someone is known to have looked on
    a known date, `notes` the passages that are our words.
    """

    pages: int = 0
    entries: int = 0
    works: int = 0
    shared: int = 0
    looked_at: int = 0
    undated: int = 0
    quoted: int = 0
    notes: int = 0
    first_year: int | None = None
    last_year: int | None = None
    last_looked: str | None = None


def survey(view: View) -> Survey:
    """Count what a view shows."""
    pages = view.pages()
    placed = [entry for page in pages for entry in view.entries(page.place, page.topic)]
    where: dict[str, set[tuple[str, str | None]]] = {}
    for entry in placed:
        where.setdefault(entry.entry.work.id, set()).add((entry.place, entry.topic))
    kinds = [passage.kind for entry in placed for passage in entry.entry.passages]
    years = [year for page in pages for year in (page.first_year, page.last_year) if year is not None]
    return Survey(
        pages=len(pages),
        entries=len(placed),
        works=len(where),
        shared=sum(len(places) > 1 for places in where.values()),
        looked_at=len({entry.entry.work.id for entry in placed if _looked_at(entry)}),
        undated=len({entry.entry.work.id for entry in placed if entry.entry.work.issued is None}),
        quoted=kinds.count("quoted"),
        notes=kinds.count("note"),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
        last_looked=max((page.last_looked for page in pages if page.last_looked), default=None),
    )


def _looked_at(placed: Placed) -> bool:
    return any(visit.when for visit in placed.entry.visits)

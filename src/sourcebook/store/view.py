"""The reader: one state of the archive, through a connection that cannot write."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Self

from sourcebook.model import Capture, Entry, Extract, Look, Page, Passage, Visit, Work
from sourcebook.model.report import Reference
from sourcebook.model.withdrawal import Withdrawal
from sourcebook.store import addresses, changes, citing, find, keeping, lengths, looks, rows, states, withdrawing
from sourcebook.store.base import Cited, PageRow, Placed, PlacedPassage
from sourcebook.store.changes import Arrival, Changed
from sourcebook.store.connection import BUSY_SECONDS, open_for_reading, translated
from sourcebook.store.evidence import Evidence
from sourcebook.store.find import Candidate, Labels
from sourcebook.store.inventory import Inventory, take_inventory
from sourcebook.store.keeping import Standing
from sourcebook.store.match import Match
from sourcebook.store.states import State

_WORK = "works.title, works.credit, entries.authors, publisher, issued, entries.url, entries.kind, work_rest"
_ENTRY = f'entries.id, number, section, entries.start, entries."end", entries.rest, {_WORK}'
_PLACED = f"SELECT place, topic, {_ENTRY} FROM entries JOIN works ON works.id = entries.work JOIN pages ON pages.state = entries.state"  # noqa: E501
_IN_STATE = (
    f"SELECT place, topic, {_ENTRY} FROM entries JOIN works ON works.id = entries.work"
    " JOIN states ON states.id = entries.state JOIN pages ON pages.id = states.page"
)
_PASSAGE = (
    "passages.entry, position, passages.rest, passage, passages.role, passages.kind, ordinal, passages.heading,"
    ' paragraph_number, page_number, passages.start, passages."end", passages.text'
)


class SqliteView:
    """What a sourcebook holds at the moment when the view was opened, whatever is written meanwhile."""

    def __init__(self, path: Path, *, busy_seconds: float = BUSY_SECONDS) -> None:
        self._path = path
        self._connection = open_for_reading(path, busy_seconds=busy_seconds)
        with translated(self._path):
            # A transaction that has read once goes on seeing the same state.
            self._connection.execute("BEGIN")
            self._connection.execute("SELECT 1 FROM pages LIMIT 1").fetchone()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the database go."""
        self._connection.close()

    @property
    def evidence(self) -> Evidence:
        """The claims of the shown pages and what comparing them showed."""
        return Evidence(self._connection)

    @property
    def cited_works(self) -> citing.CitedWorks:
        """The works that the shown reports cite."""
        return citing.CitedWorks(self._connection)

    def inventory(self) -> Inventory:
        """Return everything that has an address of its own, with digests by which change is seen."""
        with translated(self._path):
            return take_inventory(self._connection)

    def pages(self) -> tuple[PageRow, ...]:
        """Return every page, ordered by place and topic, the main topic first."""
        found = self._all(
            "SELECT place, topic, collection, states.heading, digest, count(DISTINCT number),"
            " (SELECT count(*) FROM passages JOIN entries ON entries.id = passages.entry"
            "   WHERE entries.state = states.id AND position > 0),"
            " min(first_year), max(last_year),"
            " (SELECT max(looked) FROM visits JOIN entries ON entries.id = visits.entry"
            "   WHERE entries.state = states.id)"
            " FROM pages JOIN states ON states.id = pages.state LEFT JOIN entries"
            " ON entries.state = states.id AND entries.role = 'entry' GROUP BY pages.id ORDER BY place, topic"
        )
        return tuple(
            PageRow(
                place=place,
                topic=topic or None,
                collection=collection,
                heading=heading,
                digest=digest,
                entries=entries,
                passages=passages,
                first_year=first,
                last_year=last,
                last_looked=looked,
            )
            for place, topic, collection, heading, digest, entries, passages, first, last, looked in found
        )

    def page(self, place: str, topic: str | None = None) -> Page | None:
        """Return one page whole, without its spans, or None."""
        found = self._all(
            "SELECT states.id, rest, heading, collection, address, caution FROM pages JOIN states"
            " ON states.id = pages.state WHERE place = ? AND topic = ?",
            place,
            topic or "",
        )
        if not found:
            return None
        state, rest, *columns = found[0]
        return rows.joined(
            Page,
            rest,
            rows.PAGE_COLUMNS,
            columns,
            place=place,
            topic=topic,
            background=self._extract(state, "background"),
            summary=self._extract(state, "summary"),
            entries=[placed.entry for placed in self.entries(place, topic)],
        )

    def entries(self, place: str, topic: str | None = None) -> tuple[Placed, ...]:
        """Return a page's entries in their order."""
        return self._placed("WHERE place = ? AND topic = ? AND role = 'entry' ORDER BY number", place, topic or "")

    def work(self, work_id: str) -> tuple[Placed, ...]:
        """Return every place where a work stands as an entry; empty where it is unknown."""
        return self._placed("WHERE entries.work = ? AND role = 'entry' ORDER BY place, topic, number", work_id)

    def latest(self, limit: int) -> tuple[Placed, ...]:
        """Return the entries that were added last, newest first; those of one page in their order."""
        return self._placed("WHERE role = 'entry' ORDER BY first_state DESC, place, topic, number LIMIT ?", limit)

    def passage(self, passage_id: str) -> PlacedPassage | None:
        """Return a passage and where it stands, or None; one that only an earlier state had is found too."""
        found = self._located(
            "passage = ? ORDER BY pages.state = states.id DESC, place, topic, passages.id LIMIT 1", passage_id
        )
        return _placed_passage(found[0][1:]) if found else None

    def passages_beside(self, passage_id: str) -> dict[str, PlacedPassage]:
        """Return a passage and the others of its entry by identifier, each where it stands, as `passage` does."""
        beside = "SELECT passage FROM passages WHERE entry = (SELECT entry FROM passages WHERE passage = ? LIMIT 1)"
        order = "ORDER BY pages.state = states.id DESC, place, topic, passages.id"
        found = [_placed_passage(row[1:]) for row in self._located(f"passage IN ({beside}) {order}", passage_id)]
        return {one.passage.id: one for one in reversed(found)}

    def matching(self, match: Match, limit: int) -> list[int]:
        """Return the rows that match, the newest first, at most so many."""
        with translated(self._path):
            return find.matching(self._connection, match, limit)

    def candidates(self, found: Iterable[int]) -> list[Candidate]:
        """Return the texts of these rows, in no order."""
        with translated(self._path):
            return find.candidates(self._connection, found)

    def labels(self, found: Iterable[int]) -> Labels:
        """Return what these rows count under, in no order."""
        with translated(self._path):
            return find.labels(self._connection, found)

    def found(self, rows_found: Iterable[int]) -> tuple[PlacedPassage, ...]:
        """Return the passages of these rows with their places, in this order."""
        listed = list(rows_found)
        by_row = {
            row[0]: _placed_passage(row[1:]) for row in self._located(f"passages.id IN ({','.join(map(str, listed))})")
        }
        return tuple(by_row[row] for row in listed)

    def visits(self, work_id: str) -> tuple[Visit, ...]:
        """Return every look at a work, in order of date, the undated last."""
        found = self._all(
            "SELECT DISTINCT looked, outcome, visits.address, as_written FROM visits"
            " JOIN entries ON entries.id = visits.entry JOIN pages ON pages.state = entries.state"
            " WHERE work = ? ORDER BY looked IS NULL, ltrim(looked, '['), as_written",
            work_id,
        )
        noted = tuple(rows.visit_from(row) for row in found)
        own = looks.visits_of(self._connection, work_id)
        return tuple(sorted((*noted, *own), key=lambda visit: (visit.when is None, (visit.when or "").lstrip("["))))

    def own_visits(self, place: str, topic: str | None = None) -> dict[str, tuple[Visit, ...]]:
        """Return our own looks at the works of a page, by the work's identifier, in order of date."""
        with translated(self._path):
            return looks.visits_on(self._connection, place, topic)

    def copies_of(self, url: str) -> tuple[Capture, ...]:
        """Return the kept copies of what stood at an address, past kept redirects, the first one first."""
        with translated(self._path):
            return addresses.copies_of(self._connection, url)

    def captures(self, digest: str) -> tuple[Capture, ...]:
        """Return the kept copies with this digest."""
        with translated(self._path):
            return addresses.captures_where(self._connection, "digest", digest)

    def captures_of(self, url: str) -> tuple[Capture, ...]:
        """Return the kept copies of an address, the first one first."""
        with translated(self._path):
            return addresses.captures_where(self._connection, "url", url)

    def lengths(self, captures: Iterable[Capture]) -> dict[str, int]:
        """Return how many words each of these kept copies has, by its digest, where they were counted."""
        with translated(self._path):
            return lengths.lengths(self._connection, captures)

    def uncounted(self) -> tuple[Capture, ...]:
        """Return the kept copies of quoted works whose words were never counted."""
        with translated(self._path):
            return lengths.uncounted(self._connection)

    def cited(self, place: str | None = None) -> tuple[Cited, ...]:
        """Return every address that the pages shown cite, of one place or of all."""
        with translated(self._path):
            return looks.cited(self._connection, place)

    def citing(self, url: str) -> tuple[Placed, ...]:
        """Return the entries that cite an address."""
        found = self._placed("WHERE entries.url = ? AND role = 'entry' ORDER BY place, topic, number", url)
        among = "EXISTS (SELECT 1 FROM json_each(entries.rest, '$.urls') WHERE value = ?)"
        return found or self._placed(f"WHERE {among} AND role = 'entry' ORDER BY place, topic, number", url)

    def looks(self, url: str) -> tuple[Look, ...]:
        """Return our own looks at an address, the first one first."""
        with translated(self._path):
            return looks.looks_at(self._connection, url)

    def withdrawals(self, target: str | None = None) -> tuple[Withdrawal, ...]:
        """Return what was withdrawn, in order; only what has this identifier where one is given."""
        with translated(self._path):
            known = self._connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'withdrawals'").fetchone()
            return withdrawing.withdrawals(self._connection, target) if known else ()

    def withheld(self, captures: Iterable[Capture]) -> frozenset[tuple[str, int]]:
        """Return the places, file and offset, of those captures that hold something withdrawn."""
        with translated(self._path):
            return withdrawing.withheld(self._connection, captures)

    def withheld_addresses(self) -> frozenset[str]:
        """Return the addresses of works that were withdrawn."""
        with translated(self._path):
            return withdrawing.withheld_addresses(self._connection)

    def states(self, place: str, topic: str | None = None) -> tuple[State, ...]:
        """Return the states of a page in the order in which they came in; empty where there is none."""
        with translated(self._path):
            return states.states(self._connection, place, topic)

    def entries_in(self, place: str, topic: str | None, digest: str) -> tuple[Placed, ...]:
        """Return the entries that one state of a page has, in their order."""
        where = "WHERE place = ? AND topic = ? AND digest = ? AND role = 'entry' ORDER BY number"
        return self._placed(where, place, topic or "", digest, select=_IN_STATE)

    def arrivals(self, limit: int, place: str | None = None) -> tuple[Arrival, ...]:
        """Return the works shown as entries that came in last, the latest first; only those of a place if told."""
        with translated(self._path):
            return changes.arrivals(self._connection, limit, place)

    def arrivals_by_theme(self, limit: int) -> dict[str, tuple[Arrival, ...]]:
        """Return for each theme the works that came in last and speak of it, at most so many."""
        with translated(self._path):
            return changes.arrivals_by_theme(self._connection, limit)

    def changes(self) -> tuple[Changed, ...]:
        """Return everything that has an address of its own with the time of its last change."""
        with translated(self._path):
            return tuple(changes.changes(self._connection))

    def known_end(self) -> tuple[str, int] | None:
        """Return how far into the kept files the archive has read, or None where nothing was."""
        with translated(self._path):
            return looks.known_end(self._connection)

    def captures_in(self, warc: str) -> tuple[Capture, ...]:
        """Return the captures that are noted in one kept file, in the order in which they lie there."""
        with translated(self._path):
            return keeping.captures_in(self._connection, warc)

    def capture_files(self) -> tuple[str, ...]:
        """Return the names of the kept files in which captures are noted."""
        with translated(self._path):
            return keeping.capture_files(self._connection)

    def standing_on(self, capture: Capture) -> tuple[Standing, ...]:
        """Return what stands on a capture: pages that were read from it, and entries of the work at its address."""
        with translated(self._path):
            return keeping.standing_on(self._connection, capture)

    def _all(self, statement: str, *parameters: object) -> list[tuple[Any, ...]]:
        with translated(self._path):
            return self._connection.execute(statement, parameters).fetchall()

    def _located(self, where: str, *parameters: object) -> list[tuple[Any, ...]]:
        return self._all(
            f"SELECT passages.id, place, topic, number, {_WORK}, {_PASSAGE} FROM passages"
            " JOIN entries ON entries.id = passages.entry JOIN works ON works.id = entries.work"
            f" JOIN states ON states.id = entries.state JOIN pages ON pages.id = states.page WHERE {where}",
            *parameters,
        )

    def _placed(self, where: str, *parameters: object, select: str = _PLACED) -> tuple[Placed, ...]:
        found = self._all(f"{select} {where}", *parameters)
        keys = [row[2] for row in found]
        passages, visits = self._passages(keys), self._visits(keys)
        with translated(self._path):
            references = citing.references_of(self._connection, keys)
        return tuple(
            Placed(
                place=row[0],
                topic=row[1] or None,
                number=row[3],
                entry=_entry(row[4:], passages.get(row[2], []), visits.get(row[2], []), references.get(row[2], ())),
            )
            for row in found
        )

    def _extract(self, state: int, role: str) -> Extract | None:
        found = self._all(
            f"SELECT entries.id, {_WORK} FROM entries JOIN works ON works.id = entries.work"
            " WHERE state = ? AND role = ?",
            state,
            role,
        )
        if not found:
            return None
        key, title, credit, authors, *columns, rest = found[0]
        passages = self._passages([key]).get(key, [])
        return Extract(
            work=rows.work_from(title, credit, authors, columns, rest),
            passages=tuple(passage for _, passage in passages),
        )

    def _passages(self, keys: Iterable[int]) -> dict[int, list[tuple[int, Passage]]]:
        grouped: dict[int, list[tuple[int, Passage]]] = {}
        for key, position, rest, *columns in self._each(f"SELECT {_PASSAGE} FROM passages WHERE entry IN", keys):
            grouped.setdefault(key, []).append((position, rows.passage_from(rest, columns)))
        return grouped

    def _visits(self, keys: Iterable[int]) -> dict[int, list[Visit]]:
        grouped: dict[int, list[Visit]] = {}
        chosen = "SELECT entry, position, looked, outcome, address, as_written FROM visits WHERE entry IN"
        for key, _, *columns in self._each(chosen, keys):
            grouped.setdefault(key, []).append(rows.visit_from(columns))
        return grouped

    def _each(self, chosen: str, keys: Iterable[int]) -> list[tuple[Any, ...]]:
        listed = ",".join(str(int(key)) for key in keys)
        return self._all(f"{chosen} ({listed}) ORDER BY entry, position")


def _entry(
    row: tuple[Any, ...], passages: list[tuple[int, Passage]], visits: list[Visit], references: Sequence[Reference]
) -> Entry:
    section, start, end, rest, title, credit, authors, *columns, work_rest = row
    work: Work = rows.work_from(title, credit, authors, columns, work_rest)
    return rows.joined(
        Entry,
        rest,
        rows.ENTRY_COLUMNS,
        (section, start, end),
        work=work,
        title_passage=next((passage for position, passage in passages if position == 0), None),
        visits=visits,
        passages=[passage for position, passage in passages if position > 0],
        references=references,
    )


def _placed_passage(row: tuple[Any, ...]) -> PlacedPassage:
    place, topic, number, title, credit, authors, *columns = row
    return PlacedPassage(
        place=place,
        topic=topic or None,
        number=number,
        work=rows.work_from(title, credit, authors, columns[:4], columns[4]),
        passage=rows.passage_from(columns[7], columns[8:]),
    )

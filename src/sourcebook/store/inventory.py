"""What a view holds, by identifier, and a digest of all that each page and work rests on, so that change is seen."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from sourcebook.model import Value
from sourcebook.store.addresses import LOOKED_AT, copies_of
from sourcebook.store.lengths import lengths_of_all
from sourcebook.store.weighing import Drawn, PageRoom, drawn, rooms

_SHOWN = " JOIN pages ON pages.state = entries.state"
_FIGURE_WORKS = (
    " JOIN claims ON claims.claim = {figure} AND claims.kind = 'figure'"
    " JOIN passages ON passages.id = claims.passage JOIN entries ON entries.id = passages.entry"
) + _SHOWN
_CODE = re.compile(r'"([A-Z]{2})"')


class HeldWork(Value, frozen=True):
    """A work with what is reached through it; `digest` changes when anything that it rests on does.

    `shown` tells whether a page shows it as an entry; `places` are the countries on whose pages it stands.
    """

    id: str
    digest: str
    shown: bool
    places: tuple[str, ...]
    passages: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


class HeldPage(Value, frozen=True):
    """A page, with a digest of what it shows and of what is known about its country.

    `room` is that of its entries, `drawn` how much of its country there is to draw: by these a long page is parted.
    """

    place: str
    topic: str | None
    digest: str
    room: PageRoom = PageRoom()
    drawn: Drawn = Drawn()


class Inventory(Value, frozen=True):
    """Everything that has an address of its own.

    `listing` is a digest of the names of the pages and of every decision and withdrawal, on which everything rests, and
    `came` one of when the states of pages came in, on which feeds and lists of addresses rest too. `themes` has for
    each theme that a page names a digest of the works that do.
    """

    pages: tuple[HeldPage, ...]
    works: tuple[HeldWork, ...]
    listing: str
    themes: dict[str, str]
    came: str = ""


def take_inventory(connection: sqlite3.Connection) -> Inventory:
    """Return what the archive holds; it reads every row that a page can show once."""
    works = _Digests()
    places = _Digests()
    _read_entries(connection, works)
    _read_passages(connection, works)
    _read_claims(connection, works, places)
    _read_compared(connection, works, places)
    _read_cited(connection, works)
    listing = _Digests()
    for row in connection.execute(
        "SELECT place, topic, collection, heading FROM pages JOIN states ON states.id = state"
    ):
        listing.add("", row)
    for table in ("decisions", "withdrawals"):
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY id"):
            listing.add("", row)
    return Inventory(
        pages=tuple(_with_room(connection, _pages(connection, works, places))),
        works=_works(connection, works),
        listing=listing.of(""),
        themes=_themes(connection, works),
        came=_came(connection),
    )


def _came(connection: sqlite3.Connection) -> str:
    states = "SELECT states.id, min(time) FROM states JOIN captures USING (digest) GROUP BY states.id ORDER BY 1"
    return _packed(connection.execute(states).fetchall()).hex()


class _Digests:
    """A digest for each of many things, of rows in their order and of others that have none."""

    def __init__(self) -> None:
        self._ordered: dict[str, list[bytes]] = defaultdict(list)
        self._others: dict[str, list[bytes]] = defaultdict(list)
        self._made: dict[str, str] = {}

    def add(self, key: str, row: Sequence[object]) -> None:
        """Add a row to what is known of a thing, after those that were added before."""
        self._ordered[key].append(_packed(row))

    def add_any(self, key: str, packed: bytes) -> None:
        """Add what was packed once for several things; in which order is the same."""
        self._others[key].append(packed)

    def of(self, key: str) -> str:
        """Return the digest of every row that was added to a thing; no more are added then."""
        if key not in self._made:
            rows = b"".join((*self._ordered.pop(key, ()), *sorted(self._others.pop(key, ()))))
            self._made[key] = hashlib.blake2b(rows, digest_size=8).hexdigest()
        return self._made[key]


def _packed(row: object) -> bytes:
    """Return the digest of a row: rows that were packed are told apart wherever one ends."""
    return hashlib.blake2b(msgspec.msgpack.encode(row), digest_size=16).digest()


def _read_entries(connection: sqlite3.Connection, works: _Digests) -> None:
    columns = "entries.role, number, section, authors, publisher, issued, url, kind, entries.rest, work_rest"
    statement = (
        f"SELECT entries.work, place, topic, title, credit, {columns} FROM entries"
        f" JOIN works ON works.id = entries.work{_SHOWN} ORDER BY entries.id"
    )
    for work, *row in connection.execute(statement):
        works.add(work, row)
    looked = (
        "SELECT entries.work, looked, outcome, visits.address, as_written FROM visits"
        f" JOIN entries ON entries.id = visits.entry{_SHOWN} ORDER BY visits.entry, position"
    )
    for work, *row in connection.execute(looked):
        works.add(work, row)
    columns = "time, outcome, looks.address, because, passages"
    for work, *row in connection.execute(f"SELECT entries.work, {columns} {LOOKED_AT} ORDER BY looks.id, entries.id"):
        works.add(work, row)
    if connection.execute("SELECT 1 FROM captures WHERE status IS NOT NULL LIMIT 1").fetchone():
        _read_copies(connection, works)


def _read_copies(connection: sqlite3.Connection, works: _Digests) -> None:
    counted = lengths_of_all(connection)
    addresses = f"SELECT DISTINCT entries.work, url FROM entries{_SHOWN} WHERE url IS NOT NULL ORDER BY entries.id"
    for work, url in connection.execute(addresses).fetchall():
        for copy in copies_of(connection, url):
            works.add(work, (copy.digest, copy.time, counted.get(copy.digest)))


def _read_passages(connection: sqlite3.Connection, works: _Digests) -> None:
    columns = "passage, passages.role, passages.kind, ordinal, passages.heading, paragraph_number, page_number"
    # A passage that later states of its page keep stands in the table once for each: it counts once, or each state
    # would change every work.
    statement = (
        f"SELECT entries.work, {columns}, passages.rest, passages.text, max(pages.id IS NOT NULL) FROM passages"
        " JOIN entries ON entries.id = passages.entry LEFT JOIN pages ON pages.state = entries.state"
        f" GROUP BY entries.work, {columns}, passages.rest ORDER BY min(passages.id)"
    )
    for work, *row in connection.execute(statement):
        works.add(work, row)


def _read_claims(connection: sqlite3.Connection, works: _Digests, places: _Digests) -> None:
    statement = (
        "SELECT entries.work, claims.place, other, claims.kind, claim, low, high, value FROM claims"
        " JOIN passages ON passages.id = claims.passage JOIN entries ON entries.id = passages.entry"
        f"{_SHOWN}"
    )
    for work, place, other, *row in connection.execute(statement):
        packed = _packed((place, row))
        works.add_any(work, packed)
        for country in (place, other) if place != other else (place,):
            if country is not None:
                places.add_any(country, packed)


def _read_compared(connection: sqlite3.Connection, works: _Digests, places: _Digests) -> None:
    # By content, here and for claims: what was read or compared again and is the same comes back under another number.
    for table, key, figures in (("families", "family", "members"), ("findings", "finding", "grounds")):
        standing = _FIGURE_WORKS.format(figure=f"{figures}.figure")
        statement = f"SELECT DISTINCT {figures}.{key}, entries.work FROM {figures}{standing}"
        of: dict[int, list[str]] = defaultdict(list)
        for one, work in connection.execute(statement):
            of[one].append(work)
        for one, value in connection.execute(f"SELECT id, value FROM {table}"):
            packed = _packed(value)
            for work in of.get(one, ()):
                works.add_any(work, packed)
            for country in set(_CODE.findall(value)):
                places.add_any(country, packed)


def _themes(connection: sqlite3.Connection, works: _Digests) -> dict[str, str]:
    found = connection.execute(
        "SELECT DISTINCT other, entries.work FROM claims JOIN passages ON passages.id = claims.passage"
        f" JOIN entries ON entries.id = passages.entry{_SHOWN} WHERE claims.kind = 'theme'"
    )
    named: dict[str, list[str]] = defaultdict(list)
    for key, work in found:
        named[key].append(f"{work} {works.of(work)}")
    return {key: _packed(sorted(of_works)).hex() for key, of_works in sorted(named.items())}


def _read_cited(connection: sqlite3.Connection, works: _Digests) -> None:
    """Read what each work cites, and of each cited one who else cites it."""
    statement = (
        "SELECT entries.work, sources.one, cited.place, cited.value FROM cited JOIN entries ON entries.id = cited.entry"
        f" JOIN sources ON sources.source = cited.reference{_SHOWN} ORDER BY entries.id, cited.place"
    )
    cited = connection.execute(statement).fetchall()
    citing: dict[str, list[str]] = defaultdict(list)
    for work, one, place, _ in cited:
        citing[one].append(f"{work} {place}")
    for work, one, place, value in cited:
        works.add(work, (place, value, one, *citing[one]))
    for one, by in citing.items():
        works.add(one, by)


def _pages(connection: sqlite3.Connection, works: _Digests, places: _Digests) -> tuple[HeldPage, ...]:
    on_page: dict[int, list[str]] = defaultdict(list)
    for state, work in connection.execute(f"SELECT entries.state, work FROM entries{_SHOWN} ORDER BY entries.id"):
        on_page[state].append(work)
    made = []
    for place, topic, state, *row in connection.execute(
        "SELECT place, topic, states.id, digest, states.heading, collection, address, caution, rest FROM pages"
        " JOIN states ON states.id = pages.state ORDER BY place, topic"
    ):
        digest = _Digests()
        digest.add("", (*row, places.of(place), *(works.of(work) for work in on_page[state])))
        made.append(HeldPage(place=place, topic=topic or None, digest=digest.of("")))
    return tuple(made)


def _with_room(connection: sqlite3.Connection, pages: Iterable[HeldPage]) -> Iterator[HeldPage]:
    held, of_country = rooms(connection), drawn(connection)
    for page in pages:
        room = held.get((page.place, page.topic), PageRoom())
        known = of_country.get(page.place, Drawn()) if page.topic is None else Drawn()
        yield msgspec.structs.replace(page, room=room, drawn=known)


def _works(connection: sqlite3.Connection, works: _Digests) -> tuple[HeldWork, ...]:
    passages: dict[str, dict[str, None]] = defaultdict(dict)
    for work, passage in connection.execute(
        "SELECT entries.work, passage FROM passages JOIN entries ON entries.id = passages.entry ORDER BY passages.id"
    ):
        passages[work][passage] = None
    figures: dict[str, dict[str, None]] = defaultdict(dict)
    for work, claim in connection.execute(
        "SELECT entries.work, claim FROM claims JOIN passages ON passages.id = claims.passage"
        f" JOIN entries ON entries.id = passages.entry{_SHOWN} WHERE claims.kind = 'figure' ORDER BY claims.id"
    ):
        figures[work][claim] = None
    found = connection.execute(
        "SELECT works.id, coalesce(max(pages.id IS NOT NULL AND role = 'entry'), 0), group_concat(DISTINCT place)"
        " FROM works LEFT JOIN entries ON entries.work = works.id LEFT JOIN pages ON pages.state = entries.state"
        " GROUP BY works.id ORDER BY min(place), works.id"
    )
    return tuple(
        HeldWork(
            id=work,
            digest=works.of(work),
            shown=bool(shown),
            places=tuple(sorted((places or "").split(","))) if places else (),
            passages=tuple(passages[work]),
            figures=tuple(figures[work]),
        )
        for work, shown, places in found
    )

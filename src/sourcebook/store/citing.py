"""References as rows: those that an entry lists, and the works behind the marks of a figure's sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

import msgspec

from sourcebook.model import Value
from sourcebook.model.citing import Cited, Sameness, Source
from sourcebook.model.report import Reference
from sourcebook.reconcile.same_work import SAME

_PLACED = (
    " JOIN entries ON entries.id = cited.entry JOIN works ON works.id = entries.work"
    " JOIN pages ON pages.state = entries.state"
)


class CitedBy(Value, frozen=True):
    """A report that cites a work: its own work, title and credit, its page, and the reference's number there.

    `accessed` is the day on which its authors looked at the work, as EDTF, and `url` where, as the reference says.
    """

    work: str
    title: str
    credit: str
    place: str
    topic: str | None
    number: int
    reference: str
    accessed: str | None = None
    url: str | None = None


class CitedWork(Value, frozen=True):
    """One work that reports cite: the reference that stands for it, who cites it, and how its references are spelt.

    `held` tells whether it stands as an entry of its own; `least` is the lowest confidence that joined two of its
    references, 1 where they are all equal.
    """

    one: str
    title: str
    held: bool
    reports: int
    spellings: int
    least: float


def references_of(connection: sqlite3.Connection, entries: Iterable[int]) -> dict[int, tuple[Reference, ...]]:
    """Return the references that entries list, in their order, by the entry's row."""
    listed = ",".join(str(int(entry)) for entry in entries)
    found: dict[int, list[Reference]] = {}
    for entry, value in connection.execute(
        f"SELECT entry, value FROM cited WHERE entry IN ({listed}) ORDER BY entry, place"
    ):
        found.setdefault(entry, []).append(_reference(value))
    return {entry: tuple(references) for entry, references in found.items()}


def sources_behind(connection: sqlite3.Connection, wanted: Mapping[int, Iterable[int]]) -> dict[int, dict[int, Source]]:
    """Return the works behind references by their places in the lists of entries, by the entry's row.

    A note such as "Ibid." has the work of the reference that it stands for, under its own number.
    """
    found: dict[int, dict[int, Source]] = {}
    for entry, places in wanted.items():
        listed = ",".join(str(int(place)) for place in places)
        rows = connection.execute(
            "SELECT noted.place, noted.value, meant.value, one FROM cited AS noted JOIN cited AS meant"
            " ON meant.entry = noted.entry"
            " AND meant.place = coalesce(json_extract(noted.value, '$.stands_for'), noted.place)"
            f" LEFT JOIN sources ON source = meant.reference WHERE noted.entry = ? AND noted.place IN ({listed})",
            (entry,),
        )
        found[entry] = {place: _source(_reference(noted), _reference(meant), one) for place, noted, meant, one in rows}
    return found


def _reference(value: str) -> Reference:
    return msgspec.json.decode(value, type=Reference)


def _source(noted: Reference, meant: Reference, one: str | None) -> Source:
    return Source(
        number=noted.number,
        reference=meant.id,
        work=one or meant.id,
        title=meant.title or meant.text,
        publisher=meant.publisher or "; ".join(meant.authors) or None,
        issued=meant.issued,
    )


class CitedWorks:
    """The works that shown reports cite, each one however it is spelt; read-only."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def one(self, source: str) -> str | None:
        """Return the identifier of the work that a reference or a held work is; None where it is unknown."""
        row = self._connection.execute("SELECT one FROM sources WHERE source = ?", (source,)).fetchone()
        return row[0] if row else None

    def work(self, one: str) -> CitedWork | None:
        """Return a work with how often it is cited, by its own identifier or that of any of its references."""
        stands = self.one(one)
        if stands is None:
            return None
        row = self._connection.execute(
            "SELECT count(DISTINCT entries.work), count(DISTINCT reference) FROM sources"
            f" JOIN cited ON cited.reference = sources.source{_PLACED} WHERE one = ?",
            (stands,),
        ).fetchone()
        return self._work(stands, *row)

    def most_cited(self, *, least: int = 1, limit: int = 100) -> tuple[CitedWork, ...]:
        """Return the works that at least so many shown reports cite, those that most cite first."""
        rows = self._connection.execute(
            "SELECT one, count(DISTINCT entries.work) AS reports, count(DISTINCT reference) FROM sources"
            f" JOIN cited ON cited.reference = sources.source{_PLACED}"
            " GROUP BY one HAVING reports >= ? ORDER BY reports DESC, one LIMIT ?",
            (least, limit),
        ).fetchall()
        return tuple(self._work(*row) for row in rows)

    def cited_by(self, source: str) -> tuple[CitedBy, ...]:
        """Return every shown report that cites a work, by any of its references."""
        rows = self._connection.execute(
            "SELECT works.id, works.title, works.credit, pages.place, pages.topic, cited.value FROM sources"
            f" JOIN cited ON cited.reference = sources.source{_PLACED}"
            " WHERE sources.one = (SELECT one FROM sources WHERE source = ?)"
            " ORDER BY pages.place, pages.topic, cited.place",
            (source,),
        )
        return tuple(_cited_by(*row) for row in rows)

    def alike(self, source: str) -> tuple[Sameness, ...]:
        """Return which references and works are like this one, or may be, the surest first."""
        rows = self._connection.execute(
            "SELECT one, other, confidence, because FROM alike WHERE one = ?1 OR other = ?1 ORDER BY confidence DESC",
            (source,),
        )
        return tuple(_sameness(*row) for row in rows)

    def doubtful(self, limit: int = 100) -> tuple[Sameness, ...]:
        """Return pairs that may be of one work and wait for an editor, the surest first."""
        rows = self._connection.execute(
            "SELECT alike.one, other, confidence, because FROM alike JOIN sources a ON a.source = alike.one"
            " JOIN sources b ON b.source = other WHERE confidence < ? AND a.one <> b.one"
            " ORDER BY confidence DESC, alike.one, other LIMIT ?",
            (SAME, limit),
        )
        return tuple(_sameness(*row) for row in rows)

    def text(self, source: str) -> str:
        """Return a reference as it is printed, or the title of a work that is held; empty where it is unknown."""
        row = self._connection.execute("SELECT value FROM cited WHERE reference = ? LIMIT 1", (source,)).fetchone()
        if row is not None:
            return _reference(row[0]).text
        row = self._connection.execute("SELECT value FROM sources WHERE source = ?", (source,)).fetchone()
        return msgspec.json.decode(row[0], type=Cited).title if row else ""

    def _work(self, one: str, reports: int, spellings: int) -> CitedWork:
        value, held = self._connection.execute("SELECT value, held FROM sources WHERE source = ?", (one,)).fetchone()
        (least,) = self._connection.execute(
            "SELECT min(confidence) FROM alike JOIN sources a ON a.source = alike.one"
            " JOIN sources b ON b.source = alike.other WHERE a.one = ?1 AND b.one = ?1 AND confidence >= ?2",
            (one, SAME),
        ).fetchone()
        title = msgspec.json.decode(value, type=Cited).title
        return CitedWork(
            one=one, title=title, held=bool(held), reports=reports, spellings=spellings, least=least or 1.0
        )


def _cited_by(*row: str) -> CitedBy:
    work, title, credit, place, topic, value = row
    reference = _reference(value)
    return CitedBy(
        work=work,
        title=title,
        credit=credit,
        place=place,
        topic=topic or None,
        number=reference.number,
        reference=reference.id,
        accessed=reference.accessed,
        url=reference.url,
    )


def _sameness(one: str, other: str, confidence: float, because: str) -> Sameness:
    return Sameness(one=one, other=other, confidence=confidence, because=because)

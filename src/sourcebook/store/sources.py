"""Cited and held works as rows to compare: filed under keys, joined where they are alike, each with one that stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from sourcebook.model.citing import Cited, Sameness
from sourcebook.model.decision import Ties
from sourcebook.reconcile.matching_works import COMMON
from sourcebook.reconcile.same_work import SAME
from sourcebook.reconcile.work_words import keys_of


class Sources:
    """The cited and held works within a writer's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def file(self, cited: Cited) -> bool:
        """File a work under its keys, each once; False where it was filed already. One that is now held is noted so."""
        value = msgspec.json.encode(cited).decode()
        known = self._connection.execute("SELECT held FROM sources WHERE source = ?", (cited.id,)).fetchone()
        if known is not None:
            if cited.held and not known[0]:
                self._connection.execute("UPDATE sources SET held = 1, value = ? WHERE source = ?", (value, cited.id))
            return False
        key = self._connection.execute(
            "INSERT INTO sources (source, held, one, value) VALUES (?, ?, ?, ?)",
            (cited.id, cited.held, cited.id, value),
        ).lastrowid
        self._connection.executemany("INSERT INTO source_keys VALUES (?, ?)", ((one, key) for one in keys_of(cited)))
        return True

    def under(self, key: str) -> Sequence[str] | None:
        """Return the works that are filed under a key; None where they are many."""
        found = self._connection.execute(
            "SELECT sources.source FROM source_keys JOIN sources ON sources.id = source_keys.source WHERE key = ?"
            " LIMIT ?",
            (key, COMMON + 1),
        ).fetchall()
        return None if len(found) > COMMON else [source for (source,) in found]

    def get(self, source: str) -> Cited:
        """Return a work that is filed."""
        row = self._connection.execute("SELECT value FROM sources WHERE source = ?", (source,)).fetchone()
        return msgspec.json.decode(row[0], type=Cited)

    def knows(self, source: str) -> bool:
        """Tell whether a work is filed."""
        return self._connection.execute("SELECT 1 FROM sources WHERE source = ?", (source,)).fetchone() is not None

    @property
    def empty(self) -> bool:
        """Whether nothing is filed."""
        return self._connection.execute("SELECT 1 FROM sources LIMIT 1").fetchone() is None

    def put_alike(self, found: Iterable[Sameness]) -> None:
        """Note which works are alike, and how surely."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO alike VALUES (?, ?, ?, ?)",
            ((*sorted((one.one, one.other)), one.confidence, one.because) for one in found),
        )

    def alike(self, source: str) -> tuple[Sameness, ...]:
        """Return what a work is like, or may be, the surest first."""
        rows = self._connection.execute(
            "SELECT one, other, confidence, because FROM alike WHERE one = ?1 OR other = ?1 ORDER BY confidence DESC",
            (source,),
        )
        return tuple(Sameness(one=one, other=other, confidence=sure, because=why) for one, other, sure, why in rows)

    def around(self, sources: Iterable[str], ties: Ties) -> tuple[list[str], list[Sameness]]:
        """Return every work that may be one with any of these by way of others, and what joins them.

        Held ones stand first, then those that were filed before others.
        """
        joined: dict[str, set[str]] = {}
        for pair in ties.joined:
            for one in pair:
                joined.setdefault(one, set()).update(pair)
        waiting, seen, edges = list(sources), set[str](), dict[tuple[str, str], Sameness]()
        while waiting:
            one = waiting.pop()
            if one in seen or not self.knows(one):
                continue
            seen.add(one)
            near = [same for same in self.alike(one) if same.confidence >= SAME]
            edges |= {(same.one, same.other): same for same in near}
            waiting += [source for same in near for source in (same.one, same.other)]
            waiting += [*joined.get(one, ()), *self._of_one(one)]
        return self._in_order(seen), list(edges.values())

    def _of_one(self, source: str) -> list[str]:
        """Return the works that stood for one with this, whatever joined them."""
        rows = self._connection.execute(
            "SELECT source FROM sources WHERE one = (SELECT one FROM sources WHERE source = ?)", (source,)
        )
        return [other for (other,) in rows]

    def _in_order(self, sources: Iterable[str]) -> list[str]:
        rows = [
            (*self._connection.execute("SELECT 1 - held, id FROM sources WHERE source = ?", (one,)).fetchone(), one)
            for one in sources
        ]
        return [row[-1] for row in sorted(rows)]

    def held(self, sources: Iterable[str]) -> frozenset[str]:
        """Return those of these works that stand as entries."""
        return frozenset(one for one in sources if self.get(one).held)

    def stand(self, ones: Iterable[tuple[str, str]]) -> list[str]:
        """Note for each work the one that stands for it, and return those for which it is another than before."""
        changed = []
        for source, one in ones:
            done = self._connection.execute(
                "UPDATE sources SET one = ?1 WHERE source = ?2 AND one <> ?1", (one, source)
            )
            if done.rowcount:
                changed.append(source)
        return changed

    def figures_citing(self, sources: Iterable[str]) -> list[str]:
        """Return the figures of shown pages that stand in works which cite these."""
        found: list[str] = []
        for source in sources:
            rows = self._connection.execute(
                "SELECT DISTINCT claims.claim FROM cited JOIN passages ON passages.entry = cited.entry"
                " JOIN claims ON claims.passage = passages.id WHERE reference = ? AND claims.kind = 'figure'"
                " AND claims.value LIKE '%\"cites\":%'",
                (source,),
            )
            found += [figure for (figure,) in rows]
        return list(dict.fromkeys(found))

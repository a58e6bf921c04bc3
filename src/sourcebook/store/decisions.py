"""Decisions as rows beside the evidence, and what they do to the figures that a view returns."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from itertools import combinations

import msgspec

from sourcebook.model.decision import Decision, Ties, Verb
from sourcebook.model.finding import Mention

_COLUMNS = "id, target, verb, others, changes, why, by, at, undone"


def decisions(connection: sqlite3.Connection, *, standing: bool = True) -> tuple[Decision, ...]:
    """Return the decisions in the order in which they were made; those taken back too where not `standing`."""
    where = "WHERE undone IS NULL" if standing else ""
    found = connection.execute(f"SELECT {_COLUMNS} FROM decisions {where} ORDER BY id")
    return tuple(_decision(row) for row in found)


def _decision(row: tuple[object, ...]) -> Decision:
    number, target, verb, others, changes, why, by, at, undone = row
    fields = {"number": number, "target": target, "verb": verb, "why": why, "by": by, "at": at, "undone": undone}
    lists = {"others": msgspec.json.decode(str(others)), "changes": msgspec.json.decode(str(changes))}
    return msgspec.convert({**fields, **lists}, Decision)


def put_decision(connection: sqlite3.Connection, decision: Decision) -> int:
    """Keep a decision and return its number, which is its own unless that is 0."""
    done = connection.execute(
        "INSERT INTO decisions (id, target, verb, others, changes, why, by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            decision.number or None,
            decision.target,
            decision.verb,
            msgspec.json.encode(decision.others).decode(),
            msgspec.json.encode(decision.changes).decode(),
            decision.why,
            decision.by,
            decision.at,
        ),
    )
    return int(done.lastrowid or 0)


def undo_decision(connection: sqlite3.Connection, number: int, at: str) -> Decision | None:
    """Take a decision back, and return it; None where there is none of this number that stands."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM decisions WHERE id = ? AND undone IS NULL", (number,)).fetchone()
    if row is None:
        return None
    connection.execute("UPDATE decisions SET undone = ? WHERE id = ?", (at, number))
    return _decision(row)


class Judged(msgspec.Struct, frozen=True):
    """What standing decisions say of figures: fields corrected, figures rejected, pairs joined or split."""

    corrected: Mapping[str, Mapping[str, object]]
    rejected: frozenset[str]
    ties: Ties

    def applied(self, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        """Return the mentions as decided: without the rejected ones, and with corrected fields."""
        kept = (mention for mention in mentions if mention.id not in self.rejected)
        if not self.corrected:
            return tuple(kept)
        return tuple(self._corrected(mention) for mention in kept)

    def _corrected(self, mention: Mention) -> Mention:
        fields = self.corrected.get(mention.id)
        return mention if fields is None else msgspec.convert({**msgspec.structs.asdict(mention), **fields}, Mention)


def judged(connection: sqlite3.Connection) -> Judged:
    """Gather the standing decisions about figures; the last one about a field holds."""
    corrected: dict[str, dict[str, object]] = {}
    rejected: set[str] = set()
    pairs: dict[Verb, set[frozenset[str]]] = {"join": set(), "split": set()}
    for decision in decisions(connection):
        if decision.verb == "correct":
            fields = {name: msgspec.json.decode(value) for name, value in decision.changes}
            corrected.setdefault(decision.target, {}).update(fields)
        elif decision.verb == "reject":
            rejected.add(decision.target)
        elif decision.verb in ("confirm", "publish"):
            rejected.discard(decision.target)
        elif decision.verb in pairs:
            told = {frozenset(pair) for pair in combinations((decision.target, *decision.others), 2)}
            pairs["split" if decision.verb == "join" else "join"] -= told
            pairs[decision.verb] |= told
    ties = Ties(joined=frozenset(pairs["join"]), split=frozenset(pairs["split"]))
    return Judged(corrected=corrected, rejected=frozenset(rejected), ties=ties)

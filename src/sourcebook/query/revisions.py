"""How a page changed from one state to the next, and what it no longer says, with the day on which that went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from sourcebook.model import Entry, Passage, Value
from sourcebook.reconcile.wording import Run, word_difference
from sourcebook.store import View
from sourcebook.store.base import Placed
from sourcebook.store.states import State

REWORDED_RATIO = 60.0
"""Passages of one work that share so much, of 100, are one passage reworded; below, one went and another came."""
_FIELDS = ("authors", "publisher", "issued", "url", "kind", "format_noted")


class FieldChange(Value, frozen=True):
    """What a page said of a work, and what it says now; texts, and None where it said nothing."""

    field: str
    before: str | None
    after: str | None


class Reworded(Value, frozen=True):
    """A passage that says otherwise than before, with the difference word by word."""

    before: Passage
    after: Passage
    runs: tuple[Run, ...]


class EntryChange(Value, frozen=True):
    """An entry that both states have, and what is different: its facts, its looks, and its passages."""

    number: int
    entry: Entry
    fields: tuple[FieldChange, ...] = ()
    new_looks: int = 0
    added: tuple[Passage, ...] = ()
    gone: tuple[Passage, ...] = ()
    reworded: tuple[Reworded, ...] = ()

    @property
    def is_one(self) -> bool:
        """Whether anything is different at all."""
        return bool(self.fields or self.new_looks or self.added or self.gone or self.reworded)


class Revision(Value, frozen=True):
    """What a state of a page changed in the one before it."""

    state: State
    before: State
    added: tuple[Placed, ...] = ()
    gone: tuple[Placed, ...] = ()
    changed: tuple[EntryChange, ...] = ()


class Gone(Value, frozen=True):
    """An entry that a page no longer has: as it stood last, and the time of the state in which it was gone."""

    placed: Placed
    since: str | None


def revisions(view: View, place: str, topic: str | None = None) -> tuple[Revision, ...]:
    """Return what each later state of a page changed, the last one first; none where it has one state only."""
    found = [
        _revision(
            before, view.entries_in(place, topic, before.digest), after, view.entries_in(place, topic, after.digest)
        )
        for before, after in pairwise(view.states(place, topic))
    ]
    return tuple(reversed(found))


def gone(view: View, place: str, topic: str | None = None) -> tuple[Gone, ...]:
    """Return the entries that an earlier state of a page had and the shown one has not, those that went last first."""
    shown = {placed.entry.work.id for placed in view.entries(place, topic)}
    found: dict[str, Gone] = {}
    for revision in revisions(view, place, topic):
        for placed in revision.gone:
            if placed.entry.work.id not in shown:
                found.setdefault(placed.entry.work.id, Gone(placed=placed, since=revision.state.time))
    return tuple(found.values())


def _revision(before: State, old: Sequence[Placed], after: State, new: Sequence[Placed]) -> Revision:
    stood = {placed.entry.work.id: placed for placed in old}
    stands = {placed.entry.work.id: placed for placed in new}
    changes = (_change(stood[work], placed) for work, placed in stands.items() if work in stood)
    return Revision(
        state=after,
        before=before,
        added=tuple(placed for work, placed in stands.items() if work not in stood),
        gone=tuple(placed for work, placed in stood.items() if work not in stands),
        changed=tuple(change for change in changes if change.is_one),
    )


def _change(before: Placed, after: Placed) -> EntryChange:
    old, new = before.entry, after.entry
    lost = [passage for passage in old.passages if passage.id not in {one.id for one in new.passages}]
    come = [passage for passage in new.passages if passage.id not in {one.id for one in old.passages}]
    reworded = tuple(_reworded(lost, come))
    again = {passage.id for one in reworded for passage in (one.before, one.after)}
    return EntryChange(
        number=after.number,
        entry=new,
        fields=tuple(_fields(old, new)),
        new_looks=sum(visit not in old.visits for visit in new.visits),
        added=tuple(passage for passage in come if passage.id not in again),
        gone=tuple(passage for passage in lost if passage.id not in again),
        reworded=reworded,
    )


def _fields(old: Entry, new: Entry) -> Iterator[FieldChange]:
    for field in _FIELDS:
        before, after = _text(getattr(old.work, field)), _text(getattr(new.work, field))
        if before != after:
            yield FieldChange(field=field, before=before, after=after)


def _text(value: object) -> str | None:
    if isinstance(value, tuple):
        return "; ".join(value) or None
    return None if value is None else str(value)


def _reworded(lost: Sequence[Passage], come: Sequence[Passage]) -> Iterator[Reworded]:
    """Pair what went with what came in its place, the most alike first, each once."""
    alike = [
        (fuzz.ratio(one.text, other.text), -first, -second)
        for first, one in enumerate(lost)
        for second, other in enumerate(come)
    ]
    paired: dict[int, int] = {}
    for ratio, first, second in sorted(alike, reverse=True):
        if ratio >= REWORDED_RATIO and -first not in paired and -second not in paired.values():
            paired[-first] = -second
    for first, second in sorted(paired.items()):
        one, other = lost[first], come[second]
        yield Reworded(before=one, after=other, runs=word_difference(one.text, other.text))

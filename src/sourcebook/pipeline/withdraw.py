"""Withdraw a work, an entry or a passage: out of sight everywhere, with a tombstone that says why."""

from __future__ import annotations

from pathlib import Path

import msgspec

from sourcebook.errors import NotFound, UsageError
from sourcebook.model.withdrawal import Withdrawal
from sourcebook.pipeline import carrying_out
from sourcebook.pipeline.comparing import compare_stale
from sourcebook.pipeline.noting import with_notes
from sourcebook.pipeline.purge import purge
from sourcebook.preserve.notes import Note
from sourcebook.settings import load
from sourcebook.store import SqliteStore, SqliteWriter


def withdraw(folder: Path, wanted: Withdrawal, *, purged: bool = False) -> Withdrawal:
    """Take a thing out of sight and return the withdrawal; its identifier tells whether it is a work or a passage.

    With a place given, only the entry on that page; `purged` takes the words out of the kept files too. Raises NotFound
    where the archive holds no such thing, UsageError where no reason is given, and InputRefused where the words cannot
    be taken out of the kept files; then they are out of sight all the same.
    """
    settings = load(folder)
    if not wanted.why.strip():
        raise UsageError("A withdrawal needs a reason.", next_step="Give it: --why TEXT")

    def change(writer: SqliteWriter) -> tuple[Withdrawal, list[Note]]:
        withdrawal = _resolved(writer, wanted)
        carrying_out.withdraw(writer, withdrawal)
        return withdrawal, [withdrawal]

    with SqliteStore(folder) as store:
        made = with_notes(store, settings, change)
        compare_stale(store)
    if not purged:
        return made
    purge(folder, made, now=wanted.at)
    said = msgspec.structs.replace(made, purged=True)
    with SqliteStore(folder) as store:
        return with_notes(store, settings, lambda writer: (said, _noted(writer, said)))


def _noted(writer: SqliteWriter, withdrawal: Withdrawal) -> list[Note]:
    writer.put_withdrawal(withdrawal)
    return [withdrawal]


def _resolved(writer: SqliteWriter, wanted: Withdrawal) -> Withdrawal:
    passage = msgspec.structs.replace(wanted, what="passage", place=None, topic=None)
    entry = msgspec.structs.replace(wanted, what="entry" if wanted.place else "work")
    for found in (entry, passage):
        if writer.states_of(found):
            return found
    for known in writer.withdrawals(wanted.target):
        if (known.place, known.topic) == (wanted.place, wanted.topic):
            return msgspec.structs.replace(wanted, what=known.what)
    raise NotFound(
        "The sourcebook shows no work or passage with this identifier.",
        where=wanted.target,
        next_step="Look for it with: sourcebook search WORDS",
    )

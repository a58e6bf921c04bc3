"""The last gate before publishing: nothing is written while a passage may identify someone and nobody has decided."""

from __future__ import annotations

from typing import Final

from sourcebook.errors import HeldBack
from sourcebook.store.evidence import Evidence

NAMED: Final = 5


def refuse_held(evidence: Evidence) -> None:
    """Raise HeldBack where passages wait for an editor, naming the first of them by their identifiers."""
    held = evidence.held()
    if not held:
        return
    named = ", ".join(f"{one.passage} (/{one.place})" for one in held[:NAMED])
    more = f" and {len(held) - NAMED:,} more" if len(held) > NAMED else ""
    one_or_many = "1 passage may" if len(held) == 1 else f"{len(held):,} passages may"
    raise HeldBack(
        f"{one_or_many} identify someone who was harmed: {named}{more}. Nothing was published.",
        next_step="Read them (sourcebook todo), then: sourcebook decide ID mask|shorten|publish --why TEXT --by NAME",
    )

"""What editors and checks say, kept as WARC `metadata` records (ISO 28500) of JSON between the captures.

The database is made from the kept files in their order; so whatever is only said to it is kept there too.
"""

from __future__ import annotations

import msgspec

from sourcebook.model import Look
from sourcebook.model.decision import Decision
from sourcebook.model.withdrawal import Undoing, Withdrawal
from sourcebook.preserve.deposit import USE_FIELD, digest

MAX_NOTE_BYTES = 1 << 20

Note = Look | Decision | Undoing | Withdrawal
KINDS: dict[str, type[Note]] = {"look": Look, "decision": Decision, "undo": Undoing, "withdrawal": Withdrawal}
_NAMES = {kind: name for name, kind in KINDS.items()}


def time_of(note: Note) -> str:
    """Return when a note was made."""
    return note.time if isinstance(note, Look) else note.at


def address_of(note: Note) -> str:
    """Return what a note is about, as an address."""
    if isinstance(note, Look):
        return note.url
    return f"urn:sourcebook:decision:{note.number}" if isinstance(note, Undoing) else f"urn:sourcebook:{note.target}"


def fields_of_note(note: Note, record_id: str) -> tuple[list[tuple[str, str]], bytes]:
    """Return the fields of the record that keeps a note, and its block."""
    data = msgspec.json.encode(note)
    fields = [
        ("WARC-Type", "metadata"),
        ("WARC-Record-ID", record_id),
        ("WARC-Date", time_of(note)),
        ("WARC-Target-URI", address_of(note)),
        (USE_FIELD, _NAMES[type(note)]),
        ("WARC-Block-Digest", digest(data)),
        ("WARC-Payload-Digest", digest(data)),
    ]
    return fields, data


def read_note(use: str | None, block: bytes) -> Note | None:
    """Return the note in a `metadata` record; None where it is none of ours. Raises DecodeError where it is damaged."""
    kind = KINDS.get(use or "")
    return None if kind is None else msgspec.json.decode(block, type=kind)

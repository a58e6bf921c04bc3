"""Read in what is kept but not known: the kept files lead, and the database follows them."""

from __future__ import annotations

from sourcebook.errors import InputRefused
from sourcebook.pipeline.carrying_out import carry_out
from sourcebook.pipeline.putting import put_readings
from sourcebook.pipeline.reading import deposit_of, readings_of
from sourcebook.preserve import Deposit, KeptAnswer, KeptFiles, Position
from sourcebook.preserve.notes import Note
from sourcebook.settings import Settings
from sourcebook.store import SqliteWriter


def catch_up(writer: SqliteWriter, kept: KeptFiles, settings: Settings) -> tuple[InputRefused, ...]:
    """Read in every kept record after the last one that the database knows; return what could not be read.

    There is one where a process was killed between keeping the bytes and noting them, and there are many where the
    database is an older copy or an empty one.
    """
    refused = []
    ends: list[Position] = []
    most = settings.limits.max_file_bytes
    for found in kept.after(position(writer.known_end()), most=most, passed=ends.append):
        if isinstance(found, InputRefused):
            refused.append(found)
            continue
        item, capture = found
        if isinstance(item, Note):
            carry_out(writer, item)
            continue
        writer.put_capture(capture)
        if isinstance(item, KeptAnswer) and not (item.use.page and not item.repeats):
            continue
        if isinstance(item, Deposit) and item.kept_only:
            continue
        try:
            readings = readings_of(item if isinstance(item, Deposit) else deposit_of(item), settings)
        except InputRefused as error:
            refused.append(error)
            continue
        put_readings(writer, readings)
    if ends:
        writer.put_known_end(*ends[-1])
    return tuple(refused)


def position(known: tuple[str, int] | None) -> Position | None:
    """Return how far the database has read as a place in the kept files."""
    return Position(*known) if known else None

"""Read in what is kept but not known: the kept files lead, and the database follows them."""

from __future__ import annotations

from sourcebook.errors import InputRefused
from sourcebook.pipeline.putting import put_reading
from sourcebook.pipeline.reading import reading_of
from sourcebook.preserve import KeptFiles
from sourcebook.settings import Settings
from sourcebook.store import SqliteWriter


def catch_up(writer: SqliteWriter, kept: KeptFiles, settings: Settings) -> tuple[InputRefused, ...]:
    """Read in every kept record after the last one that the database knows; return what could not be read.

    There is one where a process was killed between keeping the bytes and noting them, and there are many where the
    database is an older copy or an empty one.
    """
    refused = []
    for found in kept.after(writer.last_capture()):
        if isinstance(found, InputRefused):
            refused.append(found)
            continue
        deposit, capture = found
        writer.put_capture(capture)
        try:
            reading = reading_of(deposit, settings)
        except InputRefused as error:
            refused.append(error)
            continue
        put_reading(writer, reading)
    return tuple(refused)

"""Opening what is a ZIP within: refused where a name in it leads out of it, or it would unpack to more than allowed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from sourcebook.errors import InputRefused
from sourcebook.read.reader import Source

MAGIC = b"PK\x03\x04"
_MOST_NAMES = 100_000


def opened_zip(source: Source) -> zipfile.ZipFile:
    """Return the bytes as a ZIP that may be read; nothing is unpacked yet.

    Raises InputRefused where it is damaged, where a name in it leads out of the folder it would be unpacked in, and
    where it says that it unpacks to more than `limits.max_memory`.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
        infos = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, OSError) as error:
        raise InputRefused(
            f"Its ZIP is damaged: {str(error).rstrip('.')}.", where=source.where, next_step="Fetch it again."
        ) from error
    if (name := leading_out(info.filename for info in infos)) is not None:
        raise unsafe(name, source.where)
    size, limit = sum(info.file_size for info in infos), source.limits.max_memory
    if size > limit or len(infos) > _MOST_NAMES:
        raise InputRefused(
            f"It would unpack to {size:,} bytes in {len(infos):,} parts; {limit:,} and {_MOST_NAMES:,} are allowed.",
            where=source.where,
            next_step="Save a smaller copy, or raise limits.max_memory in sourcebook.toml.",
        )
    return archive


def leading_out(names: Iterable[str]) -> str | None:
    """Return the first name that leads out of the folder it would be unpacked in; None where none does."""
    for name in names:
        path = name.replace("\\", "/")
        if path.startswith("/") or path[1:2] == ":" or ".." in path.split("/") or "\0" in path:
            return name
    return None


def unsafe(name: str, where: str) -> InputRefused:
    """Return the refusal of a ZIP in which this name leads out of it."""
    return InputRefused(
        f"A name in its ZIP leads out of it: {name[:80]!r}.",
        where=where,
        next_step="It was made to do harm, or by a broken program: fetch it from its maker again.",
    )

"""What a command line names, as files to read: paths, folders gone through, and `-` for standard input."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from sourcebook.errors import InputRefused

STANDARD_INPUT = "-"
STANDARD_INPUT_NAME = "standard-input"


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Something to read: how errors and the table call it, the name it is kept under, how to open it, and its path."""

    shown: str
    name: str
    open: Callable[[], BinaryIO]
    path: Path | None = None


def sources(named: Iterable[str], stdin: BinaryIO) -> Iterator[Source]:
    """Yield what is to be read, folders in order of their paths and without hidden files; nothing is opened yet."""
    for name in named:
        if name == STANDARD_INPUT:
            yield Source(shown="standard input", name=STANDARD_INPUT_NAME, open=lambda: stdin)
        elif Path(name).is_dir():
            yield from _in_folder(Path(name))
        else:
            yield _file(Path(name), Path(name).name)


def read_bytes(source: Source, limit: int) -> bytes:
    """Return the bytes of a source; refuses one larger than the limit without reading it whole.

    Raises InputRefused where it is missing, is no regular file, may not be read, or is too large.
    """
    try:
        with source.open() as file:
            size = _size(file)
            data = file.read(limit + 1) if size <= limit else b""
    except OSError as error:
        raise InputRefused(
            f"The file cannot be read ({error.strerror or error}).",
            where=source.shown,
            next_step="Check its name and that you may read it.",
        ) from error
    if max(size, len(data)) > limit:
        much = f"{size:,}" if size > limit else f"more than {limit:,}"
        raise InputRefused(
            f"The file has {much} bytes, and {limit:,} are allowed.",
            where=source.shown,
            next_step="Split it, or raise max_file_bytes under [limits] in sourcebook.toml.",
        )
    return data


def _in_folder(folder: Path) -> Iterator[Source]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                path = Path(parent) / name
                yield _file(path, path.relative_to(folder).as_posix())


def _file(path: Path, name: str) -> Source:
    return Source(shown=str(path), name=name, open=lambda: _open_regular(path), path=path)


def _open_regular(path: Path) -> BinaryIO:
    # A pipe or a device in a folder could block for ever or never end.
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(None, "it is no regular file")
    return path.open("rb")


def _size(file: BinaryIO) -> int:
    try:
        mode = os.fstat(file.fileno())
    except (OSError, AttributeError, ValueError):
        return 0
    return mode.st_size if stat.S_ISREG(mode.st_mode) else 0

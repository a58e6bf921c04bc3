"""Write files beside those that are shown, and put them in their place when all are whole."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from sourcebook.errors import SourcebookError, StorageFailed, UsageError

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextlib.contextmanager
def translated(where: Path) -> Iterator[None]:
    """Turn an error of the file system into one of ours; the site that stands there is whole."""
    try:
        yield
    except OSError as error:
        raise explained(error, where) from error


def explained(error: OSError, where: Path) -> SourcebookError:
    """Return our error for one of the file system."""
    if error.errno in FULL:
        return StorageFailed(
            "The disk is full; the site that was there is whole.",
            where=str(where),
            next_step="Make room and try again.",
        )
    return StorageFailed(
        f"The folder cannot be written: {error.strerror or error}; the site that was there is whole.",
        where=str(where),
        next_step="Allow writing to it, or choose another: -o DIR",
    )


def store_bytes(path: Path, content: bytes) -> None:
    """Write a file of the staging folder, with the folders that lead to it."""
    with translated(path):
        try:
            _write(path, content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, content)


class Staging:
    """Writes many files into the staging folder; a folder is made when the first file of a row is written to it."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._folder = ""

    def store(self, path: str, content: bytes) -> None:
        """Write a file under its path in the folder, with the folders that lead to it."""
        whole = f"{self._root}/{path}"
        folder = whole.rpartition("/")[0]
        try:
            if folder != self._folder:
                _make(folder)
                self._folder = folder
            _write(whole, content)
        except OSError as error:
            raise explained(error, Path(whole)) from error


def _make(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102 - a path a page would be made into an object for nothing
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def _write(path: Path | str, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


def refuse_strangers(staging: Path, folder: Path, ours: Container[str], below: str = "") -> None:
    """Raise UsageError where what was staged would take the place of a file that is not ours, or go through a link."""
    for entry in _listed(staging):
        path, target = f"{below}{entry.name}", folder / entry.name
        if not os.path.lexists(target):
            continue
        is_folder = entry.is_dir(follow_symlinks=False)
        if is_folder and target.is_dir() and not target.is_symlink():
            refuse_strangers(Path(entry.path), target, ours, f"{path}/")
        elif is_folder or path not in ours:
            raise UsageError(
                "What stands where a page belongs is not ours.",
                where=str(target),
                next_step="Move it away, or choose another folder: -o DIR",
            )


def put_in_place(staging: Path, folder: Path) -> None:
    """Move everything that was staged to its place; each file is replaced whole, a new folder is moved whole."""
    for entry in _listed(staging):
        target = folder / entry.name
        if entry.is_dir(follow_symlinks=False) and target.is_dir():
            put_in_place(Path(entry.path), target)
        else:
            Path(entry.path).replace(target)


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        return sorted(found, key=lambda entry: entry.name)


def take_away(folder: Path, paths: Iterable[str]) -> None:
    """Delete files that the site no longer has, and the folders that are empty without them."""
    for path in paths:
        target = folder / path
        target.unlink(missing_ok=True)
        for parent in list(target.relative_to(folder).parents)[:-1]:
            try:
                (folder / parent).rmdir()
            except OSError:
                break

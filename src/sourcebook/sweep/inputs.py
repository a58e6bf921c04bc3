"""What is swept: files, globs, folders, WACZ files and addresses, each as tasks with a digest that names them."""

from __future__ import annotations

import glob
import hashlib
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sourcebook.errors import InputRefused
from sourcebook.model.base import Value

ENDINGS: Final = (".warc", ".warc.gz", ".warc.zst", ".wet", ".wet.gz", ".wacz")
PACKED: Final = ".wacz"
RANGE_BYTES: Final = 256 << 20
"""A larger local file is divided into ranges of this many bytes, each a task."""

_PIECE: Final = 1 << 20


class Task(Value, frozen=True):
    """A file or a part of one: its address, the WARC in it where it is a WACZ, a range of it, and the task's name.

    `name` is made of the digest of what is read, so that the same bytes are the same task wherever they lie.
    """

    name: str
    address: str
    member: str | None = None
    start: int = 0
    end: int | None = None
    size: int = 0

    @property
    def where(self) -> str:
        """What rows and errors call the file."""
        return f"{self.address}!/{self.member}" if self.member else self.address


def tasks_for(addresses: Iterable[str]) -> Iterator[Task | InputRefused]:
    """Yield the tasks of what was named, each file once, in order; and for what cannot be swept the reason why."""
    seen: set[str] = set()
    for address in addresses:
        try:
            for found in _expanded(address):
                for task in _tasks(found):
                    if task.name not in seen:
                        seen.add(task.name)
                        yield task
        except InputRefused as refused:
            yield refused


def _expanded(address: str) -> list[str]:
    if "://" in address:
        return _expanded_remote(address) if any(sign in address for sign in "*?[") else [address]
    path = Path(address)
    try:
        if path.is_dir():
            found = sorted(str(one) for one in path.rglob("*") if one.name.endswith(ENDINGS))
            _ = next(path.iterdir(), None)
        else:
            found = [address] if path.exists() else sorted(glob.glob(address, recursive=True))  # noqa: PTH207
    except OSError as error:
        raise InputRefused(f"The folder cannot be read ({error.strerror}).", where=address) from error
    if not found:
        raise InputRefused(
            "There is no such file, and no web archive in it if it is a folder.",
            where=address,
            next_step=f"Name files that end in {', '.join(ENDINGS)}, a folder of them, or a pattern.",
        )
    return found


def _expanded_remote(address: str) -> list[str]:
    system, path = _filesystem(address)
    try:
        found = system.glob(path)
    except Exception as error:
        raise _not_there(address, error) from error
    if not found:
        raise InputRefused("Nothing there matches.", where=address)
    return [system.unstrip_protocol(one) for one in sorted(found)]


def _filesystem(address: str) -> tuple[Any, str]:
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(address)
    except (ValueError, ImportError) as error:
        raise InputRefused(f"This kind of address cannot be opened: {error}", where=address) from error
    return system, path


def _not_there(address: str, error: Exception) -> InputRefused:
    said = " ".join(str(error).split())[:200] or type(error).__name__
    return InputRefused(
        f"Nothing could be read there: {said}.",
        where=address,
        next_step="Check the address, and that this machine may read it.",
    )


def _tasks(address: str) -> Iterator[Task]:
    if "://" in address:
        yield _remote(address)
        return
    path = Path(address)
    try:
        size = path.stat().st_size
        digest = _digest(path)
    except OSError as error:
        raise InputRefused(f"The file cannot be read ({error.strerror}).", where=address) from error
    if address.endswith(PACKED):
        yield from _packed(path, digest)
    elif size <= RANGE_BYTES or address.endswith(".zst"):
        yield Task(name=digest, address=address, size=size)
    else:
        for start in range(0, size, RANGE_BYTES):
            end = min(start + RANGE_BYTES, size)
            yield Task(name=f"{digest}-{start}", address=address, start=start, end=end, size=end - start)


def _packed(path: Path, digest: str) -> Iterator[Task]:
    try:
        with zipfile.ZipFile(path) as archive:
            inside = [info for info in archive.infolist() if info.filename.endswith(ENDINGS[:3])]
    except (zipfile.BadZipFile, OSError) as error:
        raise InputRefused("This is no WACZ file: it is no ZIP, or a damaged one.", where=str(path)) from error
    if not inside:
        raise InputRefused("There is no WARC file in this WACZ.", where=str(path))
    for number, info in enumerate(inside):
        yield Task(name=f"{digest}-{number}", address=str(path), member=info.filename, size=info.compress_size)


def _remote(address: str) -> Task:
    system, path = _filesystem(address)
    try:
        info = system.info(path)
        mark = str(info.get("ETag") or info.get("LastModified") or info.get("mtime") or "")
        size = int(info.get("size") or 0)
    except Exception as error:
        raise _not_there(address, error) from error
    name = hashlib.sha256(f"{address}\n{size}\n{mark}".encode()).hexdigest()[:32]
    return Task(name=name, address=address, size=size)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:32]


@contextmanager
def opened(task: Task) -> Iterator[Path]:
    """Give the path of a task's WARC file, fetched or unpacked for as long as it is needed.

    Raises InputRefused where it cannot be had.
    """
    if "://" not in task.address and task.member is None:
        yield Path(task.address)
        return
    with tempfile.TemporaryDirectory(prefix="sourcebook-sweep-") as folder:
        target = Path(folder) / "file.warc.gz"
        if task.member is not None:
            _unpack(task, target)
        else:
            system, path = _filesystem(task.address)
            try:
                system.get_file(path, str(target))
            except Exception as error:
                raise _not_there(task.address, error) from error
        yield target


def _unpack(task: Task, target: Path) -> None:
    try:
        with zipfile.ZipFile(task.address) as archive, archive.open(str(task.member)) as part, target.open("wb") as out:
            while piece := part.read(_PIECE):
                out.write(piece)
    except (zipfile.BadZipFile, KeyError, EOFError, OSError, RuntimeError) as error:
        raise InputRefused("The WARC in this WACZ cannot be unpacked.", where=task.where) from error

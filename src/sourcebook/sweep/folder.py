"""The folder of a sweep: what each task made, written whole or not at all, and a lock on all of it.

DIR/sweep.json            the topic and the extractor's version; a folder holds one of each
DIR/parts/TASK/           the rows and counts of a task that was ended; its name is the digest of what it read
DIR/works.parquet, ...    the tables, made of the parts once all are there
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

import msgspec

from sourcebook.errors import ArchiveBusy, StorageFailed, UsageError
from sourcebook.extract import VERSION
from sourcebook.sweep.task import Counts

PARTS: Final = "parts"
_RUNNING: Final = "running"
_COUNTS: Final = "counts.json"
_ABOUT: Final = "sweep.json"
_LOCK: Final = "sweep.lock"


class Folder:
    """A sweep's folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.parts = path / PARTS

    def create(self, topic: str) -> None:
        """Make the folder for a topic, or take the one that is there.

        Raises UsageError where it holds another topic or something else; StorageFailed where it cannot be written.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            about = self.path / _ABOUT
            if not about.exists() and any(one.name != _LOCK for one in self.path.iterdir()):
                raise UsageError(
                    "The folder holds other files.", where=str(self.path), next_step="Name an empty or a new one."
                )
            self.parts.mkdir(exist_ok=True)
            said = {"topic": topic, "extractor": VERSION}
            if about.exists():
                self._compare(msgspec.json.decode(about.read_bytes(), type=dict[str, str]), said)
            else:
                about.write_bytes(msgspec.json.encode(said))
        except OSError as error:
            raise _storage(self.path, error) from error

    def _compare(self, before: dict[str, str], now: dict[str, str]) -> None:
        for name, word in (("topic", "topic"), ("extractor", "version of the extractor")):
            if before.get(name) != now[name]:
                raise UsageError(
                    f"This folder was swept with the {word} {before.get(name)!r}, and this is {now[name]!r}.",
                    where=str(self.path),
                    next_step="Name another folder.",
                )

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the folder; ArchiveBusy where another sweep does. A lock whose holder was killed is free."""
        with self._lock() as lock:
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error):
                    raise StorageFailed("The folder cannot be written.", where=str(self.path)) from error
                raise ArchiveBusy(
                    "Another sweep is writing here.",
                    where=str(self.path),
                    next_step="Wait for it, or name another folder.",
                ) from error
            yield

    def _lock(self) -> closing[sqlite3.Connection]:
        try:
            return closing(sqlite3.connect(self.path / _LOCK, timeout=0, isolation_level=None))
        except sqlite3.OperationalError as error:
            raise StorageFailed("The folder cannot be written.", where=str(self.path)) from error

    def done(self, task: str) -> Counts | None:
        """Return the counts of a task that was ended, or None."""
        counts = self.parts / task / _COUNTS
        return msgspec.json.decode(counts.read_bytes(), type=Counts) if counts.exists() else None

    def write(self, task: str, work: Callable[[Path], Counts]) -> Counts:
        """Do a task's work in a folder of its own that becomes the task's part when all of it is written.

        Raises StorageFailed where the disk refuses; nothing of the task is seen then.
        """
        running = self.parts / f".{_RUNNING}-{task}-{uuid.uuid4().hex[:8]}"
        try:
            running.mkdir()
            counts = work(running)
            (running / _COUNTS).write_bytes(msgspec.json.encode(counts))
            target = self.parts / task
            if target.exists():
                return self.done(task) or counts
            os.replace(running, target)  # noqa: PTH105 - the same call on every system
        except OSError as error:
            if (ended := self.done(task)) is not None:
                return ended
            raise _storage(self.path, error) from error
        finally:
            shutil.rmtree(running, ignore_errors=True)
        return counts

    def clear_running(self) -> None:
        """Remove what tasks left that were killed; only while the folder is held and none runs."""
        for left in self.parts.glob(f".{_RUNNING}-*"):
            shutil.rmtree(left, ignore_errors=True)


def _storage(path: Path, error: OSError) -> StorageFailed:
    return StorageFailed(
        f"The folder cannot be written ({error.strerror or error}).",
        where=str(path),
        next_step="Make room or allow writing there, then run the sweep again: what was ended is kept.",
    )

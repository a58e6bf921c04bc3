"""Reading files in processes of their own, with limits of time and memory, so that one file takes nothing down.

A process stays for many files and is replaced after some, after one that it did not survive, and when it has grown.
"""

from __future__ import annotations

import atexit
import contextlib
import multiprocessing
import resource
import threading
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

import msgspec

from sourcebook.errors import InputRefused
from sourcebook.model import Document
from sourcebook.read import document
from sourcebook.settings import Limits

Watch = Callable[[str, int, int], None]
"""Told which page of which file has been reached, and how many it has."""

_STANDING = threading.local()
_FILES = 100
_GROWN = 512 * 1024 * 1024
_GRACE = 5.0
_TELLS = 0.2
"""How many seconds pass at least between two pages that are told."""


class _Asked(msgspec.Struct, frozen=True):
    data: bytes
    name: str | None
    media_type: str | None
    limits: Limits


class _Answer(msgspec.Struct, frozen=True, tag=True):
    document: Document | None = None
    refused: tuple[str, str, str] | None = None
    grown: int = 0


class _Reached(msgspec.Struct, frozen=True, tag=True):
    page: int
    pages: int


class ReadingProcess:
    """A process that reads one file after another; not to be shared between threads."""

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._left = 0

    def read(self, data: bytes, *, name: str | None, media_type: str | None = None, limits: Limits) -> Document:
        """Return the file as a Document.

        Raises InputRefused where its reader refuses it, and where it takes longer or more memory than the limits
        allow; the process is then replaced.
        """
        pipe = self._ready()
        where = name or "standard input"
        try:
            pipe.send_bytes(msgspec.msgpack.encode(_Asked(data, name, media_type, limits)))
            answer = self._answer(pipe, where, limits)
        except (EOFError, OSError) as error:
            self.close()
            raise _too_much(where, limits) from error
        self._left -= 1
        if self._left <= 0 or answer.grown > _GROWN:
            self.close()
        if answer.document is None:
            what, place, step = answer.refused or ("It could not be read.", where, "")
            raise InputRefused(what, where=place, next_step=step)
        return answer.document

    def _answer(self, pipe: Connection[Any, Any], where: str, limits: Limits) -> _Answer:
        until = time.monotonic() + limits.max_seconds
        while pipe.poll(max(0.0, until - time.monotonic())):
            told = msgspec.msgpack.decode(pipe.recv_bytes(), type=_Answer | _Reached)
            if isinstance(told, _Answer):
                return told
            getattr(_STANDING, "watch", _unwatched)(where, told.page, told.pages)
        self.close()
        raise _too_long(where, limits)

    def close(self) -> None:
        """End the process at once, if there is one."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join(_GRACE)
            self._process.close()
        self._process = self._pipe = None

    @property
    def pid(self) -> int | None:
        """The number of the process that stands ready; None where there is none."""
        return self._process.pid if self._process is not None else None

    def _ready(self) -> Connection[Any, Any]:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self.close()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), daemon=True, name="sourcebook-reading")
        self._process.start()
        theirs.close()
        self._pipe, self._left = ours, _FILES
        return ours


@contextlib.contextmanager
def reading_process() -> Iterator[ReadingProcess]:
    """Give a reading process that ends with the block."""
    process = ReadingProcess()
    try:
        yield process
    finally:
        process.close()


def read_safely(data: bytes, *, name: str | None, media_type: str | None = None, limits: Limits) -> Document:
    """Return a file as a Document; one of a format that can hang or grow is read apart, text and HTML are read here.

    Each thread has a process of its own, which stands ready until the program ends. A program that may start none,
    being one itself, reads everything here. Raises InputRefused as `ReadingProcess.read` does.
    """
    may_harm = b"%PDF-" in data[:1024] or data.startswith(b"PK")
    if not may_harm or multiprocessing.current_process().daemon:
        return document(data, name=name, media_type=media_type, limits=limits)
    standing = getattr(_STANDING, "process", None)
    if standing is None:
        standing = _STANDING.process = ReadingProcess()
        atexit.register(standing.close)
    read: Document = standing.read(data, name=name, media_type=media_type, limits=limits)
    return read


@contextlib.contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Have a function told, while the block runs, which pages this thread's reading apart has reached."""
    before = getattr(_STANDING, "watch", _unwatched)
    _STANDING.watch = watch
    try:
        yield
    finally:
        _STANDING.watch = before


def _unwatched(_file: str, _page: int, _pages: int) -> None:
    """Take no notice."""


def serve(pipe: Connection[Any, Any]) -> None:
    """Read what comes through a pipe and answer until it closes: what runs in the process."""
    while True:
        try:
            asked = msgspec.msgpack.decode(pipe.recv_bytes(), type=_Asked)
        except EOFError:
            return
        resource.setrlimit(resource.RLIMIT_AS, (asked.limits.max_memory + _held(), resource.RLIM_INFINITY))
        pipe.send_bytes(msgspec.msgpack.encode(_answer(asked, _teller(pipe))))


def _teller(pipe: Connection[Any, Any]) -> Callable[[int, int], None]:
    told = time.monotonic()

    def tell(page: int, pages: int) -> None:
        nonlocal told
        if time.monotonic() - told > _TELLS:
            told = time.monotonic()
            pipe.send_bytes(msgspec.msgpack.encode(_Reached(page, pages)))

    return tell


def _answer(asked: _Asked, tell: Callable[[int, int], None]) -> _Answer:
    try:
        found = document(asked.data, name=asked.name, media_type=asked.media_type, limits=asked.limits, progress=tell)
    except InputRefused as error:
        return _Answer(refused=(error.what, error.where, error.next_step))
    except (MemoryError, RecursionError):
        refusal = _too_much(asked.name or "standard input", asked.limits)
        return _Answer(refused=(refusal.what, refusal.where, refusal.next_step))
    return _Answer(document=found, grown=_most_held())


def _held() -> int:
    """Return the bytes of address space that the process holds already, on which a file's own are put."""
    try:
        with open("/proc/self/statm", encoding="ascii") as told:  # noqa: PTH123 - read again for every file
            return int(told.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0


def _most_held() -> int:
    """Return the most bytes of memory that the process held; what its parent held before it is not counted.

    `getrusage` counts that as well: in a process that a large one started it says what the large one held.
    """
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as told:  # noqa: PTH123 - as above
            return next(int(line.split()[1]) * 1024 for line in told if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _too_long(where: str, limits: Limits) -> InputRefused:
    return InputRefused(
        f"Reading it took longer than {limits.max_seconds:g} seconds and was ended.",
        where=where,
        next_step="Save a simpler copy, or raise limits.max_seconds in sourcebook.toml.",
    )


def _too_much(where: str, limits: Limits) -> InputRefused:
    return InputRefused(
        f"Reading it took more than {limits.max_memory // 2**20} MB of memory, or ended the process that read it.",
        where=where,
        next_step="Save a simpler copy, or raise limits.max_memory in sourcebook.toml.",
    )

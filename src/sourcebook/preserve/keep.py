"""The kept files: WARC files under `captures/` that only grow, one whole record at a time.

A record is written and brought to the disk before the database notes it. Whoever writes holds the database's lock, so
there is one writer; killed at any instant it leaves at most one torn record at the end of the last file, which the
next writer cuts off, or one whole record that the database does not know yet, which the next writer reads in.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from sourcebook.errors import InputRefused, NotFound
from sourcebook.model import Capture
from sourcebook.preserve.deposit import Deposit, decode, encode, opening
from sourcebook.preserve.members import stretches
from sourcebook.settings import CAPTURES_NAME

FIRST = "sourcebook-00001.warc.gz"
MAX_WARC_BYTES = 1_000_000_000
"""A WARC file is closed past this size, as the standard's annex advises."""


class KeptFiles:
    """The WARC files of one sourcebook folder."""

    def __init__(self, folder: Path, *, max_bytes: int = MAX_WARC_BYTES) -> None:
        self._folder = folder / CAPTURES_NAME
        self._max_bytes = max_bytes

    def names(self) -> list[str]:
        """Return the names of the files in the order in which they were written."""
        return sorted(path.name for path in self._folder.glob("sourcebook-*.warc.gz"))

    def append(self, deposit: Deposit, last: Capture | None = None) -> Capture:
        """Write a deposit at the end and bring it to the disk; on an error the file is as it was before.

        `last` is the last capture known; where its file does not end with it, being gone or damaged, a new one begins.
        """
        self._folder.mkdir(exist_ok=True)
        path = self._current(last)
        before = path.stat().st_size if path.exists() else 0
        head = b"" if before else opening(deposit.time)
        member = encode(deposit)
        with path.open("ab") as file:
            try:
                file.write(head + member)
                file.flush()
                os.fsync(file.fileno())
            except BaseException:
                _cut(path, before)
                raise
        if not before:
            _sync_folder(self._folder)
        return capture_of(deposit, path.name, before + len(head), len(member))

    def cut(self, capture: Capture) -> None:
        """Take away the record that was appended last, since the database could not note it."""
        _cut(self._folder / capture.warc, capture.offset)

    def after(self, last: Capture | None) -> Iterator[tuple[Deposit, Capture] | InputRefused]:
        """Yield every deposit that stands after the last one known, in order, and an error for each damaged record.

        A torn end is cut off, so only whoever holds the database's lock may ask.
        """
        for name in self.names():
            if last is not None and name < last.warc:
                continue
            start = last.offset + last.length if last is not None and name == last.warc else 0
            yield from self._deposits(self._folder / name, start)

    def read(self, capture: Capture) -> bytes:
        """Return the bytes of a capture as they were handed in.

        Raises NotFound where its file is gone, and InputRefused where the record is not what its digest says.
        """
        path = self._folder / capture.warc
        where = f"{path}, byte {capture.offset}"
        try:
            member = _slice(path, capture.offset, capture.offset + capture.length)
        except OSError as error:
            raise NotFound(
                "The kept bytes are not there.", where=where, next_step="Put a copy of that file back."
            ) from error
        deposit = decode(member, where)
        if deposit is None or deposit.digest != capture.digest:
            raise InputRefused("The kept bytes are not those that were noted.", where=where)
        return deposit.data

    def _current(self, last: Capture | None) -> Path:
        names = self.names()
        path = self._folder / (names[-1] if names else FIRST)
        size = path.stat().st_size if names else 0
        whole = last is None or (last.warc == path.name and last.offset + last.length == size)
        if whole and size < self._max_bytes:
            return path
        newest = max([path.name, *([last.warc] if last else [])])
        number = int(newest.removeprefix("sourcebook-").split(".")[0]) + 1
        return self._folder / f"sourcebook-{number:05}.warc.gz"

    def _deposits(self, path: Path, start: int) -> Iterator[tuple[Deposit, Capture] | InputRefused]:
        for stretch in stretches(path, start):
            where = f"{path}, byte {stretch.start}"
            if stretch.kind == "torn":
                _cut(path, stretch.start)
                return
            try:
                deposit = decode(_slice(path, stretch.start, stretch.end) if stretch.kind == "member" else b"", where)
            except InputRefused as error:
                yield error
                continue
            if deposit is not None:
                yield deposit, capture_of(deposit, path.name, stretch.start, stretch.end - stretch.start)


def capture_of(deposit: Deposit, warc: str, offset: int, length: int) -> Capture:
    """Return where a deposit lies."""
    return Capture(
        digest=deposit.digest,
        url=deposit.url,
        time=deposit.time,
        media_type=deposit.media_type,
        warc=warc,
        offset=offset,
        length=length,
    )


def _slice(path: Path, start: int, end: int) -> bytes:
    with path.open("rb") as file:
        file.seek(start)
        return file.read(end - start)


def _cut(path: Path, length: int) -> None:
    with path.open("r+b") as file:
        file.truncate(length)
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""The kept files: WARC files under `captures/` that only grow, one whole record at a time.

A record is written and brought to the disk, then noted in the chain, then in the database. Whoever writes holds the
database's lock, so there is one writer; killed at any instant it leaves at most one torn record at the end of the last
file, which the next writer cuts off, or whole records that the database does not know yet, which the next writer reads
in.
"""

from __future__ import annotations

import hashlib
import mmap
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from sourcebook.errors import InputRefused, NotFound
from sourcebook.model import Capture
from sourcebook.preserve.addresses import redirected
from sourcebook.preserve.chain import Chain, Link
from sourcebook.preserve.deposit import Deposit, encode, opening
from sourcebook.preserve.exchange_records import Answer, write_answer, write_note, write_request
from sourcebook.preserve.kept_records import Kept, KeptAnswer, damaged, read_record
from sourcebook.preserve.members import Stretch, stretches
from sourcebook.preserve.notes import Note, address_of, time_of
from sourcebook.preserve.noting import NotedFile
from sourcebook.preserve.record import MAX_HEAD_BYTES, day_of
from sourcebook.settings import CAPTURES_NAME

FIRST = "sourcebook-00001.warc.gz"
MAX_WARC_BYTES = 1_000_000_000
"""A WARC file is closed past this size, as the standard's annex advises."""


MAX_READ = 1 << 30


class Position(NamedTuple):
    """A place in the kept files."""

    warc: str
    offset: int


class Written(NamedTuple):
    """What was appended: a capture for every deposit and answer in order, and where it begins and ends."""

    captures: tuple[Capture, ...]
    before: Position
    end: Position


class KeptFiles:
    """The WARC files of one sourcebook folder."""

    def __init__(self, folder: Path, *, max_bytes: int = MAX_WARC_BYTES) -> None:
        self._folder = folder / CAPTURES_NAME
        self._max_bytes = max_bytes
        self.chain = Chain(folder)
        self._noted_end: tuple[str, int] | None = None

    def names(self) -> list[str]:
        """Return the names of the files in the order in which they were written."""
        return sorted(path.name for path in self._folder.glob("sourcebook-*.warc.gz"))

    def paths(self) -> list[Path]:
        """Return the files in the order in which they were written."""
        return [self._folder / name for name in self.names()]

    def append(self, deposit: Deposit, last: Position | Capture | None = None) -> Capture:
        """Write a deposit at the end, as `append_all` does."""
        return self.append_all([deposit], last).captures[0]

    def append_all(
        self, items: Sequence[Deposit | Answer | Note], last: Position | Capture | None = None, *, now: str = ""
    ) -> Written:
        """Write items at the end, and bring them to the disk together; on an error the file is as it was before.

        `last` is how far the files are known; where its file does not end there, being gone or damaged, a new one
        begins. `now` is the time at which they are written, where it is not that of the last item.
        """
        self._folder.mkdir(exist_ok=True)
        path = self._current(_position(last))
        before = path.stat().st_size if path.exists() else 0
        captures: list[Capture] = []
        with path.open("ab") as file:
            noted = NotedFile(file, path.name)
            try:
                if not before:
                    noted.write(opening(now or _time_of(items[0])))
                    noted.end_record()
                for item in items:
                    captures += _write(item, path.name, noted)
                file.flush()
                os.fsync(file.fileno())
                if not before:
                    _sync_folder(self._folder)
                self.chain.note(noted.links, (now or _time_of(items[-1]))[:10])
                end = file.tell()
            except BaseException:
                _cut(path, before)
                raise
        return Written(captures=tuple(captures), before=Position(path.name, before), end=Position(path.name, end))

    def cut_back(self, written: Written) -> None:
        """Take away what was appended last, since the database could not note it."""
        self.chain.take_back(*written.before)
        _cut(self._folder / written.before.warc, written.before.offset)

    def cut(self, capture: Capture) -> None:
        """Take away the record that was appended last, since the database could not note it."""
        self.chain.take_back(capture.warc, capture.offset)
        _cut(self._folder / capture.warc, capture.offset)

    def after(
        self,
        last: Position | Capture | None,
        *,
        most: int = MAX_READ,
        passed: Callable[[Position], None] = lambda _: None,
    ) -> Iterator[tuple[Kept, Capture] | InputRefused]:
        """Yield what stands after a position, in order, and an error for each damaged record.

        Up to `most` bytes of each answer are held; `passed` is told the end of every sound record. A torn end is cut
        off, and what the chain does not know yet is noted in it, so only whoever holds the database's lock may ask.
        """
        last = _position(last)
        self.chain.mend()
        self._noted_end = None
        for name in self.names():
            if last is not None and name < last.warc:
                continue
            start = last.offset if last is not None and name == last.warc else 0
            yield from self._records(self._folder / name, start, most, passed)

    def read(self, capture: Capture, *, most: int = MAX_READ) -> bytes:
        """Return the bytes of a capture as they were handed in, or an answer's body with its codings undone.

        Raises NotFound where its file is gone, or where it only refers to an earlier one, and InputRefused where the
        record is not what its digest says.
        """
        kept = self.record(capture, most=most)
        if isinstance(kept, KeptAnswer) and kept.repeats:
            raise NotFound("This capture only says that the bytes are those of an earlier one.", where=capture.url)
        if isinstance(kept, Deposit):
            return kept.data
        return kept.content

    def record(self, capture: Capture, *, most: int = MAX_READ) -> Deposit | KeptAnswer:
        """Return what a capture's record holds; raises as `read` does."""
        path = self._folder / capture.warc
        if not path.is_file():
            where = f"{path}, byte {capture.offset}"
            raise NotFound("The kept bytes are not there.", where=where, next_step="Put a copy of that file back.")
        kept = read_record(path, capture.offset, capture.offset + capture.length, most=most)
        if kept is None or isinstance(kept, Note) or kept.digest != capture.digest:
            where = f"{path}, byte {capture.offset}"
            raise InputRefused("The kept bytes are not those that were noted.", where=where)
        return kept

    def _current(self, last: Position | None) -> Path:
        names = self.names()
        path = self._folder / (names[-1] if names else FIRST)
        size = path.stat().st_size if names else 0
        whole = last is None or last == (path.name, size)
        if whole and size < self._max_bytes:
            return path
        newest = max([path.name, *([last.warc] if last else [])])
        number = int(newest.removeprefix("sourcebook-").split(".")[0]) + 1
        return self._folder / f"sourcebook-{number:05}.warc.gz"

    def _records(
        self, path: Path, start: int, most: int, passed: Callable[[Position], None]
    ) -> Iterator[tuple[Kept, Capture] | InputRefused]:
        for stretch in stretches(path, start):
            if stretch.kind == "torn":
                _cut(path, stretch.start)
                return
            if stretch.kind == "damaged":
                yield damaged(f"{path}, byte {stretch.start}")
                continue
            self._note_found(path, stretch)
            try:
                kept = read_record(path, stretch.start, stretch.end, most=most)
            except InputRefused as error:
                yield error
                continue
            passed(Position(path.name, stretch.end))
            if kept is not None:
                yield kept, capture_of(kept, path.name, stretch.start, stretch.end - stretch.start)

    def _note_found(self, path: Path, stretch: Stretch) -> None:
        """Note a record that a killed writer left without a word in the chain."""
        if self._noted_end is None:
            self._noted_end = self.chain.end()
        if (path.name, stretch.start) >= self._noted_end:
            with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                day = day_of(data[stretch.start : min(stretch.end, stretch.start + MAX_HEAD_BYTES)])
                with memoryview(data) as whole, whole[stretch.start : stretch.end] as member:
                    known = f"sha256:{hashlib.sha256(member).hexdigest()}"
            length = stretch.end - stretch.start
            self.chain.note([Link(file=path.name, offset=stretch.start, length=length, digest=known, found=True)], day)


def _write(item: Deposit | Answer | Note, warc: str, file: NotedFile) -> list[Capture]:
    start = file.tell()
    out = cast("BinaryIO", file)
    if isinstance(item, Note):
        write_note(item, out)
        file.end_record()
        return []
    if isinstance(item, Deposit):
        file.write(encode(item))
        file.end_record()
        return [capture_of(item, warc, start, file.tell() - start)]
    answer_id = write_answer(item, out)
    file.end_record()
    capture = capture_of(item, warc, start, file.tell() - start)
    if item.recorded.request:
        write_request(item.recorded, answer_id, out)
        file.end_record()
    return [capture]


def _position(last: Position | Capture | None) -> Position | None:
    return Position(last.warc, last.offset + last.length) if isinstance(last, Capture) else last


def _time_of(item: Deposit | Answer | Note) -> str:
    if isinstance(item, Answer):
        return item.recorded.exchange.time
    return time_of(item) if isinstance(item, Note) else item.time


def capture_of(item: Kept | Answer, warc: str, offset: int, length: int) -> Capture:
    """Return where an item lies; that of a note has no digest, and is never noted."""
    if isinstance(item, Note):
        url, time = address_of(item), time_of(item)
        return Capture(digest="", url=url, time=time, media_type="", warc=warc, offset=offset, length=length)
    of = item.recorded.exchange if isinstance(item, Answer) else item
    media_type = item.same_as.media_type if isinstance(item, Answer) and item.same_as else of.media_type
    status, to = _answered(item)
    return Capture(
        digest=item.digest,
        url=of.url,
        time=of.time,
        media_type=media_type,
        warc=warc,
        offset=offset,
        length=length,
        status=status,
        to=to,
    )


def _answered(item: Deposit | Answer | KeptAnswer) -> tuple[int | None, str | None]:
    """Return an answer's status, and where it leads if it is a redirect; nothing for a file that was handed in."""
    if isinstance(item, Deposit):
        return None, None
    of = item.recorded.exchange if isinstance(item, Answer) else item
    location = next((value for name, value in of.headers if name.lower() == "location"), "")
    try:
        return of.status, redirected(of.url, of.status, location)
    except InputRefused:
        return of.status, None


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

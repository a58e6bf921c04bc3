"""Take in web archives that others made: every sound record as a capture, and the country pages among them read."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import msgspec

from sourcebook.errors import InputRefused
from sourcebook.model import Capture
from sourcebook.pipeline.catch_up import catch_up, position
from sourcebook.pipeline.opening import DOCUMENTS, content_of, opened_archive
from sourcebook.pipeline.putting import put_reading
from sourcebook.pipeline.reading import PAGE_TYPES, Reading, deposit_of, reading_of, readings_of
from sourcebook.pipeline.report import Outcome
from sourcebook.pipeline.sources import Source
from sourcebook.preserve import Answer, Deposit, KeptAnswer, KeptFiles, Use
from sourcebook.preserve.decoding import CannotDecode
from sourcebook.preserve.exchange import Recorded
from sourcebook.preserve.foreign import Answered, Foreign, Form, Left, Repeated, form_of, records_in
from sourcebook.read import document
from sourcebook.settings import Settings
from sourcebook.store import SqliteStore, SqliteWriter
from sourcebook.store.connection import translated
from sourcebook.vocabulary.topics import find_topic, may_name_topic

__all__ = ["Form", "WebArchive", "web_archive_form"]

AT_ONCE = 64
"""How many records go in with one transaction; a process that is killed loses no more than these."""
_OPENING = 4096
_TOP = 10_000
MOST_TOLD = 20


def web_archive_form(source: Source) -> Form | None:
    """Return which kind of web archive a file is, None where it is none or no file."""
    if source.path is None or not source.path.is_file():
        return None
    try:
        with source.path.open("rb") as file:
            return form_of(file.read(_OPENING), source.path)
    except OSError:
        return None


class WebArchive:
    """One web archive that is taken into a sourcebook."""

    def __init__(self, store: SqliteStore, settings: Settings, now: str) -> None:
        self._store = store
        self._settings = settings
        self._now = now
        self._kept = KeptFiles(store.folder)
        # Captures by their payload's digest as its maker wrote it, which is how a revisit names what it repeats.
        self._by_payload: dict[str, Capture] = {}
        self._left: list[str] = []
        self._taken = self._there = self._pages = 0

    def take_in(self, path: Path, form: Form, shown: str) -> Outcome:
        """Take in every record of a file that is sound and not there already, and say how many there were.

        Raises InputRefused where nothing in it could be taken. Records go in by and by: where the process is killed,
        the next run goes on.
        """
        with opened_archive(path, form, shown) as files:
            for file in files:
                records = records_in(file)
                while some := list(islice(records, AT_ONCE)):
                    try:
                        self._take(some)
                    finally:
                        _close(some)
        if not self._taken and not self._there:
            raise InputRefused(
                f"Nothing in this web archive can be kept: {self._left[0] if self._left else 'it holds no captures'}.",
                where=shown,
                next_step="See what is wrong with it: sourcebook verify FILE",
            )
        counts = (
            f"{self._taken:,} captures added, {self._there:,} were there already, {self._pages:,} country pages read"
        )
        more = [f"and {len(self._left) - MOST_TOLD:,} more"] if len(self._left) > MOST_TOLD else []
        return Outcome(
            source=shown,
            status="added" if self._taken else "there",
            reason=f"{counts}.",
            problems=tuple(f"Left out: {one}." for one in [*self._left[:MOST_TOLD], *more]),
        )

    def _take(self, records: Iterable[Foreign]) -> None:
        with self._store.writer() as writer:
            catch_up(writer, self._kept, self._settings)
            items: list[Answer | Deposit] = []
            readings: list[Reading] = []
            for record in records:
                item, reading = self._item(writer, record)
                items += [item] if item is not None else []
                readings += [reading] if reading is not None else []
            if not items:
                return
            with translated(self._store.folder):
                written = self._kept.append_all(items, position(writer.known_end()), now=self._now)
            for capture in written.captures:
                writer.put_capture(capture)
            for reading in readings:
                self._pages += put_reading(writer, reading)
            writer.put_known_end(*written.end)
        self._taken += len(items)

    def _item(self, writer: SqliteWriter, record: Foreign) -> tuple[Answer | Deposit | None, Reading | None]:
        """Return what is to be kept of a record, and the country page in it; nothing where it is there already."""
        if isinstance(record, Left):
            self._left.append(f"{record.where}: {record.why}")
            return None, None
        if isinstance(record, Deposit):
            if self._is_there(writer, record.url, record.time, record.digest):
                return None, None
            reading = self._reading(record)
            return (record if reading else msgspec.structs.replace(record, kept_only=True)), reading
        return self._answer(writer, record)

    def _answer(self, writer: SqliteWriter, record: Answered | Repeated) -> tuple[Answer | None, Reading | None]:
        exchange = record.recorded.exchange
        earlier = self._by_payload.get(record.payload) or writer.capture(record.payload)
        digest = exchange.digest
        if isinstance(record, Repeated):
            if earlier is None:
                self._left.append(f"{exchange.url} of {exchange.time}: what it repeats is not here")
                return None, None
            digest = earlier.digest
        self._by_payload.setdefault(record.payload, _capture(record.recorded, digest))
        if self._is_there(writer, exchange.url, exchange.time, digest):
            return None, None
        if isinstance(record, Repeated):
            return Answer(record.recorded, same_as=earlier), None
        reading = self._reading(_deposit(record, self._settings.limits.max_file_bytes))
        return Answer(record.recorded, use=Use(page=reading is not None)), reading

    def _is_there(self, writer: SqliteWriter, url: str, time: str, digest: str) -> bool:
        there = writer.has_capture(url, time, digest)
        self._there += there
        return there

    def _may_be_a_page(self, deposit: Deposit) -> bool:
        """Tell whether a page of the web has a collection's title on a line of its own near its top."""
        try:
            text = document(
                deposit.data, name=deposit.name, media_type=deposit.media_type, limits=self._settings.limits
            ).text
        except InputRefused:
            return False
        lines = (line.strip() for line in text[:_TOP].splitlines())
        return any(find_topic(line) is not None for line in lines if may_name_topic(line))

    def _reading(self, deposit: Deposit | None) -> Reading | None:
        """Return the country page, or the report in a format that has no country pages, that a capture is.

        Of pages of the web at large, only one that names a collection we know, and says how to cite it or who may
        use it.
        """
        if deposit is None:
            return None
        foreign = deposit.fetched_from is not None
        as_page = deposit.media_type.partition(";")[0].strip().lower() in PAGE_TYPES
        if foreign and as_page and not self._may_be_a_page(deposit):
            return None
        try:
            reading = reading_of(deposit, self._settings) if as_page else readings_of(deposit, self._settings)[0]
        except InputRefused:
            return None
        page = reading.page
        ours = find_topic(page.collection or "") is not None and (page.cite_as is not None or page.rights is not None)
        return reading if ours or not foreign or not as_page else None


def _capture(recorded: Recorded, digest: str) -> Capture:
    exchange = recorded.exchange
    return Capture(
        digest=digest,
        url=exchange.url,
        time=exchange.time,
        media_type=exchange.media_type,
        warc="",
        offset=0,
        length=0,
    )


def _deposit(record: Answered, most: int) -> Deposit | None:
    """Return an answer's content as if it had been handed in; None where it cannot be a page."""
    exchange = record.recorded.exchange
    if exchange.status != 200 or exchange.media_type not in DOCUMENTS or exchange.size > most:
        return None
    try:
        content = content_of(record, most)
    except CannotDecode:
        return None
    answer = KeptAnswer(
        url=exchange.url,
        time=exchange.time,
        media_type=exchange.media_type,
        digest=exchange.digest,
        repeats=False,
        status=exchange.status,
        cut=exchange.cut is not None,
        use=Use(page=True),
        headers=exchange.headers,
        content=content,
    )
    return deposit_of(answer)


def _close(records: Iterable[Foreign]) -> None:
    for record in records:
        if isinstance(record, Answered | Repeated):
            record.recorded.close()

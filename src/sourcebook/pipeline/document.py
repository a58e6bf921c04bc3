"""The flow on one screen: bytes -> read -> segment -> extract -> keep and write, a transaction a file; then compare."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from pathlib import Path

from sourcebook.errors import ArchiveError, InputRefused
from sourcebook.model import Capture, Page
from sourcebook.pipeline.apart import read_safely
from sourcebook.pipeline.catch_up import catch_up, position
from sourcebook.pipeline.comparing import compare_stale
from sourcebook.pipeline.excerpts import count_copies
from sourcebook.pipeline.namesakes import beside_its_namesakes
from sourcebook.pipeline.parts import Part, Reader, parts_of
from sourcebook.pipeline.putting import put_readings
from sourcebook.pipeline.reading import Reading, readings_of
from sourcebook.pipeline.report import Outcome, Report, Status
from sourcebook.pipeline.sources import Source, read_bytes
from sourcebook.pipeline.web_archives import MOST_TOLD, Form, WebArchive, web_archive_form
from sourcebook.preserve import Deposit, KeptFiles
from sourcebook.settings import Settings, load
from sourcebook.store import SqliteStore
from sourcebook.store.connection import translated


def add(
    folder: Path,
    sources: Iterable[Source],
    *,
    now: str,
    place: str | None = None,
    dry_run: bool = False,
    progress: Callable[[Outcome], None] = lambda _: None,
    comparing: Callable[[int, int], None] = lambda _done, _all: None,
) -> Report:
    """Take files into a sourcebook and say what became of each; one that is refused does not stop the others.

    `now` is the time at which they are handed in (ISO 8601, in UTC); `place` is the country's code where the pages do
    not name it. A file goes in whole, its bytes and its page, or not at all. Raises NotASourcebook where the folder
    holds none. Where the archive itself fails, on a full disk for example, the files after it are not tried.
    """
    settings = load(folder)
    outcomes: list[Outcome] = []
    # The bytes are on the disk before the database notes them, and are read in again where it has lost its end.
    with SqliteStore(folder, replayable=True) as store:
        for source in sources:
            try:
                if (form := web_archive_form(source)) is not None and source.path is not None:
                    outcomes.append(_take_in_archive(store, settings, source, form, now=None if dry_run else now))
                    progress(outcomes[-1])
                    continue
                data = read_bytes(source, settings.limits.max_file_bytes)
                readings = readings_of(Deposit(data=data, name=source.name, time=now, place=place), settings)
                status: Status = "readable"
                if not dry_run:
                    status, readings = _take_in(store, KeptFiles(folder), readings, settings)
                outcomes.append(outcome_of(source.shown, status, *readings))
            except InputRefused as error:
                outcomes.append(Outcome(source=source.shown, status="refused", reason=_reason(error, source)))
            except ArchiveError as error:
                return Report(outcomes=tuple(outcomes), stopped=f"{error} The file was {source.shown}.")
            progress(outcomes[-1])
        return Report(outcomes=tuple(outcomes), stopped=None if dry_run else compared(store, comparing))


def compared(store: SqliteStore, progress: Callable[[int, int], None] = lambda _done, _all: None) -> str | None:
    """Compare what is new with what is held, and return why that ended early, or None.

    What was taken in stays; what was not compared is marked, and is compared by the next run that adds.
    """
    try:
        compare_stale(store, progress)
    except ArchiveError as error:
        return f"{error} What was added is kept; the next `sourcebook add` compares its figures with the others."
    return None


def _take_in_archive(store: SqliteStore, settings: Settings, source: Source, form: Form, *, now: str | None) -> Outcome:
    if source.path is None:
        raise InputRefused("A web archive is read from a file.", where=source.shown, next_step="Save it and name it.")
    if now is None:
        return _would_take(parts_of(source.path, form, source.shown, settings.limits, _reader(settings)), source)
    outcome = WebArchive(store, settings, now).take_in(source.path, form, source.shown)
    count_copies(store.folder, settings)
    return outcome


def _reader(settings: Settings) -> Reader:
    return lambda data, name, media_type: read_safely(data, name=name, media_type=media_type, limits=settings.limits)


def _would_take(parts: Iterable[Part | str], source: Source) -> Outcome:
    """Say what a dry run finds in a web archive: how many documents, and what of it cannot be read."""
    found, problems = 0, []
    for part in parts:
        if isinstance(part, str):
            problems.append(part)
        elif part.document is None:
            problems.append(str(part.refused))
        else:
            found += 1
    more = [f"And {len(problems) - MOST_TOLD:,} more."] if len(problems) > MOST_TOLD else []
    return Outcome(
        source=source.shown,
        status="readable",
        reason=f"A web archive; {found:,} documents in it can be read.",
        problems=(*problems[:MOST_TOLD], *more),
    )


def _take_in(
    store: SqliteStore, kept: KeptFiles, readings: tuple[Reading, ...], settings: Settings
) -> tuple[Status, tuple[Reading, ...]]:
    """Take in what one file holds; return what became of it, and the readings under the pages that they got."""
    reading = readings[0]
    appended: Capture | None = None
    try:
        with store.writer() as writer:
            catch_up(writer, kept, settings)
            if writer.holds(reading.document.digest):
                return "there", readings
            readings = tuple(beside_its_namesakes(writer, one) for one in readings)
            reading = readings[0]
            known = writer.shows(reading.place, reading.page.topic)
            put_readings(writer, readings)
            if writer.capture(reading.document.digest) is None:
                with translated(store.folder):
                    appended = kept.append(reading.deposit, position(writer.known_end()))
                writer.put_capture(appended)
        return "updated" if known else "added", readings
    except BaseException:
        if appended is not None:
            _take_back(store, kept, appended)
        raise


def _take_back(store: SqliteStore, kept: KeptFiles, appended: Capture) -> None:
    """Cut off a record that the database could not note, unless another process has read it in by now."""
    with contextlib.suppress(ArchiveError), store.writer() as writer:
        if writer.capture(appended.digest) is None:
            kept.cut(appended)


def _reason(error: InputRefused, source: Source) -> str:
    """Return the error's sentence, with the file named as it was handed in and not as it would be kept."""
    where = source.shown if error.where in {"", source.name} else error.where
    return str(InputRefused(error.what, where=where, next_step=error.next_step))


def outcome_of(shown: str, status: Status, *readings: Reading) -> Outcome:
    """Return what became of one thing that was read as a page, or as a table with a page for each country."""
    pages = [reading.page for reading in readings]
    alone = pages[0] if len(pages) == 1 else None
    return Outcome(
        source=shown,
        status=status,
        place=alone.place if alone else None,
        topic=pages[0].topic,
        pages=len(pages),
        entries=sum(len(page.entries) for page in pages),
        passages=sum(map(_passages, pages)),
        references=sum(len(entry.references) for page in pages for entry in page.entries),
        problems=tuple(problem.what for problem in (*readings[0].document.problems, *pages[0].problems)),
    )


def _passages(page: Page) -> int:
    listed = [entry.passages for entry in page.entries]
    listed += [extract.passages for extract in (page.background, page.summary) if extract is not None]
    return sum(map(len, listed))

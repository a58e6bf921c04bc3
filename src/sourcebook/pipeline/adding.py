"""Fetch a country page from the web and take it in, with the exact exchange kept in place of a file."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from sourcebook.errors import ArchiveError, InputRefused
from sourcebook.pipeline.asking import Asking, host_of
from sourcebook.pipeline.document import compared, outcome_of
from sourcebook.pipeline.keeping import keep, with_original
from sourcebook.pipeline.putting import put_reading
from sourcebook.pipeline.reading import name_in, reading_of
from sourcebook.pipeline.report import Outcome, Report, Status
from sourcebook.pipeline.rounds import Later, rounds
from sourcebook.preserve import Answer, Deposit, Use
from sourcebook.preserve.decoding import CannotDecode, decoded
from sourcebook.preserve.exchange import Fetched, Recorded
from sourcebook.preserve.fetch import Want
from sourcebook.settings import Settings, load
from sourcebook.store import SqliteStore, SqliteWriter


class _Job(NamedTuple):
    url: str
    waits: int = 0


class _Got(NamedTuple):
    url: str
    fetched: Fetched | None
    because: str | None = None


def add_from_web(
    folder: Path,
    urls: Iterable[str],
    *,
    place: str | None = None,
    dry_run: bool = False,
    progress: Callable[[Outcome], None] = lambda _: None,
    stop: threading.Event | None = None,
) -> Report:
    """Fetch addresses, take the country pages in, and say what became of each.

    An address goes in whole, its exchange and its page, or not at all. Raises NotASourcebook where the folder holds
    none; where the archive itself fails, the addresses after it are not tried.
    """
    settings = load(folder)
    outcomes: list[Outcome] = []
    with SqliteStore(folder) as store, Asking(settings) as asking:
        step = _Step(asking, settings)
        jobs = ((host_of(url), _Job(url)) for url in dict.fromkeys(urls))
        for got in rounds(jobs, step, pace=asking.pace, workers=asking.settings.workers, stop=stop):
            try:
                outcomes.append(_taken_in(store, settings, got, place, dry_run=dry_run))
            except InputRefused as error:
                outcomes.append(Outcome(source=got.url, status="refused", reason=str(error)))
            except ArchiveError as error:
                return Report(outcomes=tuple(outcomes), stopped=f"{error} The address was {got.url}.")
            finally:
                if got.fetched is not None:
                    got.fetched.close()
            progress(outcomes[-1])
        return Report(outcomes=tuple(outcomes), stopped=None if dry_run else compared(store))


class _Step:
    """One fetch, in a thread."""

    def __init__(self, asking: Asking, settings: Settings) -> None:
        self._asking = asking
        most = settings.limits.max_file_bytes + 1
        self._want = Want(in_memory=most, at_most=most)

    def __call__(self, job: _Job) -> _Got | Later[_Job]:
        """Ask an address; a host that is busy is asked again later."""
        try:
            asked = self._asking.ask(job.url, self._want)
        except InputRefused as error:
            return _Got(job.url, None, error.what)
        if asked.fetched is None:
            failure = asked.rules.failure
            return _Got(
                job.url, None, failure.because if failure else "The host's robots.txt asks us not to look there."
            )
        final = asked.fetched.final
        seconds = self._asking.wait_for(final.exchange, job.waits) if final else None
        if seconds is None:
            return _Got(job.url, asked.fetched)
        asked.fetched.close()
        return Later(job._replace(waits=job.waits + 1), seconds)


def _taken_in(store: SqliteStore, settings: Settings, got: _Got, place: str | None, *, dry_run: bool) -> Outcome:
    final = _whole(got)
    reading = reading_of(_deposit(final, settings, place), settings)
    if dry_run:
        return outcome_of(got.url, "readable", reading)
    status: list[Status] = []

    def items(writer: SqliteWriter) -> list[Answer]:
        if writer.holds(reading.document.digest):
            status.append("there")
            return []
        status.append("updated" if writer.shows(reading.place, reading.page.topic) else "added")
        put_reading(writer, reading)
        hops = got.fetched.hops if got.fetched else ()
        ways = [with_original(writer, Answer(hop)) for hop in hops[:-1]]
        return [*ways, Answer(final, use=Use(page=True, place=place))]

    keep(store, settings, items)
    return outcome_of(got.url, status[0], reading)


def _whole(got: _Got) -> Recorded:
    """Return the answer at the end; raises InputRefused where it is none that could be a page."""
    final = got.fetched.final if got.fetched else None
    if final is None:
        failure = got.fetched.failure if got.fetched else None
        because = got.because or (failure.because if failure else "There was no answer.")
        raise InputRefused(because, where=got.url, next_step="Save the page in a browser and add that file.")
    if final.exchange.status != 200:
        raise InputRefused(
            f"The host answered {final.exchange.status}.",
            where=got.url,
            next_step="Open it in a browser, save the page, and add that file.",
        )
    if final.exchange.cut is not None:
        raise InputRefused("The answer is too long, or broke off.", where=got.url, next_step="Try again later.")
    return final


def _deposit(final: Recorded, settings: Settings, place: str | None) -> Deposit:
    exchange = final.exchange
    try:
        data = decoded(final.content, exchange.header("Content-Encoding"), settings.limits.max_file_bytes + 1)
    except CannotDecode as error:
        raise InputRefused(str(error), where=exchange.url, next_step="Save the page and add that file.") from error
    return Deposit(
        data=data,
        name=name_in(exchange.url),
        time=exchange.time,
        media_type=exchange.media_type or "application/octet-stream",
        place=place,
        fetched_from=exchange.url,
        kept_as=exchange.digest,
    )

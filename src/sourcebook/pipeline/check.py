"""Look again at what the pages cite, and note what became of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sourcebook.errors import InputRefused, NotFound, SourcebookError
from sourcebook.model import Document, Look, PassageNow, Value
from sourcebook.model.work import Outcome
from sourcebook.pipeline.asking import Asking, host_of
from sourcebook.pipeline.citing import cited_passages, passages_now
from sourcebook.pipeline.copies import copy_elsewhere
from sourcebook.pipeline.keeping import keep
from sourcebook.pipeline.looking import kept_passages, look_at
from sourcebook.pipeline.rounds import Later, rounds
from sourcebook.preserve import Deposit, KeptFiles
from sourcebook.preserve.addresses import fetchable
from sourcebook.preserve.classify import Expected, Visited, comparable, judge, settled
from sourcebook.preserve.memento import Memento
from sourcebook.preserve.seen import Verdict
from sourcebook.read import document
from sourcebook.settings import Settings, load
from sourcebook.store import Cited, SqliteStore, View

OLDER_THAN = 30
BATCH = 32
BATCH_SECONDS = 1.0
_MOST_KEPT_BYTES = 16 * 1024 * 1024


class Checked(Value, frozen=True, omit_defaults=False):
    """What became of one address, as `sourcebook check --json` prints it."""

    url: str
    outcome: Outcome
    to: str | None = None
    because: str = ""
    status: int | None = None


class Checks(Value, frozen=True):
    """What became of every address that was visited, and the copies that other archives have of some."""

    checked: tuple[Checked, ...] = ()
    copies: tuple[Look, ...] = ()


class Plan(Value, frozen=True):
    """What to visit: the pages of one place or of all; only what was not looked at for so many days, or everything."""

    place: str | None = None
    older_than: int = OLDER_THAN
    everything: bool = False
    limit: int | None = None
    minutes: float | None = None
    copies: bool = False


class _Job(NamedTuple):
    url: str
    expected: Expected
    verdicts: tuple[Verdict, ...] = ()
    waits: int = 0
    noted: str | None = None


_Done = tuple[_Job, Verdict, Memento | None, tuple[PassageNow, ...]]
_COMPARED: frozenset[Outcome] = frozenset({"read", "moved", "changed"})
_LOST: frozenset[Outcome] = frozenset({"gone", "soft_404", "changed", "unreachable", "blocked", "paywalled"})


def check(
    folder: Path,
    plan: Plan,
    *,
    now: Callable[[], str],
    progress: Callable[[Checked, int], None] = lambda _done, _all: None,
    stop: threading.Event | None = None,
) -> Checks:
    """Visit what is due, the longest unseen first, and note each outcome before it is told to `progress`.

    `now` tells the time (ISO 8601, in UTC). Set `stop` to end early: what was found is kept, and the next run goes on
    with what is left. Raises NotASourcebook where the folder holds none.
    """
    settings = load(folder)
    until = None if plan.minutes is None else time.monotonic() + 60 * plan.minutes
    results: list[Checked] = []
    copies: list[Look] = []
    with SqliteStore(folder) as store, Asking(settings) as asking, store.view() as view:
        chosen = due(view.cited(plan.place), plan, now()[:10])
        jobs = ((host_of(one.url), _Job(one.url, Expected(), noted=one.last_noted)) for one in chosen)
        step = _Step(asking, settings, view, KeptFiles(folder), copies=plan.copies)
        for batch in _batches(
            rounds(jobs, step, pace=asking.pace, workers=asking.settings.workers, stop=stop, until=until)
        ):
            looks = [_look(job, verdict, passages, now()) for job, verdict, _, passages in batch]
            found = [_copy_look(job, copy, now()) for job, _, copy, _ in batch if copy is not None]
            noted = (*looks, *found)
            keep(store, settings, partial(_given, noted))
            copies += found
            for look in looks:
                results.append(
                    Checked(url=look.url, outcome=look.outcome, to=look.to, because=look.because, status=look.status)
                )
                progress(results[-1], len(chosen))
    return Checks(checked=tuple(results), copies=tuple(copies))


def due(cited: tuple[Cited, ...], plan: Plan, today: str) -> tuple[Cited, ...]:
    """Return the addresses to visit: those never looked at first, then those looked at longest ago."""
    before = (date.fromisoformat(today) - timedelta(days=plan.older_than)).isoformat()
    wanted = [
        one for one in cited if plan.everything or (one.last_checked or "")[:10] <= before or not one.last_checked
    ]
    ordered = sorted(wanted, key=lambda one: max(one.last_checked or "", one.last_noted or ""))
    return tuple(ordered[: plan.limit])


def _look(job: _Job, verdict: Verdict, passages: tuple[PassageNow, ...], now: str) -> Look:
    return Look(
        url=job.url,
        time=now,
        outcome=verdict.outcome,
        because=verdict.because,
        to=verdict.to,
        status=verdict.status,
        digest=job.expected.kept_digest,
        passages=passages,
    )


def _given(noted: tuple[Look, ...], _: object) -> tuple[Look, ...]:
    return noted


def _copy_look(job: _Job, copy: Memento, now: str) -> Look:
    because = f"Another archive has a copy of {copy.time[:10]}."
    return Look(url=job.url, time=now, outcome="archived_elsewhere", because=because, to=copy.url)


def _batches(found: Iterator[_Done]) -> Iterator[list[_Done]]:
    batch: list[_Done] = []
    began = time.monotonic()
    for one in found:
        batch.append(one)
        if len(batch) >= BATCH or time.monotonic() - began > BATCH_SECONDS:
            yield batch
            batch, began = [], time.monotonic()
    if batch:
        yield batch


class _Step:
    """One visit, in a thread; the view is read by one thread at a time."""

    def __init__(self, asking: Asking, settings: Settings, view: View, kept: KeptFiles, *, copies: bool) -> None:
        self._asking = asking
        self._settings = settings
        self._view = view
        self._kept = kept
        self._copies = copies
        self._reading = threading.Lock()

    def __call__(self, job: _Job) -> _Done | Later[_Job]:
        """Look at an address, and again later where its host is busy or the news is bad."""
        if not job.verdicts and not job.waits:
            job = job._replace(expected=self._expected(job.url))
        visit, fetched = look_at(self._asking, job.url, job.expected, self._settings.limits)
        final = fetched.final if fetched else None
        seconds = self._asking.wait_for(final.exchange, job.waits) if final else None
        if fetched is not None:
            fetched.close()
        if seconds is not None:
            return Later(job._replace(waits=job.waits + 1), seconds)
        verdicts = (*job.verdicts, judge(visit, job.expected))
        verdict = settled(verdicts)
        if verdict is None:
            return Later(job._replace(verdicts=verdicts), self._asking.settings.retry_delay)
        return job, verdict, self._copy_elsewhere(job, verdict), self._passages(job, visit, verdict)

    def _passages(self, job: _Job, visit: Visited, verdict: Verdict) -> tuple[PassageNow, ...]:
        if verdict.outcome not in _COMPARED or visit.seen is None or not visit.seen.readable:
            return ()
        with self._reading:
            cited = cited_passages(self._view, job.url)
        return passages_now(cited, comparable(job.expected), visit.seen.text)

    def _copy_elsewhere(self, job: _Job, verdict: Verdict) -> Memento | None:
        if not self._copies or verdict.outcome not in _LOST:
            return None
        return copy_elsewhere(self._asking, fetchable(job.url), job.noted)

    def _expected(self, url: str) -> Expected:
        with self._reading:
            citing = self._view.citing(url)
            excerpts = cited_passages(self._view, url)
            read, digest = self._copy(url)
        return Expected(
            title=citing[0].entry.work.title if citing else "",
            excerpts=tuple(passage.text for passage in excerpts),
            kept=kept_passages(read) if read else (),
            kept_digest=digest,
        )

    def _copy(self, url: str) -> tuple[Document | None, str | None]:
        """Return the first kept copy of an address that can be read, found past the redirects that were kept."""
        try:
            for capture in self._view.copies_of(url):
                record = self._kept.record(capture, most=_MOST_KEPT_BYTES)
                if isinstance(record, Deposit) or record.repeats or record.cut:
                    continue
                read = document(record.content, media_type=record.media_type, limits=self._settings.limits)
                return read, capture.digest
        except (InputRefused, NotFound, SourcebookError):
            return None, None
        return None, None

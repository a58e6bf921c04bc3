"""Fetch addresses and keep the exact exchanges, without reading them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from sourcebook.errors import InputRefused, NotFound
from sourcebook.model import Value
from sourcebook.pipeline.asking import Asking, host_of
from sourcebook.pipeline.excerpts import count_copies
from sourcebook.pipeline.keeping import keep, with_original
from sourcebook.pipeline.rounds import Later, rounds
from sourcebook.preserve import Answer, KeptAnswer, KeptFiles
from sourcebook.preserve.addresses import fetchable
from sourcebook.preserve.exchange import Fetched
from sourcebook.settings import Settings, load
from sourcebook.store import SqliteStore, SqliteWriter

BATCH = 64
BATCH_SECONDS = 0.5
MOST_PENDING_BYTES = 64 * 1024 * 1024

Result = Literal["kept", "same", "cut", "refused"]


class Captured(Value, frozen=True):
    """What became of one address: kept, kept as the same bytes as before, kept in part, or refused, and why."""

    url: str
    result: Result
    status: int | None = None
    to: str | None = None
    bytes: int = 0
    digest: str | None = None
    warc: str | None = None
    because: str | None = None


class _Job(NamedTuple):
    url: str
    extra: Mapping[str, str]
    waits: int = 0


class _Got(NamedTuple):
    url: str
    fetched: Fetched | None
    because: str | None


def capture(
    folder: Path,
    urls: Iterable[str],
    *,
    progress: Callable[[Captured], None] = lambda _: None,
    stop: threading.Event | None = None,
) -> tuple[Captured, ...]:
    """Keep every address that answers, and say what became of each, as it is on the disk.

    Answers of 4xx and 5xx are kept too. An address that was captured before is asked whether it has changed since.
    Raises NotASourcebook where the folder holds none, and ArchiveError where nothing can be written.
    """
    settings = load(folder)
    results: list[Captured] = []
    with SqliteStore(folder) as store, Asking(settings) as asking:
        places = {url: place for place, url in enumerate(dict.fromkeys(urls))}
        jobs = ((host_of(url), _Job(url, extra)) for url, extra in _with_conditions(store, places))
        step = _Step(asking)
        pending: list[_Got] = []
        began = time.monotonic()
        for got in rounds(jobs, step, pace=asking.pace, workers=asking.settings.workers, stop=stop):
            pending.append(got)
            if _is_full(pending) or time.monotonic() - began > BATCH_SECONDS:
                results += _kept(store, settings, pending, progress)
                pending, began = [], time.monotonic()
        results += _kept(store, settings, pending, progress)
    count_copies(folder, settings, only={one.digest for one in results if one.result == "kept" and one.digest})
    return tuple(sorted(results, key=lambda one: places[one.url]))


def cited_in(folder: Path, place: str | None) -> list[str]:
    """Return every address that the pages cite, of one place or of all."""
    load(folder)
    with SqliteStore(folder).view() as view:
        return [one.url for one in view.cited(place)]


class _Step:
    """One visit, in a thread."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def __call__(self, job: _Job) -> _Got | Later[_Job]:
        """Ask an address; a host that is busy is asked again later."""
        try:
            asked = self._asking.ask(job.url, extra=job.extra)
        except InputRefused as error:
            return _Got(job.url, None, error.what)
        if asked.fetched is None:
            failure = asked.rules.failure
            because = failure.because if failure else "The host's robots.txt asks us not to look there."
            return _Got(job.url, None, because)
        final = asked.fetched.final
        seconds = self._asking.wait_for(final.exchange, job.waits) if final else None
        if seconds is None:
            return _Got(job.url, asked.fetched, None)
        asked.fetched.close()
        return Later(job._replace(waits=job.waits + 1), seconds)


def _with_conditions(store: SqliteStore, urls: Iterable[str]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Give each address the headers by which its host can say that nothing has changed (RFC 9110, section 13)."""
    kept = KeptFiles(store.folder)
    with store.view() as view:
        for url in urls:
            try:
                captures = view.captures_of(fetchable(url))
                record = kept.record(captures[-1], most=0) if captures else None
            except (InputRefused, NotFound):
                record = None
            yield url, _conditions(record) if isinstance(record, KeptAnswer) and not record.cut else {}


def _conditions(record: KeptAnswer) -> dict[str, str]:
    named = {name.lower(): value for name, value in record.headers}
    pairs = (("If-None-Match", named.get("etag")), ("If-Modified-Since", named.get("last-modified")))
    return {name: value for name, value in pairs if value and value.isascii() and value.isprintable()}


def _is_full(pending: list[_Got]) -> bool:
    held = sum(hop.exchange.size for got in pending if got.fetched for hop in got.fetched.hops)
    return len(pending) >= BATCH or held > MOST_PENDING_BYTES


def _kept(
    store: SqliteStore, settings: Settings, pending: list[_Got], progress: Callable[[Captured], None]
) -> list[Captured]:
    """Keep a batch and say what became of each; a batch has each address once."""
    answers: list[Answer] = []

    def items(writer: SqliteWriter) -> list[Answer]:
        for got in pending:
            for hop in got.fetched.hops if got.fetched else ():
                answer = Answer(hop)
                if hop.exchange.status == 304:
                    original = writer.last_capture_of(hop.exchange.url)
                    original = original and writer.original_of(original.url, original.digest)
                    answer = Answer(hop, same_as=original)
                answers.append(with_original(writer, answer))
        return answers

    try:
        captures = keep(store, settings, items)
        where = {id(answer.recorded): (answer, at) for answer, at in zip(answers, captures, strict=True)}
        found = [_captured(got, where) for got in pending]
    finally:
        for got in pending:
            if got.fetched is not None:
                got.fetched.close()
    for one in found:
        progress(one)
    return found


def _captured(got: _Got, where: Mapping[int, tuple[Answer, object]]) -> Captured:
    fetched = got.fetched
    if fetched is None or fetched.final is None:
        because = got.because or (fetched.failure.because if fetched and fetched.failure else None)
        return Captured(url=got.url, result="refused", because=because)
    exchange = fetched.final.exchange
    answer, at = where[id(fetched.final)]
    result: Result = "same" if answer.same_as else "cut" if exchange.cut else "kept"
    return Captured(
        url=got.url,
        result=result,
        status=exchange.status,
        to=exchange.url if len(fetched.hops) > 1 else None,
        bytes=exchange.size,
        digest=answer.digest,
        warc=getattr(at, "warc", None),
        because=_CUT_WORDS.get(exchange.cut or "")
        or (None if exchange.status < 400 else f"The host answered {exchange.status}."),
    )


_CUT_WORDS = {
    "length": "It is longer than it may be.",
    "time": "It came too slowly.",
    "disconnect": "It broke off.",
}

"""Publish an archive: plan, render what may have changed, stage what did, and put it all in place at the end."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from itertools import groupby, islice
from pathlib import Path

from sourcebook.errors import StorageFailed
from sourcebook.model import Value
from sourcebook.pipeline.excerpts import count_copies
from sourcebook.publish.files import manifest as listing
from sourcebook.publish.files.extras import EXTRAS, Extra
from sourcebook.publish.files.held import refuse_held
from sourcebook.publish.files.manifest import Manifest, UnitWritten
from sourcebook.publish.files.plan import Unit, digest_of, plan
from sourcebook.publish.files.rendering import (
    Publishing,
    Rendered,
    Renderer,
    digest,
    discard,
    render_batch,
    start,
    state_of,
)
from sourcebook.publish.files.searching import need_indexer, write_index
from sourcebook.publish.files.staging import put_in_place, refuse_strangers, store_bytes, take_away, translated
from sourcebook.publish.files.turns import alone_in
from sourcebook.publish.site import addresses
from sourcebook.publish.site.machines.data import told_of, whole_files
from sourcebook.query.helplines import read_helplines
from sourcebook.settings import Settings
from sourcebook.store import SqliteStore

BATCH = 120
"""At most so many units of one country are rendered in a row by one process, and of what is no country's a tenth."""
ALONE = 60
INDEX = "search index"
TABLES = "tables of all"
Progress = Callable[[int, int], None]

Work = list[tuple[Unit, Mapping[str, str]]]


class Published(Value, frozen=True):
    """What publishing did: how many files the site has, how many were written, and how many were taken away."""

    files: int
    written: int
    removed: int


class Asked(Value, frozen=True):
    """What is to be published and how: the archive, the folder, the day, and how many processes may work."""

    archive: Path
    folder: Path
    settings: Settings
    as_of: str
    jobs: int = 0
    search: bool = True


def _in_silence(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def publish(asked: Asked, progress: Progress = _in_silence) -> Published:
    """Write the site of an archive into a folder and return what was done.

    Raises UsageError where the folder holds somebody else's files, StorageFailed where it cannot be written,
    ArchiveBusy where another process publishes into it; what stood there then stands there still. `progress` is told
    how many of how many units are done.
    """
    if asked.search:
        need_indexer()
    listing.read_manifest(asked.folder)
    with alone_in(asked.folder):
        held = listing.read_manifest(asked.folder)
        staging = asked.folder / listing.STAGING
        try:
            discard(staging)
            with translated(asked.folder):
                staging.mkdir()
            return _publish(asked, held, staging, progress)
        finally:
            discard(staging)


def _publish(asked: Asked, held: Manifest, staging: Path, progress: Progress) -> Published:
    count_copies(asked.archive, asked.settings)
    with SqliteStore(asked.archive).view() as view:
        refuse_held(view.evidence)
        lines = read_helplines(asked.archive, date.fromisoformat(asked.as_of))
        inventory = view.inventory()
        units = plan(inventory, digest_of(repr(asked.settings), asked.as_of, repr(lines)), asked.settings)
        told = Publishing(
            archive=str(asked.archive),
            staging=str(staging),
            settings=asked.settings,
            as_of=asked.as_of,
            state=state_of(view),
        )
    rests_on = {unit.key: unit.rests_on for unit in units}
    written = {key: held.units[key] for key, now in rests_on.items() if _rests_on(held, key) == now}
    stale = [unit for unit in units if unit.key not in written]
    staged = 0
    for done, one in enumerate(_rendered(stale, held, told, asked.jobs), start=1):
        staged += one.staged
        written[one.key] = UnitWritten(rests_on=rests_on[one.key], files=one.files)
        progress(done, len(stale))
    extras = _Extras(told, held, asked.search)
    try:
        written |= extras.write(units, digest_of(inventory.came, *rests_on.values()))
    finally:
        extras.close()
    return _settle(asked.folder, held, Manifest(units=written), staged + extras.staged)


def _rests_on(held: Manifest, key: str) -> str | None:
    return held.units[key].rests_on if key in held.units else None


def _there(held: Manifest, key: str) -> Mapping[str, str]:
    return held.units[key].files if key in held.units else {}


def _rendered(stale: list[Unit], held: Manifest, told: Publishing, jobs: int) -> Iterator[Rendered]:
    """Yield the units as they are done; few are rendered in this process, many in several."""
    work = [(unit, _there(held, unit.key)) for unit in stale]
    jobs = jobs or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else jobs or os.cpu_count() or 1
    if len(work) <= ALONE or jobs == 1:
        renderer = Renderer(told)
        try:
            for unit, there in work:
                yield renderer.unit(unit, there)
        finally:
            renderer.close()
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=start, initargs=(told,)) as pool:
        yield from _in_processes(pool, work, jobs)


def _in_processes(pool: ProcessPoolExecutor, work: Work, jobs: int) -> Iterator[Rendered]:
    """Yield from batches, a few of them handed out ahead; at an error those not begun are dropped."""
    batches = _batches(work)
    under_way = {pool.submit(render_batch, batch) for batch in islice(batches, 2 * jobs)}
    try:
        while under_way:
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            under_way |= {pool.submit(render_batch, batch) for batch in islice(batches, len(done))}
            for batch in done:
                yield from batch.result()
    except BrokenProcessPool as error:
        raise StorageFailed(
            "A process that rendered pages was ended from outside; the site that was there is whole.",
            next_step="Try again with fewer: sourcebook publish --jobs 1 -o DIR",
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _batches(work: Work) -> Iterator[Work]:
    """Yield what is rendered in a row: a country's pages and works are, so that they are read from the archive once."""
    for place, units in groupby(work, key=lambda one: one[0].place):
        while batch := list(islice(units, BATCH if place else BATCH // 10)):
            yield batch


class _Extras:
    """The files beside the pages, made in this process."""

    def __init__(self, told: Publishing, held: Manifest, search: bool) -> None:
        self._renderer = Renderer(told)
        self._staging = Path(told.staging)
        self._folder = self._staging.parent
        self._held = held
        self._search = search
        self.staged = 0

    def write(self, units: Iterable[Unit], everything: str) -> dict[str, UnitWritten]:
        """Stage what changed and return every unit of them; all but the index rest on `everything` that pages do."""
        made = {extra.key: self._made(extra, everything) for extra in EXTRAS}
        made[TABLES] = self._tables(everything)
        if self._search:
            made[INDEX] = self._index(digest_of(*(unit.rests_on for unit in units if unit.key.startswith("country "))))
        return made

    def _made(self, extra: Extra, rests_on: str) -> UnitWritten:
        if _rests_on(self._held, extra.key) == rests_on:
            return self._held.units[extra.key]
        files = self._stage(extra.key, extra.make(self._renderer.view, self._renderer.site))
        return UnitWritten(rests_on=rests_on, files=files)

    def _stage(self, key: str, found: Iterable[tuple[str, bytes]]) -> dict[str, str]:
        """Stage the files that differ from what stands in the folder, and return the digests of all."""
        there, files = _there(self._held, key), {}
        for path, content in found:
            files[path] = digest(content)
            if there.get(path) != files[path]:
                store_bytes(self._staging / path, content)
                self.staged += 1
        return files

    def _tables(self, rests_on: str) -> UnitWritten:
        """Stage the tables of the whole archive, put together from those of the parts, staged now or standing."""
        if _rests_on(self._held, TABLES) == rests_on:
            return self._held.units[TABLES]
        view, site = self._renderer.view, self._renderer.site
        files = self._stage(TABLES, whole_files(site, told_of(view, site).parts, self._read_part))
        return UnitWritten(rests_on=rests_on, files=files)

    def _read_part(self, part: str, name: str) -> bytes:
        path = f"{addresses.data(part).lstrip('/')}{name}"
        staged = self._staging / path
        standing = staged if staged.exists() else self._folder / path
        with translated(standing):
            return standing.read_bytes()

    def _index(self, rests_on: str) -> UnitWritten:
        if _rests_on(self._held, INDEX) == rests_on:
            return self._held.units[INDEX]
        paths = write_index(self._renderer.view, self._renderer.site, self._staging)
        self.staged += len(paths)
        return UnitWritten(
            rests_on=rests_on, files={path: digest((self._staging / path).read_bytes()) for path in paths}
        )

    def close(self) -> None:
        """Let the archive go."""
        self._renderer.close()


def _settle(folder: Path, held: Manifest, made: Manifest, staged: int) -> Published:
    """Put what was staged in place under a note of what was meant, and take away what is no more."""
    staging = folder / listing.STAGING
    before, after = held.paths(), made.paths()
    with translated(folder):
        refuse_strangers(staging, folder, before)
        if staged or before != after or made != held:
            store_bytes(staging / listing.UNDER_WAY, listing.encoded(made))
            (staging / listing.UNDER_WAY).replace(folder / listing.UNDER_WAY)
            put_in_place(staging, folder)
            take_away(folder, sorted(before - after))
            (folder / listing.UNDER_WAY).replace(folder / listing.NAME)
    return Published(files=len(after), written=staged, removed=len(before - after))

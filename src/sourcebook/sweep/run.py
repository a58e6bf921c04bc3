"""A sweep from its inputs to its tables, and what it says of itself at the end."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from sourcebook.errors import InputRefused, SourcebookError
from sourcebook.model.base import Value
from sourcebook.sweep.compact import Compacted, compact
from sourcebook.sweep.engine import Engine, Job, Outcome
from sourcebook.sweep.folder import Folder
from sourcebook.sweep.inputs import Task, tasks_for
from sourcebook.sweep.task import Counts, Damage

Progress = Callable[[Outcome, int, int], None]
"""Told of a task that was ended, and of the bytes of all tasks that are done and of all that there are."""


class Swept(Value, frozen=True):
    """What a folder holds after a sweep: records = works + duplicates + the rejected, whose reasons are counted."""

    records: int
    rows: dict[str, int]
    duplicates: int
    rejected: dict[str, int]
    errors: tuple[Damage, ...]
    seconds: float
    stopped: bool = msgspec.field(default=False)


class SumWrong(SourcebookError):
    """Records were lost between reading and counting: a fault of Sourcebook."""


def sweep(
    addresses: Iterable[str],
    folder: Path,
    engine: Engine,
    *,
    topic: str = "trafficking",
    progress: Progress | None = None,
    stop: threading.Event | None = None,
) -> Swept:
    """Read what the addresses name, all of it that this folder does not have yet, and make its tables anew.

    Raises UsageError, ArchiveBusy or StorageFailed where the folder cannot be used; what single files lack is told in
    the errors of what is returned.
    """
    started = time.monotonic()
    stop = stop or threading.Event()
    place = Folder(folder)
    place.create(topic)
    with place.locked():
        place.clear_running()
        found = list(tasks_for(addresses))
        refused = [_refused(one) for one in found if isinstance(one, InputRefused)]
        tasks = [one for one in found if isinstance(one, Task)]
        lost = _run(tasks, place, engine, Job(topic, folder), progress or _silent, stop)
        parts = sorted(part for part in place.parts.iterdir() if not part.name.startswith("."))
        counts = [done for part in parts if (done := place.done(part.name)) is not None]
        made = compact(parts, folder)
    total = _total(counts, made)
    errors = (*refused, *lost, *(error for count in counts for error in count.errors))
    seconds = round(time.monotonic() - started, 3)
    return msgspec.structs.replace(total, errors=errors, seconds=seconds, stopped=stop.is_set())


def _run(
    tasks: list[Task], place: Folder, engine: Engine, job: Job, progress: Progress, stop: threading.Event
) -> list[Damage]:
    total = sum(task.size for task in tasks)
    missing = [task for task in tasks if place.done(task.name) is None]
    done = total - sum(task.size for task in missing)
    lost: list[Damage] = []
    for outcome in engine.run(missing, job, stop):
        done += outcome.task.size
        progress(outcome, done, total)
        if not outcome.ended:
            lost += outcome.counts.errors
    return lost


def _total(counts: list[Counts], made: Compacted) -> Swept:
    rejected: Counter[str] = Counter()
    for count in counts:
        rejected.update(count.rejected)
    if made.revisited:
        rejected["revisit"] -= made.revisited
    records = sum(count.records for count in counts)
    duplicates = made.repeated + made.revisited
    accounted = made.rows["works"] + duplicates + sum(rejected.values())
    if accounted != records:
        raise SumWrong(f"{records:,} records were read, and {accounted:,} are accounted for.")
    kept = {reason: count for reason, count in sorted(rejected.items()) if count}
    return Swept(records=records, rows=dict(made.rows), duplicates=duplicates, rejected=kept, errors=(), seconds=0.0)


def _refused(error: InputRefused) -> Damage:
    return Damage(file=error.where, offset=0, skipped_bytes=0, what=f"{error.what} {error.next_step}".strip())


def _silent(_: Outcome, __: int, ___: int) -> None:
    return

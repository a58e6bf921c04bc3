"""What an engine is given and gives back: tasks, and what became of each."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from sourcebook.errors import InputRefused
from sourcebook.sweep.folder import Folder
from sourcebook.sweep.inputs import Task, opened
from sourcebook.sweep.task import Counts, Damage, sweep_file

ATTEMPTS: Final = 3
"""How often a task is begun whose worker is killed under it, before it is given up."""


class Job(NamedTuple):
    """What every task of a sweep is done with."""

    topic: str
    folder: Path


class Outcome(NamedTuple):
    """What became of a task: its counts, and whether it was ended and need not be done again."""

    task: Task
    counts: Counts
    ended: bool


class Engine(Protocol):
    """Runs tasks until all are done or `stop` is set; those that run are then ended, and no more begun.

    Raises StorageFailed where the sweep's folder cannot be written.
    """

    def run(self, tasks: Iterable[Task], job: Job, stop: threading.Event) -> Iterator[Outcome]:
        """Yield the outcome of each task."""


def do(task: Task, job: Job) -> Outcome:
    """Do a task in this process; a file that cannot be had is an outcome, not an error."""

    def work(running: Path) -> Counts:
        with opened(task) as path:
            return sweep_file(path, task.where, job.topic, running, (task.start, task.end))

    try:
        return Outcome(task, Folder(job.folder).write(task.name, work), ended=True)
    except InputRefused as refused:
        return failed(task, f"{refused.what} {refused.next_step}".strip())


def failed(task: Task, what: str) -> Outcome:
    """Return the outcome of a task that could not be done."""
    damage = Damage(file=task.where, offset=task.start, skipped_bytes=task.size, what=what)
    return Outcome(task, Counts(errors=(damage,)), ended=False)

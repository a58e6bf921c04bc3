"""The engine that runs tasks in processes on this machine."""

from __future__ import annotations

import multiprocessing
import multiprocessing.context
import os
import signal
import threading
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

from sourcebook.sweep.engine import ATTEMPTS, Job, Outcome, do, failed
from sourcebook.sweep.inputs import Task

_Round = Generator[Outcome, None, list[tuple[Task, int]]]


class LocalEngine:
    """Processes on this machine, each a file at a time; a worker that is killed costs the files that were running."""

    def __init__(self, workers: int | None = None, address: str | None = None) -> None:
        del address
        self._workers = workers or os.cpu_count() or 1

    def run(self, tasks: Iterable[Task], job: Job, stop: threading.Event) -> Iterator[Outcome]:
        """Yield the outcomes as they come; with one worker the tasks run in this process."""
        if self._workers == 1:
            for task in tasks:
                if stop.is_set():
                    return
                yield do(task, job)
            return
        waiting = [(task, 1) for task in tasks]
        while waiting and not stop.is_set():
            waiting = yield from self._round(waiting, job, stop)

    def _round(self, waiting: list[tuple[Task, int]], job: Job, stop: threading.Event) -> _Round:
        """Run tasks until all are done or a worker is killed; return those to begin again."""
        again: list[tuple[Task, int]] = []
        queue = iter(waiting)
        with ProcessPoolExecutor(self._workers, mp_context=_context()) as pool:
            running: dict[Future[Outcome], tuple[Task, int]] = {}
            broken = False
            while True:
                while not broken and len(running) < 2 * self._workers and not stop.is_set():
                    if (following := next(queue, None)) is None:
                        break
                    try:
                        running[pool.submit(_do_alone, following[0], job)] = following
                    except BrokenProcessPool:
                        again.append(following)
                        broken = True
                if not running:
                    break
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    task, attempt = running.pop(future)
                    try:
                        yield future.result()
                    except BrokenProcessPool:
                        broken = True
                        if attempt < ATTEMPTS:
                            again.append((task, attempt + 1))
                        else:
                            yield failed(task, f"Its worker was killed {ATTEMPTS} times.")
        return [*again, *queue]


def _context() -> multiprocessing.context.BaseContext:
    """Return how workers are started: from a server that has loaded what they need, where the system can do that.

    Never as forks of this process, which has threads and might hang.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["sourcebook.sweep.ready"])
    return context


def _do_alone(task: Task, job: Job) -> Outcome:
    """Do a task in a worker; Ctrl-C is the parent's to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return do(task, job)

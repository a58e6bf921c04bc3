"""Visit many links with a few threads: one at a time a host, at its pace, and again later where a visit asks for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Generic, NamedTuple, TypeVar

from sourcebook.preserve.pace import Pace
from sourcebook.preserve.queue import PoliteQueue

J = TypeVar("J")
R = TypeVar("R")
_LONGEST_WAIT = 0.5


class Later(NamedTuple, Generic[J]):
    """A job that must be done again, in so many seconds."""

    job: J
    seconds: float


def rounds(
    jobs: Iterable[tuple[str, J]],
    step: Callable[[J], R | Later[J]],
    *,
    pace: Pace,
    workers: int,
    stop: threading.Event | None = None,
    until: float | None = None,
) -> Iterator[R]:
    """Do every job, and yield what comes of it as it comes.

    A job is done by `step` in a thread, one at a time for each host. When `stop` is set, or `until` on the monotonic
    clock has passed, no job is begun; those under way are brought to their end. A job that waits for its time is left.
    """
    queue: PoliteQueue[J] = PoliteQueue()
    for host, job in jobs:
        queue.put(host, job)
    under_way: dict[Future[R | Later[J]], str] = {}
    with ThreadPoolExecutor(workers, thread_name_prefix="visit") as pool:
        while True:
            stopped = (stop is not None and stop.is_set()) or (until is not None and time.monotonic() >= until)
            while not stopped and len(under_way) < workers and (taken := queue.take(time.monotonic())) is not None:
                under_way[pool.submit(step, taken[1])] = taken[0]
            if not under_way and (stopped or not len(queue)):
                return
            yield from _finished(queue, under_way, pace)


def _finished(queue: PoliteQueue[J], under_way: dict[Future[R | Later[J]], str], pace: Pace) -> Iterator[R]:
    due = queue.next_time()
    left = _LONGEST_WAIT if due is None else min(_LONGEST_WAIT, max(0.0, due - time.monotonic()))
    if not under_way:
        time.sleep(left)
        return
    # With every worker busy the next link has to wait anyway, so only an answer ends the wait.
    done, _ = wait(
        under_way, timeout=max(left, 0.001) if due is not None else _LONGEST_WAIT, return_when=FIRST_COMPLETED
    )
    for future in done:
        host = under_way.pop(future)
        queue.done(host, free_at=pace.free_at(host))
        found = future.result()
        if isinstance(found, Later):
            queue.put(host, found.job, not_before=time.monotonic() + found.seconds)
        else:
            yield found

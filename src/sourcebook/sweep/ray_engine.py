"""The engine that runs tasks on a Ray cluster, or on one it starts here; all its nodes must see the folder."""

from __future__ import annotations

import logging
import socket
import threading
from collections import deque
from collections.abc import Iterable, Iterator

import ray
from ray.exceptions import RayError, RayTaskError

from sourcebook.errors import SourcebookError, StorageFailed, UsageError
from sourcebook.sweep.engine import ATTEMPTS, Job, Outcome, do, failed
from sourcebook.sweep.inputs import Task

_AHEAD = 2
_PATIENCE = 10


class RayEngine:
    """Tasks as Ray tasks, begun again by Ray where a worker or a node is lost."""

    def __init__(self, workers: int | None = None, address: str | None = None) -> None:
        self._workers = workers
        self._address = address

    def run(self, tasks: Iterable[Task], job: Job, stop: threading.Event) -> Iterator[Outcome]:
        """Yield the outcomes as they come; a cluster that was started for it is ended after."""
        started = not ray.is_initialized()
        if started:
            self._connect()
        try:
            yield from self._outcomes(deque(tasks), job, stop)
        finally:
            if started:
                ray.shutdown()

    def _connect(self) -> None:
        try:
            _knock(self._address)
            ray.init(
                address=self._address,
                num_cpus=None if self._address else self._workers,
                log_to_driver=False,
                logging_level=logging.ERROR,
            )
        except (OSError, RayError, ValueError, RuntimeError) as error:
            raise UsageError(
                f"No Ray cluster answers at {self._address or 'this machine'}.",
                next_step="Start one with `ray start --head`, or name its address with --address.",
            ) from error

    def _outcomes(self, waiting: deque[Task], job: Job, stop: threading.Event) -> Iterator[Outcome]:
        remote = ray.remote(max_retries=ATTEMPTS)(do)
        most = max(1, int(self._workers or _resources().get("CPU", 1))) * _AHEAD
        running: dict[ray.ObjectRef[Outcome], Task] = {}
        while running or (waiting and not stop.is_set()):
            while waiting and len(running) < most and not stop.is_set():
                task = waiting.popleft()
                running[remote.remote(task, job)] = task
            ready, _ = ray.wait(list(running), num_returns=1)
            for one in ready:
                yield _outcome(one, running.pop(one))


def _knock(address: str | None) -> None:
    """Raise OSError where nobody listens at an address with a port, which Ray would wait minutes for."""
    host, colon, port = (address or "").rpartition("://")[2].rpartition(":")
    if colon and port.isdigit():
        socket.create_connection((host, int(port)), timeout=_PATIENCE).close()


def _resources() -> dict[str, float]:
    found: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return found


def _outcome(ready: ray.ObjectRef[Outcome], task: Task) -> Outcome:
    try:
        done: Outcome = ray.get(ready)
    except RayTaskError as error:
        if isinstance(error.cause, StorageFailed | SourcebookError):
            raise error.cause from error
        return failed(task, f"Its worker failed: {type(error.cause).__name__}.")
    except RayError:
        return failed(task, f"Its worker was lost {ATTEMPTS} times.")
    return done

"""One polite queue a host: which link to visit next, so that no host is asked more often than it should be.

The queue holds no clock: whoever uses it says what time it is, so that a simulated clock serves as well.
"""

from __future__ import annotations

import heapq
from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class _Host(Generic[T]):
    """The links of one host in the order in which they came, and those that wait for a time of their own."""

    __slots__ = ("due", "free_at", "later", "listed", "waiting")

    def __init__(self) -> None:
        self.due: deque[T] = deque()
        self.later: list[tuple[float, int, T]] = []
        self.free_at = 0.0
        self.listed = False
        self.waiting = False

    def ready_at(self) -> float | None:
        """Return when a link of this host may be visited, or None where it has none."""
        if self.due:
            return self.free_at
        return max(self.free_at, self.later[0][0]) if self.later else None


class PoliteQueue(Generic[T]):
    """Links by host. A host has one link out at a time, and rests after each.

    Every step costs the logarithm of the number of hosts, whatever the number of links.
    """

    def __init__(self) -> None:
        self._hosts: dict[str, _Host[T]] = {}
        self._ready: list[tuple[float, int, str]] = []
        self._count = 0
        self._serial = 0

    def __len__(self) -> int:
        return self._count

    def put(self, host: str, link: T, *, not_before: float = 0.0) -> None:
        """Add a link to the end of its host's queue, or let it wait until a time."""
        queue = self._hosts.setdefault(host, _Host())
        if not_before > 0:
            self._serial += 1
            heapq.heappush(queue.later, (not_before, self._serial, link))
        else:
            queue.due.append(link)
        self._count += 1
        self._list(host, queue)

    def take(self, now: float) -> tuple[str, T] | None:
        """Return the next link and its host, which is busy until `done`; None where no host may be asked now."""
        while self._ready and self._ready[0][0] <= now:
            _, _, host = heapq.heappop(self._ready)
            queue = self._hosts[host]
            queue.listed = False
            ready = queue.ready_at()
            if queue.waiting or ready is None:
                continue
            if ready > now:
                self._list(host, queue)
                continue
            queue.waiting = True
            self._count -= 1
            late = queue.later and queue.later[0][0] <= now
            return host, (heapq.heappop(queue.later)[2] if late else queue.due.popleft())
        return None

    def done(self, host: str, *, free_at: float) -> None:
        """Say that a host's link was visited, and when the host may be asked again."""
        queue = self._hosts[host]
        queue.waiting, queue.free_at = False, max(queue.free_at, free_at)
        self._list(host, queue)

    def next_time(self) -> float | None:
        """Return when `take` may next find something, or None where nothing waits but what is out."""
        return self._ready[0][0] if self._ready else None

    def _list(self, host: str, queue: _Host[T]) -> None:
        ready = queue.ready_at()
        # A link that waits for its own time may come sooner than what is listed, so its host is listed again.
        if ready is None or queue.waiting or (queue.listed and not queue.later):
            return
        self._serial += 1
        heapq.heappush(self._ready, (ready, self._serial, host))
        queue.listed = True

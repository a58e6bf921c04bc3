"""The pace: however many threads ask, two requests to one host are at least so many seconds apart."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable


class Pace:
    """When each host may be asked again; `before` takes the next turn at a host and waits for it."""

    def __init__(
        self,
        delay: float,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._delay = delay
        self._clock = clock
        self._sleep = sleep
        self._free: dict[str, float] = {}
        self._slower: dict[str, float] = {}
        self._lock = threading.Lock()

    def slow(self, host: str, delay: float) -> None:
        """Heed a host that asks for more time between requests than we would leave it."""
        with self._lock:
            self._slower[host] = delay

    def before(self, host: str) -> None:
        """Wait until this host may be asked, and take the turn."""
        with self._lock:
            now = self._clock()
            turn = max(now, self._free.get(host, now))
            self._free[host] = turn + max(self._delay, self._slower.get(host, 0.0))
        if turn > now:
            self._sleep(turn - now)

    def free_at(self, host: str) -> float:
        """Return when a host may be asked again."""
        with self._lock:
            return self._free.get(host, 0.0)

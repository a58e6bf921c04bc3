"""What a run needs to ask hosts: a fetcher at a polite pace, and the rules of each host."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple, Self

from sourcebook.errors import InputRefused
from sourcebook.preserve.addresses import authority, fetchable
from sourcebook.preserve.exchange import Exchange, Fetched
from sourcebook.preserve.fetch import WHOLE, Fetcher, Want, agent_of
from sourcebook.preserve.guard import Resolver
from sourcebook.preserve.pace import Pace
from sourcebook.preserve.robots import Robots, Rules
from sourcebook.settings import Fetching, Settings, fetching_from_environment, private_allowed
from sourcebook.version import __version__

BUSY = frozenset({429, 503})
MOST_WAITS = 3


class Asked(NamedTuple):
    """What came of asking: the rules that forbade it or were not known, or where the address led."""

    rules: Rules
    fetched: Fetched | None


class Asking:
    """Asks as the settings say, with what the environment changes in them."""

    def __init__(self, settings: Settings, *, resolver: Resolver | None = None) -> None:
        self.settings: Fetching = fetching_from_environment(settings.fetch)
        self.pace = Pace(self.settings.delay)
        agent = agent_of(self.settings.user_agent, __version__, settings.address, settings.owner)
        self._fetcher = Fetcher(
            self.settings,
            agent=agent,
            allow_private=private_allowed(),
            resolver=resolver,
            before=self.pace.before,
            language=f"{settings.language}, *;q=0.5",
        )
        self._robots = Robots(self._fetcher)

    def ask(self, url: str, want: Want = WHOLE, *, extra: Mapping[str, str] | None = None) -> Asked:
        """Ask an address where its host's rules let us; raises InputRefused where it is no web address."""
        address = fetchable(url)
        rules = self._robots.rules(address)
        if rules.delay:
            self.pace.slow(authority(address), rules.delay)
        if rules.permits(address) != "allowed":
            return Asked(rules, None)
        return Asked(rules, self._fetcher.get(address, want, extra=extra))

    def ask_service(self, url: str, want: Want, *, extra: Mapping[str, str] | None = None) -> Fetched:
        """Ask an interface that was made for programs, and that the settings name, whatever its host's rules say."""
        return self._fetcher.get(url, want, extra=extra)

    def wait_for(self, exchange: Exchange, waits: int) -> float | None:
        """Return how long to wait for a host that is busy, or None where it is not or would have us wait too long.

        What it says in `Retry-After` holds; else the wait doubles each time.
        """
        if exchange.status not in BUSY or waits >= MOST_WAITS:
            return None
        told = retry_after(exchange)
        seconds = self.settings.retry_delay * 2.0**waits if told is None else told
        return seconds if seconds <= self.settings.max_wait else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._fetcher.close()


def retry_after(exchange: Exchange) -> float | None:
    """Return the seconds that a host asks us to wait (RFC 9110, section 10.2.3), or None where it says nothing."""
    told = exchange.header("Retry-After").strip()
    if told.isascii() and told.isdigit() and len(told) < 10:
        return float(told)
    try:
        then = parsedate_to_datetime(told)
        return max(0.0, (then - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def host_of(url: str) -> str:
    """Return the host and port of an address, or a name that no host has where it is none."""
    try:
        return authority(fetchable(url))
    except InputRefused:
        return ""

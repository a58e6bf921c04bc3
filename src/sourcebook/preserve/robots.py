"""Robots rules (RFC 9309): may we ask this address, and how long must we wait between two requests."""

from __future__ import annotations

import threading
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from protego import Protego

from sourcebook.preserve.addresses import authority
from sourcebook.preserve.exchange import Failure, Fetched
from sourcebook.preserve.fetch import Fetcher, Want

MAX_ROBOTS_BYTES = 512 * 1024
"""RFC 9309, section 2.5, asks for at least 500 kibibytes."""
MAX_CRAWL_DELAY = 60.0
PRODUCT = "Sourcebook"

Permission = Literal["allowed", "disallowed", "unknown"]


class Rules(NamedTuple):
    """What a host lets us do; without a parser everything is allowed, and with a failure nothing is known."""

    parser: Protego | None = None
    failure: Failure | None = None
    status: int | None = None

    def permits(self, url: str) -> Permission:
        """Tell whether an address may be asked."""
        if self.failure is not None:
            return "unknown"
        return "allowed" if self.parser is None or self.parser.can_fetch(url, PRODUCT) else "disallowed"

    @property
    def delay(self) -> float:
        """The seconds between two requests that the host asks for, within reason."""
        told = self.parser.crawl_delay(PRODUCT) if self.parser is not None else None
        return min(max(0.0, float(told or 0)), MAX_CRAWL_DELAY)


def rules_from(fetched: Fetched) -> Rules:
    """Return the rules that an answer holds, as RFC 9309 says in section 2.3.1.

    An answer of 4xx means that there are none; one of 5xx or none at all means that nothing may be asked for now.
    """
    if fetched.failure is not None and fetched.failure.kind in {"not_http", "too_large", "bad_redirect", "not_public"}:
        return Rules()
    if fetched.failure is not None and fetched.failure.kind in {"redirect_loop", "too_many_redirects"}:
        return Rules()
    if fetched.final is None:
        return Rules(failure=fetched.failure)
    status = fetched.final.exchange.status
    if status >= 500:
        failure = Failure(kind="disconnected", because=f"The host answered {status} when it was asked for its rules.")
        return Rules(failure=failure, status=status)
    if status != 200:
        return Rules(status=status)
    return Rules(parser=Protego.parse(fetched.final.content.decode("utf-8", "replace")), status=status)


class Robots:
    """The rules of every host that was asked, each asked once; a host that did not answer is asked again."""

    def __init__(self, fetcher: Fetcher) -> None:
        self._fetcher = fetcher
        self._known: dict[str, Rules] = {}
        self._lock = threading.Lock()

    def rules(self, url: str) -> Rules:
        """Return the rules of an address's host."""
        parts = urlsplit(url)
        key = f"{parts.scheme}://{authority(url)}"
        with self._lock:
            known = self._known.get(key)
        if known is not None:
            return known
        fetched = self._fetcher.get(
            f"{parts.scheme}://{parts.netloc}/robots.txt", Want(in_memory=MAX_ROBOTS_BYTES, at_most=MAX_ROBOTS_BYTES)
        )
        rules = rules_from(fetched)
        fetched.close()
        if rules.failure is None:
            with self._lock:
                self._known[key] = rules
        return rules

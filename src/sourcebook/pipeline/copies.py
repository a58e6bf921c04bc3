"""Look for a copy of a lost page in other archives, nearest to the date on which it was read."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sourcebook.pipeline.asking import Asking
from sourcebook.preserve.exchange import Fetched
from sourcebook.preserve.fetch import Want
from sourcebook.preserve.memento import (
    MOST_SERVICE_BYTES,
    Memento,
    asking_timegate,
    availability_address,
    from_availability,
    from_links,
    from_timegate,
    nearest,
)

_SOME = Want(in_memory=MOST_SERVICE_BYTES, at_most=MOST_SERVICE_BYTES)


def copy_elsewhere(asking: Asking, url: str, when: str | None) -> Memento | None:
    """Ask every archive of the settings and return the copy nearest to a date (EDTF), or None where there is none."""
    settings = asking.settings
    found: list[Memento] = []
    for gate in settings.timegates:
        found += _asked(asking, f"{gate}{url}", from_timegate, asking_timegate(when))
    for timemap in settings.timemaps:
        found += _asked(asking, f"{timemap}{url}", _from_timemap)
    for service in settings.availability:
        found += _asked(asking, availability_address(service, url, when), lambda got: from_availability(_body(got)))
    return nearest(found, when)


def _asked(
    asking: Asking,
    address: str,
    read: Callable[[Fetched], tuple[Memento, ...]],
    extra: Mapping[str, str] | None = None,
) -> tuple[Memento, ...]:
    fetched = asking.ask_service(address, _SOME, extra=extra)
    try:
        return read(fetched)
    finally:
        fetched.close()


def _from_timemap(fetched: Fetched) -> tuple[Memento, ...]:
    final = fetched.final
    return from_links(_body(fetched).decode("utf-8", "replace"), final.exchange.url) if final else ()


def _body(fetched: Fetched) -> bytes:
    final = fetched.final
    return final.content if final is not None and final.exchange.status == 200 else b""

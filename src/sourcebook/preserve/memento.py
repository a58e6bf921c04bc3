"""Copies in other archives: Memento (RFC 7089) by TimeGate and TimeMap, and the Wayback availability interface."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import quote, urljoin

import msgspec

from sourcebook.errors import InputRefused
from sourcebook.model import Value
from sourcebook.preserve.addresses import fetchable, joined
from sourcebook.preserve.exchange import Fetched

MOST_SERVICE_BYTES = 8 * 1024 * 1024
_LINK = re.compile(r"<([^>]{1,8192})>((?:\s*;\s*[\w*-]+\s*=\s*(?:\"[^\"]{0,2000}\"|[^\s;,\"]{0,2000}))*)")
_PARAMETER = re.compile(r";\s*([\w*-]+)\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]*))")
_EDTF = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_STAMP = "%Y%m%d%H%M%S"


class Memento(Value, frozen=True):
    """A copy in another archive: its address, and the time (ISO 8601, in UTC) at which it was made."""

    url: str
    time: str


def nearest(mementos: Iterable[Memento], when: str | None) -> Memento | None:
    """Return the copy made nearest to a date of access (EDTF); without one the earliest, None where there is none."""
    found = sorted(set(mementos), key=lambda one: (one.time, one.url))
    moment = moment_of(when)
    if not found or moment is None:
        return found[0] if found else None
    return min(found, key=lambda one: abs((_read(one.time) - moment).total_seconds()))


def moment_of(when: str | None) -> datetime | None:
    """Return the middle of the first date in an EDTF text."""
    found = _EDTF.search(when or "")
    if found is None:
        return None
    year, month, day = int(found.group(1)), int(found.group(2) or 7), int(found.group(3) or 0)
    if not 1 <= year <= 9999 or not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    return datetime(year, month, min(day, last) or (1 if found.group(2) is None else 15), 12, tzinfo=UTC)


def asking_timegate(when: str | None) -> dict[str, str]:
    """Return the header by which a TimeGate is told the wanted date (RFC 7089, section 2.1.1)."""
    moment = moment_of(when)
    return {"Accept-Datetime": format_datetime(moment, usegmt=True)} if moment else {}


def from_timegate(fetched: Fetched) -> tuple[Memento, ...]:
    """Return the copies that a TimeGate led to: the answer at the end, and those that the answers on the way name."""
    found = []
    for hop in fetched.hops:
        exchange = hop.exchange
        made = _http_time(exchange.header("Memento-Datetime"))
        if made is not None and exchange.status == 200:
            # A TimeGate that answers with the copy itself says where it stands (RFC 7089, section 4.2).
            where = exchange.header("Content-Location")
            found.append(Memento(url=joined(exchange.url, where) if where else exchange.url, time=made))
        for name, value in exchange.headers:
            if name.lower() == "link":
                found += from_links(value, exchange.url)
    return tuple(found)


def from_links(text: str, base: str) -> tuple[Memento, ...]:
    """Return the mementos of a TimeMap in link format (RFC 6690), or of a Link header."""
    found = []
    for address, told in _LINK.findall(text):
        parameters = {name.lower(): quoted or plain for name, quoted, plain in _PARAMETER.findall(told)}
        made = _http_time(parameters.get("datetime", ""))
        if made is None or "memento" not in parameters.get("rel", "").lower().split():
            continue
        try:
            found.append(Memento(url=fetchable(urljoin(base, address)), time=made))
        except (InputRefused, ValueError):
            continue
    return tuple(found)


class _Closest(msgspec.Struct):
    available: bool = False
    url: str = ""
    timestamp: str = ""
    status: str = "200"


class _Snapshots(msgspec.Struct):
    closest: _Closest | None = None


class _Availability(msgspec.Struct):
    archived_snapshots: _Snapshots = msgspec.field(default_factory=_Snapshots)


def availability_address(service: str, url: str, when: str | None) -> str:
    """Return the address that asks a Wayback availability interface for the copy nearest to a date."""
    moment = moment_of(when)
    stamp = f"&timestamp={moment.strftime(_STAMP)}" if moment else ""
    return f"{service}{'&' if '?' in service else '?'}url={quote(url, safe='')}{stamp}"


def from_availability(data: bytes) -> tuple[Memento, ...]:
    """Return the copy that an availability interface names; nothing where it names none or cannot be read."""
    try:
        closest = msgspec.json.decode(data, type=_Availability, strict=False).archived_snapshots.closest
        if closest is None or not closest.available or not closest.status.startswith("2"):
            return ()
        made = datetime.strptime(closest.timestamp[:14].ljust(14, "0"), _STAMP).replace(tzinfo=UTC)
        return (Memento(url=fetchable(closest.url), time=_written(made)),)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, InputRefused):
        return ()


def _http_time(text: str) -> str | None:
    try:
        return _written(parsedate_to_datetime(text)) if text else None
    except (ValueError, TypeError):
        return None


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read(time: str) -> datetime:
    return datetime.strptime(time, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)

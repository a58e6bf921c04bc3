"""The address guard: a host is looked up once, only public addresses pass, and what passed is what is connected to."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address
Resolver = Callable[[str, int], Sequence[str]]

_NAT64 = ip_network("64:ff9b::/96")
_SIX_TO_FOUR = ip_network("2002::/16")
_COMPATIBLE = ip_network("::/96")
_ISATAP = 0x5EFE
_NEVER = tuple(
    ip_network(text)
    for text in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4",
        "64:ff9b:1::/48", "100::/64", "2001:2::/48", "2001:10::/28", "2001:20::/28", "2001:db8::/32", "3fff::/20",
        "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10",
    )
)  # fmt: skip
"""Special-purpose blocks of the IANA registries (RFC 6890 and later); `ipaddress` does not know all in each version."""


class NotPublic(Exception):
    """Every address of a host is one that must not be connected to."""


class NoAddress(Exception):
    """A host's name leads to no address, or nobody answered for it in time."""


def is_public(address: Address) -> bool:
    """Tell whether an address, and every IPv4 address wrapped in it, is one that the whole internet may reach.

    Unwrapped are IPv4-mapped and -compatible addresses, NAT64 (RFC 6052), 6to4 (RFC 3056), Teredo (RFC 4380) and
    ISATAP (RFC 5214): through a gateway each of them ends at the address inside.
    """
    if isinstance(address, IPv6Address):
        inner = _wrapped(address)
        if inner:
            return all(is_public(one) for one in inner) and not address.is_multicast
        if address.scope_id is not None:
            return False
    if any(address in block for block in _NEVER if block.version == address.version):
        return False
    return address.is_global and not (
        address.is_multicast
        or address.is_private
        or address.is_reserved
        or address.is_loopback
        or address.is_link_local
        or address.is_unspecified
    )


def _wrapped(address: IPv6Address) -> list[IPv4Address]:
    low = IPv4Address(int(address) & 0xFFFFFFFF)
    if address.ipv4_mapped is not None:
        return [address.ipv4_mapped]
    if address.teredo is not None:
        return list(address.teredo)
    if address in _SIX_TO_FOUR:
        return [IPv4Address(int(address) >> 80 & 0xFFFFFFFF)]
    if address in _NAT64 or (address in _COMPATIBLE and int(address) > 1):
        return [low]
    if int(address) >> 32 & 0xFFFF == _ISATAP and int(address) >> 48 & 0xFFFF in {0, 0x200}:
        return [low]
    return []


def admitted(
    host: str, port: int, *, timeout: float, allow_private: bool = False, resolver: Resolver | None = None
) -> list[str]:
    """Look a host up once and return its admitted addresses as text, in the order given.

    Raises NotPublic where there are addresses but none may be connected to, and NoAddress where there is none or the
    look-up takes longer than `timeout` seconds.
    """
    found = _in_time(resolver or look_up, host, port, timeout)
    if not found:
        raise NoAddress(host)
    passed = [text for text in found if allow_private or is_public(ip_address(text))]
    if not passed:
        raise NotPublic(f"{host} leads to {found[0]}")
    return passed


def look_up(host: str, port: int) -> list[str]:
    """Ask the system for the addresses of a host."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoAddress(str(error)) from error
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def _in_time(resolver: Resolver, host: str, port: int, timeout: float) -> Sequence[str]:
    answers: queue.SimpleQueue[Sequence[str] | NoAddress] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answers.put(resolver(host, port))
        except NoAddress as error:
            answers.put(error)

    # The system's look-up cannot be interrupted; where it hangs, its thread is left to end by itself.
    threading.Thread(target=ask, daemon=True, name=f"look up {host}").start()
    try:
        answer = answers.get(timeout=timeout)
    except queue.Empty:
        raise NoAddress(f"nobody answered for {host} in {timeout:g} seconds") from None
    if isinstance(answer, NoAddress):
        raise answer
    return answer

"""Only public addresses pass, however they are wrapped, and a host is looked up once."""

import threading
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.preserve.guard import NoAddress, NotPublic, admitted, is_public

REFUSED = {
    "loopback": ["127.0.0.1", "127.8.9.10", "::1"],
    "private": ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12::1"],
    "link-local": ["169.254.169.254", "fe80::1", "fe80::1%1"],
    "shared, test and benchmark blocks": ["100.64.0.1", "192.0.2.1", "198.18.0.1", "203.0.113.9", "2001:db8::1"],
    "this network, multicast, reserved": ["0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "ff02::1", "::"],
    "IPv4-mapped": ["::ffff:127.0.0.1", "::ffff:10.0.0.1"],
    "NAT64": ["64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1"],
    "6to4": ["2002:7f00:1::", "2002:c0a8:101::1"],
    "Teredo": ["2001:0:4136:e378:8000:63bf:80ff:fffe", "2001:0:7f00:1::1"],
    "IPv4-compatible and ISATAP": ["::127.0.0.1", "2607:f8b0::5efe:10.0.0.1"],
    "site-local": ["fec0::1"],
}
PASSED = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1"]


@pytest.mark.parametrize(("kind", "address"), [(kind, one) for kind, listed in REFUSED.items() for one in listed])
def test_an_address_that_is_not_public_is_refused(kind, address):
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", PASSED)
def test_a_public_address_passes(address):
    assert is_public(ip_address(address))


@given(st.ip_addresses(v=4))
def test_wrapping_an_address_never_makes_it_public(inner):
    number = int(inner)
    wrapped = [
        ip_address(0xFFFF << 32 | number),
        ip_address((0x0064FF9B << 96) | number),
        ip_address((0x2002 << 112) | number << 80 | 1),
    ]
    assert {is_public(one) for one in wrapped} == {is_public(inner)}


def test_only_the_public_addresses_of_a_host_are_admitted():
    found = admitted("a.example", 80, timeout=1, resolver=lambda *_: ["10.0.0.1", "8.8.8.8"])
    assert found == ["8.8.8.8"]


def test_a_host_with_private_addresses_only_is_refused_but_for_the_switch():
    with pytest.raises(NotPublic, match=r"10\.0\.0\.1"):
        admitted("a.example", 80, timeout=1, resolver=lambda *_: ["10.0.0.1"])
    assert admitted("a.example", 80, timeout=1, allow_private=True, resolver=lambda *_: ["10.0.0.1"]) == ["10.0.0.1"]


@pytest.mark.parametrize("written", ["127.1", "2130706433", "0x7f000001", "017700000001", "localhost"])
def test_other_spellings_of_loopback_are_refused(written):
    with pytest.raises((NotPublic, NoAddress)):
        admitted(written, 80, timeout=5)


def test_a_look_up_that_hangs_ends_in_time():
    release = threading.Event()

    def hangs(*_):
        release.wait(5)
        return ["8.8.8.8"]

    with pytest.raises(NoAddress, match="nobody answered"):
        admitted("a.example", 80, timeout=0.05, resolver=hangs)
    release.set()

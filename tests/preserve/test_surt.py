"""Addresses are looked up in an index under the keys that replay programs make of them."""

import pytest

from sourcebook.preserve.surt import surt

# What the Internet Archive's program `surt` (0.3) makes of them.
KEYS = {
    "http://www.Example.com/A/b?b=2&a=1": "com,example)/a/b?a=1&b=2",
    "https://example.com:443/": "com,example)/",
    "https://example.com": "com,example)/",
    "http://example.com:8080/x#f": "com,example:8080)/x",
    "http://xn--bcher-kva.example/%7Efoo": "example,xn--bcher-kva)/~foo",
    "http://example.com/a?": "com,example)/a",
    "http://1.2.3.4/": "4,3,2,1)/",
    "http://example.com//a//": "com,example)/a",
    "http://example.com/a/../b/./c": "com,example)/b/c",
    "urn:x:y": "urn:x:y",
}


@pytest.mark.parametrize(("url", "key"), KEYS.items())
def test_an_address_has_the_key_that_others_look_for(url, key):
    assert surt(url) == key

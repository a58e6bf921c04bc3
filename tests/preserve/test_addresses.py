"""Addresses are made fit to fetch, compared, and given siblings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.errors import InputRefused
from sourcebook.preserve.addresses import fetchable, is_front, joined, same_place, sibling


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("www.a.example/x", "http://www.a.example/x"),
        ("HTTP://A.Example", "http://a.example/"),
        ("http://a.example:80/x#part", "http://a.example/x"),
        ("127.0.0.1:8000/x", "http://127.0.0.1:8000/x"),
        ("a.example:8080", "http://a.example:8080/"),
        ("http://user:pw@a.example/", "http://a.example/"),
        ("http://bücher.example/ü?q=ä b", "http://xn--bcher-kva.example/%C3%BC?q=%C3%A4%20b"),
        ("https://a.example/%7Ex?y=1&z=%20", "https://a.example/%7Ex?y=1&z=%20"),
        ("http://[::1]:80/", "http://[::1]/"),
    ],
)
def test_what_is_written_is_made_fit_to_fetch(written, address):
    assert fetchable(written) == address


@pytest.mark.parametrize(
    "written",
    [
        "file:///etc/passwd",
        "ftp://a.example/",
        "mailto:a@b.example",
        "javascript:x",
        "",
        "http://",
        "http://a.example:port/",
        "http://a\nb/",
        "http://a_b c/",
        "http://" + "a" * 9000,
    ],
)
def test_what_is_no_web_address_is_refused(written):
    with pytest.raises(InputRefused):
        fetchable(written)


@given(st.text(max_size=100))
def test_any_text_is_made_fit_or_refused(text):
    try:
        address = fetchable(text)
    except InputRefused:
        return
    assert address.startswith(("http://", "https://"))
    assert address.isascii()
    assert fetchable(address) == address


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://a.example/x", "https://www.a.example/x/", True),
        ("http://a.example/", "http://a.example/index.html", True),
        ("http://a.example/x?utm_source=y", "http://a.example/x", True),
        ("http://a.example/x?id=1", "http://a.example/x?id=2", False),
        ("http://a.example/x", "http://b.example/x", False),
        ("http://a.example:8001/x", "http://a.example:8002/x", False),
    ],
)
def test_addresses_are_the_same_place_where_nothing_that_chooses_a_page_differs(one, other, same):
    assert same_place(one, other) is same


@pytest.mark.parametrize(
    ("path", "front"),
    [
        ("/", True),
        ("/index.html", True),
        ("/en/", True),
        ("/home", True),
        ("/en-GB/", True),
        ("/?id=4", False),
        ("/news", False),
        ("/2005/", False),
    ],
)
def test_a_front_page_is_known_by_its_address(path, front):
    assert is_front(f"http://a.example{path}") is front


def test_a_sibling_stands_in_the_same_folder_with_the_same_ending():
    assert sibling("http://a.example/b/c.html?d=e", "name") == "http://a.example/b/name.html"
    assert sibling("http://a.example/b/c/", "name") == "http://a.example/b/name/"
    assert sibling("http://a.example/b", "name") == "http://a.example/name"
    assert sibling("http://a.example/", "name") == "http://a.example/name/"


def test_a_redirect_leads_where_it_says():
    assert joined("http://a.example/b/c", "../d?e#f") == "http://a.example/d?e"
    with pytest.raises(InputRefused):
        joined("http://a.example/", "file:///x")

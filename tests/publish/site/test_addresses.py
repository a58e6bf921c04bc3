from urllib.parse import urljoin

import pytest

from sourcebook.publish.site import addresses

PLACES = ["/", "/BY/", "/BY/street-children/", "/e/0123456789ab/", "/static/sourcebook.css", "/search/?q=a+b"]


@pytest.mark.parametrize("here", PLACES[:-1])
@pytest.mark.parametrize("there", PLACES)
def test_a_relative_link_leads_where_the_address_says(here, there):
    assert urljoin(f"http://host{here}", addresses.relative(here, there)) == f"http://host{there}"


@pytest.mark.parametrize("here", ["/BY/", "/e/0123456789ab/"])
def test_a_relative_link_also_holds_without_the_last_slash(here):
    typed = f"http://host{here.rstrip('/')}"
    assert urljoin(typed, addresses.relative(here, "/UA/")) == "http://host/UA/"


@pytest.mark.parametrize("href", ["http://a.example/x", "HTTPS://a.example", " https://a.example/?q=1#z "])
def test_web_addresses_may_become_links(href):
    assert addresses.leads_out(href)


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "//a.example", "a.example", "http://", "http://[",
     "", None, "file:///etc/passwd", "vbscript:x", "mailto:a@b"],
)  # fmt: skip
def test_anything_else_stays_text(href):
    assert not addresses.leads_out(href)


def test_a_search_address_leaves_empty_filters_out():
    assert addresses.search(q="debt bondage", place="", year="2004") == "/search/?q=debt+bondage&year=2004"
    assert addresses.search() == "/search/"

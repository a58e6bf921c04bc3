"""A host's rules hold as RFC 9309 says, and are asked for once."""

import pytest
from tests.preserve.loopback import answer, fetcher, serving

from sourcebook.preserve.robots import MAX_CRAWL_DELAY, Robots

CASES = {
    "none": (answer("404 Not Found"), "allowed"),
    "forbidden rules": (answer("403 Forbidden"), "allowed"),
    "an error": (answer("500 Error"), "unknown"),
    "busy": (answer("503 Busy"), "unknown"),
    "everything forbidden": (answer("200 OK", "User-agent: *\nDisallow: /"), "disallowed"),
    "forbidden by name": (answer("200 OK", "User-agent: sourcebook\nDisallow: /x"), "disallowed"),
    "allowed by name": (answer("200 OK", "User-agent: *\nDisallow: /\n\nUser-agent: Sourcebook\nAllow: /"), "allowed"),
    "a longer rule that allows": (answer("200 OK", "User-agent: *\nDisallow: /\nAllow: /x/"), "allowed"),
    "an ending": (answer("200 OK", "User-agent: *\nDisallow: /*.pdf$"), "allowed"),
    "an empty file": (answer("200 OK", ""), "allowed"),
    "a page": (answer("200 OK", "<html><body>Disallow: nothing</body></html>"), "allowed"),
    "bytes": (answer("200 OK", bytes(range(256)) * 9), "allowed"),
    "a loop": (answer("302 Found", "", "Location: /robots.txt"), "allowed"),
    "no HTTP": (b"hello\r\n", "allowed"),
    "no answer": ([], "unknown"),
}


@pytest.mark.parametrize("name", CASES)
def test_rules_permit_what_they_say(name):
    said, permission = CASES[name]
    with serving(lambda *_: said) as server, fetcher() as asking:
        assert Robots(asking).rules(server.url("/x/y")).permits(server.url("/x/y")) == permission


def test_a_redirect_to_the_rules_is_followed():
    table = {
        "/robots.txt": answer("301 Moved", "", "Location: /r"),
        "/r": answer("200 OK", "User-agent: *\nDisallow: /"),
    }
    with serving(table) as server, fetcher() as asking:
        assert Robots(asking).rules(server.url("/x")).permits(server.url("/x")) == "disallowed"


def test_rules_are_asked_for_once_and_again_only_where_nobody_answered():
    with serving({"/robots.txt": answer("404 Not Found")}) as server, fetcher() as asking:
        robots = Robots(asking)
        for path in ("/a", "/b", "/c"):
            robots.rules(server.url(path))
        assert server.asked == ["/robots.txt"]
    with serving({"/robots.txt": answer("503 Busy")}) as server, fetcher() as asking:
        robots = Robots(asking)
        for path in ("/a", "/b"):
            robots.rules(server.url(path))
        assert server.asked == ["/robots.txt"] * 2


@pytest.mark.parametrize(
    ("told", "seconds"), [("3", 3.0), ("0.5", 0.5), ("99999", MAX_CRAWL_DELAY), ("-4", 0.0), ("soon", 0.0)]
)
def test_a_delay_is_heeded_within_reason(told, seconds):
    said = answer("200 OK", f"User-agent: *\nCrawl-delay: {told}\n")
    with serving(said) as server, fetcher() as asking:
        assert Robots(asking).rules(server.url("/")).delay == seconds

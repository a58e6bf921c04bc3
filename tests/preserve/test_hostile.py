"""Whatever a server does, asking it ends within its limits, with an outcome that says what happened."""

import contextlib
import gzip
import itertools
import resource
import socket
import ssl
import subprocess
import threading
import time

import pytest
from tests.preserve.loopback import QUICK, answer, fetcher, serving

from sourcebook.preserve.decoding import CannotDecode, decoded
from sourcebook.preserve.fetch import Fetcher, Want
from sourcebook.settings import Fetching

SOON = 6.0
SOME = Want(in_memory=1 << 20)
HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def endless(piece, pause=0.0):
    for _ in itertools.count():
        yield piece
        if pause:
            yield pause


@pytest.fixture(name="get")
def getting():
    fetched = []
    with fetcher() as asking:

        def get(server, path="/", want=SOME):
            began = time.monotonic()
            fetched.append(asking.get(server.url(path), want))
            assert time.monotonic() - began < SOON
            return fetched[-1]

        yield get
    for one in fetched:
        one.close()


FAILURES = {
    "HTTP/0.9": ([b"<html>hello</html>"], "not_http"),
    "another protocol": ([b"220 mail.example ESMTP\r\n"], "not_http"),
    "10,000 headers": ([b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 10_000 + b"\r\n"], "not_http"),
    "a header of a megabyte": ([b"HTTP/1.1 200 OK\r\nX-A: " + b"b" * (1 << 20) + b"\r\n\r\n"], "not_http"),
    "headers without end": (lambda: endless(b"X-A: b\r\n" * 1000), "not_http"),
    "a status line without end": (lambda: endless(b"H" * 1000), "not_http"),
    "a byte a minute in the head": (lambda: endless(b"H", 60), "timeout"),
    "a byte now and then in the head": (
        lambda: itertools.chain([b"HTTP/1.1 200 OK\r\nX: "], endless(b"a", 0.2)),
        "timeout",
    ),
    "silence": ([60.0], "timeout"),
    "a closed door": ([], "disconnected"),
    "a status that is no number": ([b"HTTP/1.1 OK 200\r\n\r\n"], "not_http"),
    "interim answers without end": (lambda: endless(b"HTTP/1.1 103 Early Hints\r\n\r\n"), "not_http"),
}


@pytest.mark.parametrize("name", FAILURES)
def test_what_is_no_answer_is_a_failure_in_time(name, get):
    pieces, kind = FAILURES[name]
    with serving(lambda *_: pieces() if callable(pieces) else pieces) as server:
        found = get(server)
    assert found.final is None
    assert found.failure.kind == kind
    assert found.failure.because.endswith(".")


CUTS = {
    "a body without end": (lambda: itertools.chain([HTML + b"\r\n"], endless(b"a" * 65536)), "length"),
    "chunks without end": (
        lambda: itertools.chain(
            [HTML + b"Transfer-Encoding: chunked\r\n\r\n"], endless(b"400\r\n" + b"a" * 1024 + b"\r\n")
        ),
        "length",
    ),
    "trailers without end": (
        lambda: itertools.chain([HTML + b"Transfer-Encoding: chunked\r\n\r\n0\r\n"], endless(b"X: y\r\n" * 500)),
        "length",
    ),
    "a length past every limit": ([HTML + b"Content-Length: 99999999999999\r\n\r\nabc"], "length"),
    "a byte a minute": (lambda: itertools.chain([HTML + b"Content-Length: 100\r\n\r\n"], endless(b"a", 60)), "time"),
    "a byte now and then": (
        lambda: itertools.chain([HTML + b"Content-Length: 900\r\n\r\n"], endless(b"a", 0.1)),
        "time",
    ),
    "less than it says": ([HTML + b"Content-Length: 100\r\n\r\nabc"], "disconnect"),
    "chunks cut short": ([HTML + b"Transfer-Encoding: chunked\r\n\r\nff\r\nabc"], "disconnect"),
    "a chunk of a size that is no number": ([HTML + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n"], "disconnect"),
    "a chunk of a negative size": ([HTML + b"Transfer-Encoding: chunked\r\n\r\n-5\r\nabc\r\n"], "disconnect"),
    "a chunk larger than memory": ([HTML + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffff\r\nabc"], "disconnect"),
}
SMALL = Fetching(timeout=1.0, delay=0.0, min_rate=1000, max_untold_bytes=3_000_000, max_body_bytes=4_000_000)


@pytest.mark.parametrize("name", CUTS)
def test_a_body_that_does_not_end_well_is_kept_as_far_as_it_came(name):
    pieces, cut = CUTS[name]
    began = time.monotonic()
    with serving(lambda *_: pieces() if callable(pieces) else pieces) as server, fetcher(SMALL) as asking:
        found = asking.get(server.url(), Want(in_memory=100))
    assert time.monotonic() - began < SOON
    assert found.final.exchange.cut == cut
    assert found.final.exchange.size <= 4_000_000
    if name in {"less than it says", "chunks cut short", "a chunk larger than memory"}:
        assert found.final.content == b"abc"
    found.close()


def test_a_body_longer_than_it_says_ends_where_it_says(get):
    said = HTML + b"Content-Length: 3\r\n\r\nabcHTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nsmuggled"
    with serving(said, keep_alive=True) as server:
        first, second = get(server), get(server, "/other")
    assert (first.final.content, second.final.content) == (b"abc", b"abc")
    assert first.final.exchange.size == 3


def test_a_kilobyte_that_stands_for_a_hundred_gigabytes_is_undone_to_the_limit_only():
    member = gzip.compress(bytes(8 << 20))
    bomb = gzip.compress(gzip.compress(member * 12_500))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert len(member) * 12_500 < 110_000_000
    assert len(bomb) < 2000
    assert len(decoded(member * 12, "gzip", 5_000_000)) == 5_000_000
    assert len(decoded(bomb, "gzip, gzip", 5_000_000)) <= 5_000_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip, gzip", "x-unheard-of"])
def test_a_coding_that_was_not_asked_for_is_refused(coding):
    with pytest.raises(CannotDecode):
        decoded(b"abc", coding, 1000)


def test_bytes_that_are_no_gzip_are_refused_and_a_damaged_end_is_left_out():
    with pytest.raises(CannotDecode):
        decoded(b"hello", "gzip", 1000)
    whole = gzip.compress(b"hello " * 5000)
    assert decoded(whole[: len(whole) // 2], "gzip", 1 << 20).startswith(b"hello hello")


REFUSED_REDIRECTS = {
    "to a file": ("file:///etc/passwd", "bad_redirect"),
    "to a program": ("javascript:alert(1)", "bad_redirect"),
    "to another scheme": ("gopher://127.0.0.1:70/", "bad_redirect"),
    "to data": ("data:text/html,hello", "bad_redirect"),
    "with a line break": ("/a\r\n\tSet-Cookie: x=1", None),
    "to a name that is none": ("http://[::1", "bad_redirect"),
    "to a port that is none": ("http://a.example:99999/", "bad_redirect"),
}


@pytest.mark.parametrize("name", REFUSED_REDIRECTS)
def test_a_redirect_that_must_not_be_followed_is_not(name, get):
    location, kind = REFUSED_REDIRECTS[name]
    with serving({"/": answer("302 Found", "", f"Location: {location}")}) as server:
        found = get(server)
        assert "/etc/passwd" not in server.asked
    if kind is not None:
        assert found.failure.kind == kind
    assert found.hops[0].exchange.status == 302


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "[64:ff9b::7f00:1]"],
)
def test_a_redirect_to_a_private_address_is_refused(host):
    """The first host passes as public; what it leads to does not."""
    with serving(answer("200 OK", "secret")) as inner:
        target = f"http://{host}:{inner.port}/secret"
        with (
            serving(answer("302 Found", "", f"Location: {target}")) as outer,
            GuardedButFor("first.example", outer) as asking,
        ):
            found = asking.get(f"http://first.example:{outer.port}/")
        assert inner.asked == []
    assert found.failure.kind in {"not_public", "no_address"}
    found.close()


class GuardedButFor(Fetcher):
    """A fetcher whose guard lets one name through to loopback, as if it were public, and nothing else."""

    def __init__(self, name, server):
        super().__init__(QUICK, agent="test", resolver=None)
        self._name = name

    def _connection(self, url):
        if f"//{self._name}:" in url:
            self._allow_private, self._resolver = True, lambda *_: ["127.0.0.1"]
            try:
                return super()._connection(url)
            finally:
                self._allow_private, self._resolver = False, None
        return super()._connection(url)


def test_a_name_that_changes_between_the_look_and_the_connection_changes_nothing():
    """What was looked up first is what is connected to; the second answer is never asked for."""
    answers = [["127.0.0.1"], ["127.0.0.2"]]
    asked = []

    def changing(host, port):
        asked.append(host)
        return answers[min(len(asked), 2) - 1]

    with serving(answer("200 OK", "good")) as server, fetcher(resolver=changing) as asking:
        found = asking.get(f"http://rebind.example:{server.port}/")
        again = asking.get(f"http://rebind.example:{server.port}/")
    assert asked[0] == "rebind.example"
    assert found.final.exchange.address == "127.0.0.1"
    found.close()
    again.close()


def test_a_name_that_turns_private_is_refused():
    with serving(answer("200 OK", "secret")) as server:
        with Fetcher(QUICK, agent="test", resolver=lambda *_: ["127.0.0.1"]) as asking:
            found = asking.get(f"http://rebind.example:{server.port}/")
        assert found.failure.kind == "not_public"
        assert server.asked == []


def test_a_line_break_in_a_header_makes_no_other_header(get):
    said = b"HTTP/1.1 200 OK\r\nX-A: one\rX-B: two\r\nX-C: three\n four\r\nContent-Length: 2\r\n\r\nok"
    with serving(said) as server:
        found = get(server)
    assert found.final is None or found.final.content == b"ok"


@pytest.mark.parametrize("path", ["/a\r\nX: y", "/a b", "/ü", "/%zz", "/\x00", "/" + "a" * 9000])
def test_an_address_can_carry_nothing_into_the_request(path):
    with serving(lambda p, request: answer("200 OK", request)) as server, fetcher() as asking:
        found = asking.get(server.url(path), Want(in_memory=1 << 16))
    if found.final is not None:
        head = found.final.request
        assert head.count(b"\r\n") == head.count(b"\n")
        assert b"\r\nX: y" not in head
        assert head.startswith(b"GET /")
    else:
        assert found.failure.kind == "bad_redirect"
    found.close()


@pytest.mark.parametrize(
    "cookie",
    [
        "a=b",
        "a=" + "b" * 100_000,
        "a=\x01\x02",
        "=;;;=",
        "a=b; Domain=.com",
        "a=b; Max-Age=99999999999999999999",
        "a=b; Expires=never",
    ],
)
def test_cookies_serve_one_way_only_and_never_grow(cookie):
    def respond(path, request):
        if path == "/":
            return answer("302 Found", "", "Location: /next", f"Set-Cookie: {cookie}")
        return answer("200 OK", request)

    with serving(respond) as server, fetcher() as asking:
        found = asking.get(server.url("/"), Want(in_memory=1 << 20))
        later = asking.get(server.url("/next"))
        assert all(len(hop.request) < 6000 for hop in found.hops)
        assert b"Cookie" not in later.hops[0].request
    found.close()
    later.close()


def test_credentials_in_an_address_are_not_sent(get):
    with serving(lambda _, request: answer("200 OK", request)) as server:
        with fetcher() as asking:
            found = asking.get(f"http://user:secret@127.0.0.1:{server.port}/", Want(in_memory=1 << 16))
        assert b"secret" not in found.final.request
        assert b"Authorization" not in found.final.request
    found.close()


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path):
    make = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    subprocess.run(
        [*make, "-subj", "/CN=127.0.0.1", "-keyout", tmp_path / "key", "-out", tmp_path / "cert"],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert", tmp_path / "key")
    listening = socket.create_server(("127.0.0.1", 0))

    def shake_hands():
        with contextlib.suppress(OSError), context.wrap_socket(listening.accept()[0], server_side=True):
            pass

    thread = threading.Thread(target=shake_hands, daemon=True)
    thread.start()
    try:
        with fetcher() as asking:
            found = asking.get(f"https://127.0.0.1:{listening.getsockname()[1]}/")
        assert found.failure.kind == "tls"
        assert "certificate" in found.failure.because
    finally:
        listening.close()
        thread.join(2)


def test_tls_to_a_server_without_it_is_a_failure_in_time():
    with serving(answer("200 OK", "plain")) as server, fetcher() as asking:
        found = asking.get(f"https://127.0.0.1:{server.port}/")
    assert found.failure.kind in {"tls", "disconnected", "timeout"}


def test_a_handshake_that_hangs_ends_in_time():
    quiet = socket.create_server(("127.0.0.1", 0))
    try:
        began = time.monotonic()
        with fetcher() as asking:
            found = asking.get(f"https://127.0.0.1:{quiet.getsockname()[1]}/")
        assert time.monotonic() - began < SOON
        assert found.failure.kind in {"timeout", "tls"}
    finally:
        quiet.close()


def test_redirects_end(get):
    with serving(lambda path, _: answer("302 Found", "", f"Location: {path}a")) as server:
        found = get(server)
        assert len(server.asked) <= QUICK.max_redirects + 1
    assert found.failure.kind == "too_many_redirects"


def test_a_hundred_hostile_servers_at_once_end_together():
    with serving(lambda *_: endless(b"X" * 10, 0.05)) as server, fetcher() as asking:
        began = time.monotonic()
        threads = [threading.Thread(target=lambda n=n: asking.get(server.url(f"/{n}"))) for n in range(30)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(SOON)
        assert time.monotonic() - began < SOON
        assert not any(thread.is_alive() for thread in threads)

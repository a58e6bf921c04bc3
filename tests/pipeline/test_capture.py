"""Addresses are kept as they answered, many times over, politely, and nothing that is told is lost."""

import threading
import time
from itertools import pairwise

import pytest
from tests.pipeline.web import FOUND, HTML, LOST, new, quick, site
from tests.preserve.loopback import answer
from warcio.archiveiterator import ArchiveIterator

from sourcebook.errors import NotASourcebook, UsageError
from sourcebook.pipeline.capture import capture, cited_in
from sourcebook.pipeline.restore import restore
from sourcebook.preserve import KeptFiles
from sourcebook.store import SqliteStore


@pytest.fixture(autouse=True)
def private(monkeypatch):
    quick(monkeypatch)


def captures(folder, url):
    with SqliteStore(folder).view() as view:
        return view.captures_of(url)


def kinds(folder):
    found = []
    for name in KeptFiles(folder).names():
        with (folder / "captures" / name).open("rb") as file:
            found += [record.rec_type for record in ArchiveIterator(file)]
    return found


def test_an_address_is_kept_with_its_exchange(tmp_path):
    folder = new(tmp_path / "s")
    with site({"/a": FOUND}) as server:
        (done,) = capture(folder, [server.url("/a")])
    assert (done.result, done.status) == ("kept", 200)
    (kept,) = captures(folder, done.url)
    assert KeptFiles(folder).read(kept) == FOUND.partition(b"\r\n\r\n")[2]
    assert kinds(folder) == ["warcinfo", "response", "request"]


def test_captures_of_one_address_live_side_by_side_and_the_same_bytes_are_a_revisit(tmp_path):
    folder = new(tmp_path / "s")
    said = [FOUND, FOUND, LOST]
    with site(lambda path, _: LOST if path == "/robots.txt" else said.pop(0)) as server:
        done = [capture(folder, [server.url("/a")])[0] for _ in range(3)]
    assert [one.result for one in done] == ["kept", "same", "kept"]
    kept = captures(folder, server.url("/a"))
    assert len(kept) == 3
    assert kept[0].digest == kept[1].digest != kept[2].digest
    assert kinds(folder).count("revisit") == 1


def test_a_host_is_asked_whether_anything_has_changed(tmp_path):
    folder = new(tmp_path / "s")

    def respond(path, request):
        if b'If-None-Match: "v1"' in request:
            return answer("304 Not Modified", "", 'ETag: "v1"')
        return answer("200 OK", "text", HTML, 'ETag: "v1"', "Last-Modified: Mon, 03 Jan 2005 10:00:00 GMT")

    with site(respond) as server:
        first, second = (capture(folder, [server.url("/a")])[0] for _ in range(2))
    assert (first.result, second.result, second.status) == ("kept", "same", 304)
    assert second.digest == first.digest
    assert kinds(folder).count("revisit") == 1


def test_every_answer_on_the_way_is_kept(tmp_path):
    folder = new(tmp_path / "s")
    with site({"/a": answer("301 Moved", "", "Location: /b"), "/b": FOUND}) as server:
        (done,) = capture(folder, [server.url("/a")])
    assert done.to == server.url("/b")
    assert len(captures(folder, server.url("/a"))) == len(captures(folder, server.url("/b"))) == 1


def test_what_cannot_be_had_is_refused_and_the_others_go_on(tmp_path):
    folder = new(tmp_path / "s")
    table = {"/robots.txt": answer("200 OK", "User-agent: *\nDisallow: /no"), "/a": FOUND}
    with site(table) as server:
        urls = [server.url("/no"), "http://127.0.0.1:1/", "file:///etc/passwd", server.url("/a")]
        done = {one.url: one for one in capture(folder, urls)}
    assert [done[url].result for url in urls] == ["refused", "refused", "refused", "kept"]
    assert all(done[url].because for url in urls[:3])


def test_a_busy_host_is_asked_again_when_it_says(tmp_path):
    folder = new(tmp_path / "s")
    said = [answer("429 Busy", "", "Retry-After: 1"), answer("503 Busy", "", "Retry-After: 0"), FOUND]
    with site(lambda path, _: LOST if path == "/robots.txt" else said.pop(0)) as server:
        (done,) = capture(folder, [server.url("/a")])
        times = [when for path, when in zip(server.asked, server.times, strict=True) if path == "/a"]
    assert done.status == 200
    assert times[1] - times[0] >= 1.0


def test_a_host_is_asked_no_more_often_than_the_delay(tmp_path, monkeypatch):
    quick(monkeypatch, DELAY="0.15")
    folder = new(tmp_path / "s")
    with site(FOUND, keep_alive=True) as server:
        capture(folder, [server.url(f"/{n}") for n in range(5)])
        assert len(server.times) == 6
        # What the server sees may be late by the pauses of a busy machine, and never by all of them together.
        assert server.times[-1] - server.times[0] > 5 * 0.15 - 0.05
        assert all(later - earlier > 0.05 for earlier, later in pairwise(server.times))


def test_several_hosts_are_asked_side_by_side(tmp_path, monkeypatch):
    quick(monkeypatch, DELAY="0.3")
    folder = new(tmp_path / "s")
    with site(FOUND) as one, site(FOUND) as two, site(FOUND) as three:
        began = time.monotonic()
        capture(folder, [server.url(f"/{n}") for server in (one, two, three) for n in range(2)])
        assert time.monotonic() - began < 1.5


def test_we_say_who_we_are(tmp_path):
    folder = new(tmp_path / "s")
    (folder / "sourcebook.toml").write_text('owner = "The River Archive"\naddress = "https://archive.example/"\n')
    requests = []
    with site(lambda _, request: requests.append(request) or FOUND) as server:
        capture(folder, [server.url("/a")])
    assert b"User-Agent: Sourcebook/" in requests[-1]
    assert b"(+https://archive.example/; The River Archive)" in requests[-1]


def test_the_database_is_made_again_from_the_kept_files(tmp_path):
    folder = new(tmp_path / "s")
    with site({"/a": FOUND, "/b": LOST}) as server:
        capture(folder, [server.url("/a"), server.url("/b")])
        capture(folder, [server.url("/a")])
        before = [captures(folder, server.url(path)) for path in ("/a", "/b")]
        restore(folder)
        assert [captures(folder, server.url(path)) for path in ("/a", "/b")] == before


def test_a_run_that_is_stopped_keeps_what_it_has(tmp_path):
    folder = new(tmp_path / "s")
    stop = threading.Event()
    with site(FOUND) as server:
        done = capture(folder, [server.url(f"/{n}") for n in range(500)], stop=stop, progress=lambda _: stop.set())
        assert 0 < len(done) < 500
        assert all(captures(folder, one.url) for one in done)


def test_a_folder_without_a_sourcebook_is_refused(tmp_path):
    with pytest.raises(NotASourcebook):
        capture(tmp_path, ["http://127.0.0.1:1/"])
    with pytest.raises(NotASourcebook):
        cited_in(tmp_path, None)


def test_a_setting_that_is_no_number_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCEBOOK_FETCH_DELAY", "soon")
    with pytest.raises(UsageError, match="FETCH_DELAY"):
        capture(new(tmp_path / "s"), [])


def test_private_addresses_are_refused_without_the_switch(tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCEBOOK_FETCH_ALLOW_PRIVATE")
    with site(FOUND) as server:
        (done,) = capture(new(tmp_path / "s"), [server.url("/a")])
        assert server.asked == []
    assert done.result == "refused"
    assert "not a public one" in done.because

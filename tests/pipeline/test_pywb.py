"""A web-archive replayer reads the WARC files that we write, and we find copies in it by its Memento interfaces."""

import contextlib
import datetime as dt
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from tests.pipeline.links.behaviours import ARTICLE, EXCERPT, OTHER, page
from tests.pipeline.web import HTML, LOST, citing, new, quick, site
from tests.preserve.loopback import answer

from sourcebook.pipeline.asking import Asking
from sourcebook.pipeline.capture import capture
from sourcebook.pipeline.check import Plan, check
from sourcebook.pipeline.copies import copy_elsewhere
from sourcebook.settings import Fetching, Settings

BIN = Path(sys.executable).parent
pytestmark = pytest.mark.slow


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as held:
        return held.getsockname()[1]


@contextlib.contextmanager
def replaying(folder, warcs):
    """Replay WARC files with pywb on loopback, and give the address of the collection."""
    folder.mkdir()
    run = {"cwd": folder, "capture_output": True, "timeout": 60}
    subprocess.run([BIN / "wb-manager", "init", "kept"], check=True, **run)
    subprocess.run([BIN / "wb-manager", "add", "kept", *warcs], check=True, **run)
    port = free_port()
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [BIN / "wayback", "-b", "127.0.0.1", "-p", str(port)], cwd=folder, stdout=log, stderr=log
        )
    try:
        until = time.monotonic() + 40
        while time.monotonic() < until:
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/kept/", timeout=5).close()
                break
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/kept/"
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture(autouse=True)
def private(monkeypatch):
    quick(monkeypatch, TIMEOUT="10")


def read(address):
    with urllib.request.urlopen(address, timeout=10) as answered:
        return answered.read().decode()


def test_what_we_kept_is_replayed_and_found_by_timegate_and_timemap(tmp_path):
    said = {
        "/a": answer("200 OK", ARTICLE, HTML),
        "/chunked": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>he\r\n3\r\nllo\r\n0\r\n\r\n",
    }
    folder = new(tmp_path / "s")
    with site(lambda path, _: said.get(path, LOST)) as server:
        urls = [server.url("/a"), server.url("/chunked")]
        capture(folder, urls)
        time.sleep(1.1)
        capture(folder, urls)
        said["/a"] = answer("200 OK", page("Festival", OTHER), HTML)
        time.sleep(1.1)
        capture(folder, [server.url("/a")])
    today = dt.datetime.now(dt.UTC).date().isoformat()
    with replaying(tmp_path / "pywb", sorted((folder / "captures").glob("*.warc.gz"))) as base:
        timemap = read(f"{base}timemap/link/{urls[0]}")
        assert timemap.count("memento;") + timemap.count('memento"') + timemap.count('rel="memento') >= 3
        settings = Fetching(timeout=10, delay=0, timegates=(base,), timemaps=(f"{base}timemap/link/",), availability=())
        with Asking(Settings(fetch=settings)) as asking:
            found = copy_elsewhere(asking, urls[0], today)
            assert found is not None
            assert found.time[:10] == today
            assert copy_elsewhere(asking, "http://never.example/", today) is None
        stamps = sorted(
            {
                line.split("/kept/")[1].split("mp_")[0][:14]
                for line in timemap.splitlines()
                if "datetime" in line and "/kept/" in line
            }
        )
        replayed = [read(f"{base}{stamp}id_/{urls[0]}") for stamp in stamps]
        assert EXCERPT in replayed[0]
        assert EXCERPT in replayed[1], "the second capture is a revisit of the first"
        assert "Festival" in replayed[-1]
        assert read(f"{base}{stamps[0]}id_/{urls[1]}") == "<p>hello"


def test_a_lost_page_is_found_in_the_replayer_and_noted(tmp_path):
    said = {"/a": answer("200 OK", ARTICLE, HTML)}
    with site(lambda path, _: said.get(path, LOST)) as server:
        folder = citing(tmp_path / "s", server.url("/a"))
        capture(folder, [server.url("/a")])
        said.clear()
        with replaying(tmp_path / "pywb", sorted((folder / "captures").glob("*.warc.gz"))) as base:
            (folder / "sourcebook.toml").write_text(f'[fetch]\ntimegates = ["{base}"]\navailability = []\n')
            found = check(folder, Plan(everything=True, copies=True), now=lambda: "2024-06-01T10:00:00Z")
            assert [one.outcome for one in found.checked] == ["gone"]
            (copy,) = found.copies
            assert EXCERPT in read(copy.to)

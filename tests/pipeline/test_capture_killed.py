"""A capture that is killed at any instant loses nothing that it has told of, and the next run goes on."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from tests.pipeline.web import LOST, new, site
from tests.preserve.loopback import answer

from sourcebook.pipeline.capture import capture
from sourcebook.preserve import KeptFiles
from sourcebook.store import SqliteStore

CODE = """
import pathlib, sys
from sourcebook.pipeline.capture import capture
capture(pathlib.Path(sys.argv[1]), sys.argv[2:], progress=lambda one: print(one.url, flush=True))
"""
FETCH = {"ALLOW_PRIVATE": "1", "DELAY": "0", "TIMEOUT": "5", "RETRY_DELAY": "0"}


@pytest.mark.slow
def test_killed_at_random_instants_nothing_that_was_told_is_lost(tmp_path, monkeypatch):
    told = {f"SOURCEBOOK_FETCH_{name}": value for name, value in FETCH.items()}
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    folder, chance, acknowledged = new(tmp_path / "s"), random.Random(4), set()
    body = "x" * 20_000

    def respond(path, _):
        return LOST if path == "/robots.txt" else answer("200 OK", f"{path} {body}", "Content-Type: text/plain")

    with site(respond, keep_alive=True) as server:
        for turn in range(12):
            urls = [server.url(f"/{turn}/{n}") for n in range(300)]
            process = subprocess.Popen(
                [sys.executable, "-c", CODE, folder, *urls], stdout=subprocess.PIPE, env={**os.environ, **told}
            )
            first = process.stdout.readline() if turn % 2 else b""
            time.sleep(chance.random() * 0.9)
            process.send_signal(signal.SIGKILL)
            said = (first + process.communicate()[0]).decode().splitlines(keepends=True)
            acknowledged |= {line.strip() for line in said if line.endswith("\n")}
        (last,) = capture(folder, [server.url("/last")])
        kept = KeptFiles(folder)
        with SqliteStore(folder).view() as view:
            for url in acknowledged | {last.url}:
                (found,) = view.captures_of(url)
                assert kept.read(found).startswith(url.removeprefix(server.url("")).encode())
    assert len(acknowledged) > 100
    assert not [one for one in kept.after(None) if isinstance(one, Exception)]

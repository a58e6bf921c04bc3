"""Other programs take our WACZ: py-wacz finds it valid, and pywb replays it.

They are installed beside and not with ours, since they need other versions of what we need: `python -m venv replay`,
`replay/bin/pip install wacz pywb`, and `SOURCEBOOK_REPLAY=replay/bin` for this test. Without them it is skipped.
"""

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from tests.pipeline.archives import SAMPLE, new, put
from tests.pipeline.test_web_archives import BODY, exported, warc

from sourcebook.store import SqliteStore

BIN = Path(os.environ.get("SOURCEBOOK_REPLAY") or "missing")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not BIN.is_dir(), reason="no py-wacz and pywb beside ours")]


@pytest.fixture(name="made")
def written(tmp_path):
    folder = new(tmp_path / "archive")
    put(folder, SAMPLE / "BY.txt")
    with SqliteStore(folder).view() as view:
        url = next(one.entry.work.url for one in view.entries("BY") if one.entry.work.url)
    put(folder, warc(tmp_path / "x.warc.gz", ("response", url, "2013-06-13T01:02:03Z", BODY)))
    return exported(folder, tmp_path / "by.wacz", "BY"), url


def test_py_wacz_finds_it_valid(made):
    done = subprocess.run([BIN / "wacz", "validate", "-f", made[0]], capture_output=True, text=True, check=False)
    assert (done.returncode, "the passed WACZ is valid" in done.stdout) == (0, True), done.stdout


def test_pywb_replays_captures_and_saved_pages(made, tmp_path):
    path, url = made
    folder = tmp_path / "pywb"
    folder.mkdir()
    subprocess.run([BIN / "wb-manager", "init", "c"], cwd=folder, check=True, capture_output=True)
    subprocess.run([BIN / "wb-manager", "add", "--unpack-wacz", "c", path], cwd=folder, check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [BIN / "wayback", "-b", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            assert b"words about nothing" in replayed(port, url)
            assert b"Belarus" in replayed(port, "http://saved.invalid/BY.txt")
        finally:
            server.terminate()
    shutil.rmtree(folder)


def replayed(port, url):
    for _ in range(120):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/c/2id_/{url}", timeout=10) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            return error.read()
        except OSError:
            time.sleep(0.5)
    raise AssertionError("pywb did not start")

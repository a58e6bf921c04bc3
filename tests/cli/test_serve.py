import signal
import socket
import subprocess
import sys
import urllib.request
from importlib.util import find_spec

import pytest
from tests.world.archive import WORLD
from tests.world.stored import stored_pages

from sourcebook.cli import serve as serving
from sourcebook.errors import MissingExtra, NotASourcebook, UsageError


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("served")
    return stored_pages(made, WORLD.held).folder


def test_the_archive_is_served_until_it_is_stopped(folder):
    line = [sys.executable, "-m", "sourcebook", "-C", str(folder), "serve", "--port", "0"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            address = process.stdout.readline().strip()
            with urllib.request.urlopen(f"{address}AD/", timeout=10) as answer:
                page = answer.read().decode()
        finally:
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=10)
    assert address.startswith("http://127.0.0.1:")
    assert "<h1>Andorra</h1>" in page
    assert process.returncode == 0
    assert said.endswith("Stopped.\n")
    assert "Traceback" not in said


def test_a_port_that_is_taken_is_said_with_the_next_step(folder):
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="cannot be used") as refused:
        serving.serve_folder(folder, port=taken.getsockname()[1])
    assert "--port" in refused.value.next_step


def test_a_folder_without_a_sourcebook_is_not_served(tmp_path):
    with pytest.raises(NotASourcebook):
        serving.serve_folder(tmp_path, port=0)


def test_the_line_that_installs_the_site_is_named_where_it_is_missing(folder, monkeypatch):
    monkeypatch.setattr(serving, "find_spec", lambda name: None if name == "litestar" else find_spec(name))
    with pytest.raises(MissingExtra, match=r"pip install 'sourcebook\[site\]'"):
        serving.serve_folder(folder, port=0)

"""`sourcebook demo` builds the sample archive, says what is in it, and touches nothing that is not its own."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from sourcebook.store import SqliteStore

START_SECONDS = 60


def run(*arguments, cwd):
    command = [sys.executable, "-m", "sourcebook", "demo", *arguments]
    return subprocess.run(command, cwd=cwd, check=False, capture_output=True, text=True, timeout=START_SECONDS)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    return folder, run("--no-serve", cwd=folder)


@pytest.mark.slow
@pytest.mark.xdist_group("demo")
class TestBuilt:
    def test_it_says_in_five_lines_what_it_found_and_stops(self, built):
        _, done = built
        assert done.returncode == 0, done.stderr
        lines = done.stdout.splitlines()
        assert len(lines) == 5
        countries, entries = map(int, re.match(r"(\d+) countries with (\d+) entries", lines[0]).groups())
        assert countries >= 8
        assert entries >= 70
        assert "0 quotations" in lines[4]

    def test_the_pages_are_in_the_folder_it_names_by_default(self, built):
        folder, _ = built
        with SqliteStore(folder / "sourcebook-demo").view() as view:
            assert {"BY", "UA", "PL", "LT", "LV", "RU"} <= {page.place for page in view.pages()}

    def test_built_again_it_is_the_same(self, built):
        folder, done = built
        again = run("--no-serve", cwd=folder)
        assert (again.returncode, again.stdout) == (0, done.stdout)

    def test_a_taken_port_is_one_sentence_that_names_another(self, built):
        folder, _ = built
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            done = run("--port", str(port), cwd=folder)
        assert done.returncode == 2
        assert re.search(rf"Port {port} cannot be used.*sourcebook demo --port {port + 1}", done.stderr)

    def test_it_serves_the_archive_on_this_machine_and_prints_where(self, built):
        folder, _ = built
        command = [sys.executable, "-m", "sourcebook", "demo", "--port", "0"]
        with subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as served:
            try:
                lines = [served.stdout.readline().strip() for _ in range(6)]
                assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", lines[-1])
                with urllib.request.urlopen(lines[-1] + "BY", timeout=START_SECONDS) as answer:
                    page = answer.read().decode()
                assert "Republic of Belarus" in page
                assert "Borgen Project" in page
            finally:
                os.kill(served.pid, signal.SIGINT)
                served.wait(timeout=START_SECONDS)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ({"letters.txt": "mine"}, "holds other files"),
        ({"sourcebook.toml": 'title = "Mine"\n'}, "holds a sourcebook of its own"),
    ],
)
def test_a_folder_with_anything_else_in_it_is_refused_and_left_alone(tmp_path, made, said):
    for name, text in made.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("--no-serve", "--dir", str(tmp_path), cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "--dir DIR" in done.stderr
    assert {path.name: path.read_text(encoding="utf-8") for path in Path(tmp_path).iterdir()} == made


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "demo").write_text("", encoding="utf-8")
    done = run("--no-serve", "--dir", "demo", cwd=tmp_path)
    assert done.returncode == 2
    assert "This is a file" in done.stderr

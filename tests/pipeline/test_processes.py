"""Processes that add at once take turns, and one that is killed leaves nothing half-written."""

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

import pytest
from tests.pipeline.archives import SAMPLE, new, put, shown

from sourcebook.preserve import KeptFiles

CODE = """
import sys, io
from pathlib import Path
from sourcebook.pipeline.document import add
from sourcebook.pipeline.sources import sources
print("ready", flush=True)
for name in sys.argv[2:]:
    report = add(Path(sys.argv[1]), sources([name], io.BytesIO()), now="2024-05-06T07:08:09Z")
    assert not report.refused and not report.stopped, report
"""
PAGES = sorted(str(path) for path in SAMPLE.glob("*.txt"))


def start(folder, *names):
    process = subprocess.Popen([sys.executable, "-c", CODE, str(folder), *names], stdout=subprocess.PIPE)
    assert process.stdout.readline() == b"ready\n"
    return process


def is_sound(folder):
    connection = sqlite3.connect(folder / "sourcebook.db")
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
        counted = connection.execute("SELECT count(*) FROM states WHERE digest NOT IN (SELECT digest FROM captures)")
        assert counted.fetchone() == (0,)
    finally:
        connection.close()


def test_two_processes_that_add_at_once_both_succeed(tmp_path):
    folder, alone = new(tmp_path / "a"), new(tmp_path / "b")
    both = [start(folder, *PAGES[::2]), start(folder, *PAGES[1::2])]
    for process in both:
        process.communicate(timeout=60)
        assert process.returncode == 0
    put(alone, SAMPLE)
    is_sound(folder)
    assert shown(folder)["pages"] == shown(alone)["pages"]
    assert len(list(KeptFiles(folder).after(None))) == len(PAGES)


@pytest.mark.slow
def test_killed_at_any_instant_the_archive_is_sound_and_adding_again_completes_it(tmp_path):
    clean = new(tmp_path / "clean")
    began = time.monotonic()
    start(clean, *PAGES).communicate(timeout=60)
    took = time.monotonic() - began
    chance = random.Random(7)
    wanted = shown(clean)
    for round_number in range(25):
        folder = new(tmp_path / f"killed{round_number}")
        process = start(folder, *PAGES)
        time.sleep(chance.uniform(0, took * 0.7))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        is_sound(folder)
        put(folder, SAMPLE)
        assert shown(folder) == wanted
        kept = [found[0].digest for found in KeptFiles(folder).after(None)]
        assert len(kept) == len(set(kept)) == len(PAGES)
        shutil.rmtree(folder)

"""A sweep as a whole: the same tables whatever runs it and in whatever order, nothing lost, nothing half done."""

from __future__ import annotations

import os
import shutil
import signal
import threading
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from tests.sweep.archives import OFF_TOPIC, ON_TOPIC, chunked, html, record, response, revisit, warc

from sourcebook.errors import ArchiveBusy, StorageFailed, UsageError
from sourcebook.sweep import local_engine
from sourcebook.sweep.compact import TABLES
from sourcebook.sweep.engine import ATTEMPTS, do
from sourcebook.sweep.folder import Folder
from sourcebook.sweep.local_engine import LocalEngine
from sourcebook.sweep.run import sweep

HERE = LocalEngine(1)
KENYA = html("Kenya: 12 girls were trafficked from Kenya to Oman in 2019, the ministry said.", title="Kenya")
MOLDOVA = html(ON_TOPIC, title="Moldova")


def tables(folder):
    return {name: pq.read_table(folder / f"{name}.parquet").to_pylist() for name in TABLES}


def archives(tmp_path):
    first = warc(
        tmp_path / "a.warc.gz",
        record("warcinfo", b"software: ours\r\n"),
        response("https://example.org/moldova", MOLDOVA),
        response("https://example.org/market", html(OFF_TOPIC)),
        response("https://example.org/moldova", MOLDOVA, date="2016-05-01T00:00:00Z"),
        revisit("https://example.org/moldova", MOLDOVA),
        response("https://example.org/gone", html("no trafficking here"), status="404 Not Found"),
    )
    second = warc(
        tmp_path / "b.warc",
        response("https://example.org/kenya", chunked(KENYA), headers=[("Transfer-Encoding", "chunked")]),
        response("http://www.example.org/moldova#top", html(ON_TOPIC, "More.", title="Moldova")),
        record("conversion", b"A note on forced labour in Ghana: 7 men were identified.", url="https://example.org/t"),
        compressed=False,
    )
    return [str(first), str(second)]


def test_every_record_is_a_work_a_duplicate_or_rejected_for_a_reason(tmp_path):
    swept = sweep(archives(tmp_path), tmp_path / "out", HERE)
    assert swept.records == 9
    assert swept.rows["works"] == 3
    assert swept.duplicates == 3
    assert swept.rejected == {"off_topic": 1, "status": 1, "warcinfo": 1}
    assert swept.errors == ()


def test_each_row_says_where_it_was_read_and_tables_are_sorted_by_country(tmp_path):
    paths = archives(tmp_path)
    sweep(paths, tmp_path / "out", HERE)
    found = tables(tmp_path / "out")
    assert [row["country"] for row in found["works"]] == sorted(row["country"] for row in found["works"])
    kenya = next(row for row in found["figures"] if row["country"] == "KE")
    assert (kenya["number"], kenya["low"], kenya["warc"], kenya["offset"]) == ("12", 12, paths[1], 0)
    assert kenya["digest"].startswith("sha256:")
    assert [(row["origin"], row["destination"]) for row in found["routes"] if row["country"] == "KE"] == [("KE", "OM")]


def test_a_work_met_again_has_every_visit_and_each_passage_once(tmp_path):
    sweep(archives(tmp_path), tmp_path / "out", HERE)
    found = tables(tmp_path / "out")
    moldova = next(row for row in found["works"] if row["country"] == "MD")
    assert [visit["seen"] for visit in moldova["visits"]] == [
        "2015-03-02T10:00:00Z",
        "2015-03-02T10:00:00Z",
        "2016-01-01T00:00:00Z",
        "2016-05-01T00:00:00Z",
    ]
    texts = [row["text"] for row in found["passages"] if row["work"] == moldova["work"]]
    assert texts == [ON_TOPIC]


def test_the_tables_are_the_same_in_any_order_and_with_any_number_of_processes(tmp_path):
    paths = archives(tmp_path)
    sweep(paths, tmp_path / "one", HERE)
    sweep(paths[::-1], tmp_path / "two", LocalEngine(2))
    assert tables(tmp_path / "one") == tables(tmp_path / "two")


def test_what_is_done_is_not_done_again(tmp_path, monkeypatch):
    paths = archives(tmp_path)
    first = sweep(paths[:1], tmp_path / "out", HERE)
    met = []
    monkeypatch.setattr(local_engine, "do", lambda task, job: met.append(task.address) or do(task, job))
    again = sweep(paths, tmp_path / "out", HERE)
    assert met == paths[1:]
    assert again.records == 9 > first.records


def test_what_was_left_half_written_is_never_seen(tmp_path):
    paths = archives(tmp_path)
    left = tmp_path / "out" / "parts" / ".running-abc"
    sweep(paths[:1], tmp_path / "out", HERE)
    left.mkdir()
    (left / "works.parquet").write_bytes(b"PAR1 half")
    sweep(paths, tmp_path / "out", HERE)
    sweep(paths, tmp_path / "whole", HERE)
    assert not left.exists()
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")


def die_once(task, job):
    """Kill the worker the first time that a task is begun."""
    mark = job.folder / f"died-{task.name}"
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return do(task, job)


def die(task, job):
    """Kill the worker whenever a task is begun."""
    del task, job
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.slow
def test_a_worker_that_is_killed_costs_nothing(tmp_path, monkeypatch):
    paths = archives(tmp_path)
    monkeypatch.setattr(local_engine, "_do_alone", die_once)
    swept = sweep(paths, tmp_path / "out", LocalEngine(2))
    monkeypatch.undo()
    sweep(paths, tmp_path / "whole", HERE)
    assert swept.errors == ()
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")


@pytest.mark.slow
def test_a_file_that_kills_its_workers_is_given_up_and_told(tmp_path, monkeypatch):
    monkeypatch.setattr(local_engine, "_do_alone", die)
    swept = sweep(archives(tmp_path)[:1], tmp_path / "out", LocalEngine(2))
    assert [error.what for error in swept.errors] == [f"Its worker was killed {ATTEMPTS} times."]
    assert swept.records == 0


def test_a_stopped_sweep_begins_no_more_and_goes_on_later(tmp_path):
    paths = archives(tmp_path)
    stop = threading.Event()
    first = sweep(paths, tmp_path / "out", HERE, progress=lambda *_: stop.set(), stop=stop)
    assert first.stopped
    assert first.records == 6
    assert sweep(paths, tmp_path / "out", HERE).records == 9


def test_damage_is_told_with_its_place_and_the_rest_is_read(tmp_path):
    path = archives(tmp_path)[0]
    data = Path(path).read_bytes()
    third = [at for at in range(len(data)) if data.startswith(b"\x1f\x8b\x08", at)][2]
    Path(path).write_bytes(data[: third + 30] + bytes(20) + data[third + 50 :])
    swept = sweep([path], tmp_path / "out", HERE)
    (error,) = swept.errors
    assert (error.file, error.offset) == (path, third)
    assert error.skipped_bytes > 50
    assert swept.records == 5
    assert [row["skipped_bytes"] for row in tables(tmp_path / "out")["errors"]] == [error.skipped_bytes]


def test_a_wacz_and_a_folder_are_swept_for_the_files_in_them(tmp_path):
    inside = tmp_path / "in"
    inside.mkdir()
    first, second = archives(tmp_path)
    with zipfile.ZipFile(inside / "a.wacz", "w") as packed:
        packed.write(first, "archive/a.warc.gz")
        packed.writestr("datapackage.json", "{}")
    shutil.copy(second, inside / "b.warc")
    swept = sweep([str(inside)], tmp_path / "out", HERE)
    assert swept.records == 9
    assert {row["warc"] for row in tables(tmp_path / "out")["works"]} == {
        f"{inside / 'a.wacz'}!/archive/a.warc.gz",
        str(inside / "b.warc"),
    }


@pytest.mark.parametrize("name", ["nothing-here.warc.gz", "*.warc.gz", "nosuch://bucket/a.warc.gz"])
def test_what_is_not_there_is_told_and_the_rest_is_swept(tmp_path, name):
    named = name if "://" in name else str(tmp_path / "none" / name)
    swept = sweep([named, *archives(tmp_path)], tmp_path / "out", HERE)
    assert [error.file for error in swept.errors] == [named]
    assert swept.records == 9


def test_a_file_named_twice_is_swept_once(tmp_path):
    paths = archives(tmp_path)
    assert sweep([*paths, *paths], tmp_path / "out", HERE).records == 9


def test_two_sweeps_into_one_folder_are_kept_apart(tmp_path):
    paths = archives(tmp_path)
    sweep(paths, tmp_path / "out", HERE)
    with Folder(tmp_path / "out").locked(), pytest.raises(ArchiveBusy, match="Another sweep"):
        sweep(paths, tmp_path / "out", HERE)


def test_a_folder_of_other_files_or_of_another_topic_is_refused(tmp_path):
    paths = archives(tmp_path)
    with pytest.raises(UsageError, match="other files"):
        sweep(paths, tmp_path, HERE)
    sweep(paths, tmp_path / "out", HERE)
    with pytest.raises(UsageError, match="topic"):
        sweep(paths, tmp_path / "out", HERE, topic="torture")


def test_a_full_disk_is_said_and_what_was_there_stays(tmp_path, small_disk):
    paths = archives(tmp_path)
    out = small_disk / "out"
    sweep(paths[:1], out, HERE)
    before = tables(out)
    (small_disk / "filler").write_bytes(bytes(os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize))
    with pytest.raises(StorageFailed):
        sweep(paths, out, HERE)
    assert tables(out) == before
    (small_disk / "filler").unlink()
    assert sweep(paths, out, HERE).records == 9

"""A file goes in whole, its bytes and its page, or not at all."""

import errno
import io
import os
import shutil
import subprocess

import pytest
from tests.pipeline.archives import NOW, SAMPLE, new, put, shown

from sourcebook.errors import NotASourcebook, StorageFailed
from sourcebook.pipeline import document as flow
from sourcebook.pipeline.restore import restore
from sourcebook.pipeline.sources import sources
from sourcebook.preserve import Deposit, KeptFiles
from sourcebook.settings import CONFIG_NAME
from sourcebook.store import SqliteStore
from sourcebook.store.evidence import EvidenceWriter
from sourcebook.store.writer import SqliteWriter

BELARUS = SAMPLE / "BY.txt"


@pytest.fixture(name="folder")
def made(tmp_path):
    return new(tmp_path / "archive")


@pytest.fixture(scope="module", name="whole")
def added(tmp_path_factory):
    folder = new(tmp_path_factory.mktemp("whole") / "archive")
    assert put(folder, SAMPLE).refused == 0
    return folder


def statuses(report):
    return [outcome.status for outcome in report.outcomes]


def test_a_page_goes_in_with_its_bytes(folder):
    report = put(folder, BELARUS)
    assert [(o.status, o.place, o.topic) for o in report.outcomes] == [("added", "BY", None)]
    with SqliteStore(folder).view() as view:
        (row,) = view.pages()
        assert (row.entries, row.passages) == (report.outcomes[0].entries, report.outcomes[0].passages)
        (capture,) = view.captures(row.digest)
    assert KeptFiles(folder).read(capture) == BELARUS.read_bytes()
    assert (capture.time, capture.url, capture.media_type) == (NOW, "file:///BY.txt", "text/plain")


def test_adding_again_changes_nothing(folder):
    put(folder, BELARUS)
    before, size = shown(folder), kept_size(folder)
    assert statuses(put(folder, BELARUS)) == ["there"]
    assert (shown(folder), kept_size(folder)) == (before, size)


def test_the_same_bytes_under_another_name_are_there_already(folder, tmp_path):
    put(folder, BELARUS)
    (tmp_path / "copy.txt").write_bytes(BELARUS.read_bytes())
    assert statuses(put(folder, tmp_path / "copy.txt")) == ["there"]


def test_another_state_of_a_page_is_shown_and_the_bytes_before_it_stay(folder):
    put(folder, BELARUS)
    with SqliteStore(folder).view() as view:
        first = view.pages()[0].digest
    report = put(folder, "-", stdin=BELARUS.read_bytes() + b"\n")
    assert statuses(report) == ["updated"]
    with SqliteStore(folder).view() as view:
        assert view.pages()[0].digest != first
        assert KeptFiles(folder).read(view.captures(first)[0]) == BELARUS.read_bytes()


def test_a_folder_is_read_in_order_without_hidden_files(folder, tmp_path):
    for name in ("b/BY.txt", "a/PL.txt", ".hidden.txt", ".git/LV.txt"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes((SAMPLE / name[-6:]).read_bytes() if name[0] != "." else b"x")
    report = put(folder, tmp_path / "in")
    assert [(o.place, o.status) for o in report.outcomes] == [("PL", "added"), ("BY", "added")]


def test_a_dry_run_reads_and_changes_nothing(folder):
    before = shown(folder)
    assert statuses(put(folder, BELARUS, dry_run=True)) == ["readable"]
    assert (shown(folder), kept_size(folder)) == (before, 0)


def test_a_page_that_names_no_country_goes_in_when_it_is_told(folder):
    text = BELARUS.read_text(encoding="utf-8")
    for name in ("Belarus", "BELARUS", "Belarusian", "Minsk", "[BY]"):
        text = text.replace(name, "Zembla")
    report = put(folder, "-", stdin=text.encode())
    assert "--place" in report.outcomes[0].reason
    told = put(folder, "-", stdin=text.encode(), place="BY")
    assert [(o.status, o.place) for o in told.outcomes] == [("added", "BY")]
    before = shown(folder)
    restore(folder)
    assert shown(folder) == before


BAD = {
    "an empty file": (b"", "empty"),
    "white space": (b" \n\t", "empty"),
    "a binary": (bytes(range(256)) * 50, "standard input"),
    "a zip file": (b"PK\x03\x04" + bytes(2000), "standard input"),
    "a gzip file": (b"\x1f\x8b\x08" + bytes(2000), "standard input"),
    "a page with no entry": (b"Belarus\n\nA country in Eastern Europe, on a page that cites nothing.\n", "No entry"),
    "no page at all": (b"Some words that name no country.\n", "No country"),
    "markup without end": (b"<div>" * 100_000, ""),
}


@pytest.mark.parametrize(("data", "says"), BAD.values(), ids=BAD)
def test_a_bad_file_is_refused_in_one_sentence_and_the_others_go_on(folder, data, says):
    report = put(folder, SAMPLE / "PL.txt", "-", BELARUS, stdin=data)
    assert statuses(report) == ["added", "refused", "added"]
    assert says in report.outcomes[1].reason
    assert "\n" not in report.outcomes[1].reason
    with SqliteStore(folder).view() as view:
        assert [row.place for row in view.pages()] == ["BY", "PL"]
    assert len(list(KeptFiles(folder).after(None))) == 2


def test_a_bomb_named_html_is_refused(folder, tmp_path):
    bomb = tmp_path / "bomb.html"
    bomb.write_bytes(b"PK\x03\x04" + b"\0" * 5000)
    assert statuses(put(folder, bomb)) == ["refused"]


def test_a_file_past_the_limit_is_refused_without_being_read(folder, tmp_path):
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(200_000_000)
    report = put(folder, large)
    assert "200,000,000 bytes" in report.outcomes[0].reason
    assert "max_file_bytes" in report.outcomes[0].reason


def test_standard_input_past_the_limit_is_read_no_further(folder):
    (folder / CONFIG_NAME).write_text("[limits]\nmax_file_bytes = 1000\n")
    endless = io.BytesIO(b"x" * 100_000)
    report = flow.add(folder, list(sources(["-"], endless)), now=NOW)
    assert "more than 1,000 bytes" in report.outcomes[0].reason


@pytest.mark.parametrize("name", ["missing.txt", "pipe"])
def test_what_is_no_file_is_refused(folder, tmp_path, name):
    if name == "pipe":
        os.mkfifo(tmp_path / name)
    report = put(folder, tmp_path / name)
    assert statuses(report) == ["refused"]
    assert name in report.outcomes[0].reason


@pytest.mark.parametrize("odd", [b"\xff\xfe\x80", b"\0"])
def test_invalid_bytes_and_nul_are_read_and_reported(folder, odd):
    data = BELARUS.read_bytes().replace(b"women", b"wom" + odd + b"en", 1)
    report = put(folder, "-", stdin=data)
    assert statuses(report) == ["added"]
    assert report.outcomes[0].problems


def test_a_page_with_script_in_its_title_is_kept_as_text(folder):
    title = BELARUS.read_bytes()
    lines = title.decode().splitlines()
    marked = next(line for line in lines if line.startswith("***"))
    at = lines.index(marked)
    lines[at + 2 if not lines[at + 1].strip() else at + 1] = "<script>alert(1)</script>"
    report = put(folder, "-", stdin="\n".join(lines).encode())
    assert statuses(report) == ["added"]
    with SqliteStore(folder).view() as view:
        assert any("<script>" in entry.work.title for entry in view.page("BY").entries)


def test_where_there_is_no_sourcebook_nothing_is_tried(tmp_path):
    with pytest.raises(NotASourcebook, match="no sourcebook"):
        put(tmp_path, BELARUS)


def test_a_full_disk_stops_and_leaves_neither_bytes_nor_page(folder, monkeypatch):
    put(folder, SAMPLE / "PL.txt")
    before, size = shown(folder), kept_size(folder)

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        report = put(folder, BELARUS, SAMPLE / "LV.txt")
    assert report.outcomes == ()
    assert "disk is full" in report.stopped
    assert (shown(folder), kept_size(folder)) == (before, size)
    assert statuses(put(folder, BELARUS)) == ["added"]


def test_on_a_really_full_disk_what_went_in_stays_and_what_did_not_leaves_nothing(small_disk):
    folder = new(small_disk / "archive")
    report = put(folder, SAMPLE)
    assert "disk is full" in report.stopped
    with SqliteStore(folder).view() as view:
        held = {row.place for row in view.pages()}
        assert held == {outcome.place for outcome in report.outcomes}
        digests = {row.digest for row in view.pages()}
    assert {found[0].digest for found in KeptFiles(folder).after(None)} == digests


def test_a_disk_that_fills_while_figures_are_compared_loses_nothing_and_says_what_is_left(folder, monkeypatch):
    def full(*_):
        raise StorageFailed("The disk is full; nothing was changed.")

    with monkeypatch.context() as patch:
        patch.setattr(EvidenceWriter, "replace", full)
        report = put(folder, BELARUS)
    assert statuses(report) == ["added"]
    assert "disk is full" in report.stopped
    assert "next `sourcebook add` compares" in report.stopped
    put(folder, BELARUS)
    fresh = new(folder.parent / "fresh")
    put(fresh, BELARUS)
    assert shown(folder) == shown(fresh)


def test_a_read_only_disk_stops_and_can_still_be_searched(small_disk):
    folder = new(small_disk / "archive")
    assert statuses(put(folder, BELARUS)) == ["added"]
    before = shown(folder)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    report = put(folder, SAMPLE / "PL.txt")
    assert "may not be written" in report.stopped
    assert shown(folder) == before


def test_a_commit_that_fails_takes_the_kept_bytes_back(folder, monkeypatch):
    before = shown(folder)

    def fail(*_):
        raise StorageFailed("The disk is full; nothing was changed.")

    with monkeypatch.context() as patch:
        patch.setattr(SqliteWriter, "put_capture", fail)
        report = put(folder, BELARUS)
    assert "disk is full" in report.stopped
    assert list(KeptFiles(folder).after(None)) == []
    assert shown(folder) == before


def test_bytes_kept_but_not_noted_are_read_in_by_the_next_run(folder, whole):
    for path in sorted(SAMPLE.glob("*.txt"))[:-1]:
        put(folder, path)
    last = max(SAMPLE.glob("*.txt"))
    KeptFiles(folder).append(Deposit(data=last.read_bytes(), name=last.name, time=NOW, media_type="text/plain"))
    assert statuses(put(folder, last)) == ["there"]
    assert shown(folder) == shown(whole)


def test_the_database_can_be_made_again_from_the_captures(whole, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(whole, copy)
    (copy / "sourcebook.db").write_bytes(b"spoiled")
    assert restore(copy) == ()
    assert shown(copy) == shown(whole)
    assert (copy / "sourcebook.db.before").read_bytes() == b"spoiled"
    assert not (copy / "sourcebook.db.new").exists()


def test_a_damaged_record_is_named_and_the_others_are_made_again(whole, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(whole, copy)
    warc = copy / "captures" / "sourcebook-00001.warc.gz"
    with SqliteStore(whole).view() as view:
        capture = view.captures(view.pages()[3].digest)[0]
    data = bytearray(warc.read_bytes())
    data[capture.offset + capture.length // 2] ^= 0xFF
    warc.write_bytes(data)
    (refused,) = restore(copy)
    assert str(capture.offset) in str(refused)
    with SqliteStore(copy).view() as view:
        assert len(view.pages()) == len(list(SAMPLE.glob("*.txt"))) - 1


def kept_size(folder):
    return sum(path.stat().st_size for path in (folder / "captures").iterdir())

"""Whatever happens to the kept files shows, with its place and what stands on it, and nothing else is said."""

import gzip
import random
import shutil

import pytest
from tests.pipeline.archives import SAMPLE, new, put
from tests.pipeline.planting import WAYS, Archive, judge, make

from sourcebook.pipeline.verify import verify
from sourcebook.preserve import Deposit, KeptFiles
from sourcebook.store import SqliteStore

PLANTED = 3


@pytest.fixture(scope="module", name="sound")
def made(tmp_path_factory):
    return make(tmp_path_factory.mktemp("kept") / "archive", deposits=24, days=4)


@pytest.fixture(name="copy")
def copied(sound, tmp_path):
    return shutil.copytree(sound, tmp_path / "copy")


def warcs(folder):
    return sorted((folder / "captures").glob("*.warc.gz"))


def kinds(report):
    return [finding.kind for finding in report.faults]


def test_a_sound_sourcebook_has_no_finding(sound):
    report = verify(sound)
    assert (report.findings, report.files, report.days) == ((), len(warcs(sound)), 4)
    assert report.records == 24 + report.files
    assert report.bytes == sum(path.stat().st_size for path in warcs(sound))


@pytest.mark.parametrize("way", dict.fromkeys(WAYS), ids=lambda way: way.__name__)
@pytest.mark.parametrize("seed", range(PLANTED))
def test_a_planted_fault_is_found_and_none_is_invented(sound, tmp_path, way, seed):
    folder = shutil.copytree(sound, tmp_path / "copy")
    planted = way(Archive(folder, random.Random(seed)))
    found, invented = judge(planted, verify(folder))
    assert found, planted.what
    assert invented == [], planted.what


def test_a_record_that_is_not_the_one_noted_is_held_to_its_own_digests_too(copy):
    link = Archive(copy, random.Random(0)).links[3]
    path = copy / "captures" / link.file
    data = path.read_bytes()
    member = gzip.decompress(data[link.offset : link.offset + link.length])
    changed = gzip.compress(member.replace(b"women", b"womex", 1))
    path.write_bytes(data[: link.offset] + changed + data[link.offset + link.length :])
    assert {"altered", "wrong"} <= set(kinds(verify(copy)))


def test_what_stands_on_a_damaged_capture_is_named(tmp_path):
    folder = new(tmp_path / "archive")
    put(folder, SAMPLE / "BY.txt", SAMPLE / "PL.txt")
    with SqliteStore(folder).view() as view:
        capture = view.captures(view.pages()[1].digest)[0]
        entries = view.pages()[1].entries
    (path,) = warcs(folder)
    data = bytearray(path.read_bytes())
    data[capture.offset + capture.length // 2] ^= 1
    path.write_bytes(data)
    (finding,) = verify(folder).findings
    assert (finding.kind, finding.offset, finding.captures) == ("damaged", capture.offset, (capture,))
    assert [(stand.place, stand.entries) for stand in finding.stands] == [("PL", entries)]


def test_a_torn_end_that_was_never_noted_does_no_harm_and_is_named(copy):
    path = warcs(copy)[-1]
    whole = path.stat().st_size
    KeptFiles(copy).append(Deposit(data=b"one more" * 50, name="x.txt", time="2024-05-09T00:00:00Z"))
    KeptFiles(copy).chain.take_back(path.name, whole)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - 5)
    report = verify(copy)
    assert report.sound
    assert [(finding.kind, finding.offset) for finding in report.findings] == [("torn", whole)]


def test_a_whole_record_that_was_never_noted_is_taken_in_by_the_next_writer(tmp_path):
    folder = new(tmp_path / "archive")
    put(folder, SAMPLE / "BY.txt")
    kept = KeptFiles(folder)
    data = (SAMPLE / "PL.txt").read_bytes()
    capture = kept.append(Deposit(data=data, name="PL.txt", time="2024-05-09T00:00:00Z", media_type="text/plain"))
    assert [finding.kind for finding in verify(folder).findings] == ["index"]
    kept.chain.take_back(capture.warc, capture.offset)
    report = verify(folder)
    assert report.sound
    assert [finding.kind for finding in report.findings] == ["unnoted"]
    put(folder, SAMPLE / "LV.txt")
    assert verify(folder).findings == ()
    with SqliteStore(folder).view() as view:
        assert [row.place for row in view.pages()] == ["BY", "LV", "PL"]


def test_a_head_that_was_noted_once_holds_for_ever(copy):
    kept = KeptFiles(copy)
    before = verify(copy).head
    kept.append(Deposit(data=b"more", name="x.txt", time="2024-05-04T23:00:00Z"))
    kept.append(Deposit(data=b"more", name="y.txt", time="2024-06-01T00:00:00Z"))
    assert verify(copy, expected_head=before).sound
    report = verify(copy, expected_head="sha256:" + "0" * 64)
    assert kinds(report) == ["chain"]


def test_taking_back_the_last_days_with_their_records_shows_only_against_a_head_noted_elsewhere(sound, tmp_path):
    folder = shutil.copytree(sound, tmp_path / "copy")
    head = verify(folder).head
    last = Archive(folder, random.Random(0)).days[-1]
    start = next(
        link for link in Archive(folder, random.Random(0)).links if link.offset and link.file == warcs(folder)[-1].name
    )
    last.unlink()
    with warcs(folder)[-1].open("r+b") as file:
        file.truncate(start.offset)
    assert "chain" in kinds(verify(folder, expected_head=head))


def test_a_clock_that_goes_back_adds_to_the_last_day(copy):
    days = len(Archive(copy, random.Random(0)).days)
    KeptFiles(copy).append(Deposit(data=b"early", name="x.txt", time="1999-01-01T00:00:00Z"))
    assert len(Archive(copy, random.Random(0)).days) == days
    assert verify(copy).sound


def test_an_empty_sourcebook_is_sound(tmp_path):
    report = verify(new(tmp_path / "archive"))
    assert (report.findings, report.head, report.records) == ((), None, 0)

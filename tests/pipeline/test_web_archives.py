"""What others captured comes in with its bytes, dates and addresses, once, and goes out as WACZ the same."""

import base64
import gzip
import hashlib
import json
import uuid
import zipfile

import pytest
from tests.pipeline.archives import NOW, SAMPLE, new, put, shown
from tests.pipeline.test_rebuild import LATER, works
from tests.pipeline.test_verify_files import SHARED

from sourcebook.errors import NotFound
from sourcebook.model.withdrawal import Withdrawal
from sourcebook.pipeline.restore import restore
from sourcebook.pipeline.verify import verify
from sourcebook.pipeline.verify_files import verify_files
from sourcebook.pipeline.withdraw import withdraw
from sourcebook.preserve import KeptFiles
from sourcebook.publish.export import wacz
from sourcebook.settings import load
from sourcebook.store import SqliteStore

BODY = b"<html><title>News</title><p>Some words about nothing.</p></html>"
URL = "http://news.example/a?b=1"


@pytest.fixture(name="folder")
def made(tmp_path):
    return new(tmp_path / "archive")


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
ASKED = b"GET / HTTP/1.1\r\nHost: news.example\r\n\r\n"


def sha1(data):
    return f"sha1:{base64.b32encode(hashlib.sha1(data).digest()).decode()}"


def record(kind, url, date, block, **more):
    """Return a WARC record as another program writes it, with SHA-1 in base 32."""
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, kind + url + date)}>",
        "WARC-Target-URI": url,
        "WARC-Date": date,
        "WARC-Block-Digest": sha1(block),
        "Content-Type": "text/plain" if kind == "resource" else "application/http",
        "Content-Length": len(block),
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    lines = [b"WARC/1.0", *(f"{name}: {value}".encode() for name, value in fields.items())]
    return b"\r\n".join(lines) + b"\r\n\r\n" + block + b"\r\n\r\n"


def warc(path, *records, packed=True):
    """Write a WARC file of records (type, url, date, body), each response and revisit with its request after it."""
    pack = (lambda data: gzip.compress(data, mtime=0)) if packed else bytes
    with path.open("wb") as file:
        for kind, url, date, body in records:
            if kind == "resource":
                file.write(pack(record(kind, url, date, body)))
                continue
            block = HEAD if kind == "revisit" else HEAD + body
            file.write(pack(record(kind, url, date, block, WARC_Payload_Digest=sha1(body))))
            answer_id = f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, kind + url + date)}>"
            file.write(pack(record("request", url, date, ASKED, WARC_Concurrent_To=answer_id)))
    return path


def captures(folder):
    with SqliteStore(folder).view() as view:
        return [one for file in view.capture_files() for one in view.captures_in(file)]


def statuses(report):
    return [outcome.status for outcome in report.outcomes]


@pytest.mark.parametrize("packed", [True, False])
def test_captures_come_in_with_their_bytes_dates_and_addresses(folder, tmp_path, packed):
    path = warc(tmp_path / "x.warc", ("response", URL, "2013-06-13T01:02:03Z", BODY), packed=packed)
    report = put(folder, path)
    assert statuses(report) == ["added"]
    assert "1 captures added" in report.outcomes[0].reason
    (capture,) = captures(folder)
    assert (capture.url, capture.time, capture.media_type) == (URL, "2013-06-13T01:02:03Z", "text/html")
    assert KeptFiles(folder).read(capture) == BODY
    report = verify(folder)
    assert (report.findings, report.records, report.days) == ((), 3, 1)


def test_the_same_archive_again_adds_nothing_and_the_database_can_be_made_again(folder, tmp_path):
    path = warc(
        tmp_path / "x.warc.gz",
        ("response", URL, "2013-06-13T01:02:03Z", BODY),
        ("resource", "http://news.example/b.txt", "2013-06-14T00:00:00Z", b"plain words"),
    )
    put(folder, path)
    before = captures(folder), shown(folder)
    assert statuses(put(folder, path)) == ["there"]
    assert (captures(folder), shown(folder)) == before
    assert restore(folder) == ()
    assert (captures(folder), shown(folder)) == before


def test_a_country_page_in_an_archive_is_read_and_other_pages_are_only_kept(folder, tmp_path):
    page = (SAMPLE / "BY.txt").read_bytes()
    path = warc(
        tmp_path / "x.warc.gz",
        ("response", URL, "2013-06-13T01:02:03Z", BODY),
        ("resource", "http://pages.example/belarus.txt", "2013-06-14T00:00:00Z", page),
    )
    report = put(folder, path)
    assert "1 country pages read" in report.outcomes[0].reason
    with SqliteStore(folder).view() as view:
        assert [row.place for row in view.pages()] == ["BY"]
    before = shown(folder)
    assert restore(folder) == ()
    assert shown(folder) == before


def test_a_revisit_comes_in_as_one_and_stands_for_the_bytes_that_it_repeats(folder, tmp_path):
    first = ("response", URL, "2013-06-13T01:02:03Z", BODY)
    again = ("revisit", URL, "2014-01-01T00:00:00Z", BODY)
    put(folder, warc(tmp_path / "x.warc.gz", first, again, ("revisit", f"{URL}0", "2014-01-01T00:00:00Z", b"other")))
    one, two = captures(folder)
    assert (one.digest, two.time) == (two.digest, "2014-01-01T00:00:00Z")
    assert two.length < one.length + 400
    (outcome,) = put(folder, tmp_path / "x.warc.gz").outcomes
    assert "2 were there already" in outcome.reason
    assert "what it repeats is not here" in outcome.problems[0]
    assert verify(folder).findings == ()


def test_a_damaged_record_is_left_out_and_told_and_the_others_come_in(folder, tmp_path):
    path = warc(
        tmp_path / "x.warc.gz",
        *(("response", f"{URL}{number}", "2013-06-13T01:02:03Z", BODY * 9) for number in range(3)),
    )
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)
    (outcome,) = put(folder, path).outcomes
    assert outcome.status == "added"
    assert "x.warc.gz, byte" in outcome.problems[0]
    assert verify(folder).findings == ()


@pytest.mark.parametrize(
    "data", [gzip.compress(b"WARC/1.0\r\n\r\n", mtime=0), gzip.compress(b"filedesc://x", mtime=0), b"WARC/1.0 cut"]
)
def test_an_archive_of_which_nothing_can_be_kept_is_refused(folder, tmp_path, data):
    (tmp_path / "x.warc.gz").write_bytes(data)
    (outcome,) = put(folder, tmp_path / "x.warc.gz").outcomes
    assert outcome.status == "refused"
    assert "Nothing in this web archive" in outcome.reason
    assert captures(folder) == []


@pytest.mark.parametrize("name", ["warc/pywb/iana.warc.gz", "warc/pywb/dupes.warc.gz", "warc/warcio/post-test.warc.gz"])
def test_archives_of_other_programs_come_in_sound(folder, name):
    if not (SHARED / name).exists():
        pytest.skip("the files of other programs are not here")
    assert statuses(put(folder, SHARED / name)) == ["added"]
    assert verify(folder).findings == ()


def exported(folder, target, place=None):
    with SqliteStore(folder).view() as view:
        wacz.write(view, folder, target, load(folder), now=NOW, place=place)
    return target


@pytest.fixture(name="full")
def filled(folder, tmp_path):
    put(folder, SAMPLE / "BY.txt", SAMPLE / "PL.txt")
    with SqliteStore(folder).view() as view:
        work = next(one.entry.work for one in view.entries("BY") if one.entry.work.url)
    put(folder, warc(tmp_path / "x.warc.gz", ("response", work.url, "2013-06-13T01:02:03Z", BODY)))
    put(folder, warc(tmp_path / "y.warc.gz", ("response", URL, "2013-06-13T01:02:03Z", BODY + b"more")))
    return folder


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_wacz_is_as_it_says_and_comes_back_in(full, tmp_path):
    whole = exported(full, tmp_path / "all.wacz")
    report = verify_files([whole])
    assert (report.findings, report.records) == ((), 7)
    again = new(tmp_path / "again")
    (outcome,) = put(again, whole).outcomes
    assert "4 captures added" in outcome.reason
    assert "2 country pages read" in outcome.reason
    assert shown(again)["pages"] == shown(full)["pages"]


def test_a_wacz_of_one_country_holds_what_stands_behind_its_pages(full, tmp_path):
    made = parts(exported(full, tmp_path / "by.wacz", "BY"))
    index = gzip.decompress(made["indexes/index.cdx.gz"]).decode().splitlines()
    assert len(index) == 2
    assert index == sorted(index)
    pages = made["pages/pages.jsonl"].decode().splitlines()
    assert len(pages) == 3
    assert '"url": "http://saved.invalid/BY.txt"' in pages[1]
    with pytest.raises(NotFound):
        exported(full, tmp_path / "fr.wacz", "FR")


def test_the_index_of_a_wacz_points_to_whole_records(full, tmp_path):
    made = parts(exported(full, tmp_path / "all.wacz"))
    for line in gzip.decompress(made["indexes/index.cdx.gz"]).decode().splitlines():
        said = json.loads(line.split(" ", 2)[2])
        start = int(said["offset"])
        record = gzip.decompress(made["archive/captures.warc.gz"][start : start + int(said["length"])])
        assert f"WARC-Target-URI: {said['url']}\r\n".encode() in record
        assert said["digest"].encode() in record


def test_what_was_withdrawn_does_not_leave_in_a_wacz(full, tmp_path):
    withdraw(full, Withdrawal(target=works(full)[0], what="work", why="A person is named.", at=LATER))
    made = parts(exported(full, tmp_path / "all.wacz"))
    assert b"BY.txt" not in made["pages/pages.jsonl"]
    assert len(gzip.decompress(made["indexes/index.cdx.gz"]).splitlines()) < 4

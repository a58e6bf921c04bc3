"""WARC and WACZ files by themselves: damaged ones that others made get true reports, and sound ones none."""

import gzip
import hashlib
import json
import os
import zipfile
from pathlib import Path

import pytest

from sourcebook.pipeline.verify_files import verify_files

SHARED = Path(os.environ.get("SOURCEBOOK_SHARED", Path(__file__).parents[3] / "shared")) / "data"
RECORD = (
    b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://a.example/\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
    b"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nword\r\n\r\n"
)

DAMAGED = {
    "warc/warcio/example-bad.warc.gz.bad": ["more than one record"],
    "warc/warcio/example-bad-non-chunked.warc.gz": ["more than one record"],
    "warc/warcio/example-trunc.warc": ["does not end where", "block has the digest", "payload has the digest"],
    "warc/warcio/example-wrong-chunks.warc.gz": ["block has 343 bytes", "no WARC record", "no WARC record"],
    "warc/warcio/example-digest.warc": ["payload has the digest"],
    "warc/warcio/bad.arc": ["an ARC file"],
    "warc/warcio/example.arc.gz": ["an ARC file"],
    "warc/pywb/missing-status-text.warc": ["no whole head"],
    "warc/pywb/example-url-agnostic-orig.warc.gz": ["line ends"],
    "wacz/pywb_invalid_example_1.wacz": ["listed and not there", "not listed", "pages is missing", "no WARC file"],
}
SOUND = {
    "warc/pywb/iana.warc.gz": 343,
    "warc/pywb/dupes.warc.gz": 25,
    "warc/warcio/example.warc": 6,
    "warc/warcio/example.warc.gz": 6,
    "warc/warcio/example-iana.org-chunked.warc": 3,
    "warc/warcio/post-test.warc.gz": 6,
    "warc/whirlwind/whirlwind.warc": 4,
    "warc/whirlwind/whirlwind.warc.wet.gz": 2,
    "wacz/pywb_valid_example_1.wacz": 4,
}


def shared(name):
    path = SHARED / name
    if not path.exists():
        pytest.skip("the files of other programs are not here")
    return path


def said(path):
    return [finding.what for finding in verify_files([path]).faults]


@pytest.mark.parametrize("name", DAMAGED)
def test_a_damaged_file_of_another_program_gets_a_true_report(name):
    found = said(shared(name))
    assert len(found) == len(DAMAGED[name]), found
    assert all(word in sentence for word, sentence in zip(DAMAGED[name], found, strict=True)), found


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_file_of_another_program_has_no_fault(name):
    report = verify_files([shared(name)])
    assert report.faults == ()
    assert report.records == SOUND[name]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("cut", range(1, len(RECORD), 23))
def test_a_file_cut_off_anywhere_is_told_whatever_other_readers_say(tmp_path, packed, cut):
    pack = gzip.compress if packed else bytes
    path = tmp_path / "x.warc"
    data = pack(RECORD)
    path.write_bytes((data + data)[: len(data) + (cut % len(data) or 1)])
    assert len(said(path)) >= 1
    path.write_bytes(data + data)
    report = verify_files([path])
    assert (report.findings, report.records) == ((), 2)


@pytest.mark.parametrize("data", [b"", b"\0" * 100, b"no archive at all", b"\x1f\x8b\x08" + b"\xff" * 50])
def test_what_is_no_archive_is_told(tmp_path, data):
    path = tmp_path / "x.warc.gz"
    path.write_bytes(data)
    assert said(path)


def wacz(path, **changed):
    parts = {"archive/a.warc.gz": gzip.compress(RECORD), "pages/pages.jsonl": b"{}\n"}
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()}
    listed = [{"path": name, "hash": f"sha256:{digests[name]}", "bytes": len(data)} for name, data in parts.items()]
    parts |= {name.replace("__", "/"): data for name, data in changed.items()}
    with zipfile.ZipFile(path, "w") as out:
        for name, data in parts.items():
            out.writestr(name, data)
        out.writestr("datapackage.json", json.dumps({"resources": listed}))
    return path


def test_a_wacz_is_held_to_its_list_of_parts(tmp_path):
    assert said(wacz(tmp_path / "sound.wacz")) == []
    assert "says" in said(wacz(tmp_path / "a.wacz", pages__pages=b"{}\n", **{"pages/pages.jsonl": b"[]\n"}))[0]
    assert "not listed" in said(wacz(tmp_path / "b.wacz", extra=b"x"))[0]
    torn = tmp_path / "c.wacz"
    torn.write_bytes(wacz(tmp_path / "d.wacz").read_bytes()[:-30])
    assert "zip file cannot be read" in said(torn)[0]

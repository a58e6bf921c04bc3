"""Records of WARC files, sound and damaged."""

from __future__ import annotations

import gzip
import itertools
import random
import re

import pytest
from tests.sweep.archives import OFF_TOPIC, ON_TOPIC, html, record, response, warc

from sourcebook.sweep.records import Record, Skipped, records


def pages(count):
    return [response(f"https://example.org/{at}", html(ON_TOPIC, f"{OFF_TOPIC} {at * 7919}")) for at in range(count)]


def key(record):
    return record.kind, record.fields["warc-record-id"], record.block


def read(path, *span):
    got = list(records(path, *span))
    return [one for one in got if isinstance(one, Record)], [one for one in got if isinstance(one, Skipped)]


@pytest.mark.parametrize("compressed", [True, False])
def test_every_record_of_a_sound_file_is_read_where_it_lies(tmp_path, compressed):
    path = warc(tmp_path / "a.warc", record("warcinfo", b"software: ours\r\n"), *pages(5), compressed=compressed)
    found, skipped = read(path)
    assert [record.kind for record in found] == ["warcinfo", *["response"] * 5]
    assert skipped == []
    data = path.read_bytes()
    start = b"\x1f\x8b" if compressed else b"WARC/1"
    assert all(data[record.offset :].startswith(start) for record in found)


@pytest.mark.parametrize("compressed", [True, False])
@pytest.mark.parametrize("parts", [2, 3, 7])
def test_ranges_of_a_file_give_each_record_once(tmp_path, compressed, parts):
    path = warc(tmp_path / "a.warc", *pages(9), compressed=compressed)
    size = path.stat().st_size
    edges = [size * at // parts for at in range(parts)] + [size]
    found = [one for start, end in itertools.pairwise(edges) for one in read(path, start, end)[0]]
    assert [key(one) for one in found] == [key(one) for one in read(path)[0]]


DAMAGE = {
    "a flipped bit": lambda data, at: data[:at] + bytes([data[at] ^ 16]) + data[at + 1 :],
    "zeros": lambda data, at: data[:at] + bytes(60) + data[at + 60 :],
    "bytes that are none": lambda data, at: data[:at] + random.Random(at).randbytes(50) + data[at:],
    "bytes that are gone": lambda data, at: data[:at] + data[at + 40 :],
}


@pytest.mark.parametrize("how", DAMAGE)
def test_damage_in_a_compressed_file_costs_the_records_it_is_in_and_is_told(tmp_path, how):
    path = warc(tmp_path / "a.warc.gz", *pages(12))
    whole = {key(record) for record in read(path)[0]}
    data = path.read_bytes()
    for at in range(40, len(data) - 60, len(data) // 37):
        path.write_bytes(DAMAGE[how](data, at))
        found, skipped = read(path)
        assert {key(record) for record in found} <= whole
        lost = len(whole) - len(found)
        assert lost <= 2
        assert skipped or not lost


def test_a_file_cut_off_tells_where_and_keeps_what_stands_before(tmp_path):
    path = warc(tmp_path / "a.warc.gz", *pages(4))
    starts = [one.offset for one in read(path)[0]]
    data = path.read_bytes()
    path.write_bytes(data[:-20])
    found, skipped = read(path)
    assert [record.offset for record in found] == starts[:3]
    assert skipped == [Skipped(starts[3], len(data) - 20 - starts[3], "The file ends in the middle of a record.")]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "The file is empty."),
        (b"not an archive at all", "This is no WARC file: it does not begin with a WARC record."),
        (b"filedesc://a.arc 0.0.0.0 20100101 text/plain 10\n", "This is an ARC file"),
        (gzip.compress(b"filedesc://a.arc 0.0.0.0", mtime=0), "This is an ARC file"),
        (gzip.compress(gzip.compress(b"WARC/1.0\r\n", mtime=0), mtime=0), "This file is compressed twice."),
        (gzip.compress(b"plain words", mtime=0), "This is no WARC file"),
    ],
)
def test_what_is_no_warc_is_said_to_be_none(tmp_path, content, what):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(content)
    found, (skipped,) = read(path)
    assert found == []
    assert skipped.what.startswith(what)
    assert (skipped.offset, skipped.skipped_bytes) == (0, len(content))


@pytest.mark.parametrize("length", ["", "-5", "many", "99999999"])
def test_a_record_whose_length_is_missing_or_false_costs_itself_alone(tmp_path, length):
    path = warc(tmp_path / "a.warc", *pages(3), compressed=False)
    second = read(path)[0][1].offset
    data = path.read_bytes()
    line = f"Content-Length: {length}\r\n".encode() if length else b""
    path.write_bytes(data[:second] + re.sub(rb"Content-Length: \d+\r\n", line, data[second:], count=1))
    found, skipped = read(path)
    assert {record.fields["warc-target-uri"] for record in found} >= {"https://example.org/0", "https://example.org/2"}
    assert [one.offset for one in skipped] == [second]


@pytest.mark.parametrize("version", ["0.18", "1.1"])
def test_other_versions_of_the_format_are_read(tmp_path, version):
    path = warc(tmp_path / "a.warc", *pages(2), compressed=False)
    path.write_bytes(path.read_bytes().replace(b"WARC/1.0\r\n", f"WARC/{version}\r\n".encode()))
    assert len(read(path)[0]) == 2


def test_a_file_that_is_one_stream_of_gzip_is_read_as_far_as_it_is_sound(tmp_path):
    many = [response(f"https://example.org/{at}", random.Random(at).randbytes(4000)) for at in range(100)]
    plain = warc(tmp_path / "a.warc", *many, compressed=False)
    one = tmp_path / "b.warc.gz"
    one.write_bytes(gzip.compress(plain.read_bytes()))
    assert len(read(one)[0]) == 100
    one.write_bytes(one.read_bytes()[:-100_000])
    found, skipped = read(one)
    assert 0 < len(found) < 100
    assert [(bad.offset, bad.skipped_bytes) for bad in skipped] == [(0, one.stat().st_size)]

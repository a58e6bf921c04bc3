"""What is handed in comes back byte for byte, whatever happens to the file's end."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from sourcebook.errors import InputRefused, NotFound
from sourcebook.preserve import Deposit, KeptFiles

NOW = "2024-05-06T07:08:09Z"


def deposit(text, name="a page.txt", **more):
    return Deposit(data=text.encode(), name=name, time=NOW, media_type="text/plain", **more)


def held(kept):
    return [found[0] for found in kept.after(None) if not isinstance(found, InputRefused)]


def test_bytes_come_back_as_they_were_handed_in(tmp_path):
    kept = KeptFiles(tmp_path)
    first, second = deposit("one\r\n\x00", place="BY"), deposit("two", name="über/b.html")
    captures = [kept.append(first), kept.append(second)]
    assert [kept.read(capture) for capture in captures] == [first.data, second.data]
    assert held(kept) == [first, second]
    assert captures[1].url == "file:///%C3%BCber/b.html"
    assert next(kept.after(captures[0]))[1] == captures[1]


def test_another_reader_of_warc_files_finds_valid_records_with_digests(tmp_path):
    kept = KeptFiles(tmp_path)
    kept.append(deposit("one", place="BY"))
    with (tmp_path / "captures" / kept.names()[0]).open("rb") as file:
        records = [
            (record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), record.content_stream().read())
            for record in ArchiveIterator(file, check_digests="raise")
        ]
    assert [record[:2] for record in records] == [("warcinfo", None), ("resource", "file:///a%20page.txt")]
    assert records[1][2] == b"one"


def test_the_same_deposits_give_the_same_file(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        KeptFiles(tmp_path / name).append(deposit("one"))
    first, second = ((tmp_path / name / "captures" / "sourcebook-00001.warc.gz").read_bytes() for name in ("a", "b"))
    assert first == second


def test_a_file_is_closed_past_its_size(tmp_path):
    kept = KeptFiles(tmp_path, max_bytes=1)
    captures = [kept.append(deposit(text)) for text in ("one", "two")]
    assert [capture.warc for capture in captures] == ["sourcebook-00001.warc.gz", "sourcebook-00002.warc.gz"]
    assert [found[1] for found in kept.after(captures[0])] == [captures[1]]
    assert held(kept) == [deposit("one"), deposit("two")]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(cut=st.integers(0, 10_000))
def test_a_file_cut_off_anywhere_keeps_every_whole_record_and_can_be_written_on(cut, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kept")
    kept = KeptFiles(folder)
    captures = [kept.append(deposit(f"text {number} " * 20)) for number in range(3)]
    path = folder / "captures" / kept.names()[0]
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.truncate(cut % (size + 1))
    whole = [capture for capture in captures if capture.offset + capture.length <= cut % (size + 1)]
    assert [found[1] for found in kept.after(None)] == whole
    added = kept.append(deposit("more"))
    assert [found[1] for found in kept.after(None)] == [*whole, added]


def test_zeros_after_a_power_cut_are_cut_off(tmp_path):
    kept = KeptFiles(tmp_path)
    capture = kept.append(deposit("one"))
    path = tmp_path / "captures" / kept.names()[0]
    with path.open("ab") as file:
        file.write(bytes(5000))
    assert [found[1] for found in kept.after(None)] == [capture]
    assert path.stat().st_size == capture.offset + capture.length


@pytest.mark.parametrize("place", [0, 12, 40, -1])
def test_a_damaged_record_is_named_and_those_after_it_are_found_and_nothing_is_cut(tmp_path, place):
    kept = KeptFiles(tmp_path)
    captures = [kept.append(deposit(f"text {number} " * 20)) for number in range(3)]
    path = tmp_path / "captures" / kept.names()[0]
    data = bytearray(path.read_bytes())
    spot = captures[1].offset + place % captures[1].length
    data[spot] ^= 0xFF
    path.write_bytes(data)
    found = list(kept.after(None))
    assert [item[1] for item in found if not isinstance(item, InputRefused)] == [captures[0], captures[2]]
    assert any(isinstance(item, InputRefused) and str(captures[1].offset) in str(item) for item in found)
    assert path.read_bytes() == bytes(data)
    with pytest.raises(InputRefused, match="damaged"):
        kept.read(captures[1])


def test_after_a_file_that_is_gone_or_damaged_a_new_one_begins(tmp_path):
    kept = KeptFiles(tmp_path)
    first = kept.append(deposit("one"))
    path = tmp_path / "captures" / first.warc
    with path.open("ab") as file:
        file.write(b"no record")
    second = kept.append(deposit("two"), first)
    assert second.warc == "sourcebook-00002.warc.gz"
    path.unlink()
    (tmp_path / "captures" / second.warc).unlink()
    third = kept.append(deposit("three"), second)
    assert third.warc == "sourcebook-00003.warc.gz"
    assert [found[1] for found in kept.after(second)] == [third]


def test_a_capture_whose_file_is_gone_is_named(tmp_path):
    kept = KeptFiles(tmp_path)
    capture = kept.append(deposit("one"))
    (tmp_path / "captures" / capture.warc).unlink()
    with pytest.raises(NotFound, match="not there"):
        kept.read(capture)


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path, monkeypatch):
    kept = KeptFiles(tmp_path)
    kept.append(deposit("one"))
    path = tmp_path / "captures" / kept.names()[0]
    before = path.read_bytes()

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="space"):
        kept.append(deposit("two"))
    assert path.read_bytes() == before
    assert io.BytesIO(before).read(2) == b"\x1f\x8b"

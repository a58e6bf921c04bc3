"""The documents of a web archive: each page and report in it, and in a sentence whatever could not be read."""

import gzip
import io
import zipfile

import pytest
from tests.pipeline.archives import new, put
from tests.pipeline.test_web_archives import record
from tests.read.pdfs import lines, pdf

from sourcebook.errors import InputRefused
from sourcebook.pipeline.parts import Part, parts_of, web_archive_of
from sourcebook.pipeline.sources import Source, sources
from sourcebook.read import document
from sourcebook.settings import Limits

DAY = "2020-01-02T03:04:05Z"
REPORT = pdf([lines(["Boys were sent to the quarries."]), lines(["Their parents were paid in salt."])])
PAGE = b"<!doctype html><title>News</title><p>Boys of the town came home."


def answer(url, body, media_type, head=b"HTTP/1.1 200 OK", **more):
    block = head + b"\r\nContent-Type: " + media_type.encode() + b"\r\n\r\n" + body
    return record("response", url, DAY, block, **more)


RECORDS = (
    answer("http://a.example/page", PAGE, "text/html; charset=utf-8"),
    answer("http://a.example/report.pdf", REPORT, "application/pdf"),
    answer("http://a.example/map.png", b"\x89PNG", "image/png"),
    answer("http://a.example/gone", b"<p>Gone", "text/html", head=b"HTTP/1.1 404 Not Found"),
)


def read(data, name, media_type):
    return document(data, name=name, media_type=media_type)


def parts(path, data, reader=read, **limits):
    path.write_bytes(data)
    (archive, form), _ = web_archive_of(next(sources([str(path)], io.BytesIO())), path.parent)
    return list(parts_of(archive, form, str(path), Limits(**limits), reader))


def packed(*records):
    return b"".join(map(gzip.compress, records))


def wacz(names):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.warc.gz", packed(*RECORDS)),
        ("a.warc", b"".join(RECORDS)),
        ("a.wacz", wacz({"datapackage.json": b"{}", "archive/data.warc.gz": packed(*RECORDS)})),
    ],
)
def test_each_page_and_report_that_was_answered_with_is_a_document(tmp_path, name, data):
    found = parts(tmp_path / name, data)
    assert [(part.address, part.time, part.document.media_type) for part in found] == [
        ("http://a.example/page", DAY, "text/html"),
        ("http://a.example/report.pdf", DAY, "application/pdf"),
    ]
    assert found[1].document.text.count("\f") == 1


def test_standard_input_is_read_as_well(tmp_path):
    stdin = io.BytesIO(packed(*RECORDS))
    (archive, form), _ = web_archive_of(next(sources(["-"], stdin)), tmp_path)
    assert len(list(parts_of(archive, form, "standard input", Limits(), read))) == 2


def test_what_is_no_web_archive_is_given_back_to_be_read(tmp_path):
    archive, kept = web_archive_of(Source(shown="-", name="-", open=lambda: io.BytesIO(b"Words.")), tmp_path)
    assert archive is None
    with kept.open() as file:
        assert file.read() == b"Words."


def test_a_record_that_is_damaged_is_said_and_the_others_are_read(tmp_path):
    first, second = gzip.compress(RECORDS[0]), bytearray(gzip.compress(RECORDS[1]))
    second[len(second) // 2] ^= 0xFF
    found = parts(tmp_path / "a.warc.gz", first + bytes(second) + gzip.compress(RECORDS[0]))
    assert [type(part) for part in found if isinstance(part, Part)] == [Part, Part]
    (problem,) = [part for part in found if isinstance(part, str)]
    assert f"byte {len(first)}" in problem


def test_a_report_that_its_reader_refuses_is_told_by_its_address(tmp_path):
    found = parts(
        tmp_path / "a.warc.gz", packed(RECORDS[0], answer("http://a.example/b.pdf", b"%PDF-1.4", "application/pdf"))
    )
    assert found[1].document is None
    assert str(found[1].refused).startswith("http://a.example/b.pdf: This PDF is damaged")


def test_an_answer_past_the_limit_is_passed_over_with_a_word(tmp_path):
    large = answer("http://a.example/long", b"<p>" + b"words " * 1000, "text/html")
    found = parts(tmp_path / "a.warc.gz", packed(RECORDS[0], large), max_file_bytes=2000)
    assert next(part for part in found if isinstance(part, str)).endswith("bytes, and 2,000 are allowed.")


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.arc", b"filedesc://a.arc 0.0.0.0 20040102030405 text/plain 5\n1 0 A\n", "ARC file"),
        ("a.warc.gz", packed(RECORDS[2]), "no page and no report"),
        ("a.wacz", wacz({"datapackage.json": b"{}", "../archive/x.warc.gz": b""}), "leads out"),
        ("a.wacz", wacz({"datapackage.json": b"{}", "archive/x.warc": bytes(1 << 27)}), "would unpack"),
    ],
)
def test_an_archive_that_cannot_be_read_is_refused_with_a_next_step(tmp_path, name, data, says):
    with pytest.raises(InputRefused, match=says) as caught:
        parts(tmp_path / name, data)
    assert caught.value.next_step


def test_one_file_in_it_that_harms_its_reader_takes_nothing_else_down(tmp_path):
    def harmed(data, name, media_type):
        if data.startswith(b"%PDF"):
            raise InputRefused("Reading it took longer than 1 seconds and was ended.", where=name)
        return read(data, name, media_type)

    found = parts(tmp_path / "a.warc.gz", packed(*RECORDS), reader=harmed)
    assert [part.document is None for part in found] == [False, True]


@pytest.mark.slow
def test_adding_a_web_archive_takes_its_reports_in_and_a_dry_run_says_what_it_would_read(tmp_path):
    folder = new(tmp_path / "archive")
    found = pdf(
        [lines(["Boys of Belarus were sent to the quarries. (1)", "REFERENCES", "1. Salt, A. The quarry. 2011."])]
    )
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(RECORDS[0], answer("http://a.example/Belarus.pdf", found, "application/pdf")))
    dry = put(folder, path, dry_run=True)
    assert [(one.status, one.reason) for one in dry.outcomes] == [
        ("readable", "A web archive; 2 documents in it can be read.")
    ]
    assert "1 country pages read" in put(folder, path).outcomes[0].reason

"""Asking each reader: what none takes is refused with a word on what it is, who was asked and why each declined."""

import gzip
import io
import zipfile

import pytest

from sourcebook.errors import InputRefused
from sourcebook.read import READERS, document
from sourcebook.read.reader import Source
from sourcebook.read.zipped import leading_out, opened_zip
from sourcebook.settings import Limits

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def refusal(data, name="report", **told):
    with pytest.raises(InputRefused) as caught:
        document(data, name=name, **told)
    return caught.value


@pytest.mark.parametrize(
    ("data", "what", "step"),
    [
        (OLD_OFFICE + "WordDocument".encode("utf-16-le"), "Word document of the old kind", "--convert-to docx"),
        (OLD_OFFICE + "Workbook".encode("utf-16-le"), "Excel sheet of the old kind", "LibreOffice"),
        (b"{\\rtf1\\ansi Words.}", "Rich Text Format", "--convert-to docx"),
        (b"filedesc://a.arc 0.0.0.0 20040102030405 text/plain 76\n", "ARC web archive", "warcio recompress"),
        (
            gzip.compress(b"filedesc://a.arc 0.0.0.0 20040102030405 text/plain 76\n", mtime=0),
            "ARC",
            "warcio recompress",
        ),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n", "many documents", "sourcebook add"),
        (gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n", mtime=0), "many documents", "sourcebook read"),
    ],
)
def test_a_format_that_is_not_read_is_named_with_the_way_to_convert_it(data, what, step):
    refused = refusal(data)
    assert what in refused.what
    assert step in refused.next_step


@pytest.mark.parametrize(("data", "told"), [(b"GIF89a\0\0", {}), (b"abc", {"media_type": "image/x-odd"})])
def test_a_failure_lists_everyone_who_was_asked_and_why_each_declined(data, told):
    what = refusal(data, **told).what
    for reader in READERS:
        because = reader.declines(Source(data=data, name="report", **told))
        assert f"{reader.name}, because {because}" in what


def test_a_reader_that_declines_nothing_is_the_last():
    text = Source(data=b"Words of a report that says nothing of its form.")
    assert [reader.name for reader in READERS if reader.declines(text) is None] == [READERS[-1].name]


def zipped(names, data=b"x"):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, data)
    return kept.getvalue()


@pytest.mark.parametrize("name", ["../out.xml", "a/../../out", "/etc/out", "..\\out", "C:\\out", "a/.."])
def test_a_zip_with_a_name_that_leads_out_of_it_is_refused(name):
    with pytest.raises(InputRefused, match="leads out"):
        opened_zip(Source(data=zipped(["word/document.xml", name])))


def test_a_zip_whose_names_stay_in_it_is_opened():
    names = ["word/document.xml", "a..b", "..c/d", "e/..."]
    assert leading_out(names) is None
    assert opened_zip(Source(data=zipped(names))).namelist() == names


def test_a_zip_that_would_unpack_to_more_than_allowed_is_refused():
    with pytest.raises(InputRefused, match="would unpack to 2,000,000 bytes"):
        opened_zip(Source(data=zipped(["a"], bytes(2_000_000)), limits=Limits(max_memory=1_000_000)))


def test_a_zip_cut_off_is_refused():
    with pytest.raises(InputRefused, match="damaged"):
        opened_zip(Source(data=zipped(["a"])[:-9]))

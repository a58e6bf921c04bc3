"""What cannot be a page is refused in one sentence that names it and the next step."""

import gzip
import hashlib
import io
import random
import zipfile

import pytest

from sourcebook.errors import InputRefused
from sourcebook.read import document
from sourcebook.settings import Limits


def zipped(data):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.html", data)
    return kept.getvalue()


REFUSED = {
    "empty": (b"", "page.txt", "empty"),
    "blank": (b" \r\n\t\n", "page.txt", "empty"),
    "a zip bomb named as a page": (zipped(b"\0" * 5_000_000), "page.html", "ZIP archive"),
    "gzip named as a page": (gzip.compress(b"<html>" * 1000), "page.html", "gzip"),
    "a PDF": (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "page.pdf", "PDF is damaged"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "page.html", "a picture"),
    "random bytes": (random.Random(1).randbytes(5000), "page.txt", "binary"),
    "a program": (b"\x7fELF\x02\x01\x01" + b"\0" * 100, "page.txt", "a program"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_its_name_and_a_next_step(name):
    data, file, word = REFUSED[name]
    with pytest.raises(InputRefused) as caught:
        document(data, name=file)
    sentence = str(caught.value)
    assert sentence.startswith(f"{file}: ")
    assert word in sentence
    assert caught.value.next_step
    assert "\n" not in sentence


def test_a_file_past_the_limit_is_refused_with_both_sizes():
    with pytest.raises(InputRefused, match=r"has 2,001 bytes, and 2,000 are allowed"):
        document(b"a" * 2001, name="big.txt", limits=Limits(max_file_bytes=2000))


@pytest.mark.parametrize("tag", ["div", "b", "font", "table", "blockquote", "span"])
def test_markup_nested_a_hundred_thousand_deep_is_refused(tag):
    with pytest.raises(InputRefused, match="nested more than 512 deep"):
        document(b"<html><body>" + f"<{tag}>".encode() * 100_000 + b"x", name="deep.html")


def test_markup_nested_just_past_the_limit_is_refused_too():
    with pytest.raises(InputRefused, match="nested more than 512 deep"):
        document(b"<html><body>" + b"<div>" * 600 + b"x" + b"</div>" * 600, name="deep.html")


def test_a_media_type_that_no_reader_takes_is_refused():
    with pytest.raises(InputRefused, match="No reader takes"):
        document(b"abc", media_type="application/msword")


def test_the_digest_is_that_of_the_bytes():
    assert document(b"A page.").digest == "sha256:" + hashlib.sha256(b"A page.").hexdigest()

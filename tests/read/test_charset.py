"""Any charset is read, and what cannot be read is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.read import document
from sourcebook.read.charset import decode

LINE = "Café “Zürich” – naïve façade, déjà vu. "


@pytest.mark.parametrize(
    ("charset", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("cp1252", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
def test_a_western_text_is_read_in_every_charset_in_which_pages_were_saved(charset, mark):
    text = LINE * 20
    found = decode(mark + text.encode(charset))
    assert found.text == text
    assert found.charset == charset
    assert not found.problems


@pytest.mark.parametrize("charset", ["windows-1251", "iso-8859-2", "shift_jis", "koi8-r"])
def test_a_declared_charset_is_used_where_it_fits(charset):
    text = {"shift_jis": "これは日本語です。", "iso-8859-2": "Łódź, Kraków, Gdańsk"}.get(charset, "Республика Беларусь")
    page = f'<html><meta http-equiv="Content-Type" content="text/html; charset={charset}"><p>{text}</p>'
    assert text in document(page.encode(charset)).text


def test_bytes_that_are_no_utf8_are_replaced_and_reported_where_the_rest_is_utf8():
    found = decode("naïve café “quoted” ".encode() * 10 + b"\xff\xfe\xfd end")
    assert "naïve café" in found.text
    assert found.text.endswith(" end")
    assert "U+FFFD" in found.problems[0].what
    assert found.text[found.problems[0].offset] == "\ufffd"


def test_nul_bytes_keep_their_place_and_are_reported():
    found = decode(b"Republic of Chad\n\nA line\0with a NUL.\n")
    assert found.text == "Republic of Chad\n\nA line\ufffdwith a NUL.\n"
    assert "NUL" in found.problems[0].what


def test_line_endings_stand_as_they_are():
    assert document(b"one\r\ntwo\rthree\n").text == "one\r\ntwo\rthree\n"


@given(st.binary(min_size=1, max_size=400))
def test_decoding_never_fails(data):
    found = decode(data)
    assert "\0" not in found.text
    found.text.encode("utf-8", "strict")

"""What an answer holds once its codings are undone."""

from __future__ import annotations

import gzip
import zlib

import pytest
from tests.sweep.archives import chunked, html

from sourcebook.preserve.decoding import CannotDecode
from sourcebook.sweep.bodies import MAX_DECODED, split, undone

PAGE = html("forced labour")


def answer(*fields, body=PAGE):
    return (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
        + b"".join(f"{one}\r\n".encode() for one in fields)
        + b"\r\n"
        + body
    )


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ([], PAGE),
        (["Transfer-Encoding: chunked"], chunked(PAGE)),
        (["Content-Encoding: gzip"], gzip.compress(PAGE, mtime=0)),
        (["Content-Encoding: deflate"], zlib.compress(PAGE)),
        (["Content-Encoding: deflate"], zlib.compress(PAGE)[2:-4]),
        (["Content-Encoding: gzip", "Transfer-Encoding: chunked"], chunked(gzip.compress(PAGE, mtime=0))),
        (["Transfer-Encoding: chunked"], PAGE),
        (["Content-Encoding: gzip"], PAGE),
        (["Content-Encoding: br"], PAGE),
        (["Content-Encoding: x-made-up"], PAGE),
    ],
)
def test_codings_are_undone_and_those_undone_before_are_passed_over(fields, body):
    head, coded = split(answer(*fields, body=body))
    assert undone(coded, head) == PAGE


def test_a_body_that_swells_is_cut_where_the_limit_is():
    head, coded = split(answer("Content-Encoding: gzip", body=gzip.compress(bytes(3 * MAX_DECODED))))
    assert len(undone(coded, head)) == MAX_DECODED


@pytest.mark.parametrize("coding", ["x-made-up", "br", "zstd"])
def test_a_body_that_cannot_be_decoded_is_refused(coding):
    head, coded = split(answer(f"Content-Encoding: {coding}", body=b"\x01\x02\x03 nothing"))
    with pytest.raises(CannotDecode):
        undone(coded, head)


@pytest.mark.parametrize("block", [b"", b"no HTTP", b"GET / HTTP/1.1\r\n\r\n"])
def test_a_block_that_is_no_answer_has_no_head(block):
    assert split(block) is None


def test_a_head_without_an_end_has_no_body():
    head, body = split(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\n")
    assert (head.status, head.media_type, head.charset, body) == (200, "text/html", "koi8-r", b"")

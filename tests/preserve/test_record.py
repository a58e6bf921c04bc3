"""A record is held to what it says itself: lengths, ends and digests, in any spelling and any pieces."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.preserve.record import RecordCheck, decoded_digest

BODY = b"<p>what was said</p>"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n"


def sha1(data):
    return base64.b32encode(hashlib.sha1(data).digest()).decode()


def record(content=HTTP + BODY, *, kind="response", length=None, tail=b"\r\n\r\n", **fields):
    named = {"WARC-Type": kind, "Content-Type": "application/http; msgtype=response"}
    named |= {f"WARC-{name.title()}-Digest": value for name, value in fields.items()}
    named["Content-Length"] = len(content) if length is None else length
    lines = [b"WARC/1.1", *(f"{name}: {value}".encode() for name, value in named.items())]
    return b"\r\n".join(lines) + b"\r\n\r\n" + content + tail


def checked(data, size=None):
    check = RecordCheck()
    for start in range(0, len(data), size or max(len(data), 1)):
        check.take(data[start : start + (size or len(data))])
    return check


SOUND = {
    "no digest": record(),
    "block digest in base 32": record(block=f"sha1:{sha1(HTTP + BODY)}"),
    "payload digest in base 32": record(payload=f"sha1:{sha1(BODY)}"),
    "in base 16": record(payload=f"sha256:{hashlib.sha256(BODY).hexdigest()}"),
    "in base 64": record(payload=f"sha1:{base64.b64encode(hashlib.sha1(BODY).digest()).decode()}"),
    "of a kind that is not known": record(payload="blake9:00"),
    "a resource": record(BODY, kind="resource", payload=f"sha1:{sha1(BODY)}", block=f"sha1:{sha1(BODY)}"),
    "an empty block": record(b"", kind="metadata"),
    "a revisit's payload is elsewhere": record(HTTP, kind="revisit", payload=f"sha1:{sha1(BODY)}"),
}
WRONG = {
    "a flipped bit in the block": (record(HTTP + b"x" + BODY[1:], payload=f"sha1:{sha1(BODY)}"), "payload has"),
    "a flipped bit in the HTTP head": (record(b"X" + HTTP[1:] + BODY, block=f"sha1:{sha1(HTTP + BODY)}"), "block has"),
    "a digest that is none": (record(payload="sha1:zz"), "payload has"),
    "too short": (record(length=500), "Content-Length says 500"),
    "too long": (record(length=10), "does not end"),
    "no line ends": (record(tail=b""), "line ends"),
    "another record": (record(tail=b"\r\n\r\n" + record()), "more than one"),
    "no length": (record(length=""), "no Content-Length"),
    "a length that is no number": (record(length="١٢"), "no Content-Length"),
    "no head": (b"WARC/1.1\r\nWARC-Type: response", "no whole head"),
    "no record": (b"filedesc://x 0.0.0.0\r\n\r\nmore", "no WARC record"),
    "nothing": (b"", "no whole head"),
}  # fmt: skip


@pytest.mark.parametrize("data", SOUND.values(), ids=SOUND)
def test_a_record_that_is_as_it_says_has_no_problem(data):
    check = checked(data)
    assert (check.problems(), check.remarks()) == ((), ())


@pytest.mark.parametrize(("data", "says"), WRONG.values(), ids=WRONG)
def test_a_record_that_is_not_as_it_says_is_told(data, says):
    problems = checked(data).problems()
    assert any(says in problem for problem in problems), problems


@given(size=st.integers(1, 60), case=st.sampled_from([*SOUND.values(), *(data for data, _ in WRONG.values())]))
def test_it_does_not_matter_in_which_pieces_a_record_comes(size, case):
    whole, pieces = checked(case), checked(case, size)
    assert (pieces.problems(), pieces.remarks(), pieces.fields) == (whole.problems(), whole.remarks(), whole.fields)


def test_a_body_shorter_than_its_http_length_is_odd_and_no_fault():
    check = checked(record(HTTP + BODY[:-3]))
    assert check.problems() == ()
    assert "17 bytes" in check.remarks()[0]


def test_a_body_that_was_cut_short_with_a_word_is_not_odd():
    data = record(HTTP + BODY[:-3]).replace(b"WARC-Type", b"WARC-Truncated: time\r\nWARC-Type", 1)
    assert checked(data).remarks() == ()


@given(data=st.binary(max_size=20), algorithm=st.sampled_from(["sha1", "sha256", "md5", "sha512"]))
def test_a_digest_reads_the_same_in_every_spelling(data, algorithm):
    digest = hashlib.new(algorithm, data).digest()
    spellings = [
        digest.hex(),
        digest.hex().upper(),
        base64.b32encode(digest).decode(),
        base64.b32encode(digest).decode().rstrip("=").lower(),
        base64.b64encode(digest).decode(),
        base64.urlsafe_b64encode(digest).decode(),
    ]
    assert {decoded_digest(f"{algorithm}:{spelling}") for spelling in spellings} == {(algorithm, digest)}

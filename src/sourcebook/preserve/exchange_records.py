"""Exchanges and notes as WARC records (ISO 28500), and read again from them.

An answer is a `response` record, with its `request` beside it; where the same address gave the very same bytes before,
it is a `revisit`. A look at an address is a `metadata` record of JSON, like every note. Each lies in a gzip member of
its own. Payload digests are over the bytes after the HTTP head as they came, with chunks, since that is what every tool
checks.
"""

from __future__ import annotations

import io
import uuid
import zlib
from typing import BinaryIO, NamedTuple

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sourcebook.model import Capture, Value
from sourcebook.preserve.deposit import PLACE_FIELD, USE_FIELD, digest
from sourcebook.preserve.exchange import Recorded
from sourcebook.preserve.notes import Note, fields_of_note

PAGE = "page"
IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_LEVEL = 6


class Use(Value, frozen=True):
    """What an answer was fetched for: as a country page, of a place that was told; else only to be kept."""

    page: bool = False
    place: str | None = None


KEPT_ONLY = Use()


class Answer(NamedTuple):
    """An exchange to be kept, the earlier capture whose bytes it repeats, and what it is for."""

    recorded: Recorded
    same_as: Capture | None = None
    use: Use = KEPT_ONLY

    @property
    def digest(self) -> str:
        """The digest of the payload, also where the host said that it has not changed."""
        return self.same_as.digest if self.same_as else self.recorded.exchange.digest


def write_answer(answer: Answer, out: BinaryIO) -> str:
    """Write the record of what came back as one gzip member and return its id."""
    recorded, earlier = answer.recorded, answer.same_as
    exchange = recorded.exchange
    record_id = new_id()
    fields = [
        ("WARC-Type", "revisit" if earlier else "response"),
        ("WARC-Record-ID", record_id),
        ("WARC-Date", exchange.time),
        ("WARC-Target-URI", exchange.url),
        *([("WARC-IP-Address", exchange.address)] if exchange.address else []),
        ("WARC-Payload-Digest", answer.digest),
    ]
    recorded.answer.seek(0)
    if earlier:
        fields += [
            ("WARC-Profile", NOT_MODIFIED if exchange.status == 304 else IDENTICAL),
            ("WARC-Refers-To-Target-URI", earlier.url),
            ("WARC-Refers-To-Date", earlier.time),
        ]
        head = recorded.answer.read(recorded.head)
        fields.append(("WARC-Block-Digest", digest(head)))
        stream: BinaryIO = io.BytesIO(head)
        length = len(head)
    else:
        fields.append(("WARC-Block-Digest", recorded.block_digest))
        stream, length = recorded.answer, recorded.head + exchange.size
    if exchange.cut and not earlier:
        fields.append(("WARC-Truncated", exchange.cut))
    if answer.use.page:
        fields.append((USE_FIELD, PAGE))
    if answer.use.place:
        fields.append((PLACE_FIELD, answer.use.place))
    write_member(out, fields, "application/http; msgtype=response", stream, length)
    return record_id


def write_request(recorded: Recorded, answer_id: str, out: BinaryIO) -> None:
    """Write the record of what was asked as one gzip member."""
    fields = [
        ("WARC-Type", "request"),
        ("WARC-Record-ID", new_id()),
        ("WARC-Date", recorded.exchange.time),
        ("WARC-Target-URI", recorded.exchange.url),
        ("WARC-Concurrent-To", answer_id),
        ("WARC-Block-Digest", digest(recorded.request)),
        ("WARC-Payload-Digest", digest(recorded.request.partition(b"\r\n\r\n")[2])),
    ]
    stream = io.BytesIO(recorded.request)
    write_member(out, fields, "application/http; msgtype=request", stream, len(recorded.request))


def write_note(note: Note, out: BinaryIO) -> None:
    """Write the record of a look, a decision or a withdrawal as one gzip member."""
    fields, data = fields_of_note(note, new_id())
    write_member(out, fields, "application/json", io.BytesIO(data), len(data))


def write_member(out: BinaryIO, fields: list[tuple[str, str]], media_type: str, stream: BinaryIO, length: int) -> None:
    """Write a record as one gzip member, its block taken from a stream and never held whole."""
    member = _Member(out)
    headers = StatusAndHeaders("", fields, protocol="WARC/1.1")
    # Of what it takes for a revisit, warcio writes only headers that it has parsed, which need not be the very bytes.
    record = ArcWarcRecord("warc", "resource", headers, stream, None, media_type, length)
    WARCWriter(member, gzip=False, warc_version="WARC/1.1").write_record(record)
    member.end()


def new_id() -> str:
    """Return an identifier for a record."""
    return f"<urn:uuid:{uuid.uuid4()}>"


class _Member:
    """A file whose bytes go out as one gzip member."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._deflater = zlib.compressobj(_LEVEL, zlib.DEFLATED, zlib.MAX_WBITS + 16)

    def write(self, data: bytes) -> None:
        """Write bytes."""
        self._out.write(self._deflater.compress(data))

    def flush(self) -> None:
        """Do nothing: the member ends with `end`."""

    def end(self) -> None:
        """End the member."""
        self._out.write(self._deflater.flush())

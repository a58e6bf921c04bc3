"""A file handed in, as the WARC record that keeps it.

A deposit is kept as one `resource` record (ISO 28500) in a gzip member of its own. Its target is `file:///NAME` with
the name alone, since a path would tell of the machine and the person; its digests are SHA-256 over the bytes as they
came. What was said when it was handed in and cannot be read from it again stands in a field `Sourcebook-Place`.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import uuid
from urllib.parse import quote, unquote

from fastwarc.warc import WarcRecord
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sourcebook.errors import InputRefused
from sourcebook.model import Value
from sourcebook.preserve.members import unpacked
from sourcebook.version import __version__

PLACE_FIELD = "Sourcebook-Place"
USE_FIELD = "Sourcebook-Use"
KEPT_ONLY = "kept"
MAX_RECORD_BYTES = 1 << 30
GZIP_LEVEL = 6
"""Level 9, which warcio would take, is twice as slow and saves a hundredth of a page."""
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:sourcebook:record")


class Deposit(Value, frozen=True):
    """Bytes handed in: under which name, when, read as which media type, and the place that was told with them.

    Where they were fetched, `fetched_from` is their address and `kept_as` the digest of the answer that holds them.
    `kept_only` says that they are not to be read as a country page.
    """

    data: bytes
    name: str
    time: str
    media_type: str = "application/octet-stream"
    place: str | None = None
    fetched_from: str | None = None
    kept_as: str | None = None
    kept_only: bool = False

    @property
    def digest(self) -> str:
        """The digest by which the bytes are known."""
        return self.kept_as or digest(self.data)

    @property
    def url(self) -> str:
        """The address under which the record stands."""
        return self.fetched_from or f"file:///{quote(self.name, safe='/')}"


def digest(data: bytes) -> str:
    """Return the digest by which bytes are known: `sha256:` and 64 hexadecimal digits."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def encode(deposit: Deposit) -> bytes:
    """Return the deposit as a gzip member that holds one WARC record; the same deposit gives the same bytes."""
    fields = [
        ("WARC-Type", "resource"),
        ("WARC-Record-ID", _record_id(deposit.digest, deposit.url, deposit.time)),
        ("WARC-Date", deposit.time),
        ("WARC-Target-URI", deposit.url),
        ("WARC-Block-Digest", deposit.digest),
        ("WARC-Payload-Digest", deposit.digest),
        *([(PLACE_FIELD, deposit.place)] if deposit.place else []),
        *([(USE_FIELD, KEPT_ONLY)] if deposit.kept_only else []),
    ]
    return _member(fields, deposit.media_type, deposit.data)


def opening(time: str) -> bytes:
    """Return the `warcinfo` record with which a WARC file opens."""
    software = f"software: Sourcebook {__version__}\r\nformat: WARC File Format 1.1\r\n".encode()
    fields = [
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", _record_id("warcinfo", time)),
        ("WARC-Date", time),
        ("WARC-Block-Digest", digest(software)),
    ]
    return _member(fields, "application/warc-fields", software)


def removal(time: str, why: str, now: str) -> bytes:
    """Return the record that stands where a capture of this time was taken away on purpose."""
    said = f"Taken away on {now[:10]}: {why}".encode()
    fields = [
        ("WARC-Type", "metadata"),
        ("WARC-Record-ID", _record_id("removal", time, why)),
        ("WARC-Date", time),
        (USE_FIELD, "removed"),
    ]
    return _member(fields, "text/plain", said)


def decode(member: bytes, where: str) -> Deposit | None:
    """Return the deposit that a gzip member holds, or None where it holds another kind of record.

    Raises InputRefused where the member is damaged: its gzip end, its length or its digest is not what it says.
    """
    try:
        record = WarcRecord.from_bytes(unpacked(member, MAX_RECORD_BYTES))
        fields = dict(record.headers)
        data = record.reader.read()
    except (OSError, ValueError) as error:
        raise _damaged(where) from error
    if fields.get("WARC-Type") != "resource":
        return None
    if len(data) != int(fields.get("Content-Length", -1)) or digest(data) != fields.get("WARC-Payload-Digest"):
        raise _damaged(where)
    url = fields.get("WARC-Target-URI", "")
    return Deposit(
        data=data,
        name=unquote(url.removeprefix("file:///")),
        fetched_from=None if url.startswith("file:///") else url,
        kept_only=fields.get(USE_FIELD) == KEPT_ONLY,
        time=fields.get("WARC-Date", ""),
        media_type=fields.get("Content-Type", ""),
        place=fields.get(PLACE_FIELD),
    )


def _member(fields: list[tuple[str, str]], media_type: str, data: bytes) -> bytes:
    out = io.BytesIO()
    headers = StatusAndHeaders("", fields, protocol="WARC/1.1")
    record = ArcWarcRecord("warc", fields[0][1], headers, io.BytesIO(data), None, media_type, len(data))
    WARCWriter(out, gzip=False, warc_version="WARC/1.1").write_record(record)
    return gzip.compress(out.getvalue(), GZIP_LEVEL, mtime=0)


def _record_id(*parts: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(_NAMESPACE, ' '.join(parts))}>"


def _damaged(where: str) -> InputRefused:
    return InputRefused(
        "This kept record is damaged.", where=where, next_step="Put a sound copy of the file in its place."
    )

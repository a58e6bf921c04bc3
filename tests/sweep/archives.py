"""Web archives made of our own sentences, for tests: records as bytes, put one after another."""

from __future__ import annotations

import base64
import gzip
import hashlib
import uuid
from pathlib import Path

ON_TOPIC = "In 2014 police in Moldova identified 34 victims of human trafficking, 20 of them women taken to Italy."
OFF_TOPIC = "The market in the old town opens on Saturdays, and the river is high in spring."
FIRST = "2015-03-02T10:00:00Z"


def html(*paragraphs: str, title: str = "A page", head: str = "") -> bytes:
    """Return a page with these paragraphs."""
    body = "".join(f"<p>{paragraph}</p>\n" for paragraph in paragraphs)
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()


def record(kind, block, *, url="", date=FIRST, content_type="text/plain", fields=()) -> bytes:
    """Return a record, plain."""
    names = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{kind}{url}{date}')}>"),
        ("WARC-Date", date),
        *([("WARC-Target-URI", url)] if url else []),
        ("Content-Type", content_type),
        *fields,
        ("Content-Length", str(len(block))),
    ]
    head = "".join(f"{name}: {value}\r\n" for name, value in names)
    return b"WARC/1.0\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def digest(body: bytes) -> str:
    """Return a payload's digest as archives write it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(body).digest()).decode()


def response(url, body, *, date=FIRST, headers=(), status="200 OK", media_type="text/html") -> bytes:
    """Return a response to a request for an address."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media_type}", *(f"{name}: {value}" for name, value in headers)]
    block = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
    fields = [("WARC-Payload-Digest", digest(body))]
    return record(
        "response", block, url=url, date=date, content_type="application/http; msgtype=response", fields=fields
    )


def revisit(url, body, *, date="2016-01-01T00:00:00Z") -> bytes:
    """Return a revisit of an address whose body has not changed."""
    fields = [("WARC-Payload-Digest", digest(body)), ("WARC-Refers-To-Target-URI", url)]
    return record("revisit", b"", url=url, date=date, fields=fields)


def warc(path: Path, *records: bytes, compressed: bool = True) -> Path:
    """Write a WARC file, each record a gzip member of its own where it is compressed."""
    path.write_bytes(b"".join(gzip.compress(one, mtime=0) if compressed else one for one in records))
    return path


def chunked(body: bytes) -> bytes:
    """Return a body in chunks of seven bytes."""
    parts = [body[at : at + 7] for at in range(0, len(body), 7)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"

"""What an HTTP answer in a WARC holds once its transfer and content codings are undone."""

from __future__ import annotations

import io
import re
from typing import Final, NamedTuple

from fastwarc.stream_io import BrotliReader, ZstdReader

from sourcebook.preserve.decoding import CannotDecode, decoded, unchunked
from sourcebook.preserve.record import MAX_HTTP_HEAD_BYTES, TAIL, end_of_head

MAX_DECODED: Final = 16 << 20
_CHUNK_SIZE = re.compile(rb"[0-9a-fA-F]{1,8}[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_LONGEST_STATUS = 200
_FIELDS = re.compile(rb"(?im)^(content-type|content-encoding|transfer-encoding)[ \t]*:[ \t]*([^\r\n]*)")
_READERS = {"br": BrotliReader, "zstd": ZstdReader}


class HttpHead(NamedTuple):
    """The status of an answer, 0 where there is none, and those of its header fields that say how to read it."""

    status: int
    fields: dict[str, str]

    @property
    def media_type(self) -> str:
        """The media type without its parameters, in lower case; empty where none is said."""
        return self.fields.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset that the answer declares."""
        found = re.search(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", self.fields.get("content-type", ""), re.IGNORECASE)
        return found.group(1) if found else None


def split(block: bytes) -> tuple[HttpHead, bytes] | None:
    """Return the head and the body of an HTTP answer; None where the block is none."""
    if not block.startswith(b"HTTP/"):
        return None
    start = block.find(TAIL, 0, MAX_HTTP_HEAD_BYTES)
    end = start + len(TAIL)
    if start == -1:
        start, end = end_of_head(block[:MAX_HTTP_HEAD_BYTES])
    if not end:
        start = end = len(block)
    status = block[:_LONGEST_STATUS].partition(b"\n")[0].split()
    number = status[1] if len(status) > 1 else b""
    named = {name.lower().decode(): value.decode("latin-1").strip() for name, value in _FIELDS.findall(block, 0, start)}
    return HttpHead(int(number) if number.isdigit() else 0, named), block[end:]


def undone(body: bytes, head: HttpHead) -> bytes:
    """Return up to MAX_DECODED bytes of what an answer holds.

    Archives often hold bodies whose codings were undone when they were kept and whose header still names them; so a
    coding whose marks are not there is passed over. Raises CannotDecode where a coding is unknown or its data damaged.
    """
    if "chunked" in head.fields.get("transfer-encoding", "").lower() and _CHUNK_SIZE.match(body):
        body = unchunked(body)
    coding = head.fields.get("content-encoding", "").strip().lower()
    if not coding or not body:
        return body
    if coding in _READERS:
        return _read(body, coding)
    if coding in {"gzip", "x-gzip"} and not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return decoded(body, coding, MAX_DECODED)
    except CannotDecode:
        if _looks_like_markup(body):
            return body
        raise


def _read(body: bytes, coding: str) -> bytes:
    if _looks_like_markup(body):
        return body
    try:
        return bytes(_READERS[coding](io.BytesIO(body)).read(MAX_DECODED))
    except (OSError, ValueError) as error:
        raise CannotDecode(f"The body's coding, {coding}, is damaged.") from error


def _looks_like_markup(body: bytes) -> bool:
    return body.lstrip()[:1] == b"<"

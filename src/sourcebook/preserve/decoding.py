"""A body's content coding undone, never to more than a limit."""

from __future__ import annotations

import zlib

_STEP = 1 << 16


class CannotDecode(ValueError):
    """A body has a coding that is not known, or is damaged from its first byte."""


def decoded(content: bytes, coding: str, limit: int) -> bytes:
    """Return the first `limit` bytes of what a body holds; a damaged end is left out, as browsers do.

    A few bytes of gzip may stand for terabytes: what is beyond the limit is never made. Raises CannotDecode where the
    coding is unknown or nothing could be decoded.
    """
    codings = [one.strip().lower() for one in coding.split(",") if one.strip()]
    if len(codings) > 2:
        raise CannotDecode(f"The body is coded {len(codings)} times over.")
    for one in reversed(codings):
        content = _undone(content, one, limit)
    return content[:limit]


def _undone(content: bytes, coding: str, limit: int) -> bytes:
    if coding in {"identity", "none"} or not content:
        return content
    if coding in {"gzip", "x-gzip"}:
        return _members(content, limit)
    if coding == "deflate":
        zlib_wrapped = content[0] & 15 == 8 and int.from_bytes(content[:2], "big") % 31 == 0
        return _inflated(content, zlib.MAX_WBITS if zlib_wrapped else -zlib.MAX_WBITS, limit)[0]
    raise CannotDecode(f"The body is coded as {coding[:40]!r}, which was not asked for.")


def _members(content: bytes, limit: int) -> bytes:
    out = bytearray()
    while content[:2] == b"\x1f\x8b" and len(out) < limit:
        data, content = _inflated(content, zlib.MAX_WBITS + 16, limit - len(out))
        out += data
    if not out and content:
        raise CannotDecode("The body is said to be gzip and is not.")
    return bytes(out)


def _inflated(content: bytes, window: int, limit: int) -> tuple[bytes, bytes]:
    inflater, out, pending = zlib.decompressobj(window), bytearray(), content
    try:
        while pending and not inflater.eof and len(out) < limit:
            out += inflater.decompress(pending, min(_STEP, limit - len(out)))
            pending = inflater.unconsumed_tail
    except zlib.error as error:
        if not out:
            raise CannotDecode("The body's coding is damaged.") from error
        return bytes(out), b""
    return bytes(out), inflater.unused_data


def unchunked(raw: bytes) -> bytes:
    """Return what chunks hold (RFC 9112, section 7.1), up to where they break off."""
    out, start = bytearray(), 0
    while (line := raw.find(b"\n", start)) != -1:
        try:
            size = int(raw[start:line].partition(b";")[0], 16)
        except ValueError:
            break
        out += raw[line + 1 : line + 1 + max(0, size)]
        if size <= 0:
            break
        start = line + 1 + size + 2
    return bytes(out)

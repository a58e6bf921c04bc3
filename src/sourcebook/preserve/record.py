"""One WARC record as its bytes go by: its fields, and what in it is not as the record itself says (ISO 28500)."""

from __future__ import annotations

import base64
import hashlib
import re

from sourcebook.preserve.members import beginning_of

MAX_HEAD_BYTES = 1 << 20
MAX_HTTP_HEAD_BYTES = 1 << 18
_HTTP_WINDOW = 1 << 11
TAIL = b"\r\n\r\n"
_TAIL_SEEN = len(TAIL) + len(b"WARC/")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FOLD = re.compile(rb"\s*\n[ \t]+")
_FIELD = re.compile(r"\n[ \t]*([^:\s]+)[ \t]*:[ \t]*([^\r\n]*)")
_HTTP_LENGTH = re.compile(rb"(?i)\ncontent-length[ \t]*:[ \t]*(\d{1,18})[ \t\r]*(?=\n|$)")
_HTTP_CODED = re.compile(rb"(?i)\ntransfer-encoding[ \t]*:")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_BITS = {"sha1": 160, "sha256": 256, "sha512": 512, "md5": 128}
_HASHES = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "sha512": hashlib.sha512, "md5": hashlib.md5}
_BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_DIGITS = str.maketrans(
    {
        letter: digit
        for upper, digit in zip(_BASE_32, "0123456789abcdefghijklmnopqrstuv", strict=True)
        for letter in (upper, upper.lower())
    }
    | dict.fromkeys("0189", "-")
)
_HTTP_TYPES = frozenset({"response", "request", "revisit"})


class RecordCheck:
    """Takes a record's bytes piece by piece, holding none of its block; then says what is wrong with it.

    `fields` are the named fields with their names in lower case, the last of a name where it is repeated; `http_head`
    is the head of the HTTP message in it, if there is one.
    """

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.http_head = b""
        self.length = -1
        self.block_bytes = 0
        self.payload_bytes = 0
        self._trailing = b""
        self._head: bytes | None = b""
        self._http_head: bytes | None = None
        self._block: _Expected | None = None
        self._payload: _Expected | None = None
        self._wrong: str | None = None

    def take(self, piece: bytes) -> None:
        """Take the next piece of the record."""
        if self._wrong is not None:
            return
        if self._head is None:
            self._take_block(memoryview(piece))
            return
        piece = self._head + piece if self._head else piece
        start, end = end_of_head(piece)
        if end:
            self._head = None
            self._open(piece[:start])
            if self._wrong is None:
                self._take_block(memoryview(piece)[end:])
        elif len(piece) >= MAX_HEAD_BYTES:
            self._wrong = "it has no end of its head"
        else:
            self._head = piece

    def problems(self) -> tuple[str, ...]:
        """Return what is wrong, now that the record has ended; each is a clause without a full stop."""
        misframed = self.misframed()
        if misframed:
            return misframed
        found = []
        if self._trailing != TAIL:
            found.append(_said_of_tail(self._trailing))
        for name, expected in (("block", self._block), ("payload", self._payload)):
            if expected is not None and (other := expected.mismatch()) is not None:
                found.append(f"its {name} has the digest {other}, and the record says {expected.written}")
        return tuple(found)

    def misframed(self) -> tuple[str, ...]:
        """Return, now that the record has ended, why its block cannot be told from what is around it, if so."""
        if self._wrong is None and self._head is not None:
            self._wrong = "it has no whole head"
        if self._wrong is not None:
            return (self._wrong,)
        if self.block_bytes < self.length:
            return (f"its block has {self.block_bytes:,} bytes, and its Content-Length says {self.length:,}",)
        self._end_http_head()
        return ()

    def remarks(self) -> tuple[str, ...]:
        """Return what is odd about a record that is as it was written: a body cut short when it was captured."""
        if self.fields.get("warc-type") != "response" or "warc-truncated" in self.fields or not self.http_head:
            return ()
        said = _HTTP_LENGTH.findall(self.http_head)
        if not said or _HTTP_CODED.search(self.http_head) or int(said[-1]) == self.payload_bytes:
            return ()
        return (f"its HTTP body has {self.payload_bytes:,} bytes, and the HTTP Content-Length says {int(said[-1]):,}",)

    def _open(self, head: bytes) -> None:
        if not head.startswith(b"WARC/"):
            self._wrong = "it is no WARC record"
            return
        self.fields = fields_of(head)
        length = _number(self.fields.get("content-length", ""))
        if length is None:
            self._wrong = "it has no Content-Length that is a number"
            return
        self.length = length
        kind, block, payload = map(self.fields.get, ("warc-type", "warc-block-digest", "warc-payload-digest"))
        self._block = _expected(block)
        if kind in _HTTP_TYPES and self.fields.get("content-type", "").startswith("application/http"):
            self._http_head = b""
        # A revisit's payload digest is that of the payload which it refers to and does not hold.
        if kind != "revisit" and (self._http_head is not None or payload != block):
            self._payload = _expected(payload)

    def _take_block(self, piece: memoryview) -> None:
        missing = self.length - self.block_bytes
        if len(piece) > missing:
            missing = max(missing, 0)
            self._trailing = (self._trailing + bytes(piece[missing : missing + _TAIL_SEEN]))[:_TAIL_SEEN]
            piece = piece[:missing]
        if not piece:
            return
        self.block_bytes += len(piece)
        if self._block is not None:
            self._block.hashed.update(piece)
        if self._http_head is None:
            self._take_payload(piece)
        else:
            self._take_http_head(piece, self._http_head)

    def _take_http_head(self, piece: memoryview, before: bytes) -> None:
        for window in (_HTTP_WINDOW, MAX_HTTP_HEAD_BYTES):
            head = before + bytes(piece[:window])
            end = head.find(TAIL)
            if end != -1:
                self._http_head, self.http_head = None, head[:end]
                self._take_payload(piece[end + len(TAIL) - len(before) :])
                return
        self._http_head = head
        if len(head) > MAX_HTTP_HEAD_BYTES:
            self._end_http_head()

    def _end_http_head(self) -> None:
        """End a head that has no empty line after it: all of it is head, and there is no payload."""
        if self._http_head is not None:
            self.http_head, self._http_head = self._http_head, None

    def _take_payload(self, piece: memoryview) -> None:
        self.payload_bytes += len(piece)
        if self._payload is not None:
            self._payload.hashed.update(piece)


class _Expected:
    """A digest that a record gives, and the digest of the bytes that went by."""

    def __init__(self, written: str, algorithm: str, value: bytes) -> None:
        self.written = written
        self.hashed = _HASHES[algorithm](usedforsecurity=False)
        self._value = value

    def mismatch(self) -> str | None:
        """Return the true digest where it is another."""
        return None if self.hashed.digest() == self._value else f"{self.hashed.name}:{self.hashed.hexdigest()}"


def day_of(member: bytes) -> str:
    """Return the day of a record in a gzip member, `0001-01-01` where it does not say."""
    check = RecordCheck()
    check.take(beginning_of(member, MAX_HEAD_BYTES))
    day = check.fields.get("warc-date", "")[:10]
    return day if _DAY.fullmatch(day) else "0001-01-01"


def _said_of_tail(trailing: bytes) -> str:
    if trailing == TAIL + b"WARC/":
        return "more than one record stands in its gzip member"
    if TAIL.startswith(trailing):
        return "the two line ends after its block are missing"
    return "its block does not end where its Content-Length says"


def head_of(opening: bytes) -> tuple[int, int | None]:
    """Return how many bytes a record's head has, and the length of its block; None where it does not say."""
    start, end = end_of_head(opening)
    if not end:
        return len(opening), None
    return end, _number(fields_of(opening[:start]).get("content-length", ""))


def end_of_head(opening: bytes) -> tuple[int, int]:
    """Return where the lines of a head end and where its block begins; zeros where neither is there yet."""
    start = opening.find(TAIL)
    if start != -1 and opening.find(b"\n\n", 0, start) == -1:
        return start, start + len(TAIL)
    found = _HEAD_END.search(opening)
    return (found.start(), found.end()) if found else (0, 0)


def fields_of(head: bytes) -> dict[str, str]:
    """Return the named fields of a WARC or HTTP head, without its first line; a folded line goes on the one before."""
    if b"\n " in head or b"\n\t" in head:
        head = _FOLD.sub(b" ", head)
    found = _FIELD.findall(head.decode("utf-8", "replace"))
    return {name.lower(): value.rstrip() for name, value in found}


def decoded_digest(written: str) -> tuple[str, bytes] | None:
    """Return the algorithm and the bytes of a labelled digest in base 16, 32 or 64; None where it cannot be checked.

    The bytes are empty where the label is known and what follows is no digest of that kind.
    """
    algorithm, _, value = written.partition(":")
    algorithm = algorithm.lower().replace("-", "")
    bits = _BITS.get(algorithm)
    if bits is None:
        return None
    try:
        if len(value) * 4 == bits and "=" not in value:
            return algorithm, bytes.fromhex(value)
        if len(value) == (bits // 8 + 2) // 3 * 4:
            return algorithm, base64.b64decode(value, altchars=b"-_" if set(value) & {"-", "_"} else None)
        # Base 32 with the digits that `int` knows, which is ten times as fast as the library's.
        value = value.rstrip("=")
        number = int(value.translate(_DIGITS), 32) >> (len(value) * 5 - bits)
        return algorithm, number.to_bytes(bits // 8, "big")
    except (ValueError, OverflowError):
        return algorithm, b""


def _number(written: str) -> int | None:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 19 else None


def _expected(written: str | None) -> _Expected | None:
    decoded = decoded_digest(written) if written else None
    return None if written is None or decoded is None else _Expected(written, *decoded)

"""A connection that goes only where the guard let it, ends in time, and remembers every byte that went over it."""

from __future__ import annotations

import hashlib
import http.client
import io
import select
import socket
import ssl
import tempfile
import time
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO, cast

SPOOL_BYTES = 1 << 20
_BUFFER = 1 << 16
_QUICK_ACK: int | None = getattr(socket, "TCP_QUICKACK", None)


class TooMuch(OSError):
    """An answer is longer than it may be."""


class Patience:
    """How long an answer may take: a limit on silence, and a rate below which it counts as too slow."""

    def __init__(self, timeout: float, min_rate: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._timeout = timeout
        self._min_rate = min_rate
        self._clock = clock
        self._began = clock()
        self.taken = 0

    def start(self) -> None:
        """Begin with a new answer."""
        self._began = self._clock()
        self.taken = 0

    def left(self) -> float:
        """Return how many seconds the next bytes may take; raises TimeoutError where there is no time left."""
        allowed = self._timeout + self.taken / self._min_rate
        left = min(self._timeout, self._began + allowed - self._clock())
        if left <= 0:
            raise TimeoutError("the answer comes too slowly")
        return left


class _Incoming(io.RawIOBase):
    """What comes in, each piece within the time that is left."""

    def __init__(self, sock: socket.socket, patience: Patience) -> None:
        self._sock = sock
        self._file = cast(io.RawIOBase, sock.makefile("rb", buffering=0))
        self._patience = patience

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: object) -> int | None:
        """Fill a buffer with what has come; raises TimeoutError where nothing comes in time."""
        self._sock.settimeout(self._patience.left())
        count = self._file.readinto(buffer)  # type: ignore[arg-type]
        self._patience.taken += count or 0
        return count

    def close(self) -> None:
        """Let the socket's file go."""
        self._file.close()
        super().close()


class Recorder(io.RawIOBase):
    """The file that `http.client` reads an answer from; whatever it takes is kept and hashed."""

    def __init__(self, file: io.BufferedReader[Any], limit: int) -> None:
        self._file = file
        self._limit = limit
        self.answer = cast(BinaryIO, tempfile.SpooledTemporaryFile(SPOOL_BYTES))  # noqa: SIM115 - the exchange owns it
        self.block = hashlib.sha256()
        self.payload = hashlib.sha256()
        self.size = 0
        self.head = 0

    def restart(self) -> None:
        """Forget what was taken: it was an interim answer (RFC 9110, section 15.2)."""
        self.answer.seek(0)
        self.answer.truncate()
        self.block = hashlib.sha256()
        self.size = 0

    def end_head(self) -> None:
        """Say that what was taken so far is the answer's head."""
        self.head = self.size
        self.payload = hashlib.sha256()

    def limit(self, most: int) -> None:
        """Allow this many bytes after the head."""
        self._limit = self.head + most

    @property
    def is_full(self) -> bool:
        """Whether no more is allowed."""
        return self.size >= self._limit

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def read(self, size: int | None = -1) -> bytes:
        """Return `size` bytes, or fewer where the answer ends; what came before an error is kept."""
        left, pieces = self._allowed(size), []
        while left and (piece := self._took(self._file.read1(left))):
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)

    def read1(self, size: int = -1) -> bytes:
        """Return what is there, up to `size` bytes."""
        return self._took(self._file.read1(self._allowed(size)))

    def readline(self, size: int | None = -1) -> bytes:
        """Return a line, or its first `size` bytes."""
        return self._took(self._file.readline(self._allowed(size)))

    def readinto(self, buffer: object) -> int:
        """Fill a buffer."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def peek(self, size: int = 0) -> bytes:
        """Return what comes next without taking it."""
        return self._file.peek(size)

    def close(self) -> None:
        """Let the connection's file go; what was kept stays."""
        self._file.close()
        super().close()

    def _allowed(self, size: int | None) -> int:
        left = self._limit - self.size
        if left <= 0:
            raise TooMuch("the answer is longer than it may be")
        return left if size is None or size < 0 else min(size, left)

    def _took(self, data: bytes) -> bytes:
        self.answer.write(data)
        self.block.update(data)
        self.payload.update(data)
        self.size += len(data)
        return data


class _Tapped:
    """A socket as `http.client` wants one: what goes out and what comes in is remembered."""

    def __init__(self, sock: socket.socket, patience: Patience, head_limit: int) -> None:
        self._sock = sock
        self._patience = patience
        self._head_limit = head_limit
        self.sent = bytearray()
        self.recorder: Recorder | None = None

    def makefile(self, *_: object) -> Recorder:
        """Return the file from which the next answer is read, and its record."""
        incoming = io.BufferedReader(cast(Any, _Incoming(self._sock, self._patience)), _BUFFER)
        self.recorder = Recorder(incoming, self._head_limit)
        return self.recorder

    def sendall(self, data: bytes) -> None:
        """Send bytes and remember them."""
        self._sock.settimeout(self._patience.left())
        self._sock.sendall(data)
        self.sent += data
        if _QUICK_ACK is not None:
            # A host that sends head and body apart waits for our acknowledgement, which the system holds back.
            self._sock.setsockopt(socket.IPPROTO_TCP, _QUICK_ACK, 1)

    def fileno(self) -> int:
        """Return the socket's number."""
        return self._sock.fileno()

    def settimeout(self, _: float | None) -> None:
        """Do nothing: how long each step may take is for the patience to say."""

    def close(self) -> None:
        """Close the socket, once its files are closed too."""
        self._sock.close()


class Connection(http.client.HTTPConnection):
    """A connection to the first of the admitted addresses that takes it; the name is used for TLS and `Host` only."""

    MAX_HEAD_BYTES = 1 << 18

    def __init__(self, host: str, port: int, *, addresses: Sequence[str], tls: bool, patience: Patience) -> None:
        super().__init__(host, port)
        self.default_port = 443 if tls else 80
        self._addresses = addresses
        self._tls = tls
        self.patience = patience
        self.peer = ""
        self._tap: _Tapped | None = None

    def connect(self) -> None:
        """Connect to an admitted address and, where it is asked for, agree on TLS with the certificate checked."""
        self.patience.start()
        plain = self._first_that_takes()
        if self._tls:
            try:
                plain.settimeout(self.patience.left())
                plain = _tls_context().wrap_socket(plain, server_hostname=self.host.strip("[]"))
            except BaseException:
                plain.close()
                raise
        self.peer = plain.getpeername()[0]
        self._tap = _Tapped(plain, self.patience, self.MAX_HEAD_BYTES)
        self.sock = cast(socket.socket, self._tap)

    def is_quiet(self) -> bool:
        """Tell whether the open connection waits for a request: nothing unasked has come, and no end."""
        try:
            return self.sock is not None and not select.select([self._tapped().fileno()], [], [], 0)[0]
        except (OSError, ValueError):
            return False

    def begin(self) -> None:
        """Start the record of a new exchange."""
        self.patience.start()
        if self.sock is not None:
            self._tapped().sent.clear()

    def sent(self) -> bytes:
        """Return the bytes of the request."""
        return bytes(self._tapped().sent) if self.sock is not None else b""

    def recorder(self) -> Recorder:
        """Return the record of the answer that is being read."""
        found = self._tapped().recorder
        if found is None:
            raise http.client.ResponseNotReady
        return found

    def give_up(self) -> None:
        """Close the connection, and let go of the answer that was begun."""
        if self._tap is not None and self._tap.recorder is not None:
            self._tap.recorder.answer.close()
        self.close()

    def _tapped(self) -> _Tapped:
        return cast(_Tapped, self.sock)

    def _first_that_takes(self) -> socket.socket:
        last: OSError = ConnectionError("no address takes a connection")
        for address in self._addresses[:4]:
            try:
                made = socket.create_connection((address, self.port), timeout=self.patience.left())
            except OSError as error:
                last = error
                continue
            made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return made
        raise last


_CONTEXTS: list[ssl.SSLContext] = []


def _tls_context() -> ssl.SSLContext:
    if not _CONTEXTS:
        context = ssl.create_default_context()
        context.set_alpn_protocols(["http/1.1"])
        _CONTEXTS.append(context)
    return _CONTEXTS[0]

"""Servers on the loopback interface that answer with exactly the bytes they are told, and then do what they are told."""

import contextlib
import socket
import threading
import time

from sourcebook.preserve.fetch import Fetcher
from sourcebook.settings import Fetching

QUICK = Fetching(timeout=1.0, delay=0.0, retry_delay=0.0, max_redirects=5, min_rate=1000)


def fetcher(settings=QUICK, **more):
    return Fetcher(settings, agent="Sourcebook/test", allow_private=True, **more)


def answer(status="200 OK", body=b"", *headers, length=True):
    """Return the bytes of an answer."""
    body = body.encode() if isinstance(body, str) else body
    lines = [f"HTTP/1.1 {status}", *headers, *([f"Content-Length: {len(body)}"] if length else [])]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


class Server:
    """Answers each request with what `respond(path, request)` returns.

    That is bytes, or an iterable of bytes and of seconds to wait; the connection is closed after it, unless the server
    keeps alive.
    """

    def __init__(self, respond, *, keep_alive=False):
        self.respond = respond
        self.keep_alive = keep_alive
        self.asked = []
        self.times = []
        self._closing = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def url(self, path="/"):
        return f"http://127.0.0.1:{self.port}{path}"

    def close(self):
        self._closing.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(2)

    def _accept(self):
        while not self._closing.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        with connection, contextlib.suppress(OSError):
            connection.settimeout(10)
            while self._one(connection) and self.keep_alive:
                pass

    def _one(self, connection):
        request = b""
        while b"\r\n\r\n" not in request:
            piece = connection.recv(65536)
            if not piece:
                return False
            request += piece
        path = request.split(b" ", 2)[1].decode("latin-1")
        self.asked.append(path)
        self.times.append(time.monotonic())
        said = self.respond(path, request)
        for piece in [said] if isinstance(said, bytes) else said:
            if self._closing.is_set():
                return False
            if isinstance(piece, bytes):
                connection.sendall(piece)
            else:
                self._closing.wait(piece)
        return True


@contextlib.contextmanager
def serving(respond, **more):
    """Serve for a while; `respond` may be bytes, a table of paths, or a function of the path and the request."""
    table = {"*": respond} if isinstance(respond, bytes) else respond
    if isinstance(table, dict):
        missing = answer("404 Not Found", "nothing here")

        def look_up(path, _):
            return table.get(path, table.get("*", missing))

        server = Server(look_up, **more)
    else:
        server = Server(table, **more)
    try:
        yield server
    finally:
        server.close()

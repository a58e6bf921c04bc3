"""A site on the loopback interface for as long as a test looks at it: one of our server, or one of files."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import uvicorn

from sourcebook.publish.offered import SERVED_FILES
from sourcebook.publish.site.app import create_app
from sourcebook.publish.site.site_page import Site


@contextmanager
def served(open_view, site: Site) -> Iterator[str]:
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(open_view, lambda: site, SERVED_FILES), log_level="error", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listening.close()


class AsHosted(SimpleHTTPRequestHandler):
    """Hands out files as the hosts of static sites do: what is not there is answered with the page for that."""

    def send_error(self, code, message=None, explain=None):
        """Send the page that says that nothing stands here."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (self.root / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    @property
    def root(self):
        """The folder of the site."""
        return Path(self.directory)

    def log_message(self, *_):
        """Say nothing on the terminal."""


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """Hand out the files of a published site and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(AsHosted, directory=folder))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join(timeout=10)
        server.server_close()

"""`sourcebook serve`: show the archive in a browser."""

from __future__ import annotations

import os
import socket
import sys
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sourcebook.cli.bars import counting
from sourcebook.cli.folder import chosen
from sourcebook.errors import MissingExtra, UsageError
from sourcebook.pipeline.excerpts import count_copies
from sourcebook.settings import Settings, load
from sourcebook.store import SqliteStore

if TYPE_CHECKING:
    from litestar import Litestar

    from sourcebook.publish.site.site_page import Site

LOOPBACK = "127.0.0.1"
PORT = 8000
EXTRA = ("litestar", "jinja2", "uvicorn")


def serve(
    context: typer.Context,
    *,
    host: Annotated[str, typer.Option(help="The address to listen on; the default is reached from here alone.")] = (
        LOOPBACK
    ),
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on; 0 takes a free one.")] = PORT,
) -> None:
    """Show the archive in a browser, until Ctrl-C."""
    serve_folder(chosen(context), host=host, port=port)


def serve_folder(folder: Path, *, host: str = LOOPBACK, port: int = PORT) -> None:
    """Serve a sourcebook until Ctrl-C and print its address; UsageError where the port cannot be had."""
    _need_the_extra()
    settings = load(folder)
    with counting("Counting the words of kept copies") as step:
        count_copies(folder, settings, progress=step)
    listening = _listen(host, port)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{listening.getsockname()[1]}"
    app = _app(folder, settings, address)
    print(address + "/", flush=True)
    print("Press Ctrl-C to stop.", file=sys.stderr)
    _run(app, listening)


def _need_the_extra() -> None:
    """Raise MissingExtra where a package that only the site needs is not installed."""
    if any(find_spec(name) is None for name in EXTRA):
        raise MissingExtra("site", "Showing the archive in a browser")


def _app(folder: Path, settings: Settings, address: str) -> Litestar:
    from sourcebook.publish.offered import SERVED_FILES, packs_to_serve
    from sourcebook.publish.site.app import create_app
    from sourcebook.publish.site.site_page import Site
    from sourcebook.publish.site.words import words_in

    def today() -> Site:
        return Site(
            settings=settings,
            address=settings.address or address,
            as_of=datetime.now(tz=UTC).date().isoformat(),
            words=words_in(settings.language),
            folder=folder,
            packs=packs_to_serve(),
        )

    return create_app(SqliteStore(folder).view, today, SERVED_FILES)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        raise UsageError(
            f"Port {port} cannot be used: {reason}.",
            where=host,
            next_step="Choose another: sourcebook serve --port 8001",
        ) from error


def _run(app: Litestar, listening: socket.socket) -> None:
    import uvicorn

    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=2, lifespan="on"
    )
    try:
        uvicorn.Server(config).run(sockets=[listening])
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
    finally:
        listening.close()

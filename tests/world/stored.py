"""The tiny archive in a database, as the site reads it when it is served."""

from __future__ import annotations

from tests.world.archive import WORLD

from sourcebook.model import Document
from sourcebook.pipeline.create import create
from sourcebook.store import SqliteStore


def stored(folder) -> SqliteStore:
    """Return a store in a new sourcebook in this folder that holds every page of the world."""
    create(folder)
    store = SqliteStore(folder)
    with store.writer() as writer:
        for number, page in enumerate(WORLD.held):
            writer.put_page(page, Document(text="", media_type="text/plain", digest=f"sha256:{number:064x}"))
    return store

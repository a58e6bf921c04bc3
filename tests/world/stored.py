"""The tiny archive in a database, as the site reads it when it is served."""

from __future__ import annotations

from sourcebook.model import Document
from sourcebook.pipeline.claiming import claims_of
from sourcebook.pipeline.comparing import compare_stale, mark_everything
from sourcebook.pipeline.create import create
from sourcebook.store import SqliteStore


def stored_pages(folder, pages) -> SqliteStore:
    """Return a store in a new sourcebook in this folder that holds these pages, read and compared."""
    create(folder / "book")
    store = SqliteStore(folder / "book")
    with store.writer() as writer:
        for number, page in enumerate(pages):
            document = Document(text="", media_type="text/plain", digest=f"sha256:{number:064x}")
            writer.put_page(page, document, claims_of(page))
        mark_everything(writer.evidence)
    compare_stale(store)
    return store

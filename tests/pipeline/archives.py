"""Sourcebooks made of the sample's pages, and everything that one shows, for comparison."""

import io
from pathlib import Path

import sourcebook.pipeline
from sourcebook.pipeline.create import create
from sourcebook.pipeline.document import add
from sourcebook.pipeline.sources import sources
from sourcebook.query.search import search
from sourcebook.store import SqliteStore

NOW = "2024-05-06T07:08:09Z"
SAMPLE = Path(sourcebook.pipeline.__file__).parent / "sample"


def new(folder):
    create(folder)
    return folder


def put(folder, *named, stdin=b"", **more):
    return add(folder, list(sources([str(name) for name in named], io.BytesIO(stdin))), now=NOW, **more)


def shown(folder):
    """Return all that a view of this sourcebook shows."""
    with SqliteStore(folder).view() as view:
        rows = view.pages()
        pages = [view.page(row.place, row.topic) for row in rows]
        works = sorted({entry.work.id for page in pages for entry in page.entries})
        return {
            "rows": rows,
            "pages": pages,
            "works": [(view.work(work), view.visits(work)) for work in works],
            "latest": view.latest(1000),
            "captures": [view.captures(row.digest) for row in rows],
            "figures": view.evidence.figures(),
            "findings": view.evidence.findings(),
            "families": view.evidence.families(),
            "decisions": view.evidence.decisions(standing=False),
            "withdrawals": view.withdrawals(),
            "looks": [view.looks(cited.url) for cited in view.cited()],
            "found": [search(view, words, limit=1000) for words in ("trafficking", "wom*", '"of the"')],
        }

"""Put a page that was read, with its claims, and mark what must be compared again."""

from __future__ import annotations

from sourcebook.pipeline.claiming import claims_of
from sourcebook.pipeline.comparing import scopes_of
from sourcebook.pipeline.reading import Reading
from sourcebook.store import SqliteWriter


def put_reading(writer: SqliteWriter, reading: Reading) -> bool:
    """Put a page and its claims within the writer's transaction; False where this very state is there already."""
    evidence = writer.evidence
    before = evidence.figures_on(reading.place, reading.page.topic)
    if not writer.put_page(reading.page, reading.document, claims_of(reading.page)):
        return False
    after = evidence.figures_on(reading.place, reading.page.topic)
    evidence.mark_stale(scopes_of(reading.place, (*before, *after)))
    return True

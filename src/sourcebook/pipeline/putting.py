"""Put a page that was read, with its claims, and mark what must be compared again."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.pipeline.claiming import claims_of
from sourcebook.pipeline.comparing import scopes_of
from sourcebook.pipeline.namesakes import beside_its_namesakes
from sourcebook.pipeline.reading import Reading
from sourcebook.pipeline.works import file_works
from sourcebook.store import SqliteWriter
from sourcebook.store.evidence import EvidenceWriter


def put_readings(writer: SqliteWriter, readings: Iterable[Reading]) -> bool:
    """Put the pages that one thing holds; False where every state is there already."""
    return sum(put_reading(writer, reading) for reading in readings) > 0


def put_reading(writer: SqliteWriter, reading: Reading) -> bool:
    """Put a page and its claims within the writer's transaction; False where this very state is there already.

    A report that would take the page of another of its name gets one of its own.
    """
    reading = beside_its_namesakes(writer, reading)
    evidence = writer.evidence
    before = _scopes(evidence, reading)
    if not writer.put_page(reading.page, reading.document, claims_of(reading.page, reading.given)):
        return False
    file_works(writer, reading.page)
    evidence.mark_stale(before | _scopes(evidence, reading))
    return True


def _scopes(evidence: EvidenceWriter, reading: Reading) -> set[str]:
    """Return the scopes that the page as it is shown can change."""
    where = (reading.place, reading.page.topic)
    scopes = scopes_of(reading.place, evidence.figures_on(*where))
    return scopes | {f"tiers|{placed.claim.country}" for placed in evidence.tiers_on(*where)}

"""Findings about a country as of a day: those that are kept, and the gaps, which depend on the day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sourcebook.model.finding import Finding
from sourcebook.reconcile.gaps import gaps
from sourcebook.store.evidence import Evidence

# The order in which a reader needs them (see "What to watch" in the design of the pages).
ORDER = (
    "conflict",
    "parts_over",
    "parts_short",
    "repeat",
    "drift",
    "parts_hold",
    "implied",
    "elsewhere",
    "carried_over",
    "not_comparable",
    "gap",
)


def findings(evidence: Evidence, as_of: date, country: str | None = None) -> tuple[Finding, ...]:
    """Return every finding about a country, or about all, in the order in which a reader needs them."""
    countries = [country] if country else list(evidence.countries())
    missing = [gap for code in countries for gap in _gaps(evidence, code, as_of)]
    found = [*evidence.findings(country), *missing]
    return tuple(sorted(found, key=lambda finding: (finding.country or "", ORDER.index(finding.kind))))


def on_page(evidence: Evidence, place: str, as_of: date) -> tuple[Finding, ...]:
    """Return what to watch on a country's page: its own findings, and those of its pages about elsewhere."""
    return on_pages(evidence, (place,), as_of)[place]


def on_pages(evidence: Evidence, places: Iterable[str], as_of: date) -> dict[str, tuple[Finding, ...]]:
    """Return what to watch on the pages of several countries; what is about elsewhere is read once."""
    elsewhere = evidence.findings(kind="elsewhere")
    return {place: _of_page(evidence, elsewhere, place, as_of) for place in places}


def _of_page(evidence: Evidence, held: Iterable[Finding], place: str, as_of: date) -> tuple[Finding, ...]:
    elsewhere = [one for one in held if place in one.because]
    own = [one for one in findings(evidence, as_of, place) if one not in elsewhere]
    return tuple(sorted((*own, *elsewhere), key=lambda finding: ORDER.index(finding.kind)))


def _gaps(evidence: Evidence, country: str, as_of: date) -> tuple[Finding, ...]:
    rejected = evidence.judged.rejected
    works = evidence.looked(country)
    mentions = evidence.figures(country)
    if not works and not mentions:
        return ()
    return tuple(gap for gap in gaps(country, mentions, works, as_of) if gap.id not in rejected)

"""Keep what comparing shows up to date: a page marks the scopes that it can change, and only those are compared again.

A scope is a text: `block|PLACE|LOW|HIGH` holds the figures of one value in one place, `bucket|PLACE|COUNTS|YEAR` those
of one kind and year, `pages|PLACE` what a country's pages show by themselves, `tiers|PLACE` the tiers that works give
it. Marking is part of the transaction that puts a page, so that a process killed in between leaves the scopes marked
for the next one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from sourcebook.model.finding import Family, Finding, Mention
from sourcebook.reconcile.conflicts import PAIRED_COUNTS, bucket_keys
from sourcebook.reconcile.families import block_key, repeated_families
from sourcebook.reconcile.findings import of_block, of_bucket, of_pages, of_passage
from sourcebook.reconcile.tiers import of_tiers
from sourcebook.store import SqliteStore
from sourcebook.store.evidence import EvidenceWriter

BATCH = 400
# What is kept does not depend on the day: a work dated in the future is judged when a view is asked.
NEVER = date.max


def scopes_of(page: str, mentions: Iterable[Mention]) -> set[str]:
    """Return every scope whose findings the figures of a country's page can change."""
    scopes = {f"pages|{page}", f"tiers|{page}"}
    for mention in mentions:
        place, low, high = block_key(mention)
        scopes.add(f"block|{place or ''}|{low!r}|{high!r}")
        scopes.update("bucket|{}|{}|{}".format(*key) for key in bucket_keys(mention))
    return scopes


def compare_stale(store: SqliteStore, progress: Callable[[int, int], None] = lambda _done, _all: None) -> int:
    """Compare again every scope that is marked, some in each transaction; return how many there were.

    `progress` is told how many are done of how many there are.
    """
    done, expected = 0, 0
    while True:
        with store.writer() as writer:
            evidence = writer.evidence
            scopes = evidence.stale(BATCH)
            # Counting goes through all that wait: once, and again only where others marked more meanwhile.
            if done + len(scopes) > expected:
                expected = done + evidence.count_stale()
            for scope in scopes:
                evidence.replace(scope, *_compared(evidence, scope))
        done += len(scopes)
        progress(done, expected)
        if len(scopes) < BATCH:
            return done


def mark_everything(evidence: EvidenceWriter) -> None:
    """Mark every scope that any page can change, as if all had been added anew."""
    evidence.mark_stale(f"tiers|{country}" for country in evidence.rated())
    for place in evidence.countries():
        evidence.mark_stale(scopes_of(place, evidence.standing_on(place)))


def _compared(evidence: EvidenceWriter, scope: str) -> tuple[tuple[Finding, ...], tuple[Family, ...]]:
    kind, place, *rest = scope.split("|")
    if kind == "block":
        low, high = (None if bound == "None" else float(bound) for bound in rest)
        mentions = evidence.in_block(place or None, low, high)
        families = repeated_families(mentions, NEVER, evidence.judged.ties)
        return of_block(families), families
    if kind == "bucket":
        counts, year = PAIRED_COUNTS.get(rest[0], (rest[0],)), int(rest[1])
        return of_bucket((place, rest[0], year), evidence.in_bucket(place, counts, year), NEVER), ()
    if kind == "tiers":
        return of_tiers(evidence.placings(place)), ()
    on_pages = evidence.standing_on(place)
    return (*_sums(on_pages), *of_pages(on_pages, evidence.wordings(place))), ()


def _sums(mentions: Iterable[Mention]) -> tuple[Finding, ...]:
    by_passage: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_passage[mention.passage].append(mention)
    return tuple(finding for passage in by_passage.values() for finding in of_passage(passage))

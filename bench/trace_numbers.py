"""Trace numbers in an archive of many generated figures, and add one page to it: milliseconds and seconds.

    python bench/trace_numbers.py [--figures 1000000]

Pages of fifty figures each are put with their claims, without reading them from text, and compared as when they are
added; each stands in some 250 characters of text. Then numbers are traced, rare and common ones, and one more page is
added and compared.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sourcebook.model import Document, Entry, Page, Passage, Work
from sourcebook.model.claim import Claim
from sourcebook.model.identity import passage_id
from sourcebook.model.kinds import Figure
from sourcebook.pipeline.comparing import compare_stale, scopes_of
from sourcebook.pipeline.create import create
from sourcebook.query.families import trace
from sourcebook.store import SqliteStore
from sourcebook.store.evidence import Asked
from sourcebook.vocabulary.countries import countries

PLACES = sorted(countries())
BODIES = (None, "UNICEF", "the IOM", "NGO sources", "the government", "the Ministry of Interior", "police")
PER_PAGE, PER_WORK = 50, 5
SYLLABLES = [first + vowel + last for first in "bdfgklmnprstvw" for vowel in "aeiou" for last in ("", "n", "r", "st")]
SHARED = "Inspectors went to the harbour in spring, and what the workers told them there was written down and kept."
SHARE = 0.02
TODAY = date(2026, 11, 25)


def figure(rng: random.Random, value: int, text: str, place: str) -> Figure:
    """Return a figure of one value with fields drawn at random."""
    number = f"{value:,}"
    start = text.index(number)
    return Figure(
        id="f1", start=start, end=start + len(number), number=number, low=value, high=value, qualifier="exact",
        counts=rng.choice(("victims", "people", "cases", "prosecutions")), status=rng.choice((None, "identified", "estimated")),
        place=place, period=rng.choice((None, "annual", str(rng.randint(2000, 2024)))), said_by=rng.choice(BODIES),
    )  # fmt: skip


def prose(rng: random.Random) -> str:
    """Return a sentence of fifteen made-up words; now and then one that many works share."""
    words = [rng.choice(SYLLABLES) + rng.choice(SYLLABLES) for _ in range(15)]
    return SHARED if rng.random() < SHARE else f"{' '.join(words).capitalize()}."


def generated(rng: random.Random, number: int) -> tuple[Page, dict[str, list[Claim]]]:
    """Return one page of fifty figures with its claims."""
    place = PLACES[number % len(PLACES)]
    entries, claims = [], {}
    for at in range(PER_PAGE // PER_WORK):
        work = Work(
            title=f"Report {number}-{at}",
            publisher=f"Office {rng.randint(1, 400)}",
            issued=str(rng.randint(2001, 2025)),
        )
        passages = []
        for ordinal in range(1, PER_WORK + 1):
            value = rng.choice((rng.randint(2, 99), rng.randint(100, 9_999), rng.randint(1, 60) * 1000))
            text = f"{prose(rng)} In district {ordinal} they counted {value:,}, report {number}-{at} says. {prose(rng)}"
            passage = Passage(id=passage_id(work.id, text, 0), text=text, start=0, end=len(text), ordinal=ordinal)
            passages.append(passage)
            claims[passage.id] = [figure(rng, value, text, place)]
        entries.append(Entry(work=work, start=0, end=1, section="archives", passages=tuple(passages)))
    return Page(place=place, topic=f"topic-{number}", heading=place, entries=tuple(entries)), claims


def put(
    store: SqliteStore, pages: Iterator[tuple[int, tuple[Page, dict[str, list[Claim]]]]], *, batch: int = 200
) -> None:
    """Put pages with their claims and mark what they can change."""
    held = list(pages)
    for start in range(0, len(held), batch):
        with store.writer() as writer:
            for number, (page, claims) in held[start : start + batch]:
                writer.put_page(
                    page, Document(text="", media_type="text/plain", digest=f"sha256:{number:064x}"), claims
                )
                evidence = writer.evidence
                evidence.mark_stale(scopes_of(page.place or "", evidence.figures_on(page.place or "", page.topic)))


def traced(store: SqliteStore, rng: random.Random, count: int) -> list[float]:
    """Return how many milliseconds each of these traces took: rare and common numbers, half of them in one country."""
    times = []
    with store.view() as view:
        for at in range(count):
            value = rng.choice((rng.randint(2, 99), rng.randint(100, 9_999), rng.randint(1, 60) * 1000))
            country = rng.choice(PLACES) if at % 2 else None
            started = time.perf_counter()
            trace(view.evidence, Asked(country, value, value), TODAY)
            times.append((time.perf_counter() - started) * 1000)
    return times


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--figures", type=int, default=1_000_000)
    options = asked.parse_args()
    rng = random.Random(3)
    with tempfile.TemporaryDirectory() as folder:
        create(Path(folder) / "book")
        store = SqliteStore(Path(folder) / "book")
        count = options.figures // PER_PAGE
        started = time.perf_counter()
        for start in range(0, count, 1000):
            put(store, ((number, generated(rng, number)) for number in range(start, min(count, start + 1000))))
        print(f"{options.figures:,} figures put in {time.perf_counter() - started:.0f} s", flush=True)
        started = time.perf_counter()
        scopes = compare_stale(store)
        print(f"{scopes:,} scopes compared in {time.perf_counter() - started:.0f} s", flush=True)
        times = sorted(traced(store, rng, 400))
        print(f"trace: p50 {statistics.median(times):.1f} ms, p99 {times[int(len(times) * 0.99)]:.1f} ms")
        started = time.perf_counter()
        put(store, iter([(count, generated(rng, count))]))
        scopes = compare_stale(store)
        print(f"one page of {PER_PAGE} figures more: {scopes} scopes, {time.perf_counter() - started:.2f} s")


if __name__ == "__main__":
    main()

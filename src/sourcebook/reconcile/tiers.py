"""Tiers that works give a country: where two disagree about one report, and where a work still tells an old one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from sourcebook.model import Value
from sourcebook.model.finding import Finding
from sourcebook.reconcile.sentences import named
from sourcebook.reconcile.years import ranges
from sourcebook.vocabulary.dates import edtf_year

# A work of the year after a report tells the latest one that it can; two years after, a newer one was out.
FRESH = 1


class Placing(Value, frozen=True, kw_only=True):
    """A tier that a passage gives a country in the report of a year.

    `official` where a public table or reference work gives it field by field; `dated` where its words name the report;
    `quoted` where the words are the work's own.
    """

    country: str
    tier: str
    year: int
    work: str
    title: str
    passage: str
    text: str = ""
    issued: str | None = None
    official: bool = False
    dated: bool = False
    quoted: bool = True

    @property
    def said(self) -> str:
        """The tier in words."""
        return self.tier if self.tier == "Special Case" else f"Tier {self.tier}"


def of_tiers(placings: Iterable[Placing]) -> tuple[Finding, ...]:
    """Return the conflicts among a country's tiers, and the works that still tell an old one."""
    held = sorted(placings, key=lambda placing: (placing.year, placing.issued or "", placing.work, placing.passage))
    return (*_conflicts(held), *_stale(held))


def _conflicts(placings: Sequence[Placing]) -> Iterable[Finding]:
    """Yield one conflict for each two tiers that works give for one report, told of the first works that do.

    One of the two must be official; the other may be prose whose words name that report.
    """
    by_year: dict[int, dict[str, list[Placing]]] = defaultdict(lambda: defaultdict(list))
    for placing in placings:
        if placing.dated if placing.official else _names_report(placing):
            by_year[placing.year][placing.tier].append(placing)
    for year, by_tier in by_year.items():
        for one, other in combinations(by_tier.values(), 2):
            pair = _pair(one, other)
            if pair:
                yield _conflict(year, *pair, placings)


def _pair(one: Sequence[Placing], other: Sequence[Placing]) -> tuple[Placing, Placing] | None:
    pairs = [(a, b) for a in one for b in other if a.work != b.work and (a.official or b.official)]
    return min(pairs, key=lambda pair: (not pair[0].official, not pair[1].official)) if pairs else None


def _names_report(placing: Placing) -> bool:
    """Tell whether a passage ties its tier to the report of that year by its own words."""
    year = placing.year
    told = rf"\b{year}\b.{{0,60}}\breport\b|\breport\b.{{0,40}}\b{year}\b"
    return re.search(told, placing.text, re.IGNORECASE | re.DOTALL) is not None


def _conflict(year: int, one: Placing, other: Placing, placings: Sequence[Placing]) -> Finding:
    reasons = _explained(one, other, placings)
    text = (
        f"For the report of {year} “{one.title}” has {named(one.country)} on {one.said}, and “{other.title}” on"
        f" {other.said}; it could be {' or '.join(reasons)}."
    )
    return Finding(
        kind="conflict",
        country=one.country,
        text=text,
        numbers=(one.said, other.said),
        works=(one.work, other.work),
        passages=(one.passage, other.passage),
        because=reasons,
        what=f"tier {year}",
    )


def _explained(one: Placing, other: Placing, placings: Sequence[Placing]) -> tuple[str, ...]:
    """Return what could explain it: a tier that stands in the neighbouring report, an edition printed late, a slip."""
    reasons = []
    for given, against in ((one, other), (other, one)):
        years = sorted(
            placing.year
            for placing in placings
            if placing.work == against.work and placing.tier == given.tier and abs(placing.year - given.year) == 1
        )
        if years:
            reasons.append(f"the tier of the report of {years[0]}, told under the year beside it")
        issued = edtf_year(given.issued) if given.issued else None
        if issued and issued > given.year:
            reasons.append(f"a change between the report of {given.year} and the edition of {issued}")
    return (*dict.fromkeys(reasons), "a slip in one of the works")


def _stale(placings: Sequence[Placing]) -> Iterable[Finding]:
    """Yield, for each old report, the editions that still tell its tier, with what came after it."""
    old: dict[tuple[int, str], dict[int, Placing]] = defaultdict(dict)
    for placing in placings:
        issued = edtf_year(placing.issued) if placing.issued else None
        if placing.official and placing.quoted and issued and issued - placing.year > FRESH:
            old[placing.year, placing.tier].setdefault(issued, placing)
    for (year, _), by_issue in old.items():
        works = [by_issue[issued] for issued in sorted(by_issue)]
        first, later = works[0], _later(year, max(by_issue), placings)
        told = f"{named(first.country)} on {first.said} in the report of {year}"
        text = f"What was issued in {ranges(sorted(by_issue))} still tells {told}"
        text += f"; by the report of {later.year} it stood on {later.said}." if later else "."
        yield Finding(
            kind="gap",
            country=first.country,
            text=text,
            works=tuple(dict.fromkeys(placing.work for placing in works)),
            passages=tuple(dict.fromkeys(placing.passage for placing in works)),
            what=f"stale tier {year}",
        )


def _later(year: int, until: int, placings: Sequence[Placing]) -> Placing | None:
    """Return the last tier known of the reports after one, up to a year."""
    return next((placing for placing in reversed(placings) if year < placing.year <= until and placing.official), None)

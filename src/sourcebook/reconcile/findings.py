"""Findings by scope: what a passage, a block of equal numbers, a bucket of a year, and a page each show.

Each scope depends on its own mentions alone, so that adding a page touches only the scopes that it can change; a
full rebuild goes through all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sourcebook.model.finding import Family, Finding, Mention
from sourcebook.reconcile.carried import CarriedOver, Wording, carried_over
from sourcebook.reconcile.conflicts import BucketKey, bucket_comparisons
from sourcebook.reconcile.parts import implied, ways
from sourcebook.reconcile.sentences import elsewhere, of_comparison, of_family, of_implied, of_way
from sourcebook.reconcile.wording import gained, lost


def of_passage(mentions: Sequence[Mention]) -> tuple[Finding, ...]:
    """Return what the figures of one passage show among themselves: sums and what they imply."""
    checked = (of_way(way) for way in ways(mentions))
    return (*(finding for finding in checked if finding), *(of_implied(found) for found in implied(mentions)))


def of_block(families: Iterable[Family]) -> tuple[Finding, ...]:
    """Return what the families of one block show."""
    return tuple(finding for family in families for finding in of_family(family))


def of_bucket(key: BucketKey, bucket: Iterable[Mention], as_of: date) -> tuple[Finding, ...]:
    """Return the conflicts and refusals of one year's figures of one kind in one place."""
    return tuple(of_comparison(compared) for compared in bucket_comparisons(key, bucket, as_of))


def of_pages(mentions: Iterable[Mention], wordings: Sequence[Wording]) -> tuple[Finding, ...]:
    """Return what a country's pages show: claims about elsewhere, and text carried over between their works."""
    return (*elsewhere(mentions), *(of_carried(pair) for pair in carried_over(wordings)))


def of_carried(pair: CarriedOver) -> Finding:
    """Return the finding that a carried-over text makes."""
    names = f"“{pair.earlier.title}” and “{pair.later.title}”"
    if pair.exact:
        text = f"{names} have a text in common, word for word."
    else:
        dropped = "; ".join(f"“{words}”" for words in lost(pair.runs))
        added = "; ".join(f"“{words}”" for words in gained(pair.runs))
        changes = [f"the later one loses {dropped}"] * bool(dropped) + [f"it gains {added}"] * bool(added)
        text = f"{names} share a text; {' and '.join(changes)}." if changes else f"{names} share a text."
    return Finding(
        kind="carried_over",
        country=pair.later.page,
        text=text,
        works=(pair.earlier.work, pair.later.work),
        passages=(pair.earlier.passage, pair.later.passage),
        because=(pair.earlier_text, pair.later_text),
    )

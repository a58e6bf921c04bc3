"""What waits for an editor: everything that nobody has decided yet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Literal

from sourcebook.model import Value
from sourcebook.query.findings import findings
from sourcebook.store import View
from sourcebook.store.base import Placed
from sourcebook.vocabulary.dates import edtf_bounds, edtf_to_words, is_edtf

What = Literal["conflict", "sum", "drift", "match", "date", "stale", "rotted", "risk"]
_FINDINGS: dict[str, What] = {"conflict": "conflict", "parts_short": "sum", "parts_over": "sum", "drift": "drift"}
STALE_AFTER = 5
_ROTTED = ("gone", "soft_404")


class Waiting(Value, frozen=True, kw_only=True):
    """One thing that waits, by the identifier that a decision names."""

    id: str
    country: str | None
    what: What
    text: str


def waiting(view: View, as_of: date, country: str | None = None) -> tuple[Waiting, ...]:
    """Return what waits for an editor in one country or in all, without what was decided."""
    decided = {decision.target for decision in view.evidence.decisions()}
    found = (
        *_from_risks(view, country),
        *_from_findings(view, as_of, country),
        *_from_families(view, country),
        *_from_works(view, as_of, country),
    )
    return tuple({one.id: one for one in reversed(found) if one.id not in decided}.values())[::-1]


def _from_risks(view: View, country: str | None) -> Iterator[Waiting]:
    """Yield the passages that may identify someone: nothing is published before they are decided on."""
    for one in view.evidence.held():
        if country in (None, one.place):
            kinds = sorted({json.loads(risk)["kind"].replace("_", " ") for risk in one.risks})
            text = f"A passage of “{one.title}” may identify someone ({', '.join(kinds)}): mask, shorten or publish it."
            yield Waiting(id=one.passage, country=one.place, what="risk", text=text)


def _from_findings(view: View, as_of: date, country: str | None) -> Iterator[Waiting]:
    for finding in findings(view.evidence, as_of, country):
        if finding.kind in _FINDINGS:
            yield Waiting(id=finding.id, country=finding.country, what=_FINDINGS[finding.kind], text=finding.text)


def _from_families(view: View, country: str | None) -> Iterator[Waiting]:
    """Yield the families in which it is unclear who repeats whom."""
    for family in view.evidence.families(country):
        if family.at_least != family.at_most:
            number = family.mentions[0].mention.number
            text = f"{number} in {len(family.works)} works: between {family.at_least} and {family.at_most} sources."
            yield Waiting(id=family.id, country=family.country, what="match", text=text)


def _from_works(view: View, as_of: date, country: str | None) -> Iterator[Waiting]:
    for page in view.pages():
        if country in (None, page.place):
            for placed in view.entries(page.place, page.topic):
                yield from _about_work(placed, as_of)


def _about_work(placed: Placed, as_of: date) -> Iterator[Waiting]:
    work, visits = placed.entry.work, placed.entry.visits
    if work.issued and work.issued.startswith("["):
        text = f"“{work.title}” is dated {edtf_to_words(work.issued)}."
        yield Waiting(id=work.id, country=placed.place, what="date", text=text)
    if any(visit.outcome in _ROTTED for visit in visits[-1:]):
        yield Waiting(id=work.id, country=placed.place, what="rotted", text=f"“{work.title}” is gone from its address.")
    seen = [visit.when for visit in visits if visit.when and is_edtf(visit.when)]
    last = max((edtf_bounds(when)[1] for when in seen), default=None)
    if last is None or last.year < as_of.year - STALE_AFTER:
        since = f"since {last.year}" if last else "as far as is known"
        text = f"Nobody has looked at “{work.title}” {since}."
        yield Waiting(id=work.id, country=placed.place, what="stale", text=text)

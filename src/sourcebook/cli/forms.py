"""Families and findings in the form in which they are printed as JSON."""

from __future__ import annotations

from collections.abc import Mapping

from sourcebook.model.finding import FamilyMention, Finding
from sourcebook.query.families import TracedFamily


def family_form(traced: TracedFamily) -> dict[str, object]:
    """Return a family as JSON gives it: its value and thing, its mentions, bounds, drifts, sums and conflicts."""
    family = traced.family
    titles = {member.mention.work: member.mention.title for member in family.mentions}
    return {
        "id": family.id,
        "value": {"low": family.low, "high": family.high},
        "counts": family.counts,
        "country": family.country,
        "period": family.period,
        "works": [titles[work] for work in family.works],
        "mentions": [_mention_form(member) for member in family.mentions],
        "independent_sources": {"at_least": family.at_least, "at_most": family.at_most},
        "drift": [
            {"from": drift.earlier, "to": drift.later, "kind": drift.kind, "because": drift.because}
            for drift in family.drift
        ],
        "parts": [finding_form(finding, titles) for finding in traced.parts],
        "conflicts": [finding_form(finding, titles) for finding in traced.conflicts],
    }


def _mention_form(member: FamilyMention) -> dict[str, object]:
    mention = member.mention
    return {
        "figure": mention.id,
        "work": mention.title,
        "issued": mention.issued,
        "said_by": mention.said_by,
        "speaker": member.speaker,
        "hedged": member.hedged,
        "method": member.method,
        "quote": member.quote,
        "locator": mention.locator,
        "role": member.role,
        "because": member.because,
        "number": mention.number,
        "also": member.also,
    }


def finding_form(finding: Finding, titles: Mapping[str, str]) -> dict[str, object]:
    """Return a finding as JSON gives it; works by their titles."""
    return {
        "id": finding.id,
        "kind": finding.kind,
        "country": finding.country,
        "figures": finding.figures,
        "numbers": finding.numbers,
        "works": [titles.get(work, work) for work in finding.works],
        "passages": finding.passages,
        "text": finding.text,
        "because": finding.because,
    }

"""Families of a number as of a day, and what else was found about its mentions."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sourcebook.model import Value
from sourcebook.model.finding import Family, Finding, Mention
from sourcebook.reconcile.families import block_families, told_once
from sourcebook.reconcile.families import families as families_among
from sourcebook.store.evidence import Asked, Evidence
from sourcebook.vocabulary.dates import edtf_bounds


class TracedFamily(Value, frozen=True, kw_only=True):
    """A family with the sums in which its figures stand and the figures that they are set against."""

    family: Family
    parts: tuple[Finding, ...] = ()
    conflicts: tuple[Finding, ...] = ()


# A small number stands in thousands of places: nobody reads them all, and the first are found at once.
LIMIT = 50
_SUMS = ("parts_hold", "parts_short", "parts_over", "implied")
_AGAINST = ("conflict", "not_comparable")


def trace(evidence: Evidence, asked: Asked, as_of: date, *, limit: int = LIMIT) -> tuple[TracedFamily, ...]:
    """Return the families of a number, the one in most works first, then its single mentions; at most `limit` of both.

    The place asked for is where the people or acts were counted.
    """
    repeated = evidence.families_of_value(asked, limit)
    left = limit - len(repeated)
    alone = told_once(evidence.lone_figures(asked, left), as_of) if left else ()
    return tuple(traced(evidence, family, as_of) for family in (*repeated, *alone))


def traced(evidence: Evidence, family: Family, as_of: date) -> TracedFamily:
    """Return a family as of a day, with the findings in which its figures stand."""
    family = as_of_day(family, as_of, evidence)
    figures = {figure for member in family.mentions for figure in (member.mention.id, *member.also)}
    about = evidence.findings_of(figures)
    return TracedFamily(
        family=family,
        parts=tuple(finding for finding in about if finding.kind in _SUMS),
        conflicts=tuple(finding for finding in about if finding.kind in _AGAINST),
    )


def family_of(evidence: Evidence, figure: str, as_of: date) -> Family | None:
    """Return the family of a figure as of a day, one of a single telling included; None where it is unknown."""
    family = evidence.family_of(figure)
    if family is not None:
        return as_of_day(family, as_of, evidence)
    return _alone(evidence.figure(figure), as_of)


@lru_cache(maxsize=1024)
def _alone(mentions: tuple[Mention, ...], as_of: date) -> Family | None:
    """Return the family of mentions of one figure; every pack of a country and the figure's page ask for the same."""
    return next(iter(families_among(mentions, as_of)), None)


def families(evidence: Evidence, as_of: date, country: str | None = None) -> tuple[TracedFamily, ...]:
    """Return the families that stand in two works or more, of one country or of all."""
    return tuple(traced(evidence, family, as_of) for family in evidence.families(country))


def as_of_day(family: Family, as_of: date, evidence: Evidence) -> Family:
    """Return the family as it is judged on a day: a work dated after it proves nothing about who came first."""
    if not any(_after(member.mention.issued, as_of) for member in family.mentions):
        return family
    mentions = [m for member in family.mentions for i in (member.mention.id, *member.also) for m in evidence.figure(i)]
    judged = block_families(mentions, as_of, evidence.judged.ties)
    return max(judged, key=lambda one: (len(one.works), one.id), default=family)


def _after(issued: str | None, as_of: date) -> bool:
    return bool(issued) and edtf_bounds(issued or "")[0] > as_of

"""Lineage by record: what the references of a report say of where a number comes from, so that nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.model.citing import Source
from sourcebook.reconcile.tellings import Telling

FEW = 3
"""Of so many works behind one mark any may be the source; a longer list says too little of each."""


def cited_in(telling: Telling) -> tuple[Source, ...]:
    """Return the works that a telling cites, wherever in its work it tells the number."""
    return tuple(dict.fromkeys(source for one in (telling.mention, *telling.also) for source in one.cites))


def cites_by_record(earlier: Telling, later: Telling) -> Source | None:
    """Return the reference by which the later telling's sentence cites the earlier one's work; None where none does."""
    return next((source for source in cited_in(later) if source.work == earlier.mention.work), None)


def shared_record(earlier: Telling, later: Telling) -> Source | None:
    """Return the later telling's reference to a work that both cite, where both cite but a few."""
    mine, theirs = cited_in(earlier), cited_in(later)
    if len(mine) > FEW or len(theirs) > FEW:
        return None
    works = {source.work for source in mine}
    return next((source for source in theirs if source.work in works), None)


def recorded(earlier: Telling, later: Telling) -> str | None:
    """Return in a clause what the record says of two tellings: that one cites the other, or that both cite one work."""
    if (source := cites_by_record(earlier, later)) is not None:
        return f"its sentence cites it: reference {source.number}"
    if (source := shared_record(earlier, later)) is not None:
        return f"both cite “{source.title}”, here reference {source.number}"
    return None


def origin_by_record(cluster: Sequence[Telling]) -> Telling | None:
    """Return the telling that others cite and that cites none of them, the first in order; None where there is none."""
    works = {telling.mention.work for telling in cluster}
    cited = {source.work for telling in cluster for source in cited_in(telling)} & works
    first = [
        telling
        for telling in cluster
        if telling.mention.work in cited and not {source.work for source in cited_in(telling)} & works
    ]
    return first[0] if first else None


def taken_from(telling: Telling) -> str | None:
    """Return in a clause which works a telling takes its number from by its references; None where it cites none."""
    sources = cited_in(telling)
    if not sources:
        return None
    told = "; ".join(f"reference {source.number}, “{source.title}”" for source in sources[:FEW])
    more = f" and {len(sources) - FEW} more" if len(sources) > FEW else ""
    return f"its sentence cites {told}{more}"

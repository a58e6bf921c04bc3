"""How the telling of a number changes as it is repeated: the speaker fades, a hedge falls, a total becomes a rate."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sourcebook.model.finding import Drift
from sourcebook.reconcile.telling import hedged
from sourcebook.reconcile.tellings import Telling
from sourcebook.vocabulary.speakers import RANK

_SPEAKER = {"official": "a named official", "body": "a body", "kind": "a kind of source", "none": "nobody named"}


def drifts(earlier: Telling, later: Telling) -> tuple[Drift, ...]:
    """Return every way in which the later telling claims more, or names its speaker less well, than the earlier."""
    return tuple(drift for step in (_speaker, _hedge, _rate, _status) if (drift := step(earlier, later)) is not None)


def _made(kind: str, earlier: Telling, later: Telling, because: str) -> Drift:
    return Drift(earlier=earlier.mention.id, later=later.mention.id, kind=kind, because=because)  # type: ignore[arg-type]


def _speaker(earlier: Telling, later: Telling) -> Drift | None:
    if RANK[later.voice.speaker] >= RANK[earlier.voice.speaker]:
        return None
    return _made("speaker", earlier, later, f"from {_named(earlier)} to {_named(later)}")


def _named(telling: Telling) -> str:
    said = telling.mention.said_by
    return f"{_SPEAKER[telling.voice.speaker]} (“{said}”)" if said else _SPEAKER[telling.voice.speaker]


def _hedge(earlier: Telling, later: Telling) -> Drift | None:
    loose = hedged(earlier.mention) or earlier.mention.qualifier == "at_most"
    if loose and not hedged(later.mention) and later.mention.qualifier in ("exact", "about", "at_least"):
        return _made("hedge", earlier, later, "from “may be” to “are”")
    return None


def _rate(earlier: Telling, later: Telling) -> Drift | None:
    if earlier.mention.period != "annual" and later.mention.period == "annual":
        return _made("rate", earlier, later, "from a total to a yearly rate")
    return None


def _status(earlier: Telling, later: Telling) -> Drift | None:
    """Report people found that became a figure for how many there are, and other changes of status."""
    one, other = _known_by(earlier), _known_by(later)
    if one and other and one != other:
        return _made("status", earlier, later, f"from {one} to {other}")
    return None


def _known_by(telling: Telling) -> str | None:
    """Return the status that is said, else `estimated` where victims are given as a rough number of all there are."""
    mention = telling.mention
    if mention.status or mention.counts != "victims":
        return mention.status
    return "estimated" if mention.qualifier in ("about", "at_most", "between") else None


def chain(tellings: Sequence[Telling]) -> tuple[Drift, ...]:
    """Return the drifts along tellings in order of time, each against the one before it."""
    return tuple(drift for earlier, later in pairwise(tellings) for drift in drifts(earlier, later))

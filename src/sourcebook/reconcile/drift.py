"""How the telling of a number changes as it is repeated: the speaker fades, a hedge falls, a total becomes a rate."""

from __future__ import annotations

from sourcebook.model.finding import Drift
from sourcebook.reconcile.likeness import names_work
from sourcebook.reconcile.telling import asserted, hedged, standing, yearly
from sourcebook.reconcile.tellings import Telling
from sourcebook.vocabulary.speakers import RANK

_SPEAKER = {"official": "a named official", "body": "a body", "kind": "a kind of source", "none": "nobody named"}


# Help given says nothing of how a number was reached.
_STANDINGS = ("identified", "presumed", "estimated")


def drifts(earlier: Telling, later: Telling) -> tuple[Drift, ...]:
    """Return every way in which the later telling claims more, or names its speaker less well, than the earlier."""
    return tuple(drift for step in (_speaker, _hedge, _rate, _status) if (drift := step(earlier, later)) is not None)


def _made(kind: str, earlier: Telling, later: Telling, because: str) -> Drift:
    return Drift(earlier=earlier.mention.id, later=later.mention.id, kind=kind, because=because)  # type: ignore[arg-type]


def _speaker(earlier: Telling, later: Telling) -> Drift | None:
    weaker = RANK[later.voice.speaker] < RANK[earlier.voice.speaker]
    if not weaker or later.speaking.itself or names_work(earlier, later):
        return None
    return _made("speaker", earlier, later, f"from {_named(earlier)} to {_named(later)}")


def _named(telling: Telling) -> str:
    said = telling.mention.said_by
    return f"{_SPEAKER[telling.voice.speaker]} (“{said}”)" if said else _SPEAKER[telling.voice.speaker]


def _hedge(earlier: Telling, later: Telling) -> Drift | None:
    loose = hedged(earlier.mention) or earlier.mention.qualifier == "at_most"
    if loose and asserted(later.mention) and later.mention.qualifier != "at_most":
        return _made("hedge", earlier, later, "from “may be” to “are”")
    return None


def _rate(earlier: Telling, later: Telling) -> Drift | None:
    if later.mention.period == "annual" and not yearly(earlier.mention):
        return _made("rate", earlier, later, "from a total to a yearly rate")
    return None


def _status(earlier: Telling, later: Telling) -> Drift | None:
    """Report people found that became a figure for how many there are, and other changes of status."""
    one, other = standing(earlier.mention), standing(later.mention)
    if one in _STANDINGS and other in _STANDINGS and one != other:
        return _made("status", earlier, later, f"from {one} to {other}")
    return None

"""Who counts: a state's own bodies, a body known by name, a kind of source, or the publisher where nobody is named."""

from __future__ import annotations

import re
from functools import lru_cache

from sourcebook.vocabulary.speakers import voice

STATE = "state"
_STATE_BODIES = frozenset({"government", "police", "interior ministry"})
_OF_STATE = re.compile(
    r"\b(?:government|authorit(?:y|ies)|ministr(?:y|ies)|police|prosecut\w+|courts?|border guards?|gendarmerie|"
    r"parliament|statistic\w* office|immigration service|labou?r inspect\w+)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def counter(said_by: str | None, publisher: str | None) -> str:
    """Return who counted, so that two figures have one counter where these are equal.

    `state` for the bodies of a country's own state, each counting at home; the one spelling of a body that the
    vocabulary knows; the words themselves for other speakers; else the publisher; empty where nobody is named.
    """
    if not said_by:
        return publisher or ""
    spoken = voice(said_by)
    named = frozenset(one.name for one in spoken.bodies)
    bodies = named - _STATE_BODIES
    # A department of the United States tells of others' countries and counts nothing there.
    if not _is_foreign(bodies) and (named & _STATE_BODIES or _OF_STATE.search(said_by)):
        return STATE
    return " and ".join(sorted(bodies)) or said_by


def _is_foreign(bodies: frozenset[str]) -> bool:
    return any(body.startswith("US ") for body in bodies)

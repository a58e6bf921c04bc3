"""Telling title, credit, notes and excerpt apart: the cheapest reading of a run of tokens.

Each token has a cost for each part it may play (`shape`), each step from one part to the next has a cost, and the whole
run is read in the way that costs least, found by dynamic programming. So a line is a title because a credit or an
access note follows it, not for its looks alone. Time and memory are linear in the number of tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from sourcebook.segment.shape import Shape, shape_of
from sourcebook.segment.token import META, Sign, Token
from sourcebook.vocabulary.credit_names import are_persons

INFINITE = float("inf")


class Part(IntEnum):
    """The part that a token plays. LEAD stands before the first entry; NOTE_UNCREDITED is a note before any credit."""

    LEAD = 0
    TITLE = 1
    TITLE_MORE = 2
    CREDIT = 3
    CREDIT_MORE = 4
    NOTE_UNCREDITED = 5
    NOTE = 6
    EXCERPT = 7
    MARKER = 8


_NOTES = (Part.NOTE_UNCREDITED, Part.NOTE)
_TEXT = (Part.LEAD, Part.TITLE, Part.TITLE_MORE, Part.CREDIT, Part.CREDIT_MORE, Part.EXCERPT)

# What it costs to go from one part to another; what is not here cannot be.
STEPS: dict[tuple[Part, Part], float] = {
    (Part.LEAD, Part.LEAD): 0.0,
    (Part.LEAD, Part.TITLE): 1.0,
    (Part.LEAD, Part.MARKER): 0.0,
    (Part.MARKER, Part.TITLE): 0.0,
    (Part.MARKER, Part.MARKER): 0.0,
    (Part.MARKER, Part.EXCERPT): 6.0,
    (Part.MARKER, Part.NOTE): 8.0,
    (Part.LEAD, Part.NOTE): 8.0,
    (Part.TITLE, Part.TITLE_MORE): 2.5,
    (Part.TITLE_MORE, Part.TITLE_MORE): 2.5,
    (Part.TITLE, Part.CREDIT): 0.0,
    (Part.TITLE_MORE, Part.CREDIT): 0.0,
    (Part.TITLE, Part.NOTE_UNCREDITED): 1.0,
    (Part.TITLE_MORE, Part.NOTE_UNCREDITED): 1.0,
    (Part.TITLE, Part.EXCERPT): 4.5,
    (Part.TITLE_MORE, Part.EXCERPT): 4.5,
    (Part.TITLE, Part.MARKER): 7.0,
    (Part.CREDIT, Part.CREDIT_MORE): 3.0,
    (Part.CREDIT_MORE, Part.CREDIT_MORE): 3.0,
    (Part.CREDIT, Part.NOTE): 0.0,
    (Part.CREDIT_MORE, Part.NOTE): 0.0,
    (Part.CREDIT, Part.EXCERPT): 3.0,
    (Part.CREDIT_MORE, Part.EXCERPT): 3.0,
    (Part.CREDIT, Part.TITLE): 6.0,
    (Part.CREDIT_MORE, Part.TITLE): 6.0,
    (Part.CREDIT, Part.MARKER): 2.0,
    (Part.CREDIT_MORE, Part.MARKER): 2.0,
    (Part.NOTE_UNCREDITED, Part.NOTE_UNCREDITED): 0.0,
    (Part.NOTE_UNCREDITED, Part.CREDIT): 6.0,
    (Part.NOTE_UNCREDITED, Part.EXCERPT): 0.0,
    (Part.NOTE_UNCREDITED, Part.TITLE): 2.0,
    (Part.NOTE_UNCREDITED, Part.MARKER): 1.0,
    (Part.NOTE, Part.NOTE): 0.0,
    (Part.NOTE, Part.EXCERPT): 0.0,
    (Part.NOTE, Part.TITLE): 2.0,
    (Part.NOTE, Part.MARKER): 1.0,
    (Part.EXCERPT, Part.EXCERPT): 0.0,
    (Part.EXCERPT, Part.TITLE): 2.0,
    (Part.EXCERPT, Part.NOTE): 9.0,
    (Part.EXCERPT, Part.MARKER): 0.0,
}
# What it costs to end there.
ENDS = {Part.TITLE: 7.0, Part.TITLE_MORE: 7.0, Part.CREDIT: 3.0, Part.CREDIT_MORE: 3.0}

_FORCED_BREAK = 4.0
_STRAY_NOTE = 12.0
_NAME_BELOW = 4.0
_TIGHT_TITLE = 2.0
_MORE_AFTER_BLANK = 6.0
_INTO = {part: [(before, cost) for (before, after), cost in STEPS.items() if after is part] for part in Part}


def label(tokens: Sequence[Token], lead: Sequence[float] | None = None) -> list[Part]:
    """Return the part of each token.

    `lead` is what each token costs as a continuation of what stands before the entries; without it the first token
    must open an entry. Rules must have been left out.
    """
    if not tokens:
        return []
    costs = dict.fromkeys(Part, INFINITE)
    costs[Part.LEAD if lead is not None else Part.MARKER] = 0.0
    trail: list[dict[Part, Part]] = []
    for at, token in enumerate(tokens):
        emitted = _emitted(token, lead[at] if lead is not None else INFINITE)
        shape = shape_of(token.text) if token.sign is Sign.TEXT else None
        if shape is not None:
            emitted |= {
                Part.TITLE: shape.title,
                Part.TITLE_MORE: _more_title(shape, token),
                Part.CREDIT: shape.credit,
                Part.CREDIT_MORE: _more_credit(shape, token),
                Part.EXCERPT: shape.excerpt,
            }
        costs, back = _step(costs, emitted, token, shape)
        trail.append(back)
    return _walk_back(costs, trail)


def _emitted(token: Token, lead: float) -> dict[Part, float]:
    if token.sign is Sign.MARKER:
        return {Part.MARKER: 0.0}
    if token.sign in META:
        stray = 0.0 if token.sign is Sign.URL else _STRAY_NOTE
        return {Part.NOTE_UNCREDITED: 0.0, Part.NOTE: 0.0, Part.LEAD: lead + stray, Part.EXCERPT: 8.0 + stray}
    if token.sign is Sign.IMAGE:
        return {Part.LEAD: 0.0, Part.EXCERPT: 1.0}
    return {Part.LEAD: lead}


def _more_title(shape: Shape, token: Token) -> float:
    cost = 0.0 if not token.gap else _MORE_AFTER_BLANK
    cost += -2.5 if token.forced or shape.lower_start else _NAME_BELOW if are_persons(token.text) else 0.0
    return cost + (3.0 if shape.dated else 0.0) + max(0.0, shape.title - (5.0 if shape.lower_start else 0.0))


def _more_credit(shape: Shape, token: Token) -> float:
    cost = 0.0 if not token.gap else 2.0
    cost += -2.5 if token.forced or shape.lower_start else 0.0
    return cost + shape.credit


def _step(
    costs: dict[Part, float], emitted: dict[Part, float], token: Token, shape: Shape | None
) -> tuple[dict[Part, float], dict[Part, Part]]:
    after: dict[Part, float] = dict.fromkeys(Part, INFINITE)
    back: dict[Part, Part] = {}
    for part, cost in emitted.items():
        best, source = INFINITE, None
        for before, step in _INTO[part]:
            total = costs[before] + step
            if total >= best:
                continue
            total += _context(before, part, token, shape)
            if total < best:
                best, source = total, before
        if source is not None and best < INFINITE:
            after[part], back[part] = best + cost, source
    return (after, back) if back else _unreadable(costs, token)


def _context(before: Part, part: Part, token: Token, shape: Shape | None) -> float:
    """Return what the break before a token adds: an entry seldom begins where a wrapper broke, or without a gap."""
    if shape is None:
        return 0.0
    if token.forced:
        if part is Part.TITLE and before is Part.EXCERPT:
            return _FORCED_BREAK
        if (before, part) in {(Part.TITLE, Part.CREDIT), (Part.TITLE_MORE, Part.CREDIT)}:
            return 1.0
    if part is Part.TITLE and before is Part.EXCERPT and not token.gap:
        return _TIGHT_TITLE
    return 0.0


def _unreadable(costs: dict[Part, float], token: Token) -> tuple[dict[Part, float], dict[Part, Part]]:
    """Where no step leads on, take the token for what its sign says and go on from the cheapest reading."""
    source = min(costs, key=lambda part: costs[part])
    part = Part.MARKER if token.sign is Sign.MARKER else Part.NOTE if token.sign in META else Part.EXCERPT
    after = dict.fromkeys(Part, INFINITE)
    after[part] = min(costs[source], 1e9) + 20.0
    return after, {part: source}


def _walk_back(costs: dict[Part, float], trail: Sequence[dict[Part, Part]]) -> list[Part]:
    part = min(costs, key=lambda last: costs[last] + ENDS.get(last, 0.0))
    labels = []
    for back in reversed(trail):
        labels.append(part)
        part = back[part]
    return labels[::-1]

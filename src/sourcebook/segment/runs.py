"""Collecting the runs of a page's text with their roles, and filling what lies between."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.model import Span
from sourcebook.segment.landmarks import Role
from sourcebook.segment.token import Token

_DRAWN = frozenset("|_=~*+-\u2013\u2014\u2500\u2550.[](){}<>")
_INVISIBLE = frozenset("\ufeff\u200b\u200c\u200d\u2060\u00ad")

Run = tuple[int, int, Role]


def cut_runs(token: Token, cuts: Iterable[tuple[int, int, Role]], role: Role) -> list[Run]:
    """Return a token's runs where parts of its text, given by their offsets in it, play other roles."""
    runs: list[Run] = []
    reached = token.start
    for start, end, other in sorted(cuts):
        left, right = token.offset(start), token.offset(end - 1) + 1
        if left > reached:
            runs.append((reached, left, role))
        if right > max(left, reached):
            runs.append((max(left, reached), right, other))
            reached = right
    if token.end > reached:
        runs.append((reached, token.end, role))
    return runs


def cover(text: str, runs: Iterable[Run]) -> tuple[Span, ...]:
    """Return spans that cover every code point of the text once, in order; what no run takes is blank or unplaced."""
    spans: list[Span] = []
    reached = 0
    for start, end, role in sorted(runs):
        if end <= max(start, reached):
            continue
        if start > reached:
            spans.append(_gap(text, reached, start))
        spans.append(Span(start=max(start, reached), end=end, role=role.value))
        reached = end
    if len(text) > reached:
        spans.append(_gap(text, reached, len(text)))
    return tuple(spans)


def _gap(text: str, start: int, end: int) -> Span:
    left = text[start:end]
    if left.isspace() or not (rest := left.strip()) or all(c in _INVISIBLE or c.isspace() for c in rest):
        return Span(start=start, end=end, role=Role.BLANK.value)
    drawn = all(character in _DRAWN or character.isspace() for character in left)
    return Span(start=start, end=end, role=(Role.RULE if drawn else Role.UNPLACED).value)

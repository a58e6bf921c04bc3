"""A passage printed with its claims marked, and under it what each claim says and which words decided it."""

from __future__ import annotations

from sourcebook.extract import Claims
from sourcebook.model.claim import Claim, Reason


def _plain(text: str) -> str:
    """Take control characters out of what came from a page, so that it cannot steer the terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


def _marks(found: Claims) -> list[tuple[int, int, str]]:
    marks = [(figure.start, figure.end, figure.id) for figure in found.figures]
    marks += [(start, end, theme.key) for theme in found.themes for start, end in theme.spans]
    marks += [(tier.start, tier.end, f"tier {tier.tier}") for tier in found.tiers]
    kept, reached = [], 0
    for mark in sorted(marks):
        if mark[0] >= reached:
            kept.append(mark)
            reached = mark[1]
    return kept


def _text(text: str, found: Claims) -> str:
    pieces, at = [], 0
    for start, end, name in _marks(found):
        pieces += [text[at:start], "[", text[start:end], "|", name, "]"]
        at = end
    return _plain("".join((*pieces, text[at:])))


def _said(claim: Claim, hidden: frozenset[str]) -> str:
    fields = []
    for name in claim.__struct_fields__:
        value = getattr(claim, name)
        if name not in hidden and value not in (None, (), False, ""):
            fields.append(f"{name}={'+'.join(value) if isinstance(value, tuple) else value}")
    return " ".join(fields)


def _because(text: str, reasons: tuple[Reason, ...]) -> list[str]:
    return [f"      {reason.field}: “{_plain(text[reason.start : reason.end])}”" for reason in reasons]


_HIDDEN = frozenset({"start", "end", "reasons", "extractor", "version", "spans"})


def marked(name: str, text: str, found: Claims) -> str:
    """Return a passage as lines: its text with marks, then each figure and route with the words behind its fields."""
    lines = [f"{name}: {_text(text, found)}"]
    for figure in found.figures:
        lines += [f"   {_said(figure, _HIDDEN)}", *_because(text, figure.reasons)]
    for route in found.routes:
        lines += [f"   route {_said(route, _HIDDEN)}", *_because(text, route.reasons)]
    lines += [f"   tier {_said(tier, _HIDDEN)}" for tier in found.tiers]
    return "\n".join(lines)

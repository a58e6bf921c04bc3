"""Choosing how a document marks its references: by numbers, by names with years, or by names alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from sourcebook.model.report import Mark, Reference
from sourcebook.segment.report.marks import MarkStyle, mark_style, marks_in
from sourcebook.segment.report.named_marks import Known, known_names, named_marks

Marking = Callable[[str], tuple[Mark, ...]]
"""Returns the marks of a text."""


def marking(texts: Sequence[str], references: Sequence[Reference], *, numbered: bool) -> Marking:
    """Return how to find the marks of a document: in the manner that names most of its references.

    A list without numbers is named by its makers; so is a numbered one to which no number points.
    """
    if not references:
        return _none
    known = {reference.number: place for place, reference in enumerate(references, start=1)}
    style = mark_style(texts, known.keys()) if numbered else None
    names = known_names(references)
    ways: list[Marking] = [partial(_by_number, known, style)] if style else []
    if not ways or _named(ways[0], texts) < _ENOUGH * len(references):
        ways += [partial(_by_name, names, True), partial(_by_name, names, False)]
    return max(ways, key=lambda way: _named(way, texts), default=_none)


_ENOUGH = 0.3


def _none(_text: str) -> tuple[Mark, ...]:
    return ()


def _by_number(known: dict[int, int], style: MarkStyle, text: str) -> tuple[Mark, ...]:
    return marks_in(text, style, known)


def _by_name(known: Known, dated: bool, text: str) -> tuple[Mark, ...]:
    return named_marks(text, known, dated=dated)


def _named(way: Marking, texts: Sequence[str]) -> int:
    return len({place for text in texts for mark in way(text) for place in mark.places})

"""A passage without the words that may identify someone: as long as before, so that everything keeps its place."""

from __future__ import annotations

from typing import Final

from sourcebook.extract.sentence import sentence_bounds
from sourcebook.model.kinds.risk import Risk

GONE: Final = "[…]"


def masked(text: str) -> str:
    """Return a text in which a mark stands for each of the words that may identify someone."""
    return _without(text, [(risk.start, risk.end) for risk in _risks(text)])


def shortened(text: str) -> str:
    """Return a text in which a mark stands for each sentence that may identify someone."""
    found = _risks(text)
    spans = []
    for start, end in sentence_bounds(text):
        if any(risk.start < end and start < risk.end for risk in found):
            spans.append((start, start + len(text[start:end].rstrip())))
    return _without(text, spans)


def _risks(text: str) -> tuple[Risk, ...]:
    # The patterns of risks take a third of a second to compile: only who masks something waits for them.
    from sourcebook.extract.risks import risks

    return risks(text)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """Return a text with a mark and spaces in the place of spans; spaces in a row are shown as one."""
    for start, end in spans:
        text = text[:start] + GONE.ljust(end - start)[: end - start] + text[end:]
    return text

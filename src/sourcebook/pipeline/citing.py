"""What is cited from an address, set against what stands there now: each passage, and the figures in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourcebook.model import PassageNow, Value
from sourcebook.preserve.drift import Drifted, drift
from sourcebook.store import View

_WORD = re.compile(r"\w+")


class CitedPassage(Value, frozen=True):
    """A passage that is cited from an address: its identifier and words, and its figures with their number words."""

    id: str
    text: str
    figures: tuple[tuple[str, str], ...] = ()


def cited_passages(view: View, url: str) -> tuple[CitedPassage, ...]:
    """Return every excerpt that the pages quote from an address, each once, in their order."""
    passages = {
        passage.id: passage.text
        for placed in view.citing(url)
        for passage in placed.entry.passages
        if passage.kind == "quoted" and passage.role == "excerpt"
    }
    return tuple(
        CitedPassage(
            id=key,
            text=text,
            figures=tuple({one.id: one.number for one in view.evidence.figures_in(key)}.items()),
        )
        for key, text in passages.items()
    )


def passages_now(cited: Iterable[CitedPassage], comparable: Iterable[str], text: str) -> tuple[PassageNow, ...]:
    """Return what became of cited passages in the text that stands at their address now.

    Only `comparable` ones are compared: those of enough words, and not those that the kept copy itself does not hold.
    """
    found = {one.passage: one for one in drift(tuple(comparable), text).passages}
    return tuple(
        PassageNow(passage=one.id, state=found[one.text].state, lost=_lost(one, found[one.text]))
        for one in cited
        if one.text in found
    )


def _lost(cited: CitedPassage, now: Drifted) -> tuple[str, ...]:
    """Return the figures whose words do not stand in what took the passage's place."""
    if now.state in {"unchanged", "moved"}:
        return ()
    there = f" {_plainly(now.now)} "
    return tuple(figure for figure, number in cited.figures if f" {_plainly(number)} " not in there)


def _plainly(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))

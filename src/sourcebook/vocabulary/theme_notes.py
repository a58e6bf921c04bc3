"""What each theme means and after which source, which precursors can lead to it, and which themes are near it."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from sourcebook.model.base import Value
from sourcebook.vocabulary.themes import themes


class ThemeNote(Value, frozen=True):
    """A theme's meaning with its source, and its ties by key: what comes before it, what comes after, what is near.

    Ties hold both ways, wherever they are written down; each list is in the order of the vocabulary.
    """

    means: str
    source: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    kindred: tuple[str, ...] = ()


@cache
def theme_notes() -> dict[str, ThemeNote]:
    """Return the note of every theme by its key."""
    written: dict[str, Any] = tomllib.loads(
        files("sourcebook.vocabulary").joinpath("theme_notes.toml").read_text("utf-8")
    )
    sources = written.pop("sources")
    before, after, kindred = (defaultdict[str, set[str]](set) for _ in range(3))
    for key, note in written.items():
        for other in note.get("before", ()):
            before[key].add(other)
            after[other].add(key)
        for other in note.get("kindred", ()):
            kindred[key].add(other)
            kindred[other].add(key)
    return {
        key: ThemeNote(
            means=note["means"],
            source=sources[note["source"]],
            before=_ordered(before, key),
            after=_ordered(after, key),
            kindred=_ordered(kindred, key),
        )
        for key, note in written.items()
    }


def _ordered(ties: Mapping[str, set[str]], key: str) -> tuple[str, ...]:
    return tuple(other for other in themes() if other in ties.get(key, ()))

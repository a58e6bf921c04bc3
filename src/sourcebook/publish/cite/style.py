"""What a style is: how it writes an entry of a list, how it cites in a sentence, and how it sorts."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from sourcebook.model import Value
from sourcebook.publish.cite.reference import Reference
from sourcebook.publish.cite.runs import Text

SortKey = tuple[str | int, ...]


class Mark(Value, frozen=True):
    """What sets a reference apart in its list: its number, and a letter where author and year are another's too."""

    number: int = 1
    letter: str = ""


class Style(Value, frozen=True):
    """A citation style.

    `entry` writes a reference for a list, `in_text` cites it in a sentence; `order` sorts a list, None where a list
    keeps the order of its numbers; `letters` says that works of one author and year are told apart by a letter;
    `repeated` stands for the names where they are those of the entry before; `numbered` says that an entry may tell its
    number in the list.
    """

    name: str
    title: str
    entry: Callable[[Reference, Mark], Text]
    in_text: Callable[[Reference, Mark], Text]
    order: Callable[[Reference], SortKey] | None = None
    letters: bool = False
    repeated: str = ""
    numbered: bool = True


def sortable(text: str) -> str:
    """Return a text as lists are sorted by: without case, accents and marks."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in bare if c.isalnum() or c.isspace()).split())


def names_key(reference: Reference, *, with_particle: bool) -> str:
    """Return what a list is sorted by first: the names, else what stands in their place."""
    if not reference.names:
        return ""
    parts = []
    for name in reference.names:
        head = name.short if with_particle else name.literal or name.family
        parts.append(f"{sortable(head)} {sortable(name.given)}".strip())
    return "  ".join(parts)


def located(reference: Reference, labels: dict[str, str]) -> str:
    """Return the place in the work as a style writes it in a sentence, empty for none."""
    locator = reference.locator
    if locator is None:
        return ""
    label = labels[locator.label]
    return f"{label} {locator.value}" if label else locator.value

"""How much of each work is quoted, against the policy of the sourcebook."""

from __future__ import annotations

from itertools import groupby

from sourcebook.model import Value
from sourcebook.store import View


class Excerpted(Value, frozen=True, kw_only=True):
    """A work, how many of its words are quoted on all pages together, and whether that is more than the policy."""

    work: str
    title: str
    words: int
    over: bool


def excerpted(view: View, most_words: int, country: str | None = None) -> tuple[Excerpted, ...]:
    """Return the works that are quoted, most words first; a text that stands on several pages counts once."""
    found = []
    for (work, title), rows in groupby(view.evidence.quoted(country), key=lambda row: row[:2]):
        words = sum(len(text.split()) for _, _, text in rows)
        found.append(Excerpted(work=work, title=title, words=words, over=words > most_words))
    return tuple(sorted(found, key=lambda one: (-one.words, one.work)))

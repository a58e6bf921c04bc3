"""How much of each work is quoted, against the policy of the sourcebook."""

from __future__ import annotations

from itertools import groupby

import msgspec

from sourcebook.model import Value
from sourcebook.store import View


class Excerpted(Value, frozen=True, kw_only=True):
    """A work, how many of its words are quoted on all pages together, and whether that is more than the policy.

    `of` is how many words the work has, and `share` how much of it is quoted, where its length is known.
    """

    work: str
    title: str
    words: int
    over: bool
    of: int | None = None
    share: float | None = None

    def measured(self, length: int, most_share: float) -> Excerpted:
        """Return the same with the words of the whole work, and over the policy also where the share quoted is."""
        share = self.words / length
        return msgspec.structs.replace(self, of=length, share=round(share, 4), over=self.over or share > most_share)


def excerpted(view: View, most_words: int, country: str | None = None) -> tuple[Excerpted, ...]:
    """Return the works that are quoted, most words first; a text that stands on several pages counts once."""
    found = []
    for (work, title), rows in groupby(view.evidence.quoted(country), key=lambda row: row[:2]):
        words = sum(len(text.split()) for _, _, text in rows)
        found.append(Excerpted(work=work, title=title, words=words, over=words > most_words))
    return tuple(sorted(found, key=lambda one: (-one.words, one.work)))

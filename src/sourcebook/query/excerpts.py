"""How much of each work is quoted, against the policy of the sourcebook."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from sourcebook.model import Value
from sourcebook.settings import Excerpts
from sourcebook.store import View
from sourcebook.store.quoting import Quoted

_FEWEST_WORDS: Final = 50
"""A page that says less than this is a notice or a list of links, and no work whose share can be told."""


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


def excerpted(view: View, policy: Excerpts, country: str | None = None) -> tuple[Excerpted, ...]:
    """Return the works that are quoted, most words first; a text that stands on several pages counts once."""
    works = groupby(view.evidence.quoted(country), key=lambda row: row.work)
    found = [_judged(view, list(rows), policy) for _, rows in works]
    return tuple(sorted(found, key=lambda one: (-one.words, one.work)))


def excerpted_of(view: View, work: str, policy: Excerpts) -> Excerpted | None:
    """Return how much of one work is quoted, as `excerpted` does; None where nothing is."""
    quoted = view.evidence.quoted_of(work)
    return _judged(view, quoted, policy) if quoted else None


def _judged(view: View, quoted: Sequence[Quoted], policy: Excerpts) -> Excerpted:
    words = sum(len(row.text.split()) for row in quoted)
    length = _length(view, min((row.url for row in quoted if row.url), default=None), words)
    share = words / length if length else None
    return Excerpted(
        work=quoted[0].work,
        title=quoted[0].title,
        words=words,
        over=words > policy.most_words or (share or 0) > policy.most_share,
        of=length,
        share=round(share, 4) if share is not None else None,
    )


def _length(view: View, url: str | None, words: int) -> int | None:
    """Return how many words a work has: those of its first kept copy that is shown and tells its length.

    A copy that is withheld, that nothing reads, or that says less than is quoted, tells none.
    """
    copies = view.copies_of(url) if url else ()
    counted = view.lengths(copies) if copies else {}
    if not counted:
        return None
    withheld = view.withheld(copies)
    shown = (counted.get(one.digest, 0) for one in copies if (one.warc, one.offset) not in withheld)
    length = next((length for length in shown if length >= _FEWEST_WORDS), 0)
    return length if length >= words else None

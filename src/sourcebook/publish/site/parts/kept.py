"""The kept copies of a work, as a page tells of them: the day and the digest of each."""

from __future__ import annotations

from sourcebook.model import Value
from sourcebook.publish.site.when import in_words
from sourcebook.publish.site.words import Words
from sourcebook.store.base import View

SHORT_DIGEST = 12


class KeptCopy(Value, frozen=True):
    """A kept copy: its day in words, its whole digest and the beginning of it, and which file holds it."""

    day: str
    digest: str
    short: str
    warc: str


def kept_copies(view: View, url: str | None, words: Words) -> tuple[KeptCopy, ...]:
    """Return the kept copies of a work's address, the first one first; one whose bytes came again is told once more."""
    if not url:
        return ()
    return tuple(
        KeptCopy(
            day=in_words(copy.time[:10], words),
            digest=copy.digest,
            short=copy.digest.partition(":")[2][:SHORT_DIGEST],
            warc=copy.warc,
        )
        for copy in view.copies_of(url)
    )

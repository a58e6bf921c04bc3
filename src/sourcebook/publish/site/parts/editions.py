"""Which newer edition of the same work the archive holds: yearly reports keep their title but for the year."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourcebook.model import Value, Work
from sourcebook.publish.site import addresses
from sourcebook.publish.site.when import in_words, years
from sourcebook.publish.site.words import Words
from sourcebook.store.base import Placed

# What tells the editions of a yearly report apart, and what merely introduces its title.
PASSING = re.compile(r"\b(?:\d{4}|edition|annual|the|u\.?s\.?|state dept\.?|department of state)\b", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]+")


class Newer(Value, frozen=True):
    """A newer edition that the archive holds."""

    title: str
    when: str
    address: str


def edition_key(title: str, place_names: Iterable[str] = ()) -> str:
    """Return what the editions of one work have in common: its title without years, articles and the country."""
    bare = PASSING.sub(" ", title.casefold())
    for name in place_names:
        bare = bare.replace(name.casefold(), " ")
    return " ".join(LETTERS.findall(bare))


def newer_edition(work: Work, held: Iterable[Placed], place_names: Iterable[str], words: Words) -> Newer | None:
    """Return the newest entry of the same title that was issued in a later year than the work, or None."""
    names = tuple(place_names)
    key, own = edition_key(work.title, names), years(work.issued)
    if len(key.split()) < 2 or not own:
        return None
    later = [
        placed.entry.work
        for placed in held
        if years(placed.entry.work.issued)[-1:] > own[-1:] and edition_key(placed.entry.work.title, names) == key
    ]
    if not later:
        return None
    newest = max(later, key=lambda found: (years(found.issued), found.id))
    return Newer(title=newest.title, when=in_words(newest.issued or "", words), address=addresses.entry(newest.id))

"""What a PDF says of itself: title, authors or the body behind it, and the day it was made."""

from __future__ import annotations

import re
from typing import NamedTuple

from sourcebook.vocabulary.credit_names import JOINED, are_persons, has_given_name

_DAY = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_NO_TITLE = re.compile(
    r"(?:microsoft\s+\w+\s+-.*|untitled.*|.*\.(?:docx?|indd|pdf|qxd|p65|pptx?)|slide\s+\d+|layout\s+\d+|\W*)$",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(r"(?:admin\w*|user|owner|author|unknown|default|preferred\s+customer|\w|\W*)$", re.IGNORECASE)


class Told(NamedTuple):
    """The metadata that can be believed."""

    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    issued: str | None


def told_by(metadata: dict[str, str]) -> Told:
    """Return what a PDF's own metadata say; titles that a program made of a file's name are left out."""
    title = " ".join(metadata.get("Title", "").split())
    author = " ".join(metadata.get("Author", "").split())
    persons: tuple[str, ...] = ()
    if are_persons(author) and any(map(has_given_name, JOINED.split(author))):
        persons = tuple(name for name in JOINED.split(author) if name)
    known = None if persons or _NO_AUTHOR.match(author) or " " not in author else author
    day = _DAY.match(metadata.get("CreationDate", ""))
    return Told(
        title=title if len(title) > 3 and not _NO_TITLE.match(title) else None,
        authors=persons,
        publisher=known,
        issued="-".join(day.groups()) if day else None,
    )

"""References that part the credit from the title by a colon: "Vale, J.; Bell, R.: Title. Place: Publisher, year"."""

from __future__ import annotations

import re

from sourcebook.segment.report.credit import Credit, of_body, of_persons, persons_in
from sourcebook.segment.report.note_tails import DATED_BRACKET, EDGES, QUOTED, in_bracket, made_by
from sourcebook.segment.report.pieces import pieces_of
from sourcebook.vocabulary.credit_names import is_body

_HEAD = re.compile(r"(?P<head>[^:\u201c\"\u00ab?]{3,160}?):\s+(?P<rest>\S.{5,})$", re.DOTALL)
_SERIES = re.compile(r",\s+(?:Working|Discussion)\s+Paper\s+No\.\s*\d+$")
_LONGEST_BODY = 9


def _parted(core: str) -> tuple[tuple[str, ...], str, str] | None:
    found = _HEAD.match(core)
    if found is None:
        return None
    head = found["head"].strip()
    authors = persons_in(head, None, followed=True)
    plain = is_body(head) and len(head.split()) <= _LONGEST_BODY and ". " not in head
    return (authors, head, found["rest"]) if authors or plain else None


def is_parted_by_colon(core: str) -> bool:
    """Tell whether a colon follows the persons or the body that a reference begins with."""
    return _parted(core) is not None


def read_colon(core: str) -> Credit | None:
    """Return what such a reference says; None where it is no such one."""
    parted = _parted(core)
    if parted is None:
        return None
    authors, head, rest = parted
    if QUOTED.match(rest) or DATED_BRACKET.search(rest):
        return _of_note(authors, head, rest)
    pieces = pieces_of(rest)
    if not pieces:
        return None
    return of_persons(authors, pieces) if authors else of_body(head, pieces)


def _of_note(authors: tuple[str, ...], head: str, rest: str) -> Credit:
    """Read a title that stands in quotes, or before the bracket with its town and date."""
    if (quoted := QUOTED.match(rest)) is not None:
        publisher, place = made_by(quoted["rest"])
        return Credit(authors, quoted["title"], publisher if authors else head, place, None if authors else publisher)
    bracket = DATED_BRACKET.search(rest)
    place, publisher = in_bracket(bracket[1]) if bracket else (None, None)
    title = _SERIES.sub("", rest[: bracket.start()].strip(EDGES)) if bracket else rest
    return Credit(authors, title, publisher if authors else head, place)

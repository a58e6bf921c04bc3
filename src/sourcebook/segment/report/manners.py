"""Choosing how a list parts its references, by how most of them do: stops, years, commas as notes do, or colons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from sourcebook.segment.report.author_dated import read_year_second
from sourcebook.segment.report.colons import is_parted_by_colon, read_colon
from sourcebook.segment.report.courts import read_case
from sourcebook.segment.report.credit import Credit, read_core
from sourcebook.segment.report.fields import BREAK
from sourcebook.segment.report.note_heads import is_inverted, is_parted_by_comma, is_plain_note
from sourcebook.segment.report.notes import is_note, read_note
from sourcebook.segment.report.symbols import read_symbol, without_symbol
from sourcebook.vocabulary.credit_names import is_body

Manner = Literal["stops", "commas", "colons", "years"]
_TALK = re.compile(
    rf"(?:(?P<who>[^,.{BREAK}]{{3,60}}?)\s+)?(?P<what>(?:(?:[Tt]ele)?[Pp]hone\s+|[Ee]-?mail\s+)?"
    r"(?:[Ii]nterviews?|[Cc]orrespondence)\s+with\s.+?)"
    rf"(?:,\s+[^\W\d_a-z][^\W\d_]+)?,?\s*{BREAK}"
)
_MOST = 0.5


def manner_of(texts: Sequence[str], cores: Sequence[str]) -> Manner:
    """Return how most references part their credit from their title; `cores` are their texts without days."""
    least = max(_MOST * len(cores), 2)
    if sum(read_year_second(text) is not None for text in texts) >= least:
        return "years"
    if sum(map(is_parted_by_colon, cores)) >= least:
        return "colons"
    noted = sum(map(is_note, cores)) >= least or sum(map(is_parted_by_comma, cores)) >= least
    return "commas" if noted else "stops"


def read_in_manner(manner: Manner, core: str, url: str | None, before: Credit | None) -> Credit:
    """Return what a reference says, read in the manner of its list; one that is not set so is read by its stops.

    A judgment, and a document that is told by its number alone, are read as such in any list.
    """
    if (talk := _TALK.match(core)) is not None and (talk["who"] is None or is_body(talk["who"])):
        return Credit(title=talk["what"].strip(" ,."), publisher=talk["who"])
    by_law = read_case(core) or read_symbol(core)
    if by_law is not None:
        return by_law
    core = without_symbol(core)
    if manner == "colons" and (told := read_colon(core)) is not None:
        return told
    if (manner == "commas" and not is_inverted(core)) or is_plain_note(core):
        noted = read_note(core, url)
        if noted.title:
            return noted
    return read_core(core, url, before)

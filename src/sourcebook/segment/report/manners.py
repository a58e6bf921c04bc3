"""Choosing how a list parts its references, by how most of them do: stops, years, commas as notes do, or colons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sourcebook.segment.report.colons import is_parted_by_colon, read_colon
from sourcebook.segment.report.credit import Credit, read_core, read_year_second
from sourcebook.segment.report.notes import is_note, read_note

Manner = Literal["stops", "commas", "colons", "years"]
_MOST = 0.5


def manner_of(texts: Sequence[str], cores: Sequence[str]) -> Manner:
    """Return how most references part their credit from their title; `cores` are their texts without days."""
    least = max(_MOST * len(cores), 2)
    if sum(read_year_second(text) is not None for text in texts) >= least:
        return "years"
    if sum(map(is_parted_by_colon, cores)) >= least:
        return "colons"
    return "commas" if sum(map(is_note, cores)) >= least else "stops"


def read_in_manner(manner: Manner, core: str, url: str | None, before: Credit | None) -> Credit:
    """Return what a reference says, read in the manner of its list; one that is not set so is read by its stops."""
    if manner == "colons" and (told := read_colon(core)) is not None:
        return told
    if manner == "commas":
        noted = read_note(core, url)
        if noted.title:
            return noted
    return read_core(core, url, before)

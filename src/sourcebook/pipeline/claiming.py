"""Read the claims out of every passage of a page: excerpts, titles, background and summary alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import msgspec

from sourcebook.extract import claims_by_kind
from sourcebook.model import Entry, Extract, Page, Passage
from sourcebook.model.claim import Claim
from sourcebook.model.kinds import Figure
from sourcebook.model.report import Mark
from sourcebook.vocabulary.dates import edtf_year

Given = Mapping[str, Sequence[Claim]]


def claims_of(page: Page, given: Given = MappingProxyType({})) -> Mapping[str, Sequence[Claim]]:
    """Return the claims of a page's passages by the passage's id; passages without a claim are left out.

    `given` are claims that need no reading, from the cells of a table: they stand in the place of those of their kinds,
    and of all where the passage is our own wording of a row.
    """
    found = {}
    for passage, issued in passages_of(page):
        claims = list(given.get(passage.id, ()))
        if passage.id not in given or passage.kind == "quoted":
            year = edtf_year(issued) if issued else None
            read = claims_by_kind(_without_marks(passage), about=page.place or "", year=year)
            kinds = {type(claim) for claim in claims}
            claims += [
                _cited(passage.marks, claim) for listed in read.values() for claim in listed if type(claim) not in kinds
            ]
        if claims:
            found[passage.id] = claims
    return found


def _without_marks(passage: Passage) -> str:
    """Return the text of a passage with its marks blanked out, so that no reference is read as a number of people."""
    text = passage.text
    for mark in passage.marks:
        text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return text


def _cited(marks: Sequence[Mark], claim: Claim) -> Claim:
    """Return a figure with the references that its sentence cites: the next mark after it, else the last before it."""
    if not isinstance(claim, Figure):
        return claim
    near = [mark for mark in marks if mark.sentence <= claim.start < max(mark.until, mark.end)]
    after = next((mark for mark in near if mark.start >= claim.end), None)
    chosen = after or (near[-1] if near else None)
    return msgspec.structs.replace(claim, cites=chosen.places) if chosen is not None else claim


def passages_of(page: Page) -> Iterator[tuple[Passage, str | None]]:
    """Yield every passage of a page with its work's date of issue."""
    placed: list[Entry | Extract] = [
        *page.entries,
        *(extract for extract in (page.background, page.summary) if extract),
    ]
    for part in placed:
        title = part.title_passage if isinstance(part, Entry) else None
        for passage in (*([title] if title else []), *part.passages):
            yield passage, part.work.issued

"""Read the claims out of every passage of a page: excerpts, titles, background and summary alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sourcebook.extract import claims_by_kind
from sourcebook.model import Entry, Extract, Page, Passage
from sourcebook.model.claim import Claim
from sourcebook.vocabulary.dates import edtf_year


def claims_of(page: Page) -> Mapping[str, Sequence[Claim]]:
    """Return the claims of a page's passages by the passage's id; passages without a claim are left out."""
    found = {}
    for passage, issued in passages_of(page):
        year = edtf_year(issued) if issued else None
        claims = [
            claim for kind in claims_by_kind(passage.text, about=page.place or "", year=year).values() for claim in kind
        ]
        if claims:
            found[passage.id] = claims
    return found


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

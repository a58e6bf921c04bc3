"""One country of the World Factbook as a JSON of chapters: Introduction, Geography, Transnational Issues.

{"Introduction": {"Background": {"text": "..."}}, "Geography": {"Land boundaries": {"total": {"text": "..."}}}}
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from sourcebook.model import Document, Work
from sourcebook.segment.tables.borders import border_facts
from sourcebook.segment.tables.factbook import ADDRESS, BORDERS, LICENCE, PUBLISHER, TRAFFICKING
from sourcebook.segment.tables.factbook_tiers import TierYears, tier_passages
from sourcebook.segment.tables.table import Dataset, Row
from sourcebook.vocabulary.countries import country, find_country

_FIELDS: Final = (("Introduction", "Background"), ("Geography", BORDERS), ("Transnational Issues", TRAFFICKING))
_NAME: Final = ("Government", "Country name", "conventional short form")
_LONG_NAME: Final = ("Government", "Country name", "conventional long form")
_MARK = re.compile(r"<[^<>]*>")


class FactbookCountry:
    """Reads the background, the borders and the trafficking field of a country's chapters."""

    name = "a country of the World Factbook"

    def accepts(self, document: Document) -> bool:
        """Take a JSON object with an introduction and a government's country name."""
        if not document.text.lstrip("\ufeff \n\r\t").startswith("{") or '"Introduction"' not in document.text[:400]:
            return False
        return _place(_chapters(document.text)) is not None

    def read(self, document: Document) -> tuple[Dataset, Iterator[Row]]:
        """Return the country's chapters as rows; the file states no edition, so that none is given."""
        dataset = Dataset(key="factbook", title="The World Factbook", licence=LICENCE)
        return dataset, _rows(document.text)


def _chapters(text: str) -> dict[str, Any]:
    try:
        return msgspec.json.decode(text.strip("\ufeff").encode(), type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeEncodeError):
        return {}


def _place(chapters: dict[str, Any]) -> str | None:
    return next((code for path in (_NAME, _LONG_NAME) if (code := find_country(_said(chapters, path)))), None)


def _said(found: Any, path: tuple[str, ...] = ()) -> str:
    """Return the words at a path: its own text, or the texts below it, each under its name."""
    for name in path:
        found = found.get(name, {}) if isinstance(found, dict) else {}
    if not isinstance(found, dict):
        return ""
    if isinstance(found.get("text"), str):
        return " ".join(html.unescape(_MARK.sub(" ", found["text"])).split())
    parts = ((name, _said(below)) for name, below in found.items())
    return " ".join(f"{name}: {words}" for name, words in parts if words)


def _rows(text: str) -> Iterator[Row]:
    chapters = _chapters(text)
    place = _place(chapters)
    known = country(place or "")
    for path in _FIELDS:
        words, field = _said(chapters, path), path[-1]
        if not words or known is None:
            continue
        work = Work(
            title=f"The World Factbook: {known.name}, {field}",
            credit=PUBLISHER,
            publisher=PUBLISHER,
            url=ADDRESS,
            kind="dataset",
        )
        start = max(text.find(f'"{field}"'), 0)
        row = Row(
            place=known.code,
            work=work,
            text=words,
            where=f"{path[0]}, {field}",
            start=start,
            end=len(text.rstrip()),
            quoted=True,
        )
        if field == TRAFFICKING:
            yield from tier_passages(row, None, TierYears())
        elif field == BORDERS:
            yield msgspec.structs.replace(row, quoted=False, claims=border_facts(words, known.code, None))
        else:
            yield row

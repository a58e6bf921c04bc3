"""Entries that were given as values, not left to be found in running text: a JSON of works with their passages.

    {"sourcebook_entries": 1, "place": "KE", "collection": "...",
     "works": [{"title", "publisher", "issued", "url", "language", "looks": ["2015-03-02"], "passages": ["..."]}]}

`issued` and `looks` are EDTF. What is here reads back as it stands, whatever its words.
"""

from __future__ import annotations

import json
from typing import Final, Literal

import msgspec

from sourcebook.errors import InputRefused
from sourcebook.model import Document, Entry, Page, Passage, Span, Visit, Work
from sourcebook.model.base import Value
from sourcebook.model.identity import passage_id
from sourcebook.vocabulary.date_words import edtf_to_words
from sourcebook.vocabulary.edtf import is_edtf

OPENING: Final = '{"sourcebook_entries":'
_ROLE: Final = "excerpt"


class GivenWork(Value, frozen=True):
    """A work with the days on which someone looked at it and the passages taken from it."""

    title: str
    publisher: str | None = None
    issued: str | None = None
    url: str | None = None
    language: str | None = None
    looks: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()


class GivenEntries(Value, frozen=True, omit_defaults=False):
    """The works of a page of a collection."""

    sourcebook_entries: Literal[1]
    place: str
    collection: str
    works: tuple[GivenWork, ...]


def entries_as_text(entries: GivenEntries) -> str:
    """Return entries as the text that `given_page` reads."""
    return json.dumps(msgspec.to_builtins(entries), ensure_ascii=False, separators=(",", ":"))


def is_given(text: str) -> bool:
    """Tell whether a text is of entries that were given as values."""
    return text.startswith(OPENING)


def given_page(document: Document) -> Page:
    """Return the page that the entries make; raises InputRefused where they are not as they must be."""
    try:
        given = msgspec.json.decode(document.text.encode(), type=GivenEntries)
    except msgspec.ValidationError as error:
        raise InputRefused(f"These entries are not as they must be: {error}.") from error
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise InputRefused("These entries are no JSON that can be read.") from error
    places = _Places(document.text)
    return Page(
        place=given.place,
        heading=given.place,
        collection=given.collection,
        entries=tuple(_entry(work, places) for work in given.works if work.title.strip()),
        spans=(Span(start=0, end=len(document.text), role=_ROLE),) if document.text else (),
    )


class _Places:
    """Where texts stand in the JSON, each after the one before it."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0

    def of(self, value: str) -> tuple[int, int]:
        """Return the span of a text's characters between its quotation marks."""
        written = json.dumps(value, ensure_ascii=False)[1:-1]
        start = self._text.find(written, self._at)
        if start == -1:
            return self._at, self._at
        self._at = start + len(written)
        return start, self._at


def _entry(given: GivenWork, places: _Places) -> Entry:
    issued = given.issued if given.issued and is_edtf(given.issued) else None
    credit = ", ".join(part for part in (given.publisher, edtf_to_words(issued) if issued else None) if part)
    work = Work(
        title=given.title,
        credit=credit,
        publisher=given.publisher,
        issued=issued,
        url=given.url,
        language=given.language,
    )
    start, end = places.of(given.title)
    title = Passage(
        id=passage_id(work.id, given.title, 0), text=given.title, start=start, end=end, ordinal=1, role="title"
    )
    passages = _passages(work, given.passages, places)
    return Entry(
        work=work,
        start=start,
        end=passages[-1].end if passages else end,
        title_passage=title,
        visits=tuple(Visit(when=day, outcome="read", address=given.url) for day in given.looks if is_edtf(day)),
        passages=passages,
        urls=(given.url,) if given.url else (),
    )


def _passages(work: Work, texts: tuple[str, ...], places: _Places) -> tuple[Passage, ...]:
    made = []
    for ordinal, text in enumerate(dict.fromkeys(text for text in texts if text.strip()), start=1):
        start, end = places.of(text)
        made.append(Passage(id=passage_id(work.id, text, 0), text=text, start=start, end=end, ordinal=ordinal))
    return tuple(made)

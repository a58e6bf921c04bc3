"""Values to rows and back: what one would ask for in SQL has a column, the remaining fields share one of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

import msgspec

from sourcebook.model import Entry, Extract, Page, Passage, Value, Visit, Work

T = TypeVar("T", bound=Value)

PAGE_COLUMNS = ("heading", "collection", "address", "caution")
PAGE_ELSEWHERE = ("place", "topic", "background", "summary", "entries", "spans")
WORK_COLUMNS = ("publisher", "issued", "url", "kind")
WORK_ELSEWHERE = ("title", "credit", "authors")
ENTRY_COLUMNS = ("section", "start", "end")
ENTRY_ELSEWHERE = ("work", "title_passage", "visits", "passages", "references")
PASSAGE_COLUMNS = (
    "id", "role", "kind", "ordinal", "heading", "paragraph_number", "page_number", "start", "end", "text",
)  # fmt: skip
VISIT_COLUMNS = ("when", "outcome", "address", "as_written")


PAGE_VALUES = attrgetter(*PAGE_COLUMNS)
WORK_VALUES = attrgetter(*WORK_COLUMNS)
ENTRY_VALUES = attrgetter(*ENTRY_COLUMNS)
PASSAGE_VALUES = attrgetter(*PASSAGE_COLUMNS)
VISIT_VALUES = attrgetter(*VISIT_COLUMNS)


@cache
def _others(kind: type[Value], elsewhere: tuple[str, ...]) -> tuple[tuple[str, object], ...]:
    """Return the names and defaults of the fields that are not kept elsewhere."""
    fields = msgspec.structs.fields(kind)
    return tuple((field.name, field.default) for field in fields if field.name not in elsewhere)


def rest_of(value: Value, elsewhere: tuple[str, ...]) -> str | None:
    """Return as JSON the fields that differ from their defaults and are kept nowhere else; None where there is none."""
    rest = {
        name: held
        for name, default in _others(type(value), elsewhere)
        if (held := getattr(value, name)) is not default and held not in (default, ())
    }
    return msgspec.json.encode(rest).decode() if rest else None


def joined(kind: type[T], rest: str | None, columns: Iterable[str], row: Iterable[Any], **parts: object) -> T:
    """Make a value again from its columns, its other fields as JSON, and parts that are values already."""
    fields = {**(json.loads(rest) if rest else {}), **dict(zip(columns, row, strict=True)), **parts}
    return msgspec.convert(fields, kind)


def work_from(title: str, credit: str, authors: str, columns: Iterable[Any], rest: str | None) -> Work:
    """Make a work again."""
    return joined(Work, rest, WORK_COLUMNS, columns, title=title, credit=credit, authors=json.loads(authors))


def passage_from(rest: str | None, columns: Iterable[Any]) -> Passage:
    """Make a passage again."""
    return joined(Passage, rest, PASSAGE_COLUMNS, columns)


def visit_from(columns: Iterable[Any]) -> Visit:
    """Make a visit again."""
    return joined(Visit, None, VISIT_COLUMNS, columns)


def extracts_of(page: Page) -> list[tuple[str, Extract]]:
    """Return the page's background and summary, where it has them, each with its role."""
    named = (("background", page.background), ("summary", page.summary))
    return [(role, extract) for role, extract in named if extract is not None]


def positions_of(placed: Entry | Extract) -> list[tuple[int, Passage]]:
    """Return every passage of an entry or extract with its position; a title stands at 0."""
    title = placed.title_passage if isinstance(placed, Entry) else None
    passages = list(enumerate(placed.passages, start=1))
    return passages if title is None else [(0, title), *passages]

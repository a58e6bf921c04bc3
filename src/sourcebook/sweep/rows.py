"""The tables that a sweep fills, and rows made from what a page says."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any, Final, NamedTuple

import pyarrow as pa

from sourcebook.model.identity import figure_id, identifier, passage_id
from sourcebook.sweep.page import Passage, Read

Row = dict[str, Any]

_TEXT, _WHOLE, _LIST = pa.string(), pa.int64(), pa.list_(pa.string())
_PLACE: Final = (("warc", _TEXT), ("offset", _WHOLE), ("record", _TEXT), ("digest", _TEXT))
_SPAN: Final = (("start", pa.int32()), ("end", pa.int32()))


def _schema(*fields: tuple[str, pa.DataType]) -> pa.Schema:
    return pa.schema([*fields, *_PLACE])


SCHEMAS: Final = MappingProxyType(
    {
        "works": _schema(
            *((name, _TEXT) for name in ("country", "work", "title", "publisher", "issued", "language", "url", "seen")),
            ("countries", _LIST),
            ("characters", _WHOLE),
            ("payload", _TEXT),
            ("signature", pa.list_(pa.uint32())),
        ),
        "passages": _schema(
            *((name, _TEXT) for name in ("country", "work", "passage", "issued", "language", "text")),
        ),
        "figures": _schema(
            *((name, _TEXT) for name in ("country", "work", "passage", "figure", "issued", "number")),
            *((name, pa.float64()) for name in ("low", "high")),
            *((name, _TEXT) for name in ("qualifier", "counts", "status", "exploitation", "sex", "age", "place")),
            *((name, _LIST) for name in ("origin", "destination")),
            *((name, _TEXT) for name in ("period", "said_by", "action", "part_of", "same_as")),
            *_SPAN,
        ),
        "routes": _schema(
            *((name, _TEXT) for name in ("country", "work", "passage", "issued", "origin", "destination")),
            ("transit", _LIST),
            ("internal", pa.bool_()),
            ("exploitation", _TEXT),
            ("negated", pa.bool_()),
            *_SPAN,
        ),
        "themes": _schema(
            *((name, _TEXT) for name in ("country", "work", "passage", "issued", "theme", "kind")), *_SPAN
        ),
        "revisits": _schema(("url", _TEXT), ("seen", _TEXT), ("payload", _TEXT)),
        "errors": pa.schema(
            [("warc", _TEXT), ("offset", _WHOLE), ("skipped_bytes", _WHOLE), ("url", _TEXT), ("what", _TEXT)]
        ),
    }
)
"""What a task writes: `seen` is when a page was captured, `payload` the digest that its record gives."""


class Place(NamedTuple):
    """Where a page lies: its address, when it was captured, and its record in its file."""

    url: str
    seen: str
    warc: str
    offset: int
    record: str
    digest: str
    payload: str

    @property
    def columns(self) -> Row:
        """The columns that every row has."""
        return {"warc": self.warc, "offset": self.offset, "record": self.record, "digest": self.digest}


def work_row(page: Read, place: Place, signature: list[int]) -> Row:
    """Return the row of a page as a work."""
    return {
        "country": page.country,
        "work": identifier("work", place.digest),
        "title": page.about.title,
        "publisher": page.about.publisher,
        "issued": page.about.issued,
        "language": page.language,
        "url": place.url,
        "seen": place.seen,
        "countries": list(page.countries),
        "characters": len(page.text),
        "payload": place.payload,
        "signature": signature,
        **place.columns,
    }


def claim_rows(page: Read, place: Place) -> Iterator[tuple[str, Row]]:
    """Yield the rows of a page's passages and of their claims, each with the name of its table."""
    work = identifier("work", place.digest)
    for passage in page.passages:
        shared = {
            "country": page.country,
            "work": work,
            "passage": passage_id(work, passage.text, 0),
            "issued": page.about.issued,
            **place.columns,
        }
        yield "passages", {**shared, "language": page.language, "text": passage.text}
        yield from _figures(passage, shared)
        for route in passage.claims.routes:
            yield "routes", shared | _columns(route, "origin destination transit internal exploitation negated")
        for theme in passage.claims.themes:
            yield "themes", {**shared, "theme": theme.key, "kind": theme.kind, "start": theme.start, "end": theme.end}


_FIGURE = "number low high qualifier counts status exploitation sex age place origin destination period said_by action"


def _figures(passage: Passage, shared: Row) -> Iterator[tuple[str, Row]]:
    ids: dict[str, str] = {}
    met: dict[str, int] = {}
    for figure in passage.claims.figures:
        occurrence = met[figure.number] = met.get(figure.number, -1) + 1
        ids[figure.id] = figure_id(shared["passage"], figure.number, occurrence)
    for figure in passage.claims.figures:
        linked = {"part_of": ids.get(figure.part_of or ""), "same_as": ids.get(figure.same_as or "")}
        row = shared | _columns(figure, _FIGURE) | linked | {"figure": ids[figure.id]}
        # A figure stands on the page of the country in which it counts.
        yield "figures", row | {"country": figure.place or shared["country"]}


def _columns(claim: object, names: str) -> Row:
    row = {name: getattr(claim, name) for name in (*names.split(), "start", "end")}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in row.items()}

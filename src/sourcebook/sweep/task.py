"""One task of a sweep: a file or a range of one, read to its end, its rows written, its counts returned."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import Final, NamedTuple

import msgspec
from rensa import RMinHash

from sourcebook.model.base import Value
from sourcebook.preserve.decoding import CannotDecode
from sourcebook.sweep.bodies import split, undone
from sourcebook.sweep.page import read_page
from sourcebook.sweep.records import Record, Skipped, records
from sourcebook.sweep.rows import Place, claim_rows, work_row
from sourcebook.sweep.scan import Scan, scan_for
from sourcebook.sweep.tables import Tables

_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})
_READABLE: Final = _HTML | {"", "text/plain", "application/octet-stream", "text/xml", "application/xml"}
_PASSED_OVER: Final = frozenset({"request", "revisit", "warcinfo", "metadata", "resource"})
_OK: Final = frozenset({0, 200, 203, 206})
_PERMUTATIONS: Final = 64
_SHINGLE: Final = 5
_COMPARED: Final = 8_000


class Damage(Value, frozen=True):
    """Bytes of a file that could not be read, or a record that could be read in part only."""

    file: str
    offset: int
    skipped_bytes: int
    what: str


class Counts(Value, frozen=True):
    """What a task did: every record is a work, a duplicate or rejected for a reason."""

    records: int = 0
    works: int = 0
    rejected: dict[str, int] = msgspec.field(default_factory=dict)
    rows: dict[str, int] = msgspec.field(default_factory=dict)
    errors: tuple[Damage, ...] = ()


class Page(NamedTuple):
    """Bytes that may be a page on the topic."""

    data: bytes
    charset: str | None
    markup: bool | None


def sweep_file(path: Path, name: str, topic: str, folder: Path, span: tuple[int, int | None] = (0, None)) -> Counts:
    """Read the records of a file that begin in a span, and write their rows to Parquet files in a folder.

    `name` is what the rows call the file. Raises OSError where the file cannot be read or the folder not be written.
    """
    scan = scan_for(topic)
    rejected: Counter[str] = Counter()
    errors: list[Damage] = []
    seen = works = 0
    with Tables(folder) as tables:
        for item in records(path, *span):
            if isinstance(item, Skipped):
                errors.append(Damage(file=name, offset=item.offset, skipped_bytes=item.skipped_bytes, what=item.what))
                continue
            seen += 1
            reason = _take(item, name, topic, scan, tables)
            if reason is None:
                works += 1
            else:
                rejected[reason] += 1
        for error in errors:
            tables.put("errors", {**msgspec.structs.asdict(error), "warc": error.file, "url": None})
    return Counts(records=seen, works=works, rejected=dict(rejected), rows=tables.counts, errors=tuple(errors))


def _take(record: Record, name: str, topic: str, scan: Scan, tables: Tables) -> str | None:
    """Write the rows of a record; return why there are none, or None."""
    page = _page(record, scan)
    if isinstance(page, str):
        if page == "revisit":
            tables.put("revisits", _revisit(record, name))
        return page
    try:
        read = read_page(page.data, _url(record), topic, charset=page.charset, markup=page.markup)
    except (ValueError, RecursionError) as error:
        tables.put("errors", _trouble(record, name, f"The page could not be read: {error}"))
        return "unreadable"
    if read is None:
        return "off_topic"
    if record.cut:
        tables.put("errors", _trouble(record, name, "The record is longer than is read; its first part was."))
    digest = "sha256:" + hashlib.sha256(page.data).hexdigest()
    place = _place(record, name, digest)
    tables.put("works", work_row(read, place, _signature(read.text)))
    for table, row in claim_rows(read, place):
        tables.put(table, row)
    return None


def _page(record: Record, scan: Scan) -> Page | str:
    """Return the page that a record holds, or why it is passed over: most are, by the scan of their bytes."""
    if record.kind == "conversion":
        page: Page | str = Page(record.block, "utf-8", markup=False)
    elif record.kind == "response":
        page = _answer(record)
    else:
        return record.kind if record.kind in _PASSED_OVER else "other"
    return page if isinstance(page, str) or scan.may_hold(page.data) else "off_topic"


def _answer(record: Record) -> Page | str:
    parted = split(record.block)
    if parted is None:
        return "not_http"
    head, body = parted
    if head.status not in _OK:
        return "status"
    if head.media_type not in _READABLE:
        return "media_type"
    try:
        return Page(undone(body, head), head.charset, markup=True if head.media_type in _HTML else None)
    except CannotDecode:
        return "encoding"


def _url(record: Record) -> str:
    return record.fields.get("warc-target-uri", "").strip("<>")


def _place(record: Record, name: str, digest: str) -> Place:
    fields = record.fields
    return Place(
        url=_url(record),
        seen=fields.get("warc-date", ""),
        warc=name,
        offset=record.offset,
        record=fields.get("warc-record-id", "").strip("<>"),
        digest=digest,
        payload=fields.get("warc-payload-digest", ""),
    )


def _revisit(record: Record, name: str) -> dict[str, object]:
    place = _place(record, name, "")
    return {"url": place.url, "seen": place.seen, "payload": place.payload, **place.columns}


def _trouble(record: Record, name: str, what: str) -> dict[str, object]:
    return {"warc": name, "offset": record.offset, "skipped_bytes": 0, "url": _url(record), "what": what}


def _signature(text: str) -> list[int]:
    words = text[:_COMPARED].lower().split()
    made = RMinHash(num_perm=_PERMUTATIONS, seed=7)
    made.update([" ".join(words[at : at + _SHINGLE]) for at in range(max(1, len(words) - _SHINGLE + 1))])
    return list(made.digest())

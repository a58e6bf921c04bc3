"""Captures: the kept copies of the pages and of the works on them, by their digests."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.model import Capture
from sourcebook.publish.export.columns import ARCHIVE, PAGE, Column, Row, Table
from sourcebook.publish.export.tables.works import works_of
from sourcebook.publish.export.told import Told

CAPTURES = Table(
    name="captures",
    title="Captures",
    about="A kept copy: of a page of the archive, or of what stood at the address of a work. The bytes are not here.",
    columns=(
        PAGE,
        Column(name="warc", meaning="The WARC file that holds it.", source=ARCHIVE, required=True),
        Column(
            name="offset", meaning="Where in that file.", source=ARCHIVE, kind="integer", unit="bytes", required=True
        ),
        Column(name="length", meaning="How long its record is.", source=ARCHIVE, kind="integer", unit="bytes"),
        Column(name="digest", meaning="The digest of the bytes.", source=ARCHIVE, form="`sha256:` and 64 figures"),
        Column(name="url", meaning="The address from which it came.", source=ARCHIVE),
        Column(name="time", meaning="When it was taken.", source=ARCHIVE, kind="datetime"),
        Column(name="media_type", meaning="Its media type.", source=ARCHIVE),
        Column(
            name="status", meaning="The answer’s HTTP status; none of a file handed in.", source=ARCHIVE, kind="integer"
        ),
        Column(name="leads_to", meaning="Where a kept redirect leads.", source=ARCHIVE),
    ),
    key=("page", "warc", "offset"),
)


def captures(told: Told, place: str) -> Iterator[Row]:
    """Yield the captures behind a country's pages, each once; what was withdrawn is not among them."""
    found = {(one.warc, one.offset): one for one in _found(told, place)}
    withheld = told.view.withheld(found.values())
    for key in sorted(found.keys() - withheld):
        one = found[key]
        about = (one.digest, one.url, one.time, one.media_type, one.status, one.to)
        yield (place, one.warc, one.offset, one.length, *about)


def _found(told: Told, place: str) -> Iterator[Capture]:
    view = told.view
    for topic, page in told.pages(place):
        for state in view.states(place, topic):
            yield from view.captures(state.digest)
        for url in dict.fromkeys(work.url for work in works_of(page) if work.url):
            yield from view.copies_of(url)

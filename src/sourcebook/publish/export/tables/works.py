"""Works: each published thing that a page quotes or takes its background or summary from."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.model import Page, Work
from sourcebook.publish.export.columns import EDTF, KEPT, PAGE, TOPIC, WORK, Column, Row, Table
from sourcebook.publish.export.told import Told

WORKS = Table(
    name="works",
    title="Works",
    about="A work on a page. One that stands on two pages has a row for each, with the same identifier.",
    columns=(
        PAGE,
        TOPIC,
        WORK,
        Column(name="title", meaning="The title.", source=KEPT),
        Column(name="credit", meaning="The whole credit line.", source=KEPT),
        Column(name="authors", meaning="The persons who signed it, in order.", source=KEPT, form="parted by “; ”"),
        Column(name="publisher", meaning="The body behind it.", source=KEPT),
        Column(name="publisher_place", meaning="Where the publisher is.", source=KEPT),
        Column(name="container", meaning="The newspaper, journal or book in which it stands.", source=KEPT),
        Column(name="issued", meaning="When it came out; an unsure date stays unsure.", source=KEPT, form=EDTF),
        Column(name="url", meaning="Its address on the web, as the page gives it.", source=KEPT),
        Column(name="kind", meaning="What kind of thing it is, as CSL names them.", source=KEPT),
        Column(name="language", meaning="Its language.", source=KEPT, form="BCP 47"),
        Column(name="format_noted", meaning="The file format that the page notes.", source=KEPT),
    ),
    key=("page", "topic", "work"),
)


def works(told: Told, place: str) -> Iterator[Row]:
    """Yield the works on a country's pages, each once for each page."""
    for topic, page in told.pages(place):
        once = {work.id: work for work in works_of(page)}
        for work in once.values():
            yield (place, told.named(topic), work.id, *_cells(work))


def works_of(page: Page) -> Iterator[Work]:
    """Yield the works of a page: of its background and summary, then of its entries."""
    yield from (part.work for part in (page.background, page.summary) if part)
    yield from (entry.work for entry in page.entries)


def _cells(work: Work) -> Row:
    return (
        work.title,
        work.credit,
        "; ".join(work.authors),
        work.publisher,
        work.publisher_place,
        work.container,
        work.issued,
        work.url,
        work.kind,
        work.language,
        work.format_noted,
    )

"""Passages: the words that were taken from each work, with their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from sourcebook.model import Page, Passage
from sourcebook.model.page import PassageKind, PassageRole
from sourcebook.publish.export.columns import ARCHIVE, KEPT, OF_WORK, PAGE, PASSAGE, TOPIC, WORK, Column, Row, Table
from sourcebook.publish.export.told import Told

PASSAGES = Table(
    name="passages",
    title="Passages",
    about="A passage of a work on a page. The words are their authors’; we hand them on as quotations.",
    columns=(
        PAGE,
        TOPIC,
        PASSAGE,
        WORK,
        Column(
            name="entry",
            meaning="The number of its entry; none in the background and the summary.",
            source=ARCHIVE,
            kind="integer",
        ),
        Column(name="role", meaning="Which part of the page it is.", source=ARCHIVE, values=get_args(PassageRole)),
        Column(
            name="kind",
            meaning="Whether it is quoted as it stood, or our own note.",
            source=ARCHIVE,
            values=get_args(PassageKind),
        ),
        Column(name="ordinal", meaning="Its ¶ number within its work.", source=ARCHIVE, kind="integer"),
        Column(name="heading", meaning="The sub-heading that it opens with or stands under.", source=KEPT),
        Column(name="paragraph_number", meaning="The number printed before it.", source=KEPT),
        Column(name="page_number", meaning="The page of the work.", source=KEPT, kind="integer"),
        Column(name="text", meaning="Its words, white space as the page has it.", source=KEPT),
    ),
    key=("page", "topic", "passage"),
    points=(OF_WORK,),
)


def passages(told: Told, place: str) -> Iterator[Row]:
    """Yield the passages of a country's pages, each once for each page."""
    for topic, page in told.pages(place):
        seen: set[str] = set()
        for work, number, passage in _placed(page):
            if passage.id not in seen:
                seen.add(passage.id)
                yield (place, told.named(topic), passage.id, work, number, *_cells(passage))


def _placed(page: Page) -> Iterator[tuple[str, int | None, Passage]]:
    for part in (page.background, page.summary):
        if part:
            yield from ((part.work.id, None, passage) for passage in part.passages)
    for number, entry in enumerate(page.entries, start=1):
        for passage in (*filter(None, (entry.title_passage,)), *entry.passages):
            yield entry.work.id, number, passage


def _cells(passage: Passage) -> Row:
    return (
        passage.role,
        passage.kind,
        passage.ordinal,
        passage.heading,
        passage.paragraph_number,
        passage.page_number,
        passage.text,
    )

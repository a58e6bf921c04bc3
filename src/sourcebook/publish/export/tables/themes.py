"""Themes: what each passage speaks of, by the keys of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.publish.export.columns import (
    END,
    OF_PASSAGE,
    PAGE,
    PASSAGE,
    READ,
    START,
    TOPIC,
    WORK,
    Column,
    Row,
    Table,
)
from sourcebook.publish.export.told import Told
from sourcebook.vocabulary.themes import FILES

THEMES = Table(
    name="themes",
    title="Themes",
    about="A theme that a passage affirms, once for each passage; its place is that of its first words.",
    columns=(
        PAGE,
        TOPIC,
        PASSAGE,
        Column(name="theme", meaning="The theme’s key in the vocabulary.", source=READ, required=True),
        Column(name="kind", meaning="The kind of theme.", source=READ, values=tuple(FILES)),
        WORK,
        START,
        END,
    ),
    key=("page", "topic", "passage", "theme"),
    points=(OF_PASSAGE,),
)


def themes(told: Told, place: str) -> Iterator[Row]:
    """Yield the themes of a country's pages, in the order of each page."""
    found = told.view.evidence.themes(place)
    for topic in told.topics(place):
        once = {(one.passage, one.claim.key): one for one in found if one.topic == topic}
        for (passage, key), one in once.items():
            yield (place, told.named(topic), passage, key, one.claim.kind, one.work, one.claim.start, one.claim.end)

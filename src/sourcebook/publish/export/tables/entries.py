"""Entries: each work as a page places it, and when somebody last looked at it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from sourcebook.model import Visit
from sourcebook.model.work import Outcome
from sourcebook.publish.export.columns import ARCHIVE, EDTF, KEPT, OF_WORK, PAGE, TOPIC, WORK, Column, Row, Table
from sourcebook.publish.export.told import Told

ENTRIES = Table(
    name="entries",
    title="Entries",
    about="A work as a page places it: its number there, and every look at it summed up.",
    columns=(
        PAGE,
        TOPIC,
        Column(name="number", meaning="Its number on the page.", source=ARCHIVE, kind="integer", required=True),
        WORK,
        Column(name="section", meaning="The part of the page.", source=KEPT, values=("featured", "archives")),
        Column(name="passages", meaning="How many passages are kept.", source=ARCHIVE, kind="integer", unit="passages"),
        Column(
            name="looks",
            meaning="How often somebody looked at the work: as the page notes, and by our own checks.",
            source=ARCHIVE,
            kind="integer",
            unit="looks",
        ),
        Column(name="last_look", meaning="The last dated look.", source=ARCHIVE, form=EDTF),
        Column(
            name="last_outcome",
            meaning="What that look found; the last undated one’s where none has a date.",
            source=ARCHIVE,
            values=get_args(Outcome),
        ),
        Column(
            name="archived_copy_noted",
            meaning="Whether the page says that the work had been archived somewhere.",
            source=KEPT,
            kind="boolean",
        ),
    ),
    key=("page", "topic", "number"),
    points=(OF_WORK,),
)


def entries(told: Told, place: str) -> Iterator[Row]:
    """Yield the entries of a country's pages, in the order of each page."""
    for topic in told.topics(place):
        own = told.view.own_visits(place, topic)
        for placed in told.view.entries(place, topic):
            entry = placed.entry
            looks = (*entry.visits, *own.get(entry.work.id, ()))
            last = _last(looks)
            yield (
                place,
                told.named(topic),
                placed.number,
                entry.work.id,
                entry.section,
                len(entry.passages),
                len(looks),
                last.when if last else None,
                last.outcome if last else None,
                entry.archived_copy_noted,
            )


def _last(looks: tuple[Visit, ...]) -> Visit | None:
    dated = [look for look in looks if look.when]
    return max(dated, key=lambda look: (look.when or "").strip("[")) if dated else looks[-1] if looks else None

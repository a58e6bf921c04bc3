"""Figures: every number that counts, where it stands and what the passage says of it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from operator import attrgetter
from typing import Any, get_args

from sourcebook.model.kinds.figure import Action, Counts, Exploitation, Qualifier, Status
from sourcebook.publish.export.columns import (
    CODE,
    EDTF,
    END,
    IDENTIFIER,
    IS_IDENTIFIER,
    OF_PASSAGE,
    PAGE,
    PASSAGE,
    READ,
    SPACED,
    START,
    TOPIC,
    WORK,
    Cell,
    Column,
    Reference,
    Row,
    Table,
)
from sourcebook.publish.export.told import Told

FIGURES = Table(
    name="figures",
    title="Figures",
    about="A number in a passage that says how many. What the passage does not say is empty, never nought.",
    columns=(
        PAGE,
        TOPIC,
        Column(
            name="figure",
            meaning="The figure: an identifier made of its passage and words. Its page is /f/ and this.",
            source=READ,
            form=IDENTIFIER,
            pattern=IS_IDENTIFIER,
            required=True,
        ),
        PASSAGE,
        WORK,
        Column(name="place", meaning="The country in which it was counted.", source=READ, form=CODE),
        Column(name="number", meaning="The number as written.", source=READ),
        Column(
            name="low",
            meaning="The least that it says; none where it is left open.",
            source=READ,
            kind="number",
            unit="what `counts` names; percent of a share, the currency as written of money",
        ),
        Column(
            name="high",
            meaning="The most that it says; none where it is left open.",
            source=READ,
            kind="number",
            unit="as `low`",
        ),
        Column(name="qualifier", meaning="How the number is bounded.", source=READ, values=get_args(Qualifier)),
        Column(name="counts", meaning="What is counted.", source=READ, values=get_args(Counts)),
        Column(name="status", meaning="How victims are known.", source=READ, values=get_args(Status)),
        Column(name="exploitation", meaning="What for.", source=READ, values=get_args(Exploitation)),
        Column(name="sex", meaning="The sex of those counted.", source=READ, values=("female", "male")),
        Column(name="age", meaning="The age of those counted.", source=READ, values=("minor", "adult")),
        Column(name="origin", meaning="Where they are from.", source=READ, form=f"{CODE}; {SPACED}"),
        Column(name="destination", meaning="Where they were taken.", source=READ, form=f"{CODE}; {SPACED}"),
        Column(name="period", meaning="The time it covers, or `annual` for a yearly rate.", source=READ, form=EDTF),
        Column(name="said_by", meaning="Who says so, as the passage names them.", source=READ),
        Column(name="action", meaning="What was done to offenders.", source=READ, values=get_args(Action)),
        Column(name="part_of", meaning="The figure of which it is a part.", source=READ, form=IDENTIFIER),
        Column(name="same_as", meaning="The figure of the passage that it says again.", source=READ, form=IDENTIFIER),
        START,
        END,
        Column(name="locator", meaning="Where it stands on the page, in words.", source=READ),
    ),
    key=("page", "topic", "figure"),
    points=(
        OF_PASSAGE,
        Reference(columns=("part_of",), table="", there=("figure",)),
        Reference(columns=("same_as",), table="", there=("figure",)),
    ),
)
_HEAD = FIGURES.head[3:]
_CELLS = attrgetter(*_HEAD)


def figures(told: Told, place: str) -> Iterator[Row]:
    """Yield the figures that stand on a country's pages, in the order of each page, as editors have corrected them."""
    for topic in told.topics(place):
        once = {mention.id: mention for mention in told.view.evidence.figures_on(place, topic)}
        for mention in once.values():
            cells = [_cell(name, value, once) for name, value in zip(_HEAD, _CELLS(mention), strict=True)]
            yield (place, told.named(topic), mention.id, *cells)


def _cell(name: str, value: Any, held: Container[str]) -> Cell:
    """Return the cell of a field; a figure that an editor rejected is named by none."""
    if name in {"part_of", "same_as"}:
        return value if value in held else None
    return " ".join(value) if isinstance(value, tuple) else value

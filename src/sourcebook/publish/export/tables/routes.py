"""Routes: pairs of countries between which a passage says that people were moved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from sourcebook.model.kinds.figure import Exploitation
from sourcebook.publish.export.columns import (
    CODE,
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
    Column,
    Row,
    Table,
)
from sourcebook.publish.export.told import Told
from sourcebook.store.mentions import claim_id

_PLACE = f"{CODE}, or `region:` and a name"

ROUTES = Table(
    name="routes",
    title="Routes",
    about="A pair of an origin and a destination in a passage. Routes count works that name them, never people.",
    columns=(
        PAGE,
        TOPIC,
        Column(
            name="route",
            meaning="The route: an identifier made of its passage and what it says.",
            source=READ,
            form=IDENTIFIER,
            required=True,
            pattern=IS_IDENTIFIER,
        ),
        PASSAGE,
        WORK,
        Column(name="origin", meaning="Where it begins.", source=READ, form=_PLACE, required=True),
        Column(name="destination", meaning="Where it ends.", source=READ, form=_PLACE, required=True),
        Column(name="transit", meaning="What lies between.", source=READ, form=f"{_PLACE}; {SPACED}"),
        Column(name="internal", meaning="Whether both are one country.", source=READ, kind="boolean"),
        Column(name="exploitation", meaning="What for.", source=READ, values=get_args(Exploitation)),
        Column(name="negated", meaning="Whether the passage denies it.", source=READ, kind="boolean"),
        START,
        END,
    ),
    key=("page", "topic", "route"),
    points=(OF_PASSAGE,),
)


def routes(told: Told, place: str) -> Iterator[Row]:
    """Yield the routes that a country's pages say, in the order of each page."""
    for topic in told.topics(place):
        held = ((claim_id(one.passage, one.claim), one) for one in told.view.evidence.routes_on(place, topic))
        for key, one in dict(held).items():
            claim = one.claim
            ends = (claim.origin, claim.destination, " ".join(claim.transit), claim.internal)
            yield (
                place,
                told.named(topic),
                key,
                one.passage,
                one.work,
                *ends,
                claim.exploitation,
                claim.negated,
                claim.start,
                claim.end,
            )

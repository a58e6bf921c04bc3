"""Tiers: the placings of the Trafficking in Persons Report, as passages say them."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.publish.export.columns import (
    CODE,
    END,
    IDENTIFIER,
    IS_IDENTIFIER,
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
from sourcebook.store.mentions import claim_id

TIERS = Table(
    name="tiers",
    title="Tiers",
    about="A tier that a passage says of a country; a judgement of one government on others.",
    columns=(
        PAGE,
        TOPIC,
        Column(
            name="placing",
            meaning="The placing: an identifier made of its passage and what it says.",
            source=READ,
            form=IDENTIFIER,
            required=True,
            pattern=IS_IDENTIFIER,
        ),
        PASSAGE,
        WORK,
        Column(name="country", meaning="The country that is placed.", source=READ, form=CODE),
        Column(name="tier", meaning="The tier.", source=READ, values=("1", "2", "2 Watch List", "3", "Special Case")),
        Column(name="year", meaning="The year of the report.", source=READ, kind="integer"),
        Column(
            name="change",
            meaning="The move that the passage tells.",
            source=READ,
            values=("upgraded", "downgraded", "remained"),
        ),
        Column(name="former", meaning="Whether it is the tier that was left.", source=READ, kind="boolean"),
        START,
        END,
    ),
    key=("page", "topic", "placing"),
    points=(OF_PASSAGE,),
)


def tiers(told: Told, place: str) -> Iterator[Row]:
    """Yield the tiers that a country's pages say, in the order of each page."""
    for topic in told.topics(place):
        once = {claim_id(one.passage, one.claim): one for one in told.view.evidence.tiers_on(place, topic)}
        for key, one in once.items():
            claim = one.claim
            said = (claim.country, claim.tier, claim.year, claim.change, claim.former, claim.start, claim.end)
            yield (place, told.named(topic), key, one.passage, one.work, *said)

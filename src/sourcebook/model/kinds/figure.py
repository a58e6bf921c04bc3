"""A figure: one number in a passage that says how many, and what the passage says of it."""

from __future__ import annotations

from typing import Literal

from sourcebook.model.claim import Claim

Qualifier = Literal["exact", "about", "at_least", "at_most", "between"]
Counts = Literal[
    "victims",
    "people",
    "offenders",
    "cases",
    "investigations",
    "prosecutions",
    "convictions",
    "countries",
    "places",
    "share",
    "money",
    "other",
]
Status = Literal["identified", "presumed", "estimated", "assisted"]
Exploitation = Literal["sexual", "labour", "domestic", "begging", "armed_conflict", "organs", "marriage", "crime"]
Action = Literal["investigated", "arrested", "prosecuted", "convicted", "acquitted"]


class Figure(Claim, frozen=True, kw_only=True):
    """A number that counts.

    `id` is unique in the passage; `start` and `end` hold the number expression alone, `number` its words. `low` and
    `high` are the bounds said, None where one is left open; of a share they are in percent. `part_of` and `same_as`
    are the ids of other figures of the passage. `period` is EDTF, or `annual` for a yearly rate. `cites` are the
    places, from 1, in its work's list of the references that its sentence cites.
    """

    id: str
    number: str
    low: float | None
    high: float | None
    qualifier: Qualifier
    counts: Counts
    status: Status | None = None
    exploitation: Exploitation | None = None
    sex: Literal["female", "male"] | None = None
    age: Literal["minor", "adult"] | None = None
    place: str | None = None
    origin: tuple[str, ...] = ()
    destination: tuple[str, ...] = ()
    period: str | None = None
    said_by: str | None = None
    action: Action | None = None
    part_of: str | None = None
    same_as: str | None = None
    cites: tuple[int, ...] = ()

"""What comparing claims shows: mentions of numbers, families of mentions, and findings in words."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from sourcebook.model.base import Value
from sourcebook.model.citing import Source
from sourcebook.model.identity import identifier

FindingKind = Literal[
    "parts_hold",
    "parts_short",
    "parts_over",
    "implied",
    "repeat",
    "drift",
    "conflict",
    "not_comparable",
    "carried_over",
    "elsewhere",
    "gap",
]
Speaker = Literal["official", "body", "kind", "none"]
Role = Literal["origin", "repeat", "independent", "unclear"]


class Mention(Value, frozen=True, cache_hash=True):
    """A figure where it stands: its fields as the guidelines name them, and the work, page and words around it.

    `page` is the country whose page holds it, `place` the country it was counted in. `known_by` is the earliest date
    (EDTF) on which someone looked at the work, so that an undated work has a latest date. `text` is the whole passage
    and `start`, `end` the number words in it. `part_of` and `same_as` are ids of mentions. `cites` are the works that
    its sentence names by the references of its report: who says it, as a matter of record.
    """

    id: str
    passage: str
    work: str
    title: str
    page: str
    place: str | None
    number: str
    start: int
    end: int
    text: str
    low: float | None = None
    high: float | None = None
    qualifier: str = "exact"
    counts: str = "victims"
    status: str | None = None
    exploitation: str | None = None
    sex: str | None = None
    age: str | None = None
    origin: tuple[str, ...] = ()
    destination: tuple[str, ...] = ()
    period: str | None = None
    said_by: str | None = None
    action: str | None = None
    part_of: str | None = None
    same_as: str | None = None
    publisher: str | None = None
    issued: str | None = None
    known_by: str | None = None
    kind: str = "quoted"
    role: str = "excerpt"
    locator: str = ""
    cites: tuple[Source, ...] = ()


class Finding(Value, frozen=True):
    """One thing that comparison shows, in a sentence that a reader understands without us.

    `figures`, `works` and `passages` are identifiers of what it rests on, `numbers` the number words as written;
    `because` holds the reasons, one a sentence; `what` tells apart findings of one kind that rest on the same things.
    """

    kind: FindingKind
    country: str | None
    text: str
    figures: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    what: str = ""

    @property
    def id(self) -> str:
        """The identifier: the kind and what the finding rests on, whatever its wording."""
        return _finding_id(self.kind, self.what, self.country or "", self.figures, self.works, self.passages)


@lru_cache(maxsize=4096)
def _finding_id(
    kind: str, what: str, country: str, figures: tuple[str, ...], works: tuple[str, ...], passages: tuple[str, ...]
) -> str:
    return identifier("finding", kind, what, country, *figures, "/", *works, "/", *passages)


class FamilyMention(Value, frozen=True):
    """A mention's part in its family, with the reason for it."""

    mention: Mention
    speaker: Speaker
    hedged: bool
    method: str | None
    quote: str
    role: Role
    because: str
    also: tuple[str, ...] = ()


class Drift(Value, frozen=True):
    """How the telling changed between two mentions of one number."""

    earlier: str
    later: str
    kind: Literal["speaker", "hedge", "rate", "status"]
    because: str


class Family(Value, frozen=True):
    """The mentions of one number about one thing, the earliest first.

    `at_most` counts the groups left when likely repeats are joined, `at_least` those left when possible ones are
    joined too: the true number of independent sources among the works lies between.
    """

    low: float | None
    high: float | None
    counts: str
    country: str | None
    period: str | None
    mentions: tuple[FamilyMention, ...]
    at_least: int
    at_most: int
    drift: tuple[Drift, ...] = ()

    @property
    def id(self) -> str:
        """The identifier: that of its first mention's figure, which outlives later joiners."""
        return identifier("family", min(member.mention.id for member in self.mentions))

    @property
    def works(self) -> tuple[str, ...]:
        """The identifiers of the works that carry the number, each once, in order of the mentions."""
        return tuple(dict.fromkeys(member.mention.work for member in self.mentions))

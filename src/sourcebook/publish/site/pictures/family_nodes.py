"""The works of a number's family as its picture needs them, and which of them stand out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sourcebook.model import Value

Speaker = Literal["official", "body", "kind", "none"]
Role = Literal["origin", "repeat", "independent", "unclear"]


class FamilyNode(Value, frozen=True):
    """A work that carries the number.

    `earliest` and `latest` are years with their parts between which the work was written; `latest` is None where
    nothing bounds it, `earliest` where nothing tells since when. `repeats` is the id of the node it repeats, likely
    where its role is `repeat` and possibly where it is `unclear`. `short` is its name in the drawing, `when` its date
    in words, `reason` why it has its role.
    """

    id: str
    title: str
    short: str
    when: str
    speaker: Speaker
    role: Role
    reason: str = ""
    status: str | None = None
    earliest: float | None = None
    latest: float | None = None
    repeats: str | None = None
    href: str | None = None

    @property
    def span(self) -> float:
        """Return over how many years the work can fall; 0 where its start is open."""
        return self.latest - self.earliest if self.latest is not None and self.earliest is not None else 0.0

    @property
    def at(self) -> float:
        """Return where it stands: in the middle of a known day, month or year, else at the latest that it can be."""
        latest = self.latest or 0.0
        return latest - self.span / 2 if self.span <= 1 else latest

    @property
    def years(self) -> tuple[float, ...]:
        """Return the years that an axis must hold for it."""
        return tuple(year for year in (self.earliest, self.latest) if year is not None)


class Shown(Value, frozen=True):
    """A node that is drawn, under its letter."""

    node: FamilyNode
    letter: str


def letter(at: int) -> str:
    """Return the letter of the first node, the second and so on: A to Z, then AA."""
    first, last = divmod(at, 26)
    return (letter(first - 1) if first else "") + chr(65 + last)


def turning_points(nodes: Sequence[FamilyNode], most: int) -> tuple[Shown, ...]:
    """Return all nodes under their letters; of more than `most` the first, the last and where the telling turns.

    A telling turns where its speaker, its status or its role is not that of the work before it. Where even these are
    too many, those that turn most stay.
    """
    lettered = tuple(Shown(node=node, letter=letter(at)) for at, node in enumerate(nodes))
    if len(nodes) <= most:
        return lettered
    turns = sorted(range(1, len(nodes) - 1), key=lambda at: (-_turns(nodes[at - 1], nodes[at]), at))
    chosen = [at for at in turns if _turns(nodes[at - 1], nodes[at])][: most - 2]
    return tuple(lettered[at] for at in sorted({0, *chosen, len(nodes) - 1}))


def _turns(one: FamilyNode, other: FamilyNode) -> int:
    return 2 * (one.speaker != other.speaker) + (one.status != other.status) + (one.role != other.role)

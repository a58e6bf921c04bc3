"""The parts of a long page: which there are, where one is, and the ways to the others."""

from __future__ import annotations

from sourcebook.errors import NotFound
from sourcebook.model import Value
from sourcebook.publish.site import addresses

LISTED, NEAR = 20, 4


class PartLink(Value, frozen=True):
    """A part by its number; `here` is the one that is read."""

    number: int
    address: str
    here: bool


class Parts(Value, frozen=True):
    """The parts of a page in their order, with the one before and the one after; one part alone needs no links.

    Of very many only the first, the last and those near by are listed.
    """

    every: tuple[PartLink, ...] = ()
    before: str | None = None
    after: str | None = None

    def __bool__(self) -> bool:
        return len(self.every) > 1


def parts_of(address: str, part: int, parts: int) -> Parts:
    """Return the ways between the parts of a page at this address."""
    return Parts(
        every=tuple(
            PartLink(number=number, address=addresses.part(address, number), here=number == part)
            for number in range(1, parts + 1)
            if parts <= LISTED or number in (1, parts) or abs(number - part) <= NEAR
        ),
        before=addresses.part(address, part - 1) if part > 1 else None,
        after=addresses.part(address, part + 1) if part < parts else None,
    )


def wanted_part(address: str, part: int | str, parts: int) -> int:
    """Return which part of a page was asked for; NotFound where it has no such part, or the page itself is it."""
    number = int(part)
    if not 1 <= number <= parts:
        raise NotFound("This page has no such part.", where=addresses.part(address, number))
    return number

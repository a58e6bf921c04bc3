"""What a place is called, and which places lie beside it."""

from __future__ import annotations

from sourcebook.vocabulary.countries import country, neighbours


def place_name(place: str, heading: str | None = None) -> str:
    """Return the everyday name of a place by its code, else what its page calls it, else the code."""
    known = country(place)
    return known.name if known else heading or place


def formal_name(heading: str | None, name: str) -> tuple[str, ...]:
    """Return a page's own heading as a sentence where it says more than the everyday name."""
    return (f"{heading}.",) if heading and heading.casefold() != name.casefold() else ()


def beside(place: str) -> frozenset[str]:
    """Return the codes of the places that share a land border with this one."""
    return frozenset(neighbours(place))

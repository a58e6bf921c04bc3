"""What a place is called."""

from __future__ import annotations


def place_name(place: str, heading: str | None = None) -> str:
    """Return the everyday name of a place by its code, else what its page calls it, else the code."""
    return heading or place


def formal_name(heading: str | None, name: str) -> tuple[str, ...]:
    """Return a page's own heading as a sentence where it says more than the everyday name."""
    return (f"{heading}.",) if heading and heading.casefold() != name.casefold() else ()

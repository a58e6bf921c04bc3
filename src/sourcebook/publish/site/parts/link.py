"""A link within the site, as a value."""

from __future__ import annotations

from sourcebook.model import Value


class Link(Value, frozen=True):
    """Words that lead to an address of the site."""

    text: str
    address: str

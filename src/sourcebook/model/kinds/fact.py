"""A fact: what a public table gives for a country under one of its headings."""

from __future__ import annotations

from sourcebook.model.claim import Claim


class Fact(Claim, frozen=True, kw_only=True):
    """A value of a table: what it is about by a short key, the value as written, its country, and its year if any.

    Keys are `treaty:NAME`, `border:CODE`, `good:NAME`, `law:NAME`, and plain names such as `borders` and `advancement`.
    """

    key: str
    value: str
    country: str
    year: int | None = None

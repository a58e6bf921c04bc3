"""What is taken out of sight on purpose, and why: it says nothing of what was withdrawn but its identifier."""

from __future__ import annotations

from typing import Literal

from sourcebook.model.base import Value

Withdrawn = Literal["work", "entry", "passage"]


class Withdrawal(Value, frozen=True, kw_only=True):
    """A work, one page's entry of a work, or a passage that is no longer shown anywhere.

    `place` and `topic` name the page of an entry. `purged` says that its words were also taken out of the kept files.
    """

    target: str
    what: Withdrawn
    why: str
    at: str
    by: str = ""
    place: str | None = None
    topic: str | None = None
    purged: bool = False


class Undoing(Value, frozen=True, kw_only=True):
    """A decision that was taken back, by its number, and when."""

    number: int
    at: str

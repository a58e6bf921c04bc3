"""An editor's judgement beside the evidence: it changes what a view returns, never what was read."""

from __future__ import annotations

from typing import Literal, get_args

from sourcebook.model.base import Value

Verb = Literal["confirm", "reject", "join", "split", "correct", "mask", "shorten", "publish"]
VERBS: tuple[Verb, ...] = get_args(Verb)


class Decision(Value, frozen=True, kw_only=True):
    """Who decided what about which thing, when and why.

    `target` and `others` are identifiers of figures, families, findings, passages or works; `changes` are the fields
    that a correction sets, as pairs of name and JSON value. `undone` is the time at which it was taken back, if it was.
    """

    number: int
    target: str
    verb: Verb
    others: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()
    why: str
    by: str
    at: str
    undone: str | None = None


class Ties(Value, frozen=True, kw_only=True):
    """What editors said of pairs of figures: that they are one telling of one source, or that they are not."""

    joined: frozenset[frozenset[str]] = frozenset()
    split: frozenset[frozenset[str]] = frozenset()

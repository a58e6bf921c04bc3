"""The base of every value: frozen, compared by content, written without its defaults."""

from __future__ import annotations

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A frozen value; two with the same content are equal and hash alike."""


def to_json(value: object) -> bytes:
    """Encode a value as JSON with its fields in their declared order."""
    return msgspec.json.encode(value)

"""JSON lists of items: each object with its span in the text, one after another, never all at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from sourcebook.errors import InputRefused

JsonItem = dict[str, Any]

_LIST: Final = re.compile(r"\s*(?:\{(?:[^\[\]{}]|\{[^\[\]{}]*\})*\"(?:items|references)\"\s*:\s*)?\[\s*(?=[{\]])")
_ONE: Final = re.compile(r"\s*(?=\{)")
_HEAD: Final = 65536
_BETWEEN: Final = re.compile(r"\s*,?\s*")


class Found(NamedTuple):
    """An object and where it stands."""

    value: JsonItem
    start: int
    end: int


def looks_like_items(text: str) -> bool:
    """Tell whether a text opens as a list of objects, a list under `items`, or one object."""
    return _LIST.match(text, 0, _HEAD) is not None or _ONE.match(text) is not None


def read_items(text: str) -> Iterator[Found]:
    """Yield the objects of a list, or the one that the text is; raises InputRefused where the JSON is broken."""
    opening = _LIST.match(text, 0, _HEAD) or _ONE.match(text)
    at, listed = (opening.end(), opening.re is _LIST) if opening else (0, False)
    decoder = json.JSONDecoder()
    while at < len(text) and text[at] == "{":
        try:
            value, end = decoder.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError) as error:
            raise _broken(at) from error
        yield Found(value, at, end)
        between = _BETWEEN.match(text, end)
        at = between.end() if between else end
        if not listed:
            return
    if listed and text[at : at + 1] != "]":
        raise _broken(at)


def _broken(at: int) -> InputRefused:
    return InputRefused(
        f"The JSON is broken or ends early at character {at:,}.",
        next_step="Export the library again and give that file.",
    )

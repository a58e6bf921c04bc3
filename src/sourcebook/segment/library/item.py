"""An item of a library, from what its own format says in CSL's words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sourcebook.errors import InputRefused
from sourcebook.model import Problem
from sourcebook.model.cited import LibraryItem
from sourcebook.segment.library.csl import CUSTOM, CslItem, from_csl
from sourcebook.vocabulary.dates import parse_date
from sourcebook.vocabulary.edtf import is_edtf

_STAMP: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?")
_ZEROS: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:-00)*")
_MOST_TOLD: Final = 20
_OUR_NOTE: Final = re.compile(r"(?:Dated [^;]+|Archived copy: [^;]+)(?:; Archived copy: [^;]+)?")
OURS: Final = "sourcebook"


class TooOdd(Exception):
    """Something of an item could not be read; `item` is what could, where that is enough."""

    def __init__(self, what: str, item: LibraryItem | None = None) -> None:
        super().__init__(what)
        self.item = item


def library_item(item: CslItem, start: int = 0, end: int = 0) -> LibraryItem:
    """Return an item of a library; raises TooOdd where a part of it could not be read."""
    unread = item.pop("unread dates", [])
    try:
        cited = from_csl(item)
    except InputRefused as error:
        raise TooOdd(str(error), _without_ours(item, start, end)) from error
    made = LibraryItem(
        cited=cited,
        keywords=_list(item.get("keyword")),
        abstract=str(item.get("abstract") or "").strip() or None,
        notes=tuple(note for note in _list(item.get("note")) if not _OUR_NOTE.fullmatch(note)),
        start=start,
        end=end,
    )
    if unread:
        raise TooOdd(f"the date {unread[0]!r} could not be read.", made)
    return made


def _without_ours(item: CslItem, start: int, end: int) -> LibraryItem | None:
    custom = item.get("custom")
    if isinstance(custom, dict) and CUSTOM in custom:
        return library_item({key: value for key, value in item.items() if key != "custom"}, start, end)
    return None


def loose_date(text: str) -> str | None:
    """Return the EDTF of a date as reference managers write it; None where it cannot be told."""
    text = text.strip()
    if stamp := _STAMP.fullmatch(text):
        text = stamp[1]
    if is_edtf(text):
        return text
    if zeros := _ZEROS.fullmatch(text):
        return "-".join(part for part in zeros.groups() if part and part != "00")
    return parse_date(text)


def put_dates(item: CslItem, dates: Iterable[tuple[str, str]]) -> None:
    """Put each date into an item under its CSL name, and those that cannot be read among the unread."""
    for name, text in dates:
        if text.strip() and name not in item:
            if found := loose_date(text):
                item[name] = found
            else:
                item.setdefault("unread dates", []).append(text.strip())


def ours_as_text(beyond: dict[str, Any]) -> str:
    """Return what only Sourcebook reads as one line of ASCII in which no brace stands within a text."""
    written = json.dumps(beyond, separators=(",", ":"))
    pieces = re.split(r'("(?:[^"\\]|\\.)*")', written)
    return "".join(p.replace("{", "\\u007b").replace("}", "\\u007d") if p.startswith('"') else p for p in pieces)


def ours_from_text(text: str) -> dict[str, Any] | None:
    """Return what `ours_as_text` wrote; None where it is something else."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def told(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return the first problems of a library, and how many more there are."""
    more = len(problems) - _MOST_TOLD
    rest = (Problem(what=f"{more} more problems like these."),) if more > 0 else ()
    return (*problems[:_MOST_TOLD], *rest)


def _list(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    return tuple(text for one in value if (text := str(one).strip())) if isinstance(value, list) else ()

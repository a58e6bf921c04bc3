"""How the themes of a country are laid out over the parts of its page, so that every part stays small."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.model import Value
from sourcebook.query.theming import Reported
from sourcebook.store.theming import ThemeCount, Told

IN_A_PART = 60
"""So many passages stand in a part; at about 700 bytes each it stays well under 80 kB."""


class Stretch(Value, frozen=True):
    """The passages of one theme that stand in one part: from which on, how many, and how many there are in all."""

    told: Told
    offset: int
    limit: int
    total: int


def layout(found: Iterable[Reported]) -> tuple[tuple[Stretch, ...], ...]:
    """Return the stretches of each part: what is affirmed in the vocabulary's order, then what is denied."""
    reported = tuple(found)
    counts = [
        *(one for theme in reported for one in theme.affirmed),
        *(one for theme in reported for one in theme.denied),
    ]
    parts: list[list[Stretch]] = [[]]
    room = IN_A_PART
    for count in counts:
        offset = 0
        while offset < count.passages:
            if room == 0:
                parts.append([])
                room = IN_A_PART
            limit = min(room, count.passages - offset)
            parts[-1].append(_stretch(count, offset, limit))
            offset, room = offset + limit, room - limit
    return tuple(map(tuple, parts))


def _stretch(count: ThemeCount, offset: int, limit: int) -> Stretch:
    told = Told(key=count.key, place=count.place, negated=count.negated)
    return Stretch(told=told, offset=offset, limit=limit, total=count.passages)

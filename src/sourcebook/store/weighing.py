"""How much room things take on a page, in bytes of its HTML: reckoned from the archive alone, without making the page.

Everything that leads to a passage must know in which part of a long page it stands.
"""

from __future__ import annotations

import re
import sqlite3

from sourcebook.model import Value

# Measured on the pages of the sample archive and of invented ones, rather too much than too little; tests hold that no
# part comes out over 80 kB.
ENTRY, VISIT, PASSAGE, FIGURE = 580, 40, 132, 260
_ESCAPED = re.compile(r"[<>&\"']")
_SHOWN = " JOIN entries ON entries.id = passages.entry JOIN pages ON pages.state = entries.state"
PageKey = tuple[str, str | None]


class Room(Value, frozen=True):
    """An entry by its work, with the room of what stands around its passages and that of each of them, in order."""

    work: str
    head: int
    passages: tuple[int, ...] = ()


class PageRoom(Value, frozen=True, cache_hash=True):
    """The room of a page: of its background and summary, and of each entry as they are shown, featured ones first."""

    extracts: int = 0
    entries: tuple[Room, ...] = ()


class Drawn(Value, frozen=True):
    """How much of a country there is to draw: figures of victims, tiers, findings told alone, public tables of it."""

    figures: int = 0
    tiers: int = 0
    findings: int = 0
    tables: int = 0


def text_room(text: str) -> int:
    """Return the room of a text as it is escaped."""
    return len(text.encode("utf-8", "surrogatepass")) + 4 * len(_ESCAPED.findall(text))


def drawn(connection: sqlite3.Connection, place: str | None = None) -> dict[str, Drawn]:
    """Return what there is to draw of each country, or of one."""
    given = (place,) if place else ()
    counts: dict[str, dict[str, int]] = {}
    claims = (
        "SELECT place, kind || 's', count(*) FROM claims WHERE (kind = 'figure' AND counts = 'victims'"
        f" OR kind = 'tier') AND place {'= ?' if place else 'IS NOT NULL'} GROUP BY 1, 2"
    )
    findings = (
        "SELECT country, 'findings', count(*) FROM findings WHERE kind IN"
        " ('conflict', 'parts_over', 'parts_short', 'repeat') AND country"
        f" {'= ?' if place else 'IS NOT NULL'} GROUP BY 1"
    )
    tables = (
        "SELECT pages.place, 'tables', count(DISTINCT entries.work) FROM entries JOIN pages ON"
        f" pages.state = entries.state WHERE entries.kind = 'dataset' AND pages.place"
        f" {'= ?' if place else 'IS NOT NULL'} GROUP BY 1"
    )
    for statement in (claims, findings, tables):
        for country, kind, many in connection.execute(statement, given):
            counts.setdefault(country, {})[kind] = many
    return {country: Drawn(**held) for country, held in counts.items()}


def rooms(connection: sqlite3.Connection, page: PageKey | None = None) -> dict[PageKey, PageRoom]:
    """Return the room of every page, or of one."""
    where, given = ("pages.place = ? AND pages.topic = ?", (page[0], page[1] or "")) if page else ("1", ())
    passages = _passages(connection, where, given)
    extracts: dict[PageKey, int] = {}
    held: dict[PageKey, list[Room]] = {}
    entries = (
        "SELECT pages.place, pages.topic, entries.id, entries.role, works.id, title, credit, url,"
        " (SELECT count(*) FROM visits WHERE visits.entry = entries.id) FROM entries"
        f" JOIN works ON works.id = entries.work JOIN pages ON pages.state = entries.state WHERE {where}"
        " ORDER BY pages.place, pages.topic, section IS NOT 'featured', number"
    )
    for place, topic, entry, role, work, title, credit, url, visits in connection.execute(entries, given):
        key, within = (place, topic or None), tuple(passages.get(entry, ()))
        if role == "entry":
            head = ENTRY + text_room(title) + text_room(credit) + text_room(url or "") + VISIT * visits
            held.setdefault(key, []).append(Room(work=work, head=head, passages=within))
        else:
            extracts[key] = extracts.get(key, 0) + sum(within)
    return {
        key: PageRoom(extracts=extracts.get(key, 0), entries=tuple(held.get(key, ()))) for key in {**held, **extracts}
    }


def _passages(connection: sqlite3.Connection, where: str, given: tuple[str, ...]) -> dict[int, list[int]]:
    """Return the room of each passage but the title of an entry, by the entry's row, in order."""
    figures = dict(
        connection.execute(
            f"SELECT passages.id, count(*) FROM claims JOIN passages ON passages.id = claims.passage{_SHOWN}"
            f" WHERE claims.kind = 'figure' AND {where} GROUP BY 1",
            given,
        ).fetchall()
    )
    found: dict[int, list[int]] = {}
    texts = f"SELECT passages.entry, passages.id, passages.text FROM passages{_SHOWN}"
    for entry, passage, text in connection.execute(
        f"{texts} WHERE position > 0 AND {where} ORDER BY passages.id", given
    ):
        room = PASSAGE + text_room(text) + FIGURE * figures.get(passage, 0)
        found.setdefault(entry, []).append(room)
    return found

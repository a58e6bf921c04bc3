"""Themes counted where they stand: in how many passages and works of which country, of which years."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from sourcebook.model import Value
from sourcebook.model.kinds import Theme
from sourcebook.store.mentions import PlacedClaim, placed_claims

_DENIED = "(json_extract(claims.value, '$.negated') IS 1)"
_SHOWN = (
    " FROM claims JOIN passages ON passages.id = claims.passage JOIN entries ON entries.id = passages.entry"
    " JOIN pages ON pages.state = entries.state WHERE claims.kind = 'theme'"
)


class ThemeCount(Value, frozen=True):
    """How often the pages of a country affirm a theme, or, where `negated`, only deny it; years are those of the works.

    One passage counts once, on however many of the country's pages it stands.
    """

    key: str
    place: str
    negated: bool
    passages: int
    works: int
    first_year: int | None
    last_year: int | None


class Told(Value, frozen=True):
    """Which passages to return: those of a theme that affirm it or only deny it, on a country's pages or on all."""

    key: str
    place: str | None = None
    negated: bool = False


def theme_counts(
    connection: sqlite3.Connection, keys: Sequence[str] = (), place: str | None = None
) -> tuple[ThemeCount, ...]:
    """Return the counts by theme, country and denial; of these themes and this country where they are given."""
    where = f" AND claims.other IN ({', '.join('?' * len(keys))})" if keys else ""
    where += " AND pages.place = ?" if place else ""
    found = connection.execute(
        f"SELECT claims.other, pages.place, {_DENIED}, count(DISTINCT passages.passage), count(DISTINCT entries.work),"
        f" min(entries.first_year), max(entries.last_year){_SHOWN}{where} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
        (*keys, *([place] if place else [])),
    )
    return tuple(
        ThemeCount(
            key=key, place=page, negated=bool(denied), passages=passages, works=works, first_year=first, last_year=last
        )
        for key, page, denied, passages, works, first, last in found
    )


def themed(
    connection: sqlite3.Connection, told: Told, limit: int = -1, offset: int = 0
) -> tuple[PlacedClaim[Theme], ...]:
    """Return passages of a theme, each once, the most telling first.

    Quoted words come before our notes and before titles; then passages that also give a number; then the newest.
    """
    # Of a country, its passages are looked through: the theme stands in thousands of others.
    of_theme = f" AND {'+' if told.place else ''}claims.other = ? AND {_DENIED} = ?"
    where = of_theme + (" AND pages.place = ?" if told.place else "")
    numbers = "EXISTS (SELECT 1 FROM claims AS beside WHERE beside.passage = passages.id AND beside.kind = 'figure')"
    chosen = connection.execute(
        f"SELECT min(claims.id), passages.passage{_SHOWN}{where} GROUP BY passages.passage"
        f" ORDER BY passages.role = 'title', passages.kind = 'note', {numbers} DESC,"
        " coalesce(entries.last_year, 0) DESC, passages.passage LIMIT ? OFFSET ?",
        (told.key, told.negated, *([told.place] if told.place else []), limit, offset),
    ).fetchall()
    rank = {passage: at for at, (_, passage) in enumerate(chosen)}
    ids = ", ".join(str(claim) for claim, _ in chosen)
    found = placed_claims(connection, Theme, f"claims.id IN ({ids})") if chosen else ()
    return tuple(sorted(found, key=lambda one: rank[one.passage]))


def named_with(connection: sqlite3.Connection, key: str) -> dict[str, int]:
    """Return for each other theme how many works affirm it in a passage that affirms this one, most works first."""
    found = connection.execute(
        "SELECT other.other, count(DISTINCT entries.work) AS works FROM claims JOIN claims AS other"
        " ON other.passage = claims.passage AND other.kind = 'theme' AND other.other <> claims.other"
        " JOIN passages ON passages.id = claims.passage JOIN entries ON entries.id = passages.entry"
        " JOIN pages ON pages.state = entries.state WHERE claims.kind = 'theme' AND claims.other = ?"
        f" AND NOT {_DENIED} AND NOT (json_extract(other.value, '$.negated') IS 1)"
        " GROUP BY 1 ORDER BY works DESC, 1",
        (key,),
    )
    return dict(found.fetchall())

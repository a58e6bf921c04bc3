"""What to look for, as a value, and the same as an expression for FTS5 that no user's text can break."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.model import Value
from sourcebook.store import tags

FIRST_YEAR, LAST_YEAR = 1800, 2199
NO_YEAR = "0noyear"


class Unit(Value, frozen=True):
    """Words that must stand side by side; `prefix` lets the last go on; `also` holds other spellings of them."""

    words: tuple[str, ...]
    prefix: bool = False
    also: tuple[tuple[str, ...], ...] = ()


class Filters(Value, frozen=True):
    """Where to look: within one kind any of the values will do, and every kind that is given must hold.

    Places are codes, topics keys ("" is the main one), sections `featured`, `archives`, `background` or `summary`,
    publishers names. The years, first and last, are those in which a work was or may have been issued; None is open.
    """

    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    years: tuple[int | None, int | None] | None = None


class Match(Value, frozen=True):
    """Every unit, each in the passage or in its work's title and credit, and at least one in the passage itself."""

    units: tuple[Unit, ...] = ()
    filters: Filters = Filters()
    titles_only: bool = False


def expression(match: Match) -> str:
    """Return the match in the language of FTS5; empty where it asks for nothing."""
    parts = [f"{{text}} : {_unit(unit)}" for unit in match.units]
    if len(parts) > 1:
        anywhere = [f"{{title text}} : {_unit(unit)}" for unit in match.units]
        parts = [*anywhere, f"({' OR '.join(parts)})"]
    parts += [f"{{tags}} : {_any(names)}" for names in _tags(match.filters) if names]
    if match.titles_only:
        parts.append(f"{{tags}} : {_quoted((tags.TITLE,))}")
    return " AND ".join(parts)


def _unit(unit: Unit) -> str:
    star = " *" if unit.prefix else ""
    return f"({' OR '.join(f'{_quoted(words)}{star}' for words in (unit.words, *unit.also))})"


def _any(names: Iterable[str]) -> str:
    return f"({' OR '.join(_quoted((name,)) for name in names)})"


def _quoted(words: Iterable[str]) -> str:
    # Within quotes FTS5 takes everything as text, but for the quote itself and for NUL, which ends its input.
    text = " ".join(words).replace("\0", " ").replace('"', '""')
    return f'"{text}"'


def _tags(filters: Filters) -> list[list[str]]:
    return [
        [tags.place_tag(place) for place in filters.places],
        [tags.topic_tag(topic or None) for topic in filters.topics],
        [tags.section_tag(section) for section in filters.sections],
        [tags.publisher_tag(publisher) for publisher in filters.publishers],
        _years(filters),
    ]


def _years(filters: Filters) -> list[str]:
    if filters.years is None or filters.years == (None, None):
        return []
    first, last = filters.years
    first, last = max(first or FIRST_YEAR, FIRST_YEAR), min(last or LAST_YEAR, LAST_YEAR)
    # A range that holds no year must find nothing, and not everything.
    return tags.year_tags(first, last) or [NO_YEAR]

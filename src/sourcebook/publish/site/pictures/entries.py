"""Entries by year and publisher: a row a publisher, a square where it published, larger for several in a year."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sourcebook.model import Value
from sourcebook.publish.site.pictures.drawing import WIDE, Cell, Drawing, Path, Picture, Table
from sourcebook.publish.site.pictures.rows import Rows, square
from sourcebook.publish.site.words import Words, sentence_case, translatable

# So many publishers have a row; those with fewer entries share the last one.
ROWS = 8
UNDATED = 20.0


class EntryMark(Value, frozen=True):
    """An entry: its publisher, None where nobody is named, and its year, None where it has no date."""

    publisher: str | None
    year: int | None


def entries_by_publisher(name: str, entries: Iterable[EntryMark], words: Words) -> Picture | None:
    """Return the picture of who published the entries and when; None where there is no entry."""
    held = tuple(entries)
    if not held:
        return None
    rows = _rows(held, words)
    return Picture(
        name=name,
        title=_title(rows, len(held), words),
        notes=(
            words.say("A square is a year in which the publisher has an entry, larger where it has several."),
            *((words.say("Hollow, at the end: without a date."),) if any(None in years for _, years in rows) else ()),
        ),
        drawings=(_drawing(rows, words),),
        table=_table(rows, words),
    )


Row = tuple[str, Counter[int | None]]


def _rows(entries: Sequence[EntryMark], words: Words) -> list[Row]:
    """Return the publishers with their entries by year, the largest first, the small ones together at the end."""
    by_publisher: dict[str | None, Counter[int | None]] = defaultdict(Counter)
    for entry in entries:
        by_publisher[entry.publisher][entry.year] += 1
    nobody = by_publisher.pop(None, Counter())
    ranked = sorted(by_publisher.items(), key=lambda one: (-one[1].total(), one[0] or ""))
    shown, rest = (ranked, []) if len(ranked) <= ROWS else (ranked[: ROWS - 1], ranked[ROWS - 1 :])
    found = [(publisher or "", years) for publisher, years in shown]
    if rest:
        others = words.plural("%(n)s other publisher", "%(n)s other publishers", len(rest))
        found.append((sentence_case(others), sum((years for _, years in rest), Counter())))
    if nobody:
        found.append((words.say("No publisher named"), nobody))
    return found


def _title(rows: Sequence[Row], entries: int, words: Words) -> str:
    name, years = rows[0]
    if len(rows) == 1:
        return words.say("Every entry is by one publisher: %(publisher)s", publisher=name)
    return sentence_case(
        words.say(
            translatable("%(part)s of %(all)s entries are by %(publisher)s")
            if years.total() > 1
            else translatable("No publisher has more than one of the %(all)s entries"),
            part=words.number(years.total()),
            all=words.number(entries),
            publisher=name,
        )
    )


def _drawing(rows: Sequence[Row], words: Words) -> Drawing:
    undated = any(None in years for _, years in rows)
    dated = [year for _, years in rows for year in years if year is not None]
    drawn = Rows(dated, len(rows), beside=UNDATED if undated else 0)
    for at, (publisher, years) in enumerate(rows):
        y = drawn.name(at, publisher, str(years.total()))
        solid = "".join(
            square(drawn.years.at(year), y, _side(count)) for year, count in sorted(_dated(years)) if drawn.years
        )
        drawn.lines.append(Path(d=solid, css="dot1"))
        if None in years:
            drawn.lines.append(Path(d=square(WIDE - 9, y, _side(years[None])), css="dot0"))
    return drawn.drawing(_says(rows, words))


def _dated(years: Counter[int | None]) -> Iterable[tuple[int, int]]:
    return ((year, count) for year, count in years.items() if year is not None)


def _side(count: int) -> float:
    """Return the side of a square whose area grows with the number of entries, as far as a row is high."""
    return min(13.0, 5.0 * math.sqrt(count))


def _says(rows: Sequence[Row], words: Words) -> str:
    said = "; ".join(f"{publisher}: {years.total()}" for publisher, years in rows)
    return words.say("Entries by publisher and year. %(publishers)s.", publishers=said)


def _table(rows: Sequence[Row], words: Words) -> Table:
    names = (words.say("Publisher"), words.say("Entries"), words.say("Years"))
    return Table(
        head=tuple(Cell(text=name, css="num" if at == 1 else "") for at, name in enumerate(names)),
        rows=tuple(
            (Cell(text=publisher), Cell(text=str(years.total()), css="num"), Cell(text=_years(years, words)))
            for publisher, years in rows
        ),
    )


def _years(years: Counter[int | None], words: Words) -> str:
    said = [f"{year} ({count})" if count > 1 else str(year) for year, count in sorted(_dated(years))]
    if None in years:
        said.append(words.say("no date: %(count)s", count=years[None]))
    return ", ".join(said)

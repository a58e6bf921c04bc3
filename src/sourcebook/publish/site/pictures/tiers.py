"""Tier history: a square a year on the steps of the ratings, brackets for years without one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from sourcebook.model import Value
from sourcebook.publish.site.pictures.axes import Years, years_line, years_words
from sourcebook.publish.site.pictures.drawing import (
    WIDE,
    Cell,
    Drawing,
    KeyItem,
    Mark,
    Path,
    Picture,
    Table,
    Text,
    drawn,
    line,
    number,
    polyline,
    text,
)
from sourcebook.publish.site.pictures.lettering import LARGE, SIZE, Box, Label, around, box_of, place, shorten
from sourcebook.publish.site.words import Words, translatable

Rating = Literal["1", "2", "2 Watch List", "3", "Special Case"]
TIERS: dict[str, str] = {
    "1": translatable("Tier 1"),
    "2": translatable("Tier 2"),
    "2 Watch List": translatable("Watch List"),
    "3": translatable("Tier 3"),
    "Special Case": translatable("Special case"),
}
STEPS: tuple[Rating, ...] = ("1", "2", "2 Watch List", "3")
LEFT, TOP, STEP, HALF = 112.0, 34.0, 40.0, 4.0


class TierMark(Value, frozen=True):
    """The rating of a year. An implied one stands in no work that is held; `says` tells what is known of it."""

    year: int
    tier: Rating
    implied: bool = False
    says: str = ""
    href: str | None = None


def tier_history(name: str, marks: Iterable[TierMark], words: Words, *, source: str = "") -> Picture:
    """Return the picture of a country's ratings; `source` names the report that gives them.

    Of two ratings for one year the first is drawn. Years between two ratings that have none are gaps.
    """
    held = tuple(sorted({mark.year: mark for mark in reversed(tuple(marks))}.values(), key=lambda mark: mark.year))
    drawings = (_drawing(held, words),) if held else ()
    return Picture(
        name=name,
        title=_title(held, words),
        notes=tuple(filter(None, (source, *_notes(held, words)))),
        drawings=drawings,
        table=_table(held, words) if held else None,
        key=_key(held, words),
    )


def _rows(marks: Sequence[TierMark]) -> dict[str, float]:
    """Return the height of each rating; the special case has a row only where a year has it."""
    special = any(mark.tier == "Special Case" for mark in marks)
    shown = [tier for tier in TIERS if special or tier != "Special Case"]
    return {tier: TOP + STEP * at for at, tier in enumerate(shown)}


def _drawing(marks: Sequence[TierMark], words: Words) -> Drawing:
    rows = _rows(marks)
    bottom = max(rows.values()) + 20
    first, last = marks[0].year, marks[-1].year
    years = Years(first=first, last=max(last, first + 1), left=LEFT + 16, right=WIDE - 12)
    across = "".join(line(LEFT - 2, y, WIDE, y) for y in rows.values())
    signs, squares = _signs(marks, years, rows)
    texts, large = (
        (
            *(text(0, y + size * 0.31, words.say(TIERS[tier]), "t2") for tier, y in rows.items()),
            *years_words(years, bottom, size),
            *signs[size],
            *_known(marks, years, rows, signs[size], size),
        )
        for size in (SIZE, LARGE)
    )
    return Drawing(
        width=number(WIDE),
        height=number(bottom + 28),
        size="both",
        says=_says(marks, words),
        lines=(
            Path(d=across, css="grid"),
            *drawn(_steps(marks, years, rows), "ln"),
            *drawn(_brackets(marks, years, rows), "gap"),
            *drawn(squares, "dot0 dots"),
            years_line(years, bottom),
        ),
        marks=tuple(_square(mark, years, rows, words) for mark in marks if not mark.implied),
        texts=texts,
        large_texts=large,
    )


def _square(mark: TierMark, years: Years, rows: dict[str, float], words: Words) -> Mark:
    x, y = years.at(mark.year), rows[mark.tier]
    half = min(HALF, max(1.0, (years.at(years.first + 1) - years.left) / 2 - 1.4))
    square = Path(
        d=f"M{number(x - half)} {number(y - half)}h{number(2 * half)}v{number(2 * half)}h-{number(2 * half)}z",
        css="dot1",
    )
    label = words.say("%(year)s: %(tier)s", year=mark.year, tier=words.say(TIERS[mark.tier]))
    return Mark(x=number(x), y=number(y), paths=(square,), label=label, href=mark.href)


def _steps(marks: Sequence[TierMark], years: Years, rows: dict[str, float]) -> str:
    """Return the line from year to year; it breaks where a year has no rating, and at implied ones."""
    runs: list[list[tuple[float, float]]] = [[]]
    for one, other in pairwise(marks):
        if other.year == one.year + 1 and not one.implied and not other.implied:
            runs[-1] += [(years.at(mark.year), rows[mark.tier]) for mark in ((other,) if runs[-1] else (one, other))]
        else:
            runs.append([])
    return "".join(polyline(run) for run in runs if run)


def _gaps(marks: Sequence[TierMark]) -> tuple[tuple[TierMark, TierMark], ...]:
    return tuple((one, other) for one, other in pairwise(marks) if other.year > one.year + 1)


def _brackets(marks: Sequence[TierMark], years: Years, rows: dict[str, float]) -> str:
    """Return a bracket around the years of each gap, at the height of the rating before it."""
    found = ""
    for one, other in _gaps(marks):
        y, start, end = rows[one.tier], years.at(one.year + 0.72), years.at(other.year - 0.72)
        found += f"M{number(start + 3)} {number(y - 7)}h-3v14h3M{number(end - 3)} {number(y - 7)}h3v14h-3"
    return found


def _signs(
    marks: Sequence[TierMark], years: Years, rows: dict[str, float]
) -> tuple[dict[float, tuple[Text, ...]], str]:
    """Return a ‹?› for each implied rating at both sizes, and a square for each whose sign would lie over another."""
    signs: dict[float, tuple[Text, ...]] = {SIZE: (), LARGE: ()}
    squares = ""
    for mark in (mark for mark in marks if mark.implied):
        x, y = years.at(mark.year), rows[mark.tier]
        new = {size: text(x, y + size * 0.31, "‹?›", "mid b halo") for size in signs}
        if any(box_of(new[LARGE], LARGE).touches(box_of(other, LARGE)) for other in signs[LARGE]):
            squares += f"M{number(x - 3)} {number(y - 3)}h6v6h-6z"
        else:
            signs = {size: (*held, new[size]) for size, held in signs.items()}
    return signs, squares


def _known(
    marks: Sequence[TierMark], years: Years, rows: dict[str, float], signs: Sequence[Text], size: float
) -> tuple[Text, ...]:
    """Return what is known of implied ratings, where there is room to write it."""
    taken = [around(years.at(mark.year), rows[mark.tier], 6) for mark in marks]
    taken += [box_of(sign, size) for sign in signs]
    labels = (
        Label(
            x=years.at(mark.year),
            y=rows[mark.tier],
            words=shorten(mark.says, 12.5 * size, size),
            css="t2 halo",
            away=14,
            sides="acelrbdf",
        )
        for mark in marks
        if mark.implied and mark.says
    )
    room = Box(left=LEFT, top=0, right=years.right + 8, bottom=max(rows.values()) + 16)
    return place(labels, taken, room, size)


def _runs(marks: Sequence[TierMark]) -> list[list[TierMark]]:
    """Return the marks in runs of one rating, across gaps, in order."""
    runs: list[list[TierMark]] = []
    for mark in marks:
        if runs and (runs[-1][-1].tier, runs[-1][-1].implied) == (mark.tier, mark.implied):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return runs


def _title(marks: Sequence[TierMark], words: Words) -> str:
    rated = [mark for mark in marks if not mark.implied]
    if not rated:
        return words.say("No rating in what we hold")
    last = _runs(rated)[-1]
    tier = words.say(TIERS[last[0].tier])
    if len(last) == 1:
        return words.say("%(tier)s in %(year)s, the newest rating that we hold", tier=tier, year=last[0].year)
    return words.say("%(tier)s in every rating since %(year)s that we hold", tier=tier, year=last[0].year)


def _notes(marks: Sequence[TierMark], words: Words) -> tuple[str, ...]:
    return tuple(
        words.say("%(year)s: %(known)s; no rating of that year is held.", year=mark.year, known=mark.says)
        for mark in marks
        if mark.implied and mark.says
    )


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _spans(years: Iterable[int]) -> str:
    """Return years as spans: 2015, 2020, 2022–2025."""
    spans: list[tuple[int, int]] = []
    for year in years:
        if spans and year == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], year)
        else:
            spans.append((year, year))
    return ", ".join(_span(*span) for span in spans)


def _missing(marks: Sequence[TierMark]) -> str:
    return _spans(year for one, other in _gaps(marks) for year in range(one.year + 1, other.year))


def _says(marks: Sequence[TierMark], words: Words) -> str:
    runs = (run for run in _runs(marks) if not run[0].implied)
    said = [
        words.say("%(years)s: %(tier)s", years=_spans(mark.year for mark in run), tier=words.say(TIERS[run[0].tier]))
        for run in runs
    ]
    if missing := _missing(marks):
        said.append(words.say("%(years)s: no rating held", years=missing))
    return words.say("Ratings by year. %(ratings)s.", ratings="; ".join(said))


def _table(marks: Sequence[TierMark], words: Words) -> Table:
    rows = []
    for run in _runs(marks):
        tier = words.say(TIERS[run[0].tier])
        shown = words.say("‹%(known)s›, implied", known=run[0].says or tier) if run[0].implied else tier
        href = run[0].href if len(run) == 1 else None
        rows.append((Cell(text=_spans(mark.year for mark in run)), Cell(text=shown, href=href)))
    if missing := _missing(marks):
        rows.append((Cell(text=missing), Cell(text=words.say("no rating in what we hold"))))
    return Table(head=(Cell(text=words.say("Years")), Cell(text=words.say("Rating"))), rows=tuple(rows))


def _key(marks: Sequence[TierMark], words: Words) -> tuple[KeyItem, ...]:
    found = []
    if _gaps(marks):
        brackets = Path(d="M6 2h-3v10h3M14 2h3v10h-3", css="gap")
        found.append(KeyItem(paths=(brackets,), text=words.say("not in what we hold")))
    return tuple(found)

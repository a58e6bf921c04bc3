"""What the picture of figures over time says: its title, its notes, what is heard, and its table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sourcebook.publish.site.pictures.axes import drawable, short_number
from sourcebook.publish.site.pictures.drawing import Cell, Table
from sourcebook.publish.site.pictures.marks import COUNTED, FigureMark
from sourcebook.publish.site.pictures.shapes import status_words
from sourcebook.publish.site.words import Words, sentence_case

# A longer table is one row a year; a longer sentence is cut to the years.
ROWS, HEARD = 60, 8


def figures_title(marks: Sequence[FigureMark], words: Words) -> str:
    """Return the sentence over the picture: how many counts and estimates of which years."""
    estimates = sum(mark.status == "estimated" for mark in marks)
    counts = sum(mark.status in COUNTED for mark in marks)
    unsaid = len(marks) - estimates - counts
    parts = [
        words.plural("%(n)s count", "%(n)s counts", counts) if counts else "",
        words.plural("%(n)s estimate", "%(n)s estimates", estimates) if estimates else "",
        words.plural("%(n)s figure said to be neither", "%(n)s figures said to be neither", unsaid) if unsaid else "",
    ]
    said = sentence_case(words.join(tuple(filter(None, parts)))) or words.say("No figure")
    years = sorted({int(mark.end) for mark in marks if mark.dated})
    if not years:
        return said
    if years[0] == years[-1]:
        return words.say("%(figures)s, %(year)s", figures=said, year=years[0])
    return words.say("%(figures)s, %(first)s to %(last)s", figures=said, first=years[0], last=years[-1])


def figures_notes(marks: Sequence[FigureMark], words: Words, *, joined: bool, by_tens: bool) -> tuple[str, ...]:
    """Return how to read the picture, as far as it holds what is explained."""
    dated = [mark for mark in marks if mark.dated]
    kinds = {"estimated" if mark.status == "estimated" else mark.status in COUNTED for mark in dated}
    undated, large = len(marks) - len(dated), sum(not drawable(mark.value) for mark in dated)
    said = [
        words.say("Scales of their own, because a count and an estimate are not one kind of thing.")
        if len(kinds) > 1
        else "",
        words.say("By tens: each line is ten times the one below it.") if by_tens else "",
        words.say("A line joins only figures that count alike.") if joined else "",
        words.say("No line joins them: each counts differently.") if len(dated) > 1 and not joined else "",
        words.say("A bar across spans the years that a figure covers or may fall in.") if _any_unsure(dated) else "",
        words.plural(
            "%(n)s undated figure is in the table only.", "%(n)s undated figures are in the table only.", undated
        )
        if undated
        else "",
        words.plural(
            "%(n)s figure is too large to draw and marked by an arrow.",
            "%(n)s figures are too large to draw and marked by arrows.",
            large,
        )
        if large
        else "",
    ]
    return tuple(sentence_case(sentence) for sentence in said if sentence)


def _any_unsure(marks: Sequence[FigureMark]) -> bool:
    return any(mark.end - mark.start >= 1 for mark in marks)


def figures_says(marks: Sequence[FigureMark], words: Words) -> str:
    """Return what is heard of the drawing: each figure with its year, or the years where there are too many."""
    if len(marks) <= HEARD:
        heard = (words.say("%(year)s: %(figure)s", year=int(mark.end), figure=mark.short) for mark in marks)
        return words.say("Figures by year. %(figures)s.", figures="; ".join(heard))
    return words.say("Figures by year. %(title)s.", title=figures_title(marks, words))


def figures_table(marks: Sequence[FigureMark], words: Words, all_at: str | None) -> Table:
    """Return the figures as a table, or their years where there are too many figures for one."""
    if len(marks) > ROWS:
        return _by_year(marks, words, all_at)
    names = (words.say("Year"), words.say("Known by"), words.say("Figure"), words.say("Said by"))
    return Table(
        head=tuple(Cell(text=name, css="num" if at == 2 else "") for at, name in enumerate(names)),
        rows=tuple(
            (
                Cell(text=mark.when),
                Cell(text=status_words(mark.status, words)),
                Cell(text=mark.short, href=mark.href, css="num"),
                Cell(text=mark.said_by),
            )
            for mark in marks
        ),
    )


def _by_year(marks: Sequence[FigureMark], words: Words, all_at: str | None) -> Table:
    rows: dict[tuple[int, str], list[FigureMark]] = defaultdict(list)
    for mark in marks:
        rows[int(mark.end) if mark.dated else 0, status_words(mark.status, words)].append(mark)
    names = (words.say("Year"), words.say("Known by"), words.say("Figures"), words.say("Lowest"), words.say("Highest"))
    return Table(
        head=tuple(Cell(text=name, css="num" if at > 1 else "") for at, name in enumerate(names)),
        rows=tuple(
            (
                Cell(text=str(year) if year else words.say("no date")),
                Cell(text=status),
                Cell(text=f"{len(held):,}", href=all_at, css="num"),
                *(Cell(text=bound, css="num") for bound in _bounds(held)),
            )
            for (year, status), held in sorted(rows.items())
        ),
        closing=words.say("There are too many figures for a row each; every one stands with its passage."),
    )


def _bounds(marks: Sequence[FigureMark]) -> tuple[str, str]:
    values = [value for mark in marks for value in (mark.low, mark.high) if value is not None]
    return (short_number(min(values)), short_number(max(values))) if values else ("", "")

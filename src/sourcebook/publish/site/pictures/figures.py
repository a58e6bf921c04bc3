"""Figures over time: estimates and counts in two panels, each with a scale of its own, since they are unlike things."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sourcebook.model import Value
from sourcebook.publish.site.pictures.axes import (
    Counts,
    Years,
    counts_lines,
    counts_scale,
    counts_words,
    drawable,
    short_number,
    years_line,
    years_scale,
    years_words,
)
from sourcebook.publish.site.pictures.drawing import (
    WIDE,
    Drawing,
    Mark,
    Path,
    Picture,
    Text,
    drawn,
    number,
    polyline,
    text,
)
from sourcebook.publish.site.pictures.figures_words import figures_notes, figures_says, figures_table, figures_title
from sourcebook.publish.site.pictures.lettering import LARGE, SIZE, Box, Label, around, place, shorten
from sourcebook.publish.site.pictures.marks import COUNTED, FigureMark
from sourcebook.publish.site.pictures.shapes import figure_mark, marks_key
from sourcebook.publish.site.words import Words

LEFT, TITLE, ABOVE, AXIS = 50.0, 16.0, 30.0, 28.0
TALL, LOWER = 96.0, 72.0
# More marks than this in a year of a panel are one bar from the lowest to the highest, with their number.
CROWD = 6
# Where a panel holds more marks than this those that stand out are named first, and no more than so many.
NAMED, MOST_NAMED = 10, 24


class Panel(Value, frozen=True):
    """The drawing of one kind of figure: its lines, its marks and its words at both sizes."""

    lines: tuple[Path, ...]
    marks: tuple[Mark, ...]
    texts: dict[float, tuple[Text, ...]]
    bottom: float


def figures_over_time(name: str, marks: Iterable[FigureMark], words: Words, *, all_at: str | None = None) -> Picture:
    """Return the picture of these figures; where there are too many for one table, `all_at` is where all of them are.

    A year with more figures than can be told apart is drawn as one bar that says how many they are.
    """
    held = tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.value or 0, mark.id)))
    dated = tuple(mark for mark in held if mark.dated)
    drawings = (_drawing(dated, words, all_at),) if dated else ()
    return Picture(
        name=name,
        title=figures_title(held, words),
        notes=figures_notes(held, words, joined=bool(_series(dated)), by_tens=_any_by_tens(dated)),
        drawings=drawings,
        table=figures_table(held, words, all_at),
        key=marks_key((mark.status for mark in dated), (mark.exploitation for mark in dated), words),
    )


def _draws(marks: Sequence[FigureMark]) -> tuple[tuple[FigureMark, ...], ...]:
    """Part figures by what can share a scale: estimates, counts, and those of which nobody says how they are known."""
    parts: tuple[list[FigureMark], ...] = ([], [], [])
    for mark in marks:
        parts[0 if mark.status == "estimated" else 1 if mark.status in COUNTED else 2].append(mark)
    return tuple(tuple(part) for part in parts if part)


def _any_by_tens(marks: Sequence[FigureMark]) -> bool:
    return any(_scale(part, 0.0, 1.0).by_tens for part in _draws(marks))


def _scale(marks: Sequence[FigureMark], top: float, tall: float) -> Counts:
    values = (value for mark in marks for value in (mark.low, mark.high) if value is not None)
    return counts_scale(values, top + tall, top)


def _drawing(marks: Sequence[FigureMark], words: Words, all_at: str | None) -> Drawing:
    years = years_scale([year for mark in marks for year in (mark.start, mark.end)], LEFT, WIDE - 10)
    held = _draws(marks)
    tall = TALL if len(held) < 3 else LOWER
    panels: list[Panel] = []
    for part in held:
        top = panels[-1].bottom + 14 if panels else 0.0
        panels.append(_panel(part, years, (top + ABOVE, tall), (words, all_at)))
    bottom = panels[-1].bottom
    texts = {
        size: (*(one for panel in panels for one in panel.texts[size]), *years_words(years, bottom, size))
        for size in (SIZE, LARGE)
    }
    return Drawing(
        width=number(WIDE),
        height=number(bottom + AXIS),
        size="both",
        says=figures_says(marks, words),
        lines=(*(path for panel in panels for path in panel.lines), years_line(years, bottom)),
        marks=tuple(mark for panel in panels for mark in panel.marks),
        texts=texts[SIZE],
        large_texts=texts[LARGE],
    )


def _panel(
    marks: Sequence[FigureMark], years: Years, room: tuple[float, float], said: tuple[Words, str | None]
) -> Panel:
    """Return the panel of one kind of figure, its scale as high as the room and from its top down."""
    top, tall = room
    crowded, single = _crowds(marks)
    scale = _scale(marks, top, tall)
    bars = [_crowd(year, held, (years, scale), said) for year, held in sorted(crowded.items())]
    points = tuple(_mark(mark, years, scale) for mark in single)
    drawn_marks = (*(bar for bar, _ in bars), *points)
    labels = (*(label for _, label in bars), *_names(single, (years, scale), said[0]))
    title = _panel_title(marks, scale, said[0])
    return Panel(
        lines=(*counts_lines(scale, LEFT, WIDE - 8), *_joins(single, years, scale), *_spans(single, years, scale)),
        marks=drawn_marks,
        texts={size: _panel_words(title, labels, drawn_marks, scale, size) for size in (SIZE, LARGE)},
        bottom=scale.bottom,
    )


def _panel_words(
    title: str, labels: Sequence[Label], marks: Sequence[Mark], scale: Counts, size: float
) -> tuple[Text, ...]:
    """Return the words of a panel at one size: its title, its scale, and the names that find a place."""
    top = scale.top - ABOVE
    room = Box(left=LEFT + 2, top=top + TITLE + 4, right=WIDE, bottom=scale.bottom + 1)
    taken = [around(float(mark.x), float(mark.y), 6.5) for mark in marks]
    cut = (
        Label(x=one.x, y=one.y, words=shorten(one.words, 12 * size, size), css=one.css, away=one.away, sides=one.sides)
        for one in labels
    )
    return (
        text(0, top + TITLE, shorten(title, WIDE, size), "b"),
        *counts_words(scale, LEFT, size),
        *place(cut, taken, room, size),
    )


def _panel_title(marks: Sequence[FigureMark], scale: Counts, words: Words) -> str:
    known = {mark.status for mark in marks}
    if known == {"estimated"}:
        title = words.say("Estimated")
    elif known == {"identified"}:
        title = words.say("Identified")
    else:
        title = words.say("Counted") if known <= COUNTED else words.say("Not said how known")
    return words.say("%(panel)s, by tens", panel=title) if scale.by_tens else title


def _crowds(marks: Sequence[FigureMark]) -> tuple[dict[int, list[FigureMark]], tuple[FigureMark, ...]]:
    """Part the marks of years that hold too many from those that stand by themselves."""
    by_year: dict[int, list[FigureMark]] = defaultdict(list)
    for mark in marks:
        by_year[int(mark.end)].append(mark)
    crowded = {year: held for year, held in by_year.items() if len(held) > CROWD}
    return crowded, tuple(mark for mark in marks if int(mark.end) not in crowded)


def _crowd(
    year: int, held: Sequence[FigureMark], scales: tuple[Years, Counts], said: tuple[Words, str | None]
) -> tuple[Mark, Label]:
    """Return the bar of a crowded year, from its lowest to its highest figure, and how many figures it stands for."""
    years, scale = scales
    words, all_at = said
    values = [value for mark in held for value in (mark.low, mark.high) if value is not None and drawable(value)]
    low, high = min(values, default=0.0), max(values, default=0.0)
    x, top, bottom = years.at(year), scale.at(high) - 3, scale.at(low) + 3
    bar = Path(d=f"M{number(x - 4)} {number(top)}h8V{number(bottom)}h-8z", css="crowd")
    label = words.say(
        "%(year)s: %(count)s figures, from %(low)s to %(high)s",
        year=year,
        count=f"{len(held):,}",
        low=short_number(low),
        high=short_number(high),
    )
    named = words.say("%(count)s figures", count=f"{len(held):,}")
    mark = Mark(x=number(x), y=number((top + bottom) / 2), paths=(bar,), label=label, href=all_at)
    return mark, Label(x=x, y=(top + bottom) / 2, words=named, css="halo", away=(bottom - top) / 2 + 5, sides="abrl")


def _mark(mark: FigureMark, years: Years, scale: Counts) -> Mark:
    """Return a figure's mark; what is too large to draw is an arrow at the top of its panel."""
    x, y = years.at(mark.end), scale.at(mark.value or 0)
    if not drawable(mark.value):
        arrow = Path(d=f"M{number(x)} {number(scale.top + 6)}v-14m-4 5l4-5 4 5", css="ln")
        return Mark(x=number(x), y=number(scale.top), paths=(arrow,), label=mark.label, href=mark.href)
    return figure_mark(x, y, mark.status, mark.exploitation, (mark.label, mark.href))


def _spans(marks: Sequence[FigureMark], years: Years, scale: Counts) -> tuple[Path, ...]:
    """Return the whiskers of ranges, and the bars across of the years in which a figure may fall."""
    found = []
    for mark in marks:
        x, y = years.at(mark.end), scale.at(mark.value or 0)
        start = years.at(mark.start)
        if x - start >= 8 and drawable(mark.value):
            found.append(f"M{number(start)} {number(y - 5)}v10m0-5H{number(x)}")
        if mark.low is not None and mark.high is not None and mark.low < mark.high and drawable(mark.high):
            low, high = scale.at(mark.low), scale.at(mark.high)
            found.append(f"M{number(x - 5)} {number(low)}h10m-5 0V{number(high)}m-5 0h10")
    return drawn("".join(found), "whisker")


def _series(marks: Sequence[FigureMark]) -> tuple[tuple[FigureMark, ...], ...]:
    """Return the figures that count alike, in order of time; a figure of an unsure year joins nothing."""
    by_way: dict[str, list[FigureMark]] = defaultdict(list)
    for mark in marks:
        if mark.counts_as and int(mark.start) == int(mark.end) and drawable(mark.value):
            by_way[mark.counts_as].append(mark)
    once = ((held, Counter(int(mark.end) for mark in held)) for held in by_way.values())
    return tuple(tuple(held) for held, years in once if len(years) > 1 and max(years.values()) == 1)


def _joins(marks: Sequence[FigureMark], years: Years, scale: Counts) -> tuple[Path, ...]:
    lines = (polyline((years.at(mark.end), scale.at(mark.value or 0)) for mark in alike) for alike in _series(marks))
    return drawn("".join(lines), "ln")


def _names(marks: Sequence[FigureMark], scales: tuple[Years, Counts], words: Words) -> list[Label]:
    """Return the names of the marks, those that stand out first where there are many."""
    years, scale = scales
    chosen = list(marks)
    if len(marks) > NAMED:
        by_value = sorted(marks, key=lambda mark: mark.value or 0)
        chosen = list(dict.fromkeys((marks[-1], by_value[-1], by_value[0], marks[0], *reversed(marks))))[:MOST_NAMED]
    chosen.sort(key=lambda mark: drawable(mark.value))
    said = Counter((mark.short, mark.value) for mark in marks)
    last = {(mark.short, mark.value): mark for mark in chosen}
    return [
        Label(
            x=years.at(mark.end),
            y=scale.at(mark.value or 0) if drawable(mark.value) else scale.top,
            words=_name(mark, said[mark.short, mark.value], words),
            css="halo",
        )
        for mark in last.values()
    ]


def _name(mark: FigureMark, times: int, words: Words) -> str:
    """Return the number as it stands, once for all the marks that repeat it."""
    short = shorten(mark.short, 200)
    return short if times == 1 else words.say("%(figure)s, said %(n)s times", figure=short, n=words.number(times))

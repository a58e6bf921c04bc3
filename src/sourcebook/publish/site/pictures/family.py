"""A number's family: time from left to right, and downwards how well its speaker is named."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.publish.site.pictures.axes import years_line, years_scale, years_words
from sourcebook.publish.site.pictures.drawing import (
    NARROW,
    Cell,
    Drawing,
    Mark,
    Path,
    Picture,
    Table,
    Text,
    drawn,
    line,
    number,
    text,
)
from sourcebook.publish.site.pictures.family_layout import Layout, Stand, laid_out
from sourcebook.publish.site.pictures.family_nodes import FamilyNode, Shown, turning_points
from sourcebook.publish.site.pictures.lettering import SIZE, Box, Label, around, box_of, place, shorten
from sourcebook.publish.site.pictures.shapes import mark_paths, status_words
from sourcebook.publish.site.words import Words, sentence_case, translatable

BROAD = 860.0
# A family of more works than this shows the first, the last and the turning points; the rest are counted.
MOST = 12
SPEAKERS = {
    "official": translatable("A named official"),
    "body": translatable("A body, no name"),
    "kind": translatable("A kind of source"),
    "none": translatable("Nobody named"),
}
ROLES = {
    "origin": translatable("origin"),
    "repeat": translatable("repeat"),
    "independent": translatable("of its own"),
    "unclear": translatable("unclear"),
}
# How wide a label may be, the widest tried first.
LENGTHS, LENGTHS_NARROW = (560.0, 480.0, 400.0, 300.0), (240.0, 180.0)


def family_tree(name: str, nodes: Sequence[FamilyNode], words: Words) -> Picture | None:
    """Return the picture of a family; None for a number that one work alone carries, which has no tree.

    A work that nothing dates stands in the table only.
    """
    if len(nodes) < 2:
        return None
    shown = turning_points(nodes, MOST)
    dated = tuple(one for one in shown if one.node.latest is not None)
    drawings = tuple(_drawing(dated, wide, words) for wide in (BROAD, NARROW)) if dated else ()
    return Picture(
        name=name,
        title=_title(nodes, words),
        notes=_notes(nodes, shown, words),
        drawings=drawings,
        table=_table(nodes, shown, words),
        spans=True,
    )


def _title(nodes: Sequence[FamilyNode], words: Words) -> str:
    order = list(SPEAKERS)
    ranks = [order.index(node.speaker) for node in nodes]
    works = words.plural("%(n)s work", "%(n)s works", len(nodes))
    if ranks[-1] > ranks[0]:
        return words.say("As it was repeated, it lost its speaker")
    if ranks[-1] < ranks[0]:
        return words.say("Later works name its speaker better than the first")
    return sentence_case(words.say("%(works)s carry it, and name its speaker alike", works=works))


def _notes(nodes: Sequence[FamilyNode], shown: Sequence[Shown], words: Words) -> tuple[str, ...]:
    statuses = {node.status for node in nodes}
    hidden = len(nodes) - len(shown)
    said = [
        words.say("Left to right is time; downward, the speaker is named less and less."),
        words.say("A solid line is a likely repeat, a dashed one possible."),
        words.say("Hollow: estimated.") if "estimated" in statuses else "",
        words.say("A bar spans the years in which an undated work can fall.") if _any_span(nodes) else "",
        words.say("A dashed square is a source that is not seen.") if _any_unclear(shown) else "",
        words.plural(
            "%(n)s more work between them is counted, not drawn.",
            "%(n)s more works between them are counted, not drawn.",
            hidden,
        )
        if hidden
        else "",
    ]
    return tuple(sentence_case(sentence) for sentence in said if sentence)


def _any_span(nodes: Sequence[FamilyNode]) -> bool:
    return any(node.span > 1 for node in nodes)


def _any_unclear(shown: Sequence[Shown]) -> bool:
    return any(one.node.role == "unclear" for one in shown)


def _drawing(shown: Sequence[Shown], wide: float, words: Words) -> Drawing:
    narrow = wide == NARROW
    left, right = (10.0, wide - 12) if narrow else (150.0, wide - 20)
    years = years_scale([year for one in shown for year in one.node.years], left + 14, right - 14)
    layout = laid_out(shown, years, narrow=narrow)
    rows = "".join(line(left, y, right, y) for y in layout.rows.values())
    names = tuple(
        text(0, y - 42 if narrow else y + 4, words.say(SPEAKERS[speaker]), "b halo")
        for speaker, y in layout.rows.items()
    )
    return Drawing(
        width=number(wide),
        height=number(layout.bottom + 26),
        size="narrow" if narrow else "wide",
        says=_says(shown, words),
        lines=(
            Path(d=rows, css="grid"),
            *_edges(layout, likely=True),
            *_edges(layout, likely=False),
            *_bars(layout),
            *_unseen(layout),
            years_line(years, layout.bottom),
        ),
        marks=tuple(_mark(stand) for stand in layout.stands),
        texts=(*names, *_labels(layout, names, wide, words), *years_words(years, layout.bottom, SIZE)),
    )


def _mark(stand: Stand) -> Mark:
    node = stand.shown.node
    return Mark(
        x=number(stand.x),
        y=number(stand.y),
        paths=mark_paths(stand.x, stand.y, node.status, None),
        label=f"{stand.shown.letter}: {node.title}, {node.when}",
        href=node.href,
    )


def _edges(layout: Layout, *, likely: bool) -> tuple[Path, ...]:
    """Return the lines from each number to those that repeat it: solid where likely, dashed where possible."""
    by_id = {stand.shown.node.id: stand for stand in layout.stands}
    curves = []
    for stand in layout.stands:
        node = stand.shown.node
        parent = by_id.get(node.repeats or "")
        if parent is None or parent is stand or (node.role == "repeat") is not likely:
            continue
        x2, y2 = stand.from_x if stand.bar else stand.x - 7, stand.y
        x1, y1 = parent.x, parent.y
        if y1 == y2:
            curves.append(f"M{number(x1 + 7)} {number(y1)}H{number(x2)}" if x2 > x1 + 7 else "")
        else:
            start = y1 + (8 if y2 > y1 else -8)
            curves.append(
                f"M{number(x1)} {number(start)}C{number(x1)} {number((y1 + 2 * y2) / 3)} {number(min(x1 + 30, x2))} "
                f"{number(y2)} {number(x2)} {number(y2)}"
            )
    d = "".join(curves)
    return drawn(d, "ln" if likely else "ln dash")


def _bars(layout: Layout) -> tuple[Path, ...]:
    d = "".join(
        f"M{number(stand.from_x)} {number(stand.y - 6)}v12m0-6H{number(stand.x - 7)}"
        for stand in layout.stands
        if stand.bar
    )
    return drawn(d, "ln")


def _unseen(layout: Layout) -> tuple[Path, ...]:
    """Return a dashed square below each work that may repeat the number or have it from a source of its own."""
    found = []
    for stand in layout.stands:
        if stand.shown.node.role == "unclear":
            x, y = stand.x, stand.y + layout.below
            found.append(Path(d=line(x, stand.y + 8, x, y - 6), css="ln dash"))
            found.append(Path(d=f"M{number(x - 5)} {number(y - 5)}h10v10h-10z", css="dot0 dash"))
    return tuple(found)


def _labels(layout: Layout, names: Sequence[Text], wide: float, words: Words) -> tuple[Text, ...]:
    """Return each work's letter, its name and why it is thought a repeat, as far as there is room.

    They are as long as they can be without one of them losing its place.
    """
    lengths = LENGTHS_NARROW if wide == NARROW else LENGTHS
    taken = [around(stand.x, stand.y, 7) for stand in layout.stands]
    taken += [around(s.x, s.y + layout.below, 7) for s in layout.stands if s.shown.node.role == "unclear"]
    taken += [box_of(name) for name in names]
    room = Box(left=0 if wide == NARROW else 150, top=0, right=wide, bottom=layout.bottom - 2)
    tries = (place(_told(layout, most, words, narrow=wide == NARROW), taken, room) for most in lengths)
    return max(tries, key=len)


def _told(layout: Layout, most: float, words: Words, *, narrow: bool) -> list[Label]:
    """Return the labels of all works, none wider than `most`: their names first, as these matter most."""
    letters, others = [], []
    for stand in layout.stands:
        node = stand.shown.node
        title = f"{stand.shown.letter}  {node.short}" + ("" if narrow else f", {node.when}")
        at = Label(x=stand.x, y=stand.y, words=shorten(title, most), css="halo", away=13, sides="ceab")
        letters.append(at)
        why = node.when if narrow else node.reason
        if why:
            others.append(Label(x=stand.x, y=stand.y, words=shorten(why, most), css="t2 halo", away=13, sides="dfbrl"))
        if node.role == "unclear":
            own = words.say("or its own source") if narrow else words.say("or a source of its own, not seen")
            others.append(
                Label(x=stand.x, y=stand.y + layout.below, words=shorten(own, most), css="t2 halo", away=12, sides="rl")
            )
    return [*letters, *others]


def _says(shown: Sequence[Shown], words: Words) -> str:
    said = (
        words.say(
            "%(letter)s, %(title)s, %(when)s, %(speaker)s",
            letter=one.letter,
            title=one.node.short,
            when=one.node.when,
            speaker=words.say(SPEAKERS[one.node.speaker]).lower(),
        )
        for one in shown
    )
    return words.say("Family of the number as a tree. %(works)s.", works="; ".join(said))


def _table(nodes: Sequence[FamilyNode], shown: Sequence[Shown], words: Words) -> Table:
    """Return every work that carries the number; of a large family those that are drawn, and how many are not."""
    names = (
        "",
        words.say("Work"),
        words.say("Published"),
        words.say("Known by"),
        words.say("Role"),
        words.say("Because"),
    )
    hidden = len(nodes) - len(shown)
    closing = (
        words.plural(
            "And %(n)s work more that repeats it without a turn.",
            "And %(n)s works more that repeat it without a turn.",
            hidden,
        )
        if hidden
        else ""
    )
    return Table(
        head=tuple(Cell(text=name or words.say("Letter"), css="" if name else "letter") for name in names),
        rows=tuple(
            (
                Cell(text=one.letter, css="letter"),
                Cell(text=one.node.title, href=one.node.href),
                Cell(text=one.node.when),
                Cell(text=status_words(one.node.status, words)),
                Cell(text=words.say(ROLES[one.node.role])),
                Cell(text=one.node.reason),
            )
            for one in shown
        ),
        caption=words.say("The same, as a table"),
        closing=closing,
        shown=True,
    )

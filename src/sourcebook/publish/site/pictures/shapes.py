"""The marks: their shape says what the counted people were exploited for, their fill how the number is known."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.publish.site.pictures.drawing import KeyItem, Mark, Path, number
from sourcebook.publish.site.words import Words, translatable

# Each shape is drawn from its centre, as relative moves, so that a mark costs the page few bytes;
# a circle is one arc that ends a tenth from where it began.
SHAPES = {
    "sexual": "m0-6.2l6.2 6.2-6.2 6.2-6.2-6.2z",
    "labour": "m-4.9-4.9h9.8v9.8h-9.8z",
    "begging": "m0-6l5.8 10.4h-11.6z",
    "crime": "m0-6l5.7 4.1-2.2 6.8h-7l-2.2-6.8z",
    "armed_conflict": "m0 6l5.8-10.4h-11.6z",
    "organs": "m-2-5.6h4v3.6h3.6v4h-3.6v3.6h-4v-3.6h-3.6v-4h3.6z",
    "domestic": "m-5.8 0l2.9-5.2h5.8l2.9 5.2-2.9 5.2h-5.8z",
    "marriage": "m-3.8-.1a3.8 5.6 0 1 1 0 .1z",
    "any": "m-5.5 0a5.5 5.5 0 1 1 0 .1z",
}
# The left half of each shape, to fill the mark of what is presumed.
HALVES = {
    "sexual": "m0-6.2v12.4l-6.2-6.2z",
    "labour": "m-4.9-4.9h4.9v9.8h-4.9z",
    "begging": "m0-6v10.4h-5.8z",
    "crime": "m0-6v10.9h-3.5l-2.2-6.8z",
    "armed_conflict": "m0 6v-10.4h-5.8z",
    "organs": "m-2-5.6h2v11.2h-2v-3.6h-3.6v-4h3.6z",
    "domestic": "m-5.8 0l2.9-5.2h2.9v10.4h-2.9z",
    "marriage": "m0-5.7v11.2a3.8 5.6 0 0 1 0-11.2z",
    "any": "m0-5.5v11a5.5 5.5 0 0 1 0-11z",
}
RING = "m-8.4 0a8.4 8.4 0 1 1 0 .1z"
PURPOSES = {
    "sexual": translatable("sexual exploitation"),
    "labour": translatable("forced labour"),
    "begging": translatable("begging"),
    "crime": translatable("crime"),
    "armed_conflict": translatable("armed conflict"),
    "organs": translatable("organs"),
    "domestic": translatable("domestic servitude"),
    "marriage": translatable("marriage"),
    "any": translatable("several purposes, or not said"),
}
STATUSES = {
    "identified": translatable("identified"),
    "presumed": translatable("presumed"),
    "estimated": translatable("estimated"),
    "assisted": translatable("assisted"),
    "unsaid": translatable("not said how known"),
}


def purpose_words(exploitation: str | None, words: Words) -> str:
    """Return what a shape stands for, in words."""
    return words.say(PURPOSES.get(exploitation or "any", PURPOSES["any"]))


def status_words(status: str | None, words: Words) -> str:
    """Return what a fill stands for, in words."""
    return words.say(STATUSES.get(status or "unsaid", STATUSES["unsaid"]))


def mark_paths(x: float, y: float, status: str | None, exploitation: str | None) -> tuple[Path, ...]:
    """Return the paths of a mark; an unknown purpose or status has the mark of what was not said."""
    at = f"M{number(x)} {number(y)}"
    shape = exploitation if exploitation in SHAPES else "any"
    whole = at + SHAPES[shape]
    if status == "identified":
        return (Path(d=whole, css="dot1"),)
    if status == "presumed":
        return (Path(d=whole, css="dot0"), Path(d=at + HALVES[shape], css="dot1"))
    if status == "assisted":
        return (Path(d=at + RING, css="ring"), Path(d=whole, css="dot1"))
    return (Path(d=whole, css="dot0" if status == "estimated" else "dot0 dots"),)


def figure_mark(x: float, y: float, status: str | None, exploitation: str | None, said: tuple[str, str | None]) -> Mark:
    """Return the mark of a figure, with what is heard of it and where it leads."""
    label, href = said
    return Mark(x=number(x), y=number(y), paths=mark_paths(x, y, status, exploitation), label=label, href=href)


def inline_mark(status: str | None, exploitation: str | None) -> tuple[Path, ...]:
    """Return a mark around the point 0, 0, for the macro `mark` of `pictures/mark.html`, which sets it into a text."""
    return mark_paths(0, 0, status, exploitation)


def marks_key(statuses: Iterable[str | None], purposes: Iterable[str | None], words: Words) -> tuple[KeyItem, ...]:
    """Return samples of the fills and shapes that a drawing uses, with their words; none where there is one of each."""
    known, said = {one or "unsaid" for one in statuses}, {one or "any" for one in purposes}
    fills = [status for status in STATUSES if status in known]
    shapes = [purpose for purpose in PURPOSES if purpose in said]
    items = [
        KeyItem(paths=mark_paths(10, 7, None if fill == "unsaid" else fill, None), text=words.say(STATUSES[fill]))
        for fill in fills
        if len(fills) > 1
    ]
    items += [
        KeyItem(paths=mark_paths(10, 7, "identified", shape), text=words.say(PURPOSES[shape]))
        for shape in shapes
        if len(shapes) > 1
    ]
    return tuple(items)

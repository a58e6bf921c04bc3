"""Words in a drawing: how wide they will be about, and where they stand without touching each other."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from sourcebook.model import Value
from sourcebook.publish.site.pictures.drawing import Text, text

SIZE = 13.0
"""How large the words of a drawing are; shown at 0.93 of its size or more, they stay at 12 px."""
LARGE = 17.5
"""How large they are where the same drawing is shown on a phone, at 0.72 of its size."""
# Widths of Arial's letters in hundredths of the size; readers whose fonts run wider get the ROOMY share more.
NARROW_LETTERS = dict.fromkeys("ijl.,;:'’|!", 26) | dict.fromkeys("ft()[]/- “”\u2009I‹›", 33)
BROAD_LETTERS = dict.fromkeys("mwMW—%@", 86) | dict.fromkeys("CDGHNOQRUABEKPSVXYZ&", 70)
ROOMY = 1.06
ELLIPSIS = "…"


class Box(Value, frozen=True):
    """A rectangle of a drawing."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """Tell whether two boxes share any room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def inside(self, other: Box) -> bool:
        """Tell whether this box lies within the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


# A word is cut within only where leaving it out would leave out more letters than this.
LONG_WORD = 12


class Label(Value, frozen=True):
    """Words that belong to a point, and how far from it they may start; `sides` are tried in their order."""

    x: float
    y: float
    words: str
    css: str = ""
    away: float = 9.0
    sides: str = "rlabcdef"


def width(words: str, size: float = SIZE) -> float:
    """Return about how wide words are, rather more than less."""
    return sum(map(_hundredths, words)) * size * ROOMY / 100


def _hundredths(letter: str) -> int:
    if letter in NARROW_LETTERS:
        return NARROW_LETTERS[letter]
    if letter in BROAD_LETTERS:
        return BROAD_LETTERS[letter]
    if unicodedata.east_asian_width(letter) in "WF":
        return 104
    return 0 if unicodedata.combining(letter) else 56


def shorten(words: str, room: float, size: float = SIZE) -> str:
    """Return the words, cut with an ellipsis where they would be wider than the room."""
    words = " ".join(words.split())
    if width(words[:200], size) <= room and len(words) <= 200:
        return words
    kept, used = 0, width(ELLIPSIS, size)
    for letter in words[:200]:
        used += width(letter, size)
        if used > room:
            break
        kept += 1
    whole = words[:kept].rpartition(" ")[0]
    return (whole if kept - len(whole) <= LONG_WORD else words[:kept]).rstrip(" ,;") + ELLIPSIS


def around(x: float, y: float, radius: float) -> Box:
    """Return the box around a mark."""
    return Box(left=x - radius, top=y - radius, right=x + radius, bottom=y + radius)


def box_of(placed: Text, size: float = SIZE) -> Box:
    """Return the box that placed words fill."""
    wide, x, y = width(placed.text, size), float(placed.x), float(placed.y)
    css = placed.css.split()
    left = x - wide if "end" in css else x - wide / 2 if "mid" in css else x
    return Box(left=left, top=y - size * 0.78, right=left + wide, bottom=y + size * 0.24)


def place(labels: Iterable[Label], taken: Sequence[Box], room: Box, size: float = SIZE) -> tuple[Text, ...]:
    """Return the labels that find a place within the room that nothing has taken, the first ones first.

    A label that finds none is left out: the table beside the drawing has it, and nothing is printed over another.
    """
    filled, placed = list(taken), []
    for label in labels:
        for side in label.sides:
            found = _beside(label, side, size)
            box = box_of(found, size)
            if box.inside(room) and not any(box.touches(other) for other in filled):
                filled.append(box)
                placed.append(found)
                break
    return tuple(placed)


def _beside(label: Label, side: str, size: float) -> Text:
    """Return a label right of its point, left, above, below, or at one of its four corners."""
    middle, up, down = label.y + size * 0.35, label.y - label.away, label.y + label.away + size * 0.74
    near = label.away * 0.6
    x, y, css = {
        "r": (label.x + label.away, middle, ""),
        "l": (label.x - label.away, middle, "end"),
        "a": (label.x, up, "mid"),
        "b": (label.x, down, "mid"),
        "c": (label.x + near, up + 2, ""),
        "d": (label.x + near, down - 2, ""),
        "e": (label.x - near, up + 2, "end"),
        "f": (label.x - near, down - 2, "end"),
    }[side]
    return text(x, y, label.words, f"{label.css} {css}".strip())

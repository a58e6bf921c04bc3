"""A passage as a page shows it: runs of text, some of them marked, under its permanent address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Literal

from sourcebook.model import Passage, Value
from sourcebook.publish.site import addresses

Mark = Literal["text", "cap", "hit", "figure", "out", "in", "denied"]


class Segment(Value, frozen=True):
    """A run of a passage's text; what is marked differs from plain text by its mark and may be a link.

    A figure says how it is `known`, and may bear a `letter` and name its `note` in the margin.
    """

    text: str
    mark: Mark = "text"
    href: str | None = None
    known: str = ""
    letter: str = ""
    note: str | None = None


class PassageShown(Value, frozen=True):
    """A passage for a template. `anchored` is False where the page shows it a second time."""

    id: str
    number: int
    segments: tuple[Segment, ...]
    address: str
    under: str | None = None
    anchored: bool = True


class Run(Value, frozen=True):
    """Passages in a row of one kind: quoted or our note, paragraphs or items of a list."""

    note: bool
    items: bool
    passages: tuple[PassageShown, ...]


def segments_of(passage: Passage) -> tuple[Segment, ...]:
    """Return a passage's text whole and in order, its opening sub-heading in capitals marked."""
    heading = passage.heading
    if heading and passage.text.startswith(heading) and len(passage.text) > len(heading):
        return (Segment(text=heading, mark="cap"), Segment(text=passage.text[len(heading) :]))
    return (Segment(text=passage.text),)


Segmenter = Callable[[Passage], tuple[Segment, ...]]


def runs_of(passages: Sequence[Passage], seen: set[str], segmenter: Segmenter = segments_of) -> tuple[Run, ...]:
    """Return passages in their order, parted where their kind changes.

    `seen` holds the identifiers that the page bears already and is added to: an anchor stands once on a page.
    `segmenter` divides a passage's text into runs, where claims are to be marked in it.
    """
    shown = _shown(passages, seen, segmenter)
    pairs = zip(passages, shown, strict=True)
    return tuple(
        Run(note=note, items=items, passages=tuple(one for _, one in group))
        for (note, items), group in groupby(pairs, key=lambda pair: (pair[0].kind == "note", pair[0].item))
    )


def _shown(passages: Sequence[Passage], seen: set[str], segmenter: Segmenter) -> list[PassageShown]:
    shown, above = [], None
    for passage in passages:
        segments = segmenter(passage)
        under = passage.heading if segments[0].mark != "cap" and passage.heading != above else None
        above = passage.heading
        shown.append(
            PassageShown(
                id=passage.id,
                number=passage.ordinal,
                segments=segments,
                address=addresses.passage(passage.id),
                under=None if under and passage.text == under else under,
                anchored=passage.id not in seen,
            )
        )
        seen.add(passage.id)
    return shown

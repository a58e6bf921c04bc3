"""Citing works in a style: one, or a whole reading list in the order that the style demands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from string import ascii_lowercase

import msgspec

from sourcebook.errors import UsageError
from sourcebook.model import Value
from sourcebook.model.cited import Cited
from sourcebook.publish.cite.apa import APA
from sourcebook.publish.cite.chicago import CHICAGO
from sourcebook.publish.cite.harvard import HARVARD
from sourcebook.publish.cite.ieee import IEEE
from sourcebook.publish.cite.mla import MLA
from sourcebook.publish.cite.reference import Reference, refer
from sourcebook.publish.cite.runs import Text, to_html, to_plain
from sourcebook.publish.cite.style import Mark, Style
from sourcebook.vocabulary.author_names import Name

STYLES: Mapping[str, Style] = {style.name: style for style in (APA, MLA, CHICAGO, HARVARD, IEEE)}


class Citation(Value, frozen=True):
    """A work cited: its entry for a list, and how a sentence points to it."""

    id: str
    style: str
    entry: Text
    in_text: Text

    @property
    def plain(self) -> str:
        """The entry as plain text."""
        return to_plain(self.entry)

    @property
    def html(self) -> str:
        """The entry as escaped HTML."""
        return to_html(self.entry)

    @property
    def in_text_plain(self) -> str:
        """The words in brackets that point to the entry."""
        return to_plain(self.in_text)


def styles() -> Mapping[str, Style]:
    """Return the styles by name."""
    return STYLES


def find_style(name: str, known: Mapping[str, Style] = STYLES) -> Style:
    """Return the style of a name; raises UsageError with every name there is where it is unknown."""
    style = known.get(name.strip().lower())
    if style is None:
        raise UsageError(f"There is no style {name!r}.", next_step=f"Choose one of: {', '.join(known)}.")
    return style


class ReadingList:
    """Works as one list, sorted, numbered and told apart as a style demands, into which sentences can point.

    The same work at the same place is listed once. Raises UsageError where the style is unknown.
    """

    def __init__(self, works: Iterable[Cited], style: str | Style) -> None:
        self._style = find_style(style) if isinstance(style, str) else style
        references = list(dict.fromkeys(refer(work) for work in works))
        if self._style.order is not None:
            references.sort(key=self._style.order)
        marks = _marks(references, self._style)
        self._marks = {reference.id: mark for reference, mark in zip(references, marks, strict=True)}
        self.citations = tuple(_citations(references, marks, self._style))

    def in_text(self, cited: Cited) -> Text:
        """Return how a sentence points to a work of the list, at a place in it; a work that is not listed is alone."""
        return self._style.in_text(refer(cited), self._marks.get(cited.work.id, Mark()))


def cite(works: Iterable[Cited], style: str | Style) -> tuple[Citation, ...]:
    """Cite works as one reading list, sorted, numbered and told apart as the style demands.

    The same work at the same place is listed once. Raises UsageError where the style is unknown.
    """
    return ReadingList(works, style).citations


def _citations(references: list[Reference], marks: list[Mark], style: Style) -> Iterable[Citation]:
    before: tuple[Name, ...] = ()
    for reference, mark in zip(references, marks, strict=True):
        shown = reference
        if style.repeated and reference.names and reference.names == before:
            shown = msgspec.structs.replace(reference, names=(Name(literal=style.repeated),))
        before = reference.names
        yield Citation(
            id=reference.id, style=style.name, entry=style.entry(shown, mark), in_text=style.in_text(reference, mark)
        )


def _marks(references: list[Reference], style: Style) -> list[Mark]:
    """Give each reference its number, and a letter where a sentence could not tell it apart."""
    if len(references) == 1:
        return [Mark()]
    alike: dict[str, list[int]] = defaultdict(list)
    for place, reference in enumerate(references):
        bare = msgspec.structs.replace(reference, locator=None)
        alike[to_plain(style.in_text(bare, Mark()))].append(place)
    letters: dict[int, str] = {}
    for places in alike.values():
        if style.letters and len(places) > 1:
            letters |= {place: _letter(count) for count, place in enumerate(places)}
    return [Mark(number=place + 1, letter=letters.get(place, "")) for place in range(len(references))]


def _letter(count: int) -> str:
    """Return a, b, ... z, aa, ab, ... for 0, 1, ..."""
    letters = ""
    while count >= 0:
        letters = ascii_lowercase[count % 26] + letters
        count = count // 26 - 1
    return letters

"""Citing works in a style: one, or a whole reading list in the order that the style demands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
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

KEPT = 1024
"""So many entries are remembered: the pages and packs of a country cite its works over and over."""
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
        if self._style.order is not None and len(references) > 1:
            references.sort(key=self._style.order)
        self._references = references
        self._marks = _marks(references, self._style)
        self._marks_by_id = {one.id: mark for one, mark in zip(references, self._marks, strict=True)}

    @cached_property
    def entries(self) -> tuple[Text, ...]:
        """The entries of the list in its order."""
        return tuple(_entries(self._references, self._marks, self._style))

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The works in the order of the list, each with how a sentence points to it."""
        listed = zip(self._references, self._marks, self.entries, strict=True)
        return tuple(
            Citation(id=one.id, style=self._style.name, entry=entry, in_text=_in_text(self._style, one, mark))
            for one, mark, entry in listed
        )

    def in_text(self, cited: Cited) -> Text:
        """Return how a sentence points to a work of the list, at a place in it; a work that is not listed is alone."""
        return _in_text(self._style, refer(cited), self._marks_by_id.get(cited.work.id, Mark()))


def cite(works: Iterable[Cited], style: str | Style) -> tuple[Citation, ...]:
    """Cite works as one reading list, sorted, numbered and told apart as the style demands.

    The same work at the same place is listed once. Raises UsageError where the style is unknown.
    """
    return ReadingList(works, style).citations


def _entries(references: list[Reference], marks: list[Mark], style: Style) -> Iterator[Text]:
    before: tuple[Name, ...] = ()
    for reference, mark in zip(references, marks, strict=True):
        shown = reference
        if style.repeated and reference.names and reference.names == before:
            shown = msgspec.structs.replace(reference, names=(Name(literal=style.repeated),))
        before = reference.names
        # No entry tells the place in its work, and only numbered ones their number: the pages of a work share one.
        shown = msgspec.structs.replace(shown, locator=None) if shown.locator else shown
        yield _entry(style, shown, mark if style.numbered else Mark(letter=mark.letter))


@lru_cache(maxsize=KEPT)
def _entry(style: Style, reference: Reference, mark: Mark) -> Text:
    return style.entry(reference, mark)


@lru_cache(maxsize=KEPT)
def _in_text(style: Style, reference: Reference, mark: Mark) -> Text:
    return style.in_text(reference, mark)


def _marks(references: list[Reference], style: Style) -> list[Mark]:
    """Give each reference its number, and a letter where a sentence could not tell it apart."""
    if len(references) == 1:
        return [Mark()]
    alike: dict[str, list[int]] = defaultdict(list)
    for place, reference in enumerate(references):
        bare = msgspec.structs.replace(reference, locator=None)
        alike[to_plain(_in_text(style, bare, Mark()))].append(place)
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

"""Themes across the archive: where each is reported and denied, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sourcebook.model import Value
from sourcebook.store.evidence import Evidence
from sourcebook.store.theming import ThemeCount
from sourcebook.vocabulary.theme_notes import theme_notes
from sourcebook.vocabulary.themes import ThemeEntry, themes


class Reported(Value, frozen=True):
    """A theme with the countries whose pages affirm it and those whose pages only deny it, by the number of works.

    `works`, `passages` and the years are summed over the countries: a work on the pages of two counts for each.
    """

    theme: ThemeEntry
    affirmed: tuple[ThemeCount, ...] = ()
    denied: tuple[ThemeCount, ...] = ()

    @property
    def works(self) -> int:
        """How many works affirm it."""
        return sum(one.works for one in self.affirmed)

    @property
    def passages(self) -> int:
        """In how many passages it is affirmed."""
        return sum(one.passages for one in self.affirmed)

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and last year of the works that affirm it; None where none of them is dated."""
        return span_of(self.affirmed)


class Tie(Value, frozen=True):
    """Another theme, with how many works name both in one passage."""

    theme: ThemeEntry
    works: int


class Company(Value, frozen=True):
    """What stands beside a theme: its precursors, what it can lead to, what is near it, what is often named too."""

    before: tuple[Tie, ...]
    after: tuple[Tie, ...]
    kindred: tuple[Tie, ...]
    often: tuple[Tie, ...]


MOST_OFTEN = 8


def reported(evidence: Evidence, keys: Sequence[str] = (), place: str | None = None) -> tuple[Reported, ...]:
    """Return every theme of the vocabulary in its order, or these, counted on all pages or on one country's."""
    wanted = [theme for key, theme in themes().items() if not keys or key in keys]
    by_key: dict[str, list[ThemeCount]] = {theme.key: [] for theme in wanted}
    for count in evidence.theme_counts(keys, place):
        by_key.setdefault(count.key, []).append(count)
    return tuple(
        Reported(
            theme=theme,
            affirmed=_most_first(one for one in by_key[theme.key] if not one.negated),
            denied=_most_first(one for one in by_key[theme.key] if one.negated),
        )
        for theme in wanted
    )


def company(evidence: Evidence, key: str) -> Company:
    """Return what stands beside a theme, by the vocabulary and by what the pages name in one passage."""
    note, works = theme_notes()[key], evidence.named_with(key)

    def ties(keys: Iterable[str]) -> tuple[Tie, ...]:
        return tuple(Tie(theme=themes()[other], works=works.get(other, 0)) for other in keys)

    told = {*note.before, *note.after, *note.kindred}
    often = [other for other in works if other in themes() and other not in told][:MOST_OFTEN]
    return Company(before=ties(note.before), after=ties(note.after), kindred=ties(note.kindred), often=ties(often))


def span_of(counts: Iterable[ThemeCount]) -> tuple[int, int] | None:
    """Return the first and the last year of counts; None where none has any."""
    held = tuple(counts)
    first = min((one.first_year for one in held if one.first_year is not None), default=None)
    last = max((one.last_year for one in held if one.last_year is not None), default=None)
    return None if first is None or last is None else (first, last)


def _most_first(counts: Iterable[ThemeCount]) -> tuple[ThemeCount, ...]:
    return tuple(sorted(counts, key=lambda one: (-one.works, -one.passages, one.place)))


def named_themes(text: str) -> tuple[ThemeEntry, ...]:
    """Return the themes that a short text names: by key or label, else by the words by which they are found."""
    said = " ".join(text.casefold().replace("_", " ").replace("-", " ").split())
    if not said:
        return ()
    spelled = {said, said.replace("labor", "labour")}
    named = [theme for theme in themes().values() if _names(theme) & spelled]
    found = named or [theme for theme in themes().values() if not theme.weak and spelled & set(_terms(theme))]
    return tuple(found)


def _names(theme: ThemeEntry) -> set[str]:
    return {theme.key.replace("_", " "), theme.label.casefold().replace("-", " ")}


def _terms(theme: ThemeEntry) -> list[str]:
    return [term.replace("(u)", "u").rstrip("*").replace("-", " ") for term in theme.terms]

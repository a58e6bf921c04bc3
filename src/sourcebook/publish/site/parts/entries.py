"""The entries of one part of a country page, each with the passages that stand in this part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from sourcebook.model import Value
from sourcebook.publish.site.parts.entry import EntryShown, show_entry
from sourcebook.publish.site.parts.evidence import Marks
from sourcebook.publish.site.parts.kept import kept_copies
from sourcebook.publish.site.parts.layout import Slice
from sourcebook.publish.site.words import Words
from sourcebook.store.base import Placed, View

OnPage = tuple[set[str], Marks]


class Entries(Value, frozen=True):
    """The entries of a part, those that the page features apart."""

    featured: tuple[EntryShown, ...] = ()
    archive: tuple[EntryShown, ...] = ()


def in_order(placed: Iterable[Placed]) -> tuple[Placed, ...]:
    """Return a page's entries as they are shown, the featured ones first."""
    return tuple(sorted(placed, key=lambda one: not is_featured(one)))


def is_featured(placed: Placed) -> bool:
    """Tell whether the page features an entry."""
    return placed.entry.section == "featured"


def entries_in(view: View, ordered: Sequence[Placed], slices: Iterable[Slice], words: Words, on_it: OnPage) -> Entries:
    """Return the entries of a part for a template."""
    shown = [(ordered[one.entry], _shown(view, ordered[one.entry], one, words, on_it)) for one in slices]
    return Entries(
        featured=tuple(made for placed, made in shown if is_featured(placed)),
        archive=tuple(made for placed, made in shown if not is_featured(placed)),
    )


def _shown(view: View, placed: Placed, cut: Slice, words: Words, on_it: OnPage) -> EntryShown:
    entry = msgspec.structs.replace(placed.entry, passages=placed.entry.passages[cut.start : cut.stop])
    here = msgspec.structs.replace(placed, entry=entry)
    return show_entry(here, words, *on_it, kept_copies(view, entry.work.url, words), continued=cut.start > 0)

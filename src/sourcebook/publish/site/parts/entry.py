"""An entry as a page shows it: a work, where it is from, every look at it, and the passages taken from it."""

from __future__ import annotations

from sourcebook.model import Value
from sourcebook.publish.site import addresses
from sourcebook.publish.site.parts.credit import Credit, credit_of
from sourcebook.publish.site.parts.evidence import Marks, Note, noted_runs
from sourcebook.publish.site.parts.kept import KeptCopy
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.parts.looks import Looks, looks_of, remarks_on
from sourcebook.publish.site.parts.passage import Run
from sourcebook.publish.site.places import place_name
from sourcebook.publish.site.words import Words
from sourcebook.store.base import Placed


class EntryShown(Value, frozen=True):
    """An entry for a template. `anchored` is False where its work stands on the page a second time.

    `continued` tells that its first passages stand in the part of the page before.
    """

    id: str
    number: int
    title: str
    language: str | None
    credit: Credit
    looks: tuple[Looks, ...]
    remarks: tuple[str, ...]
    runs: tuple[Run, ...]
    notes: tuple[Note, ...]
    url: str | None
    other_urls: tuple[str, ...]
    address: str
    elsewhere: Link | None = None
    kept: tuple[KeptCopy, ...] = ()
    anchored: bool = True
    continued: bool = False


def show_entry(
    placed: Placed,
    words: Words,
    seen: set[str],
    marks: Marks,
    kept: tuple[KeptCopy, ...] = (),
    *,
    continued: bool = False,
) -> EntryShown:
    """Return an entry for a template; `seen` is the set of anchors that the page bears, and is added to."""
    entry, work = placed.entry, placed.entry.work
    anchored = work.id not in seen and not continued
    seen.add(work.id)
    runs, notes = noted_runs(entry.passages, seen, marks)
    return EntryShown(
        id=work.id,
        number=placed.number,
        title=work.title,
        language=work.language,
        credit=credit_of(work, words),
        looks=looks_of(entry.visits, words),
        remarks=remarks_on(entry, words),
        runs=runs,
        notes=notes,
        url=work.url,
        other_urls=tuple(url for url in entry.urls if url != work.url),
        address=addresses.entry(work.id),
        elsewhere=_elsewhere(entry.about_other_place, words),
        anchored=anchored,
        kept=kept,
        continued=continued,
    )


def _elsewhere(place: str | None, words: Words) -> Link | None:
    """Return the other place that an entry is about; its address leads there also where no page stands yet."""
    return Link(text=place_name(place, words), address=addresses.search(place=place)) if place else None

"""A library of works in the form of a report: nothing but its references."""

from __future__ import annotations

from sourcebook.model.cited import Library, LibraryItem
from sourcebook.model.report import Reference, Report


def library_report(library: Library) -> Report:
    """Return the works of a library as numbered references, in their order."""
    listed = enumerate(library.items, start=1)
    return Report(references=tuple(_reference(number, item) for number, item in listed), problems=library.problems)


def _reference(number: int, item: LibraryItem) -> Reference:
    work, visits = item.cited.work, item.cited.visits
    return Reference(
        number=number,
        text=", ".join(part for part in (work.title, work.credit) if part),
        start=item.start,
        end=item.end,
        authors=work.authors,
        title=work.title or None,
        publisher=work.publisher,
        publisher_place=work.publisher_place,
        container=work.container,
        issued=work.issued,
        url=work.url,
        accessed=visits[-1].when if visits else None,
    )

"""Which cited works are one: filed as pages come in, joined by likeness, parted and joined again by editors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sourcebook.model import Entry, Page, Work
from sourcebook.model.citing import Cited
from sourcebook.model.report import Reference
from sourcebook.pipeline.comparing import scopes_of
from sourcebook.reconcile.matching_works import judged, near_works, one_works
from sourcebook.store import SqliteWriter


def file_works(writer: SqliteWriter, page: Page) -> None:
    """File the works of a page and those that they cite, and join them with the ones that they are.

    What compares figures by their sources is marked to be compared again where a source turned out to be another's.
    """
    sources = writer.sources
    if sources.empty:
        for work in writer.held_works():
            sources.file(of_work(work))
    new = [cited for cited in _cited(page.entries) if sources.file(cited)]
    for cited in new:
        near = (sources.get(source) for source in near_works(cited, sources.under))
        found = judged(cited, (other for other in near if not (cited.held and other.held)))
        sources.put_alike(found)
    join_works(writer, [cited.id for cited in new])


def join_works(writer: SqliteWriter, touched: Iterable[str]) -> None:
    """Say anew which works are one with these, as likeness and the standing decisions have it."""
    sources, ties = writer.sources, writer.evidence.judged.ties
    left = dict.fromkeys(touched)
    changed: list[str] = []
    while left:
        ids, alike = sources.around([next(iter(left))], ties)
        changed += sources.stand(one_works(ids, alike, ties, sources.held(ids)).items())
        for one in (next(iter(left)), *ids):
            left.pop(one, None)
    evidence = writer.evidence
    for figure in sources.figures_citing(changed):
        for mention in evidence.figure(figure):
            evidence.mark_stale(scopes_of(mention.page, [mention]))


def _cited(entries: Iterable[Entry]) -> Iterator[Cited]:
    for entry in entries:
        yield of_work(entry.work)
        yield from (of_reference(reference) for reference in entry.references if reference.stands_for is None)


def of_work(work: Work) -> Cited:
    """Return a held work as it is compared with cited ones."""
    return Cited(
        id=work.id,
        title=work.title,
        authors=work.authors,
        publisher=work.publisher,
        container=work.container,
        issued=work.issued,
        url=work.url,
        held=True,
    )


def of_reference(reference: Reference) -> Cited:
    """Return the work of a reference as it is compared with others; one without a title goes by its words."""
    return Cited(
        id=reference.id,
        title=reference.title or reference.text,
        authors=reference.authors,
        publisher=reference.publisher,
        container=reference.container,
        issued=reference.issued,
        url=reference.url,
    )

"""The captures behind one country's pages, or all, as a WACZ that replay programs open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sourcebook.errors import NotFound
from sourcebook.model import Capture
from sourcebook.preserve.wacz import About, ReplayPage, told_as, write_wacz
from sourcebook.settings import CAPTURES_NAME, Settings
from sourcebook.store import PageRow, View
from sourcebook.store.connection import translated


def write(view: View, folder: Path, target: Path, settings: Settings, *, now: str, place: str | None = None) -> int:
    """Write a WACZ and return how many captures are in it; what was withdrawn is not.

    Raises NotFound where the archive holds no page of the place, StorageFailed where the file cannot be written.
    """
    rows = [row for row in view.pages() if place is None or row.place == place]
    if place is not None and not rows:
        raise NotFound("The sourcebook has no page of this country.", where=place)
    pages = list(_pages(view, rows))
    chosen = {(capture.warc, capture.offset): capture for capture, _ in pages}
    if place is None:
        chosen |= {(one.warc, one.offset): one for file in view.capture_files() for one in view.captures_in(file)}
    # A revisit is nothing without the capture whose bytes it repeats.
    for capture in list(chosen.values()):
        chosen |= {(one.warc, one.offset): one for one in view.captures(capture.digest)[:1]}
    held = view.withheld(chosen.values())
    kept = [capture for key, capture in sorted(chosen.items()) if key not in held]
    listed = [page for capture, page in pages if (capture.warc, capture.offset) not in held]
    of = f"The sources of {place}" if place else "The sources"
    about = About(title=f"{settings.title}: {of.lower()}" if settings.title else of, description=of, created=now)
    with translated(target):
        return write_wacz(target, folder / CAPTURES_NAME, kept, listed, about)


def _pages(view: View, rows: list[PageRow]) -> Iterator[tuple[Capture, ReplayPage]]:
    """Yield the captures of the pages themselves and of the works on them, each with how a reader is led to it."""
    for row in rows:
        title = " ".join(filter(None, (row.heading, row.collection))) or row.place
        for capture in view.captures(row.digest):
            yield capture, ReplayPage(url=told_as(capture.url), time=capture.time, title=title)
    for row in rows:
        for placed in view.entries(row.place, row.topic):
            work = placed.entry.work
            for url in dict.fromkeys((work.url or "", *placed.entry.urls)):
                for capture in view.captures_of(url) if url else ():
                    yield capture, ReplayPage(url=capture.url, time=capture.time, title=work.title)

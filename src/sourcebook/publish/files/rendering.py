"""Render units in a process of its own: it opens its own view, and writes only what differs from what stands there."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

from sourcebook.errors import ArchiveBusy, NotFound
from sourcebook.model import Value
from sourcebook.publish.files.plan import Job, Unit
from sourcebook.publish.files.reading import RememberingView
from sourcebook.publish.files.staging import Staging
from sourcebook.publish.offered import OFFERED_FILES, packs_to_publish
from sourcebook.publish.site.render import render
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.table import PAGES
from sourcebook.publish.site.words import words_in
from sourcebook.settings import Settings
from sourcebook.store import SqliteStore
from sourcebook.store.base import View


class Publishing(Value, frozen=True):
    """What a process must be told: where the archive and the staging folder are, and what every page shows."""

    archive: str
    staging: str
    settings: Settings
    as_of: str
    state: tuple[str, ...] = ()

    @property
    def site(self) -> Site:
        """The site that the pages are told of."""
        address = self.settings.address.rstrip("/")
        words = words_in(self.settings.language)
        return Site(
            settings=self.settings,
            address=address,
            as_of=self.as_of,
            words=words,
            folder=Path(self.archive),
            packs=packs_to_publish(self.settings),
        )


class Rendered(Value, frozen=True):
    """What became of a unit: the digest of each of its files by path, and how many of them were staged."""

    key: str
    files: dict[str, str]
    staged: int


class Renderer:
    """Renders units from one view of the archive."""

    def __init__(self, told: Publishing) -> None:
        self.told = told
        self.site = told.site
        self._staging = Staging(told.staging)
        self._view = SqliteStore(Path(told.archive)).view()
        self.view = cast(View, RememberingView(self._view))
        if told.state and told.state != state_of(self._view):
            self.close()
            raise ArchiveBusy("The archive was changed while it was published.", next_step="Publish it again.")

    def unit(self, unit: Unit, there: Mapping[str, str]) -> Rendered:
        """Render a unit and stage each file whose digest is not the one that stands in the folder."""
        files, staged = {}, 0
        for path, content in (made for job in unit.jobs for made in self.written(job)):
            files[path] = digest(content)
            if there.get(path) != files[path]:
                self._staging.store(path, content)
                staged += 1
        return Rendered(key=unit.key, files=files, staged=staged)

    def written(self, job: Job) -> Iterator[tuple[str, bytes]]:
        """Yield the path and bytes of a page or file; nothing where the archive has nothing to show at its address.

        A page that comes in parts is followed by all its further ones.
        """
        try:
            if job.is_file:
                yield job.path, OFFERED_FILES[job.route](self.view, self.site, **dict(job.parts)).content
                return
            page = PAGES[job.route](self.view, self.site, **dict(job.parts))
        except NotFound:
            return
        yield job.path, render(page, self.site).encode()
        for further in (job.further(part) for part in range(2, page.parts + 1)):
            yield (
                further.path,
                render(PAGES[further.route](self.view, self.site, **dict(further.parts)), self.site).encode(),
            )

    def close(self) -> None:
        """Let the archive go."""
        self._view.close()


def digest(content: bytes) -> str:
    """Return the digest by which the files of the folder are known."""
    return hashlib.blake2b(content, digest_size=8).hexdigest()


def state_of(view: View) -> tuple[str, ...]:
    """Return what tells one state of the archive from another."""
    return tuple(f"{row.place}/{row.topic}/{row.digest}/{row.entries}/{row.passages}" for row in view.pages())


_renderer: Renderer | None = None


def start(told: Publishing) -> None:
    """Open the view of this process."""
    global _renderer  # noqa: PLW0603 - a process of the pool keeps its view between batches
    _renderer = Renderer(told)


def render_batch(batch: Iterable[tuple[Unit, Mapping[str, str]]]) -> list[Rendered]:
    """Render units in a process that was started; each comes with the digests of its files that stand in the folder."""
    if _renderer is None:
        raise RuntimeError("The process was not started.")
    return [_renderer.unit(unit, there) for unit, there in batch]


def discard(staging: Path) -> None:
    """Take a staging folder away, whatever is left in it."""
    shutil.rmtree(staging, ignore_errors=True)

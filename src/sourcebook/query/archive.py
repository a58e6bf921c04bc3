"""The archive as one object, for a notebook or a script: what it holds, and search."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Self

from sourcebook.errors import NotFound
from sourcebook.model import Page
from sourcebook.query.places import place_code
from sourcebook.query.search import SearchResult, search
from sourcebook.settings import folder_from_environment
from sourcebook.store import PageRow, SqliteStore
from sourcebook.store.match import Filters


class Archive:
    """One state of a sourcebook, read-only; it goes on showing that state whatever is added meanwhile."""

    def __init__(self, folder: Path) -> None:
        self._view = SqliteStore(folder).view()

    def pages(self) -> tuple[PageRow, ...]:
        """Return every page, ordered by place and topic, the main topic first."""
        return self._view.pages()

    def page(self, country: str, topic: str | None = None) -> Page:
        """Return one page whole; the country goes by any of its names or its code.

        Raises UsageError where no country has this name, and NotFound where the archive has no page of it.
        """
        code = place_code(country)
        page = self._view.page(code, topic)
        if page is None:
            raise NotFound("The sourcebook has no such page.", where=f"/{code}{f'/{topic}' if topic else ''}")
        return page

    def search(
        self, words: str = "", *, filters: Filters | None = None, limit: int = 20, offset: int = 0
    ) -> SearchResult:
        """Search for words, "phrases" and beginnings*; filters alone choose too."""
        return search(self._view, words, filters, limit=limit, offset=offset)

    def close(self) -> None:
        """Let the database go."""
        self._view.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_archive(folder: str | PathLike[str] | None = None) -> Archive:
    """Open the sourcebook in a folder; without one, that of `$SOURCEBOOK`, else the current folder.

    Raises NotASourcebook where there is none, or its database is damaged or another program's.
    """
    return Archive(folder_from_environment() if folder is None else Path(folder))

"""The archive as one object, for a notebook or a script: what it holds, and search."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Final, Self

import msgspec

from sourcebook.errors import NotFound
from sourcebook.model import Page, Value
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

    def figures(self, *, country: str | None = None) -> list[dict[str, object]]:
        """Return the figures counted in a country, or all, as flat rows that pandas, polars and arrow take.

        Bounds are numbers with a point, and what a text leaves unsaid is None. polars looks at the first hundred rows
        alone unless it is told `infer_schema_length=None`. The country goes by any of its names or its code;
        UsageError where no country has the name.
        """
        found = self._view.evidence.figures(place_code(country) if country else None)
        return [flat(mention) for mention in found]

    def routes(self, *, country: str | None = None) -> list[dict[str, object]]:
        """Return the routes from, to and within a country, or all, as flat rows."""
        found = self._view.evidence.routes(place_code(country) if country else None)
        return [flat(one.claim) | flat(one) for one in found]

    def close(self) -> None:
        """Let the database go."""
        self._view.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def flat(value: Value) -> dict[str, object]:
    """Return a value as one row: lists joined with spaces, values inside it left out, the same columns in every row."""
    row: dict[str, object] = {}
    for name, cell in msgspec.structs.asdict(value).items():
        if isinstance(cell, tuple | list):
            if name not in NESTED:
                row[name] = " ".join(cell)
        elif not isinstance(cell, Value):
            row[name] = cell
    return row


# Lists of values, with columns of their own.
NESTED: Final = frozenset({"reasons"})


def open_archive(folder: str | PathLike[str] | None = None) -> Archive:
    """Open the sourcebook in a folder; without one, that of `$SOURCEBOOK`, else the current folder.

    Raises NotASourcebook where there is none, or its database is damaged or another program's.
    """
    return Archive(folder_from_environment() if folder is None else Path(folder))

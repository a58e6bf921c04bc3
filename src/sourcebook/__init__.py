"""Sourcebook: a country-by-country evidence archive on human trafficking.

bytes -> Capture -> Document -> Page/Entry/Passage -> Claim -> Finding -> View -> page, pack, export, API
       preserve    read        segment               extract  reconcile  store/query  publish
"""

from sourcebook.errors import InputRefused, NotFound, SourcebookError, UsageError
from sourcebook.model import Entry, Page, Passage, Work
from sourcebook.query.archive import Archive
from sourcebook.query.archive import open_archive as open  # noqa: A004 - `sourcebook.open` is how one says it
from sourcebook.query.search import SearchResult
from sourcebook.store.match import Filters
from sourcebook.version import __version__

__all__ = [
    "Archive",
    "Entry",
    "Filters",
    "InputRefused",
    "NotFound",
    "Page",
    "Passage",
    "SearchResult",
    "SourcebookError",
    "UsageError",
    "Work",
    "__version__",
    "open",
]

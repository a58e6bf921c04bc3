"""Build the sample archive: the pages that come with the package, taken in like any others."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from sourcebook.errors import StorageFailed, UsageError
from sourcebook.pipeline.create import create
from sourcebook.pipeline.document import add
from sourcebook.pipeline.report import Outcome, Report
from sourcebook.pipeline.sources import Source, sources
from sourcebook.settings import CONFIG_NAME, Settings, load

PAGES = Path(__file__).parent / "sample"
TITLE = "Sourcebook: the sample archive"


def sample_pages() -> tuple[Source, ...]:
    """Return the saved pages of the sample archive, by country code."""
    return tuple(sources([str(PAGES)], BytesIO()))


def build_demo(folder: Path, *, now: str, progress: Callable[[Outcome], None] = lambda _: None) -> Report:
    """Build the sample archive in a folder, or bring the one that is there up to date.

    `now` is the time at which it is done (ISO 8601, in UTC). Raises UsageError where the folder holds anything else.
    """
    if not _is_demo(folder):
        create(folder, Settings(title=TITLE))
    return add(folder, sample_pages(), now=now, progress=progress)


def _is_demo(folder: Path) -> bool:
    """Tell a demo that was built before from a place for a new one; refuse everything else."""
    if (folder / CONFIG_NAME).is_file():
        if load(folder).title == TITLE:
            return True
        raise _taken(folder, "This folder holds a sourcebook of its own.")
    if folder.exists() and not folder.is_dir():
        raise _taken(folder, "This is a file.")
    try:
        holds_something = folder.exists() and any(folder.iterdir())
    except OSError as error:
        raise StorageFailed(
            f"The folder cannot be read: {error.strerror}.", where=str(folder), next_step="Choose another: --dir DIR"
        ) from error
    if holds_something:
        raise _taken(folder, "This folder holds other files.")
    return False


def _taken(folder: Path, what: str) -> UsageError:
    return UsageError(what, where=str(folder), next_step="Choose another for the demo: sourcebook demo --dir DIR")

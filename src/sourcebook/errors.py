"""What can go wrong, grouped by who must act.

    SourcebookError
    ├── InputRefused         whoever supplied a file: it cannot be read, and why
    ├── UsageError           whoever typed the command: it was put wrongly
    │   └── MissingExtra     ... an optional part is not installed
    ├── ArchiveError         whoever keeps the sourcebook: the folder or database cannot be used
    │   ├── NotASourcebook   ... there is none here, or it is something else
    │   ├── ArchiveBusy      ... another process is writing
    │   ├── HeldBack         ... something may not be published before an editor has decided
    │   └── StorageFailed    ... the disk is full, or the folder may not be written
    └── NotFound             whoever asked: the archive holds no such thing

Every message is one sentence that names what, where, and the next step. Errors of libraries are translated
at the edge of the stage that calls them.
"""

from __future__ import annotations


class SourcebookError(Exception):
    """The root of every error that Sourcebook raises on purpose."""

    def __init__(self, what: str, *, where: str = "", next_step: str = "") -> None:
        self.what = what
        self.where = where
        self.next_step = next_step
        super().__init__(what)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        step = f" {self.next_step}" if self.next_step else ""
        return f"{place}{self.what}{step}"


class InputRefused(SourcebookError):
    """A file, page or passage could not be taken in; the others go on."""


class UsageError(SourcebookError):
    """A command or a function was called in a way that cannot mean anything."""


class MissingExtra(UsageError):
    """A part was asked for whose optional packages are not installed."""

    def __init__(self, extra: str, what: str) -> None:
        self.extra = extra
        super().__init__(f"{what} needs an optional part.", next_step=f"Install it: pip install 'sourcebook[{extra}]'")


class ArchiveError(SourcebookError):
    """The sourcebook itself cannot be used as it stands."""


class NotASourcebook(ArchiveError):
    """The folder holds no sourcebook, or its database is damaged or belongs to another program."""


class ArchiveBusy(ArchiveError):
    """Another process holds the sourcebook for writing."""


class HeldBack(ArchiveError):
    """Something may harm a person if it is published, and waits for an editor; nothing was written."""


class StorageFailed(ArchiveError):
    """The disk or the folder refused a write; nothing was changed."""


class NotFound(SourcebookError):
    """The archive holds nothing under the name or id that was asked for."""

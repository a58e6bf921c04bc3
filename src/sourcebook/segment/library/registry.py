"""The table of library formats, and the one function that asks them in turn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sourcebook.errors import InputRefused
from sourcebook.model import Document
from sourcebook.model.cited import Library
from sourcebook.segment.library.bibtex import BibtexLibrary
from sourcebook.segment.library.csl_json import CslLibrary
from sourcebook.segment.library.ris import RisLibrary
from sourcebook.segment.library.zotero import ZoteroLibrary


class LibraryFormat(Protocol):
    """A format of reference managers: `name` is how errors call it."""

    name: str

    def accepts(self, document: Document) -> bool:
        """Tell from the content whether a text is of this format."""

    def read(self, document: Document) -> Library:
        """Return its works; raises InputRefused where nothing of it can be read."""


LIBRARIES: tuple[LibraryFormat, ...] = (ZoteroLibrary(), CslLibrary(), RisLibrary(), BibtexLibrary())


def library_in(document: Document, formats: Sequence[LibraryFormat] = LIBRARIES) -> Library | None:
    """Return the works of a reference manager's file, read by the first format that knows it; None where none does.

    Raises InputRefused where a format knows it and no work is in it.
    """
    form = next((one for one in formats if one.accepts(document)), None)
    if form is None:
        return None
    library = form.read(document)
    if not library.items:
        raise InputRefused(f"No work was found in this {form.name} file.", next_step="Check that the file is whole.")
    return library

"""`sourcebook rebuild`: make the database again from the kept files."""

from __future__ import annotations

import sys

import typer

from sourcebook.cli.folder import chosen
from sourcebook.pipeline.restore import ASIDE, restore
from sourcebook.store import SqliteStore


def rebuild(context: typer.Context) -> None:
    """Make the database again from the files kept under captures/; the old one is put aside, not lost."""
    folder = chosen(context)
    refused = restore(folder)
    for error in refused:
        print(f"sourcebook: {error}", file=sys.stderr)
    with SqliteStore(folder).view() as view:
        pages = len(view.pages())
    print(f"Pages made again: {pages}. The old database, if any, is {folder / ASIDE}.", file=sys.stderr)
    if refused:
        raise typer.Exit(1)

"""`sourcebook new`: make an empty sourcebook."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sourcebook.pipeline.create import create
from sourcebook.settings import Settings


def new(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder to make; it may exist, but hold no sourcebook.")
    ],
    *,
    title: Annotated[str, typer.Option(help="What the archive is called.")] = Settings().title,
    owner: Annotated[str, typer.Option(help="Who keeps it.")] = "",
) -> None:
    """Make an empty sourcebook: its settings, its database and the folder for the files that it keeps."""
    create(folder, Settings(title=title, owner=owner))
    print(f"Made a sourcebook in {folder}. Add pages to it: sourcebook -C {folder} add FILE...", file=sys.stderr)

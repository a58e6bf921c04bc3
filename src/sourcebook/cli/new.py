"""`sourcebook new`: make an empty sourcebook."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sourcebook.pipeline.bundle import new_from_bundle
from sourcebook.pipeline.create import create
from sourcebook.settings import Settings


def new(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder to make; it may exist, but hold no sourcebook.")
    ],
    *,
    title: Annotated[str, typer.Option(help="What the archive is called.")] = Settings().title,
    owner: Annotated[str, typer.Option(help="Who keeps it.")] = "",
    bundle: Annotated[
        Path | None, typer.Option("--from", metavar="BUNDLE", help="Fill it from what `export --format bundle` wrote.")
    ] = None,
) -> None:
    """Make an empty sourcebook, or one that holds all that a bundle carries."""
    if bundle is not None:
        _carried(folder, bundle)
        return
    create(folder, Settings(title=title, owner=owner))
    print(f"Made a sourcebook in {folder}. Add pages to it: sourcebook -C {folder} add FILE...", file=sys.stderr)


def _carried(folder: Path, bundle: Path) -> None:
    report = new_from_bundle(folder, bundle)
    for finding in report.faults:
        print(f"sourcebook: {finding.file}: {finding.what}", file=sys.stderr)
    print(f"Made a sourcebook in {folder} with {report.records:,} records.", file=sys.stderr)
    if not report.sound:
        raise typer.Exit(1)

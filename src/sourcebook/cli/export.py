"""`sourcebook export`: write what the sourcebook holds to a file for other programs, or for another place."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from sourcebook.cli.dating import now
from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import counted
from sourcebook.errors import ArchiveError, UsageError
from sourcebook.pipeline.bundle import write_bundle
from sourcebook.publish.cite import Format, archive_works, formats
from sourcebook.publish.export import wacz
from sourcebook.query.places import place_code
from sourcebook.settings import load
from sourcebook.store import SqliteStore


class Wanted(NamedTuple):
    """What is to be written, and where to."""

    folder: Path
    target: Path
    place: str | None


def export(
    context: typer.Context,
    country: Annotated[str, typer.Argument(metavar="[COUNTRY]", help="Only what stands behind its pages.")] = "",
    *,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="wacz: a web archive; bundle: everything; csl, bibtex, ris, zotero: the works for a manager.",
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")],
) -> None:
    """Write the kept sources as a web archive to replay, the works for a reference manager, or all as a bundle."""
    if form not in FORMATS:
        raise UsageError(f"There is no format {form!r}.", next_step=f"Choose one of: {', '.join(FORMATS)}.")
    wanted = Wanted(chosen(context), output, place_code(country) if country else None)
    print(f"Wrote {output}: {FORMATS[form](wanted)}.", file=sys.stderr)


def _wacz(wanted: Wanted) -> str:
    settings = load(wanted.folder)
    with SqliteStore(wanted.folder).view() as view:
        count = wacz.write(view, wanted.folder, wanted.target, settings, now=now(), place=wanted.place)
    return counted(count, "capture")


def _bundle(wanted: Wanted) -> str:
    if wanted.place is not None:
        raise UsageError("A bundle holds the whole sourcebook.", next_step="Leave out the country.")
    return counted(len(write_bundle(wanted.folder, wanted.target, now=now()).parts), "file")


def _works(form: Format, wanted: Wanted) -> str:
    with SqliteStore(wanted.folder).view() as view:
        works = archive_works(view, wanted.place)
    try:
        wanted.target.write_text(form.write(works), encoding="utf-8", newline="")
    except OSError as error:
        raise ArchiveError(
            f"The file cannot be written ({error.strerror or error}).",
            where=str(wanted.target),
            next_step="Name another place with --output.",
        ) from error
    return counted(len({work.work.id for work in works}), "work")


FORMATS: dict[str, Callable[[Wanted], str]] = {
    "wacz": _wacz,
    "bundle": _bundle,
    **{name: partial(_works, form) for name, form in formats().items()},
}

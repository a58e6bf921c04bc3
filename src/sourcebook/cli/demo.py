"""`sourcebook demo`: build the sample archive and show it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from sourcebook.cli.printing import messages
from sourcebook.cli.serve import LOOPBACK, PORT, serve_folder
from sourcebook.errors import StorageFailed, UsageError
from sourcebook.pipeline.demo import build_demo, sample_pages
from sourcebook.pipeline.report import Outcome
from sourcebook.query.survey import Survey, survey
from sourcebook.store import SqliteStore
from sourcebook.vocabulary.countries import country

FOLDER = Path("sourcebook-demo")
MOST = 4


def demo(
    *,
    folder: Annotated[Path, typer.Option("--dir", metavar="DIR", help="Where the sample archive is built.")] = FOLDER,
    port: Annotated[
        int, typer.Option(metavar="PORT", min=0, max=65535, help="The port to serve it on; 0 takes a free one.")
    ] = PORT,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="Build it and stop.")] = False,
) -> None:
    """Build the sample archive, say what is in it, and show it in a browser; again, it is brought up to date."""
    _build(folder)
    with SqliteStore(folder).view() as view:
        found = survey(view)
        most = sorted(view.pages(), key=lambda page: -page.entries)[:MOST]
    named = ", ".join(f"{_name(page.place)} ({page.entries})" for page in most)
    for line in found_lines(found, named):
        print(line)
    if not no_serve:
        _serve(folder, port)


def found_lines(found: Survey, named: str) -> tuple[str, ...]:
    """Return what was found in five lines; `named` are the countries with most entries."""
    dated = found.works - found.undated
    return (
        f"{found.pages} countries with {found.entries} entries; most on {named}.",
        f"{found.works} works; {dated} bear a date, from {found.first_year} to {found.last_year}.",
        f"{found.shared} works stand on the pages of more than one country.",
        f"{found.looked_at} works have a date on which someone looked, the last {found.last_looked}.",
        f"{found.notes} notes in our own words, {found.quoted} quotations.",
    )


def _name(place: str) -> str:
    known = country(place)
    return known.name if known else place


def _build(folder: Path) -> None:
    columns = (TextColumn("Building the sample archive"), BarColumn(), MofNCompleteColumn())
    console = messages()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=len(sample_pages()))

        def step(_: Outcome) -> None:
            bar.update(task, advance=1)

        report = build_demo(folder, now=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), progress=step)
    if report.stopped:
        raise StorageFailed(report.stopped)


def _serve(folder: Path, port: int) -> None:
    try:
        serve_folder(folder, host=LOOPBACK, port=port)
    except UsageError as error:
        if "Port" not in error.what:
            raise
        step = f"Choose another: sourcebook demo --port {min(port + 1, 65535)}"
        raise UsageError(error.what, where=error.where, next_step=step) from error

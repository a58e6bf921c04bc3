"""`sourcebook add`: take saved pages into the sourcebook."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from sourcebook.cli.clock import utc_now
from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, messages, print_json, results, table
from sourcebook.errors import MissingExtra, UsageError
from sourcebook.pipeline.adding import add_from_web
from sourcebook.pipeline.apart import watched
from sourcebook.pipeline.document import add as take_in
from sourcebook.pipeline.report import Outcome, Report, Status
from sourcebook.pipeline.sources import sources
from sourcebook.query.places import place_code

WEB = ("http://", "https://")
WORDS: dict[Status, str] = {
    "added": "added",
    "updated": "added, a new state",
    "there": "there already",
    "readable": "would be added",
    "refused": "not taken",
}


def add(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE...", help="Saved pages or reports, folders of them, - for stdin, or web addresses."
        ),
    ] = None,
    *,
    place: Annotated[str, typer.Option(metavar="COUNTRY", help="The country, where the page does not name it.")] = "",
    from_sweep: Annotated[
        Path | None, typer.Option("--from-sweep", metavar="DIR", help="Works found by a sweep, with their captures.")
    ] = None,
    years: Annotated[str, typer.Option(metavar="A-B", help="Of a sweep, only works of these years.")] = "",
    publisher: Annotated[str, typer.Option(help="Of a sweep, only works whose publisher has this in its name.")] = "",
    worth: Annotated[
        str,
        typer.Option(help="Of a sweep, works with any passage, a figure, or a figure said by someone."),
    ] = "any",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be read, and change nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Take country pages and reports into the sourcebook, saved or from the web; adding one again changes nothing."""
    code = place_code(place) if place else None
    if from_sweep:
        report = _from_sweep(context, from_sweep, (code, years, publisher, worth), dry_run=dry_run)
    elif files:
        report = _from_files(context, files, code, dry_run=dry_run)
    else:
        raise UsageError(
            "Nothing was named to add.", next_step="Name files, folders or addresses, or --from-sweep DIR."
        )
    print_json(report) if as_json else _print(report)
    if report.stopped:
        print(f"sourcebook: {report.stopped}", file=sys.stderr)
    if report.refused or report.stopped:
        raise typer.Exit(1)


def _from_sweep(
    context: typer.Context, folder: Path, asked: tuple[str | None, str, str, str], *, dry_run: bool
) -> Report:
    try:
        from sourcebook.sweep.adding import add_from_sweep
        from sourcebook.sweep.choosing import Choice
    except ImportError as error:
        raise MissingExtra("sweep", "Adding from a sweep") from error
    country, years, publisher, worth = asked
    choice = Choice(country, _years(years) if years else None, publisher or None, worth)
    return add_from_sweep(chosen(context), folder, choice, now=utc_now(), dry_run=dry_run)


def _years(written: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", written)
    if found is None:
        raise UsageError(f"{written!r} is no span of years.", next_step="Write it as 2004-2012, or one year.")
    return int(found[1]), int(found[2] or found[1])


def _from_files(context: typer.Context, files: list[str], code: str | None, *, dry_run: bool) -> Report:
    urls = [name for name in files if name.lower().startswith(WEB)]
    listed = list(sources((name for name in files if name not in urls), sys.stdin.buffer))
    columns = (TextColumn("Reading pages"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with (
        Progress(*columns, console=messages(), transient=True, disable=not sys.stderr.isatty()) as bar,
        watched(lambda name, page, pages: reached(f"{name}, page {page:,} of {pages:,}")),
    ):
        task = bar.add_task("", total=len(listed) + len(urls))

        def reached(where: str) -> None:
            bar.update(task, description=cell(where).plain)

        def step(outcome: Outcome) -> None:
            bar.update(task, advance=1, description=cell(outcome.source).plain)

        report = take_in(chosen(context), listed, now=utc_now(), place=code, dry_run=dry_run, progress=step)
        if urls and not report.stopped:
            fetched = add_from_web(chosen(context), urls, place=code, dry_run=dry_run, progress=step)
            report = Report(outcomes=(*report.outcomes, *fetched.outcomes), stopped=fetched.stopped)
    return report


def _print(report: Report) -> None:
    made = table("file", "result", "page", "entries#", "passages#", "references#", "notes")
    for outcome in report.outcomes:
        page = f"/{outcome.place}{f'/{outcome.topic}' if outcome.topic else ''}" if outcome.place else ""
        page = page or (f"{outcome.pages} countries, {outcome.topic}" if outcome.topic else "")
        counts = (outcome.entries, outcome.passages, outcome.references or None) if page else (None, None, None)
        notes = outcome.reason or " ".join(outcome.problems)
        made.add_row(*map(cell, (outcome.source, WORDS[outcome.status], page, *counts, notes)))
    console = results()
    console.print(made)
    counted = ", ".join(f"{report.count(status)} {word}" for status, word in WORDS.items() if report.count(status))
    console.print(f"{counted or 'Nothing to read'}.")

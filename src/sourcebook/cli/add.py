"""`sourcebook add`: take saved pages into the sourcebook."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, messages, print_json, results, table
from sourcebook.pipeline.adding import add_from_web
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


def add(
    context: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Saved pages, folders of them, - for stdin, or web addresses."),
    ],
    *,
    place: Annotated[str, typer.Option(metavar="COUNTRY", help="The country, where the page does not name it.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be read, and change nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Take country pages into the sourcebook, saved ones or from the web; adding one again changes nothing."""
    code = place_code(place) if place else None
    urls = [name for name in files if name.lower().startswith(WEB)]
    listed = list(sources((name for name in files if name not in urls), sys.stdin.buffer))
    columns = (TextColumn("Reading pages"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=messages(), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=len(listed) + len(urls))

        def step(outcome: Outcome) -> None:
            bar.update(task, advance=1, description=cell(outcome.source).plain)

        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        report = take_in(chosen(context), listed, now=now, place=code, dry_run=dry_run, progress=step)
        if urls and not report.stopped:
            fetched = add_from_web(chosen(context), urls, place=code, dry_run=dry_run, progress=step)
            report = Report(outcomes=(*report.outcomes, *fetched.outcomes), stopped=fetched.stopped)
    print_json(report) if as_json else _print(report)
    if report.stopped:
        print(f"sourcebook: {report.stopped}", file=sys.stderr)
    if report.refused or report.stopped:
        raise typer.Exit(1)


def _print(report: Report) -> None:
    made = table("file", "result", "page", "entries#", "passages#", "notes")
    for outcome in report.outcomes:
        page = f"/{outcome.place}{f'/{outcome.topic}' if outcome.topic else ''}" if outcome.place else ""
        counts = (outcome.entries, outcome.passages) if outcome.place else (None, None)
        notes = outcome.reason or " ".join(outcome.problems)
        made.add_row(*map(cell, (outcome.source, WORDS[outcome.status], page, *counts, notes)))
    console = results()
    console.print(made)
    counted = ", ".join(f"{report.count(status)} {word}" for status, word in WORDS.items() if report.count(status))
    console.print(f"{counted or 'Nothing to read'}.")

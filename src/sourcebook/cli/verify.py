"""`sourcebook verify`: read every kept file to its end and say what is not as it was noted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, counted, messages, print_json, results, table
from sourcebook.pipeline.verify import Finding, Verification
from sourcebook.pipeline.verify import verify as read_all
from sourcebook.pipeline.verify_files import verify_files
from sourcebook.store.keeping import Standing

SHOWN = 5


def verify(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE...", help="WARC or WACZ files to check by themselves, instead of the sourcebook."),
    ] = None,
    *,
    head: Annotated[str, typer.Option(metavar="DIGEST", help="A head of the chain that was noted before.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Read every kept file to its end: digests, lengths, gzip ends, the chain, and the database's list of captures."""
    columns = (TextColumn("Reading"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=messages(), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=None)

        def step(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        if files:
            report = verify_files(files, progress=step)
        else:
            report = read_all(chosen(context), expected_head=head or None, progress=step)
    print_json(report) if as_json else _print(report)
    if not report.sound:
        raise typer.Exit(1)


def _print(report: Verification) -> None:
    console = results()
    if report.findings:
        made = table("file", "byte#", "kind", "what", "stands on it")
        for finding in report.findings:
            offset = None if finding.offset is None else f"{finding.offset:,}"
            kind = f"{finding.kind} (no harm)" if finding.harmless else finding.kind
            made.add_row(*map(cell, (finding.file, offset, kind, finding.what, _stands(finding))))
        console.print(made)
    faults = len(report.faults)
    said = "Everything is as it was noted" if report.head else "Every record is as it says itself"
    count = f"{faults:,} fault{'' if faults == 1 else 's'} found" if faults else said
    records, files = counted(report.records, "record"), counted(report.files, "file")
    console.print(f"{count}: {records} in {files}, {report.bytes:,} bytes.")
    if report.head:
        console.print(f"Head of the chain, {report.days:,} day{'' if report.days == 1 else 's'}: {report.head}")


def _stands(finding: Finding) -> str:
    named = [_name(stand) for stand in finding.stands]
    more = f" and {len(named) - SHOWN:,} more" if len(named) > SHOWN else ""
    return f"{', '.join(named[:SHOWN])}{more}"


def _name(stand: Standing) -> str:
    page = f"/{stand.place}{f'/{stand.topic}' if stand.topic else ''}"
    if stand.number is not None:
        return f"{page} entry {stand.number}"
    return f"{page} ({stand.entries} entries{'' if stand.shown else ', an earlier state'})"

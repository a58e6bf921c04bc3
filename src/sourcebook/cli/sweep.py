"""`sourcebook sweep`: read web archives for what they say of the topic, into tables."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

from sourcebook.cli.bars import interruptible
from sourcebook.cli.printing import cell, messages, print_json, results, table
from sourcebook.errors import MissingExtra, UsageError

if TYPE_CHECKING:
    from sourcebook.sweep.engine import Outcome
    from sourcebook.sweep.run import Progress as Step
    from sourcebook.sweep.run import Swept


def sweep(
    archives: Annotated[
        list[str],
        typer.Argument(
            metavar="WARC...", help="WARC, WET or WACZ files, folders, patterns, s3:// or https:// addresses."
        ),
    ],
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder for the tables.")],
    engine: Annotated[str, typer.Option(metavar="NAME", help="What runs it: local or ray.")] = "local",
    address: Annotated[str, typer.Option(help="The address of the Ray cluster.")] = "",
    workers: Annotated[int, typer.Option(min=0, metavar="N", help="Processes at a time; 0 is one a core.")] = 0,
    topic: Annotated[str, typer.Option(metavar="TOPIC", help="The topic by whose words pages are chosen.")] = (
        "trafficking"
    ),
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts and errors as JSON.")] = False,
) -> None:
    """Read web archives for pages on the topic, and write their passages, figures, routes and themes as tables.

    What this folder has already is not read again, so a sweep that was stopped goes on where it was.
    """
    try:
        from sourcebook.sweep.engines import ENGINES
        from sourcebook.sweep.run import sweep as run
    except ImportError as error:
        raise MissingExtra("sweep", "Sweeping web archives") from error
    if engine not in ENGINES:
        raise UsageError(f"There is no engine {engine!r}.", next_step=f"Choose one of {', '.join(ENGINES)}.")
    made = ENGINES[engine](workers or None, address or None)
    with interruptible() as stop, _bar() as step:
        swept = run(archives, output, made, topic=topic, progress=step, stop=stop)
    print_json(swept) if as_json else _print(swept, output)
    if swept.stopped:
        print("sourcebook: Stopped; what was ended is kept. Run it again to go on.", file=sys.stderr)
    if swept.errors or swept.stopped:
        raise typer.Exit(1)


@contextmanager
def _bar() -> Iterator[Step]:
    columns = (
        TextColumn("Sweeping"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=messages(), transient=True, disable=not sys.stderr.isatty()) as bar:
        shown = bar.add_task("", total=None)

        def step(outcome: Outcome, done: int, total: int) -> None:
            bar.update(shown, completed=done, total=total, description=cell(outcome.task.where).plain)

        yield step


def _print(swept: Swept, output: Path) -> None:
    console = results()
    made = table("table", "rows#")
    for name, count in swept.rows.items():
        made.add_row(cell(name), cell(f"{count:,}"))
    console.print(made)
    reasons = ", ".join(f"{count:,} {reason.replace('_', ' ')}" for reason, count in swept.rejected.items())
    console.print(
        cell(
            f"{swept.records:,} records: {swept.rows['works']:,} works, {swept.duplicates:,} the same as one of them, "
            f"{sum(swept.rejected.values()):,} passed over{f' ({reasons})' if reasons else ''}."
        )
    )
    for error in swept.errors:
        lost = f", {error.skipped_bytes:,} bytes skipped" if error.skipped_bytes else ""
        console.print(cell(f"{error.file}, byte {error.offset:,}{lost}: {error.what}"))
    console.print(cell(f"The tables are in {output}; it took {swept.seconds:,.1f} s."))

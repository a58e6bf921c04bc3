"""`sourcebook check`: look again at what the pages cite."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sourcebook.cli.bars import counting, interruptible
from sourcebook.cli.clock import utc_now
from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, print_json, results, table
from sourcebook.pipeline.check import OLDER_THAN, Checked, Checks, Plan
from sourcebook.pipeline.check import check as look_again
from sourcebook.query.places import place_code


def check(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    country: Annotated[str, typer.Argument(metavar="[COUNTRY]", help="Only what its pages cite.")] = "",
    *,
    older_than: Annotated[
        int, typer.Option(min=0, metavar="DAYS", help="Visit what was not looked at for so many days.")
    ] = OLDER_THAN,
    everything: Annotated[bool, typer.Option("--all", help="Visit every address, whenever it was looked at.")] = False,
    limit: Annotated[int, typer.Option(min=0, metavar="N", help="Visit at most so many; 0 is no limit.")] = 0,
    minutes: Annotated[
        float, typer.Option(min=0, metavar="N", help="Begin no visit after so many; 0 is no limit.")
    ] = 0,
    copies: Annotated[
        bool,
        typer.Option("--copies", help="Look in other archives for copies of what is lost, changed or closed to us."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the outcomes as JSON.")] = False,
) -> None:
    """Visit the addresses that the pages cite, the longest unseen first, and note what became of each.

    Bad news is looked at twice before it is believed. Stopped with Ctrl-C, it keeps what it found; run again, it goes
    on with the rest.
    """
    plan = Plan(
        place=place_code(country) if country else None,
        older_than=older_than,
        everything=everything,
        limit=limit or None,
        minutes=minutes or None,
        copies=copies,
    )
    with counting("Looking again") as step, interruptible() as stop:

        def progress(done: Checked, count: int) -> None:
            step(done.url, count)

        found = look_again(chosen(context), plan, now=utc_now, progress=progress, stop=stop)
    if as_json:
        print_json(found.checked)
    else:
        _print(found)
    if stop.is_set():
        print("sourcebook: Stopped; what was found is kept. Run it again to go on.", file=sys.stderr)


def _print(found: Checks) -> None:
    console = results()
    if not found.checked:
        console.print("Nothing is due.")
        return
    made = table("address", "outcome", "why", "now at")
    for one in found.checked:
        made.add_row(*map(cell, (one.url, one.outcome.replace("_", " "), one.because, one.to)))
    console.print(made)
    for look in found.copies:
        console.print(cell(f"A copy of {look.url}: {look.to}"))
    outcomes = [one.outcome for one in found.checked]
    counted = ", ".join(f"{outcomes.count(kind)} {kind.replace('_', ' ')}" for kind in dict.fromkeys(outcomes))
    console.print(f"{counted}.")

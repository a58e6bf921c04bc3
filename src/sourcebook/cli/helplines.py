"""`sourcebook helplines`: which numbers to call are shown, until when, and what is wrong with the others."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

import msgspec
import typer

from sourcebook.cli.dating import AsOf, day
from sourcebook.cli.folder import chosen
from sourcebook.errors import UsageError
from sourcebook.model.helpline import Helpline
from sourcebook.query.helplines import Helplines, read_helplines
from sourcebook.query.places import place_name
from sourcebook.settings import HELP_NAME, load

SOON = 60


def helplines(
    context: typer.Context,
    *,
    as_of: AsOf = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Read the numbers to call and print which are shown until when, which are not, and why.

    They stand in `help.toml` in the sourcebook's folder. Exits with 1 where an entry is refused.
    """
    folder = chosen(context)
    load(folder)
    today = day(as_of)
    lines = read_helplines(folder, today)
    if as_json:
        print(msgspec.json.encode(lines).decode())
    else:
        _print(lines, today)
    if lines.refused:
        raise typer.Exit(1)


def _print(lines: Helplines, today: date) -> None:
    if not lines.entries and not lines.refused:
        raise UsageError("There is no number to call.", where=HELP_NAME, next_step="Write one down: [[entry]]")
    for entry in sorted(lines.entries, key=lambda one: (one.country, one.last_day, one.name)):
        print(f"{place_name(entry.country)}: {entry.name}: {_state(entry, today)}")
    for refused in lines.refused:
        print(f"{refused} Its number is not shown.", file=sys.stderr)


def _state(entry: Helpline, today: date) -> str:
    if not entry.may_be_used(today):
        return f"not shown since {entry.last_day}; verify it again"
    left = (entry.last_day - today).days
    return f"shown until {entry.last_day}" + (f"; verify it again within {left} days" if left <= SOON else "")

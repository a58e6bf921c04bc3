"""`sourcebook orphans`: cited passages that their addresses no longer say."""

from __future__ import annotations

from typing import Annotated

import typer

from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, print_json, results, table
from sourcebook.query.looks import Orphan
from sourcebook.query.looks import orphans as found_in
from sourcebook.query.places import place_code
from sourcebook.settings import load
from sourcebook.store import SqliteStore


def orphans(
    context: typer.Context,
    country: Annotated[str, typer.Argument(metavar="[COUNTRY]", help="Only what its pages cite.")] = "",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """Show the cited passages that our last look found reworded or gone at their address, and the figures lost so.

    A passage keeps standing as it was cited, with the page that it was read from; it is never tied to words that only
    look like it. `sourcebook check` looks again.
    """
    load(chosen(context))
    with SqliteStore(chosen(context)).view() as view:
        found = found_in(view, place_code(country) if country else None)
    print_json(found) if as_json else _print(found)


def _print(found: tuple[Orphan, ...]) -> None:
    console = results()
    if not found:
        console.print("Every passage that was compared stands at its address as it is cited.")
        return
    made = table("page", "entry#", "passage", "now", "figures lost#", "looked", "address")
    for one in found:
        page = f"/{one.place}{f'/{one.topic}' if one.topic else ''}"
        row = (page, one.number, f"¶{one.ordinal}", one.state, len(one.lost), one.looked, one.url)
        made.add_row(*map(cell, row))
    console.print(made)
    counted = ", ".join(f"{sum(one.state == state for one in found)} {state}" for state in ("reworded", "gone"))
    console.print(f"{counted}.")

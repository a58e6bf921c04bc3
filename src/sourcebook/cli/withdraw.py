"""`sourcebook withdraw`: take a work, an entry or a passage out of sight, and say what was withdrawn."""

from __future__ import annotations

from typing import Annotated

import typer

from sourcebook.cli.dating import now
from sourcebook.cli.evidence import AsJson
from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, print_json, results, table
from sourcebook.model.withdrawal import Withdrawal
from sourcebook.pipeline.withdraw import withdraw as take
from sourcebook.query.places import place_code
from sourcebook.settings import load
from sourcebook.store import SqliteStore


def withdraw(
    context: typer.Context,
    target: Annotated[
        str, typer.Argument(metavar="[ID]", help="A work or a passage; without one, print the list.")
    ] = "",
    *,
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason, which is shown in its place.")] = "",
    by: Annotated[str, typer.Option(metavar="NAME", help="Who withdraws it.")] = "",
    page: Annotated[str, typer.Option(metavar="COUNTRY[/TOPIC]", help="Only the entry on this page.")] = "",
    purge: Annotated[
        bool, typer.Option("--purge", help="Take its words out of the kept files too; they cannot be had back.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take a work, an entry or a passage out of sight everywhere, and leave its identifier with the reason."""
    folder = chosen(context)
    load(folder)
    if not target:
        with SqliteStore(folder).view() as view:
            _print(view.withdrawals(), as_json=as_json)
        return
    country, _, topic = page.partition("/")
    place = place_code(country) if country else None
    wanted = Withdrawal(target=target, what="work", why=why, at=now(), by=by, place=place, topic=topic or None)
    made = take(folder, wanted, purged=purge)
    if as_json:
        print_json(made)
    else:
        kept = "Its words are in the kept files no more." if made.purged else "The kept files still hold it."
        results().print(cell(f"Withdrawn: {made.what} {made.target}. Nothing shows it any more. {kept}"))


def _print(made: tuple[Withdrawal, ...], *, as_json: bool) -> None:
    if as_json:
        print_json(made)
        return
    shown = table("id", "what", "page", "on", "why", "purged")
    for one in made:
        page = f"/{one.place}{f'/{one.topic}' if one.topic else ''}" if one.place else ""
        shown.add_row(*map(cell, (one.target, one.what, page, one.at[:10], one.why, "yes" if one.purged else "")))
    results().print(shown) if made else None
    results().print(f"{len(made):,} withdrawn." if made else "Nothing was withdrawn.")

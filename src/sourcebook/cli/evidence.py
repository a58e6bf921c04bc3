"""`sourcebook figures` and `sourcebook routes`: what the pages say, as tables."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from typing import Annotated

import msgspec
import typer

from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, print_json, results, table
from sourcebook.model.citing import Source
from sourcebook.model.finding import Mention
from sourcebook.model.kinds import Route
from sourcebook.query.places import place_code, place_name
from sourcebook.reconcile.sentences import plain
from sourcebook.settings import load
from sourcebook.store import SqliteStore
from sourcebook.store.mentions import PlacedClaim

Country = Annotated[str, typer.Argument(metavar="[COUNTRY]", help="A country by any of its names; else all.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the rows as JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print the rows as CSV.")]


def figures(context: typer.Context, country: Country = "", *, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Print the figures counted in a country, wherever they stand, each with its place and words."""
    load(chosen(context))
    with SqliteStore(chosen(context)).view() as view:
        found = view.evidence.figures(place_code(country) if country else None)
    if as_json:
        print_json(found)
    elif as_csv:
        print_csv(Mention.__struct_fields__, (msgspec.structs.astuple(mention) for mention in found))
    else:
        _print_figures(found)


def _print_figures(found: Sequence[Mention]) -> None:
    made = table(
        "figure", "number", "counts", "status", "what for", "place", "period", "said by", "cites", "work", "where"
    )
    for one in found:
        what = " ".join(filter(None, (one.sex, one.age, one.exploitation)))
        value = plain(one.high if one.high is not None else one.low or 0)
        number = one.number if one.number == value else f"{one.number} ({value})"
        cites = ", ".join(str(source.number) for source in one.cites)
        told = (one.id, number, one.counts, one.status, what, one.place, one.period)
        row = (*told, one.said_by, cites, one.title, one.locator)
        made.add_row(*map(cell, row))
    results().print(made) if found else None
    results().print(f"{len(found):,} figures." if found else "No figure was found.")


def routes(context: typer.Context, country: Country = "", *, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Print the routes from, to and within a country, each with the work that says so."""
    load(chosen(context))
    with SqliteStore(chosen(context)).view() as view:
        found = view.evidence.routes(place_code(country) if country else None)
    names = ("origin", "destination", "transit", "internal", "exploitation", "negated")
    around = ("passage", "work", "title", "page", "issued", "locator", "kind")
    if as_json:
        print_json([_route_row(one, names, around) for one in found])
    elif as_csv:
        print_csv((*names, *around), (tuple(_route_row(one, names, around).values()) for one in found))
    else:
        _print_routes(found)


def _route_row(one: PlacedClaim[Route], names: Iterable[str], around: Iterable[str]) -> dict[str, object]:
    claimed = {name: getattr(one.claim, name) for name in names}
    return {**claimed, **{name: getattr(one, name) for name in around}}


def _print_routes(found: Sequence[PlacedClaim[Route]]) -> None:
    made = table("from", "to", "through", "what for", "said", "work", "where")
    for one in found:
        route = one.claim
        through = ", ".join(map(place_name, route.transit))
        said = "denied" if route.negated else "within the country" if route.internal else ""
        ends = (place_name(route.origin), place_name(route.destination))
        made.add_row(*map(cell, (*ends, through, route.exploitation, said, one.title, one.locator)))
    results().print(made) if found else None
    results().print(f"{len(found):,} routes." if found else "No route was found.")


def print_csv(names: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Print rows as CSV under their names."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow(_csv_cell(value) for value in row)


def _csv_cell(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula, lists joined with spaces."""
    if isinstance(value, tuple | list):
        return " ".join(str(one.number) if isinstance(one, Source) else str(one) for one in value)
    text = "" if value is None else value
    return f"'{text}" if isinstance(text, str) and text[:1] in ("=", "+", "@", "\t", "\r") else text

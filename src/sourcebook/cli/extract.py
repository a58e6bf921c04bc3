"""`sourcebook extract`: read figures, routes, themes and tiers from passages, without a sourcebook."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import msgspec
import typer

from sourcebook.cli.marking import marked
from sourcebook.cli.passages import passages_in
from sourcebook.errors import InputRefused


def extract(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="Passages as JSON, one a line with id, about, year and text, or a saved page; - reads standard input.",
        ),
    ],
    *,
    explain: Annotated[bool, typer.Option("--explain", help="Print each passage with its claims marked.")] = False,
) -> None:
    """Print what each passage claims as JSON, a line a passage; lines that cannot be read are named and passed over."""
    refused = 0
    for number, passage in passages_in(file):
        if isinstance(passage, InputRefused):
            refused += 1
            print(f"{file}: line {number}: {passage}", file=sys.stderr)
        else:
            print(_explained(passage) if explain else _line(passage))
    if refused:
        raise typer.Exit(1)


def _line(passage: dict[str, Any]) -> str:
    from sourcebook.extract import claims

    found = claims(passage["text"], about=passage["about"], year=passage["year"])
    form = {
        "id": passage["id"],
        "figures": [figure_form(figure) for figure in found.figures],
        "routes": [_form(route, ROUTE_FIELDS) for route in found.routes],
        "themes": [_form(theme, THEME_FIELDS) for theme in found.themes],
        "tiers": [_form(tier, TIER_FIELDS) for tier in found.tiers],
    }
    return msgspec.json.encode(form).decode()


FIGURE_FIELDS = (
    *("id", "start", "end", "number", "low", "high", "qualifier", "counts", "status", "exploitation", "sex", "age"),
    *("place", "origin", "destination", "period", "said_by", "action", "part_of", "same_as"),
)
ROUTE_FIELDS = ("origin", "destination", "transit", "internal", "exploitation", "negated", "start", "end")
THEME_FIELDS = ("key", "kind", "spans")
TIER_FIELDS = ("tier", "country", "year", "change", "former", "start", "end")


def _form(claim: object, fields: tuple[str, ...]) -> dict[str, Any]:
    return {field: getattr(claim, field) for field in fields}


def figure_form(figure: object) -> dict[str, Any]:
    """Return a figure as a JSON object with every field, null where nothing is said."""
    return _form(figure, FIGURE_FIELDS)


def _explained(passage: dict[str, Any]) -> str:
    from sourcebook.extract import claims

    found = claims(passage["text"], about=passage["about"], year=passage["year"])
    return marked(passage["id"], passage["text"], found)

"""`sourcebook compare`: countries side by side, figures of like kind only, and why the others are not compared."""

from __future__ import annotations

import re
from typing import Annotated

import typer
from rich.padding import Padding

from sourcebook.cli.evidence import AsCsv, AsJson
from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, print_json, reading, table
from sourcebook.errors import UsageError
from sourcebook.publish.site.pages.compare_files import compared_csv
from sourcebook.publish.site.parts.compared import Compared, Section, compared
from sourcebook.publish.site.site_page import Site
from sourcebook.publish.site.words import words_in
from sourcebook.query.beside import beside, find_group, neighbourhood
from sourcebook.query.places import place_code
from sourcebook.settings import load
from sourcebook.store import SqliteStore, View

_YEARS = re.compile(r"(\d{4})?-(\d{4})?|\d{4}")


def compare(
    context: typer.Context,
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="COUNTRY...",
            help="Countries by any of their names; one alone stands beside its neighbours, a region for its own.",
        ),
    ],
    *,
    years: Annotated[str, typer.Option(metavar="A-B", help="Only figures and tiers of these years: 2010-2020.")] = "",
    as_csv: AsCsv = False,
    as_json: AsJson = False,
) -> None:
    """Set countries side by side: figures of like kind, routes between them, tiers, themes, and what is missing."""
    span = years_in(years)
    settings = load(chosen(context))
    with SqliteStore(chosen(context)).view() as view:
        held = [beside(view, place) for place in places_of(view, names)]
        made = compared(held, words_in(settings.language), span)
    if as_csv:
        print(compared_csv(made, Site(settings=settings, address=settings.address)), end="")
    elif as_json:
        print_json(made)
    else:
        _print(made)


def years_in(text: str) -> tuple[int, int] | None:
    """Return the years that were asked for, None where none were; UsageError where the text names none."""
    if not text:
        return None
    found = _YEARS.fullmatch(text.strip())
    if not found or text.strip() == "-":
        raise UsageError("These are no years.", where=text, next_step="Write them as 2010-2020, 2010- or 2019.")
    first, _, last = text.strip().partition("-")
    span = (int(first or 1), int((last or 9999) if "-" in text else first))
    return min(span), max(span)


def places_of(view: View, names: list[str]) -> tuple[str, ...]:
    """Return the codes of what was named; UsageError for a name that no country or region has, or for one too few."""
    rows = view.pages()
    codes: dict[str, None] = {}
    for name in names:
        region = find_group(rows, name.strip().casefold().replace(" ", "-"))
        codes |= dict.fromkeys(region.places if region else (place_code(name),))
    if len(codes) == 1:
        codes |= dict.fromkeys(neighbourhood(next(iter(codes)), [row.place for row in rows]).places)
    if len(codes) < 2:
        raise UsageError("One country cannot be compared.", where=names[0], next_step="Name another one beside it.")
    return tuple(codes)


def _print(made: Compared) -> None:
    console = reading()
    for section in made.sections:
        console.rule(cell(section.title), align="left", style="dim")
        if not section.lines:
            console.print(cell(section.empty))
            continue
        console.print(_rows(made, section))
        for line in section.lines:
            if line.refused:
                console.print(cell(f"¦ Not compared: {line.label}."), style="bold")
                console.print(Padding(cell(" ".join((*line.reasons, line.instead)).strip()), (0, 0, 0, 2)))
    for sentence in made.closing:
        console.print(cell(sentence))


def _rows(made: Compared, section: Section) -> object:
    drawn = table("", *(f"{name}#" for name in made.names))
    for line in section.lines:
        sign = "¦ " if line.refused else ""
        drawn.add_row(cell(sign + line.label), *(cell(one.plain) for one in line.cells))
    return drawn

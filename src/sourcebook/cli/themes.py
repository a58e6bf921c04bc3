"""`sourcebook themes`: what the pages speak of, by theme, with denials apart."""

from __future__ import annotations

import typer

from sourcebook.cli.evidence import AsCsv, AsJson, Country, print_csv
from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, print_json, results, table
from sourcebook.query.places import place_code, place_name
from sourcebook.query.theming import Reported, reported
from sourcebook.settings import load
from sourcebook.store import SqliteStore
from sourcebook.vocabulary.theme_notes import theme_notes

FIELDS = (
    *("theme", "kind", "label", "countries", "works", "passages", "first_year", "last_year", "denied", "means"),
    *("source", "htcds", "ictip", "isic"),
)


def themes(context: typer.Context, country: Country = "", *, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Print every theme of the vocabulary: who names it how often and of which years, and how many only deny it."""
    load(chosen(context))
    with SqliteStore(chosen(context)).view() as view:
        found = reported(view.evidence, (), place_code(country) if country else None)
    rows = [_row(one) for one in found if not one.theme.weak]
    if as_json:
        print_json(rows)
    elif as_csv:
        print_csv(FIELDS, (tuple(row[name] for name in FIELDS) for row in rows))
    else:
        _print([one for one in found if one.affirmed or one.denied])


def _row(one: Reported) -> dict[str, object]:
    theme, note = one.theme, theme_notes()[one.theme.key]
    first, last = one.years or (None, None)
    return {
        "theme": theme.key,
        "kind": theme.kind,
        "label": theme.label,
        "countries": tuple(count.place for count in one.affirmed),
        "works": one.works,
        "passages": one.passages,
        "first_year": first,
        "last_year": last,
        "denied": sum(count.passages for count in one.denied),
        "means": note.means,
        "source": note.source,
        "htcds": theme.htcds,
        "ictip": theme.ictip,
        "isic": theme.isic,
    }


def _print(found: list[Reported]) -> None:
    made = table("kind", "theme", "countries#", "works#", "passages#", "years", "denied#", "most in")
    for one in found:
        first, last = one.years or (None, None)
        years = "" if first is None else str(first) if first == last else f"{first} to {last}"
        most = place_name(one.affirmed[0].place) if one.affirmed else ""
        denied = sum(count.passages for count in one.denied)
        numbers = (len(one.affirmed), one.works, one.passages, years, denied or "", most)
        made.add_row(*map(cell, (one.theme.kind, one.theme.label, *numbers)))
    results().print(made) if found else None
    results().print(f"{len(found):,} themes are named." if found else "No passage names a theme.")

"""`sourcebook search`: find passages, in the terminal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, print_json, reading
from sourcebook.errors import UsageError
from sourcebook.query.marks import Piece
from sourcebook.query.places import place_code, place_name
from sourcebook.query.search import Count, Hit, SearchResult
from sourcebook.query.search import search as find
from sourcebook.settings import load
from sourcebook.store import SqliteStore
from sourcebook.store.match import Filters

_YEARS = re.compile(r"(\d{4})?(-?)(\d{4})?")


def search(  # noqa: PLR0913 - each option is one of the command's own
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="[WORDS]...", help='Words, "phrases" and beginnings*.')] = [],  # noqa: B006
    *,
    country: Annotated[list[str], typer.Option(metavar="COUNTRY", help="Only pages of this country.")] = [],  # noqa: B006
    topic: Annotated[list[str], typer.Option(help="Only pages of this sister topic.")] = [],  # noqa: B006
    publisher: Annotated[list[str], typer.Option(metavar="NAME", help="Only works of this publisher.")] = [],  # noqa: B006
    section: Annotated[list[str], typer.Option(help="featured, archives, background or summary.")] = [],  # noqa: B006
    year: Annotated[str, typer.Option(metavar="YEAR", help="Issued in 2009, 2009-2012, 2009- or -2012.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many to show.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print the hits and the counts as JSON.")] = False,
) -> None:
    """Search every passage and title; several values of one option widen it, several options narrow it."""
    filters = Filters(
        places=tuple(place_code(name) for name in country),
        topics=tuple(topic),
        sections=tuple(section),
        publishers=tuple(publisher),
        years=years_of(year) if year else None,
    )
    load(chosen(context))
    with SqliteStore(chosen(context)).view() as view:
        result = find(view, typed(words), filters, limit=limit)
    print_json(result) if as_json else _print(result)


def typed(words: Sequence[str]) -> str:
    """Return the words as one query; an argument with a space in it was quoted in the shell and is a phrase."""
    return " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)


def years_of(text: str) -> tuple[int | None, int | None]:
    """Return the first and last year of "2009", "2009-2012", "2009-" or "-2012"; UsageError for anything else."""
    parts = _YEARS.fullmatch(text.strip().replace("\N{EN DASH}", "-"))
    if parts is None or not (parts[1] or parts[3]) or (parts[3] and not parts[2]):
        raise UsageError("This is no year and no range of years.", where=text, next_step="Write 2009 or 2009-2012.")
    first, dash, last = parts.groups()
    return (int(first) if first else None, int(last) if last else None if dash else int(first))


def _print(result: SearchResult) -> None:
    console = reading()
    for number, hit in enumerate(result.hits, start=1):
        _print_hit(console, number, hit)
    total = f"{result.total:,}{'+' if result.more else ''}"
    found = "Nothing was found." if not result.total else f"{total} found, {len(result.hits)} shown."
    console.print(found)
    if result.total > len(result.hits):
        _print_counts(console, "Countries", result.facets.places)
        _print_counts(console, "Publishers", result.facets.publishers)
        _print_counts(console, "Years", sorted(result.facets.years, key=lambda count: -count.count))


def _print_hit(console: Console, number: int, hit: Hit) -> None:
    found = hit.found
    topic = f", {found.topic}" if found.topic else ""
    console.print(Text.assemble((f"{number}. ", "dim"), _pieces(hit.title, "bold")))
    if found.passage.role == "title":
        console.print(Padding(_pieces(hit.text, "dim"), (0, 0, 0, 3)))
    else:
        console.print(Padding(cell(found.work.credit), (0, 0, 0, 3)), style="dim")
        console.print(Padding(_pieces(hit.text), (0, 0, 0, 3)))
    where = f"{place_name(found.place)}{topic} · {found.passage.role} · {found.passage.id}"
    console.print(Padding(cell(where), (0, 0, 1, 3)), style="dim")


def _pieces(pieces: Sequence[Piece], style: str = "") -> Text:
    text = Text(style=style)
    for piece in pieces:
        text.append(cell(piece.text).plain, style="bold yellow" if piece.marked else "")
    return text


def _print_counts(console: Console, name: str, counts: Sequence[Count], shown: int = 8) -> None:
    if len(counts) > 1:
        listed = ", ".join(f"{place_name(count.value)} {count.count}" for count in counts[:shown])
        console.print(cell(f"{name}: {listed}{', …' if len(counts) > shown else ''}"), style="dim")

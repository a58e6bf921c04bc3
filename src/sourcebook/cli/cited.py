"""`sourcebook cited`: the works that reports cite, how often, how they are spelt, and which may be one."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sourcebook.cli.evidence import AsJson
from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, counted, print_json, results, table
from sourcebook.model.citing import Sameness
from sourcebook.settings import load
from sourcebook.store import SqliteStore, View


def cited(
    context: typer.Context,
    work: Annotated[str, typer.Argument(metavar="[ID]", help="A cited or held work, or one of its references.")] = "",
    *,
    doubtful: Annotated[bool, typer.Option("--doubtful", help="Pairs that may be one work, for an editor.")] = False,
    least: Annotated[int, typer.Option(metavar="N", help="Only works that so many reports cite.")] = 2,
    limit: Annotated[int, typer.Option(metavar="N", help="At most so many rows.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Print the works that reports cite, who cites one of them, or which may be one work."""
    load(chosen(context))
    with SqliteStore(chosen(context)).view() as view:
        if doubtful:
            _print_pairs(view, view.cited_works.doubtful(limit), as_json=as_json)
        elif work:
            _print_one(view, work, as_json=as_json)
        else:
            _print_most(view, least, limit, as_json=as_json)


def _print_most(view: View, least: int, limit: int, *, as_json: bool) -> None:
    found = view.cited_works.most_cited(least=least, limit=limit)
    if as_json:
        print_json(found)
        return
    made = table("work", "title", "reports#", "spellings#", "least sure", "held")
    for one in found:
        row = (one.one, one.title, one.reports, one.spellings, f"{one.least:.2f}", "yes" if one.held else "")
        made.add_row(*map(cell, row))
    results().print(made) if found else None
    results().print(f"{counted(len(found), 'work')}." if found else f"No work is cited by {least} reports.")


def _print_one(view: View, work: str, *, as_json: bool) -> None:
    found = view.cited_works.cited_by(work)
    if as_json:
        print_json(found)
        return
    if view.cited_works.one(work) is None:
        print(f"sourcebook: The sourcebook knows no cited work {work}.", file=sys.stderr)
        raise typer.Exit(1)
    made = table("report", "page", "number#", "reference", "looked at it", "as printed there")
    for one in found:
        page = f"/{one.place}/{one.topic}" if one.topic else f"/{one.place}"
        text = view.cited_works.text(one.reference)
        made.add_row(*map(cell, (one.title, page, one.number, one.reference, one.accessed, text)))
    results().print(made) if found else None
    results().print(f"Cited by {len({one.work for one in found}):,} reports.")
    _print_pairs(view, [same for one in {one.reference for one in found} for same in view.cited_works.alike(one)])


def _print_pairs(view: View, pairs: list[Sameness] | tuple[Sameness, ...], *, as_json: bool = False) -> None:
    unique = sorted(dict.fromkeys(pairs), key=lambda one: (-one.confidence, one.one, one.other))
    if as_json:
        print_json(unique)
        return
    made = table("one", "other", "sure", "why", "as printed")
    for one in unique:
        texts = f"{view.cited_works.text(one.one)}\n{view.cited_works.text(one.other)}"
        made.add_row(*map(cell, (one.one, one.other, f"{one.confidence:.2f}", one.because, texts)))
    results().print(made) if unique else None

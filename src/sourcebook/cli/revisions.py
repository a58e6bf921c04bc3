"""`sourcebook revisions`: how a country page changed from one of its states to the next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, print_json, reading
from sourcebook.errors import NotFound
from sourcebook.model import Passage
from sourcebook.query.places import place_code, place_name
from sourcebook.query.revisions import EntryChange, Revision
from sourcebook.query.revisions import revisions as found_in
from sourcebook.reconcile.wording import Run
from sourcebook.settings import load
from sourcebook.store import SqliteStore
from sourcebook.store.base import Placed

_MARKS = {"same": "", "dropped": "strike", "added": "bold"}


def revisions(
    context: typer.Context,
    country: Annotated[str, typer.Argument(metavar="COUNTRY", help="Any of its names, or its ISO code.")],
    *,
    topic: Annotated[str, typer.Option(help="A sister topic; else the sourcebook's own.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the revisions as JSON.")] = False,
) -> None:
    """Show what each later state of a country page added, changed and left out, the last one first."""
    code = place_code(country)
    load(chosen(context))
    with SqliteStore(chosen(context)).view() as view:
        held = view.states(code, topic or None)
        others = "" if held else ", ".join(row.topic for row in view.pages() if row.place == code and row.topic)
        made = found_in(view, code, topic or None)
    if not held:
        about = f" on {topic}" if topic else ""
        raise NotFound(
            f"The sourcebook holds no page of {place_name(code)}{about}.",
            next_step=f"Name one that it has with --topic: {others}" if others else "Add one: sourcebook add FILE",
        )
    if as_json:
        print_json(made)
        return
    console = reading()
    for revision in made:
        _print(console, revision)
    if not made:
        console.print(cell(f"The page of {place_name(code)} has one state, of {(held[0].time or 'no date')[:10]}."))


def _print(console: Console, revision: Revision) -> None:
    before, after = ((state.time or "no date")[:10] for state in (revision.before, revision.state))
    counts = f"{len(revision.added)} added, {len(revision.gone)} gone, {len(revision.changed)} changed"
    console.print(Text(f"{after} (before: {before}): {counts}", style="bold"))
    _entries(console, "+", revision.added)
    _entries(console, "-", revision.gone)
    for change in revision.changed:
        _change(console, change)


def _entries(console: Console, mark: str, placed: Iterable[Placed]) -> None:
    for one in placed:
        console.print(Padding(cell(f"{mark} {one.number}. {one.entry.work.title}"), (0, 0, 0, 2)))


def _change(console: Console, change: EntryChange) -> None:
    console.print(Padding(cell(f"* {change.number}. {change.entry.work.title}"), (0, 0, 0, 2)))
    for field in change.fields:
        said = f"{field.field}: {field.before or 'nothing'} -> {field.after or 'nothing'}"
        console.print(Padding(cell(said), (0, 0, 0, 6)))
    if change.new_looks:
        console.print(Padding(cell(f"looks: {change.new_looks} more"), (0, 0, 0, 6)))
    _passages(console, "+", change.added)
    _passages(console, "-", change.gone)
    for one in change.reworded:
        console.print(Padding(_difference(one.runs), (0, 0, 0, 6)))


def _passages(console: Console, mark: str, passages: Iterable[Passage]) -> None:
    for passage in passages:
        console.print(Padding(cell(f"{mark} {passage.text}"), (0, 0, 0, 6)))


def _difference(runs: Iterable[Run]) -> Text:
    """Return a text with what went struck out in [-..-] and what came in {+..+}, as in a word by word diff."""
    shown = Text("~ ")
    for run in runs:
        said = cell(run.text).plain
        if run.change != "same":
            inner = said.strip()
            said = f" [-{inner}-]" if run.change == "dropped" else f" {{+{inner}+}}"
        shown.append(said, style=_MARKS[run.change])
    return shown

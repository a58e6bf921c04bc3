"""`sourcebook decide`, `decisions` and `todo`: an editor's judgement beside the evidence."""

from __future__ import annotations

from typing import Annotated

import typer

from sourcebook.cli.dating import AsOf, day, now
from sourcebook.cli.evidence import AsJson, Country
from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, print_json, results, table
from sourcebook.errors import UsageError
from sourcebook.model.decision import VERBS, Decision
from sourcebook.pipeline.decide import corrected_field, undo, verb_of
from sourcebook.pipeline.decide import decide as take
from sourcebook.query.places import place_code
from sourcebook.query.todo import waiting
from sourcebook.settings import load
from sourcebook.store import SqliteStore


def decide(  # noqa: PLR0913 - each option is one of the command's own
    context: typer.Context,
    target: Annotated[str, typer.Argument(metavar="ID", help="A figure, family, finding, passage or work.")],
    verb: Annotated[str, typer.Argument(metavar="VERB", help=f"One of {', '.join(VERBS)}.")],
    others: Annotated[list[str], typer.Argument(metavar="[ID]...", help="What to join with it or split from it.")] = [],  # noqa: B006
    *,
    changes: Annotated[list[str], typer.Option("--set", metavar="FIELD=VALUE", help="A field to correct.")] = [],  # noqa: B006
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason, for those who come after.")] = "",
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides.")] = "",
    as_json: AsJson = False,
) -> None:
    """Confirm, reject, join, split or correct what was read or found; nothing that was read is changed."""
    wanted = Decision(
        number=0,
        target=target,
        verb=verb_of(verb),
        others=tuple(others),
        changes=tuple(_change(text) for text in changes),
        why=why,
        by=by,
        at=now(),
    )
    decision = take(chosen(context), wanted)
    if as_json:
        print_json(decision)
    else:
        results().print(cell(f"Decision {decision.number} is kept: {verb} {target}."))


def _change(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise UsageError("A correction names a field and its value.", where=text, next_step="Write FIELD=VALUE.")
    return corrected_field(name.strip(), value.strip())


def decisions(
    context: typer.Context,
    *,
    undone: Annotated[int, typer.Option("--undo", metavar="NUMBER", help="Take this decision back.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Print the decisions that were made, or take one back."""
    load(chosen(context))
    if undone:
        undo(chosen(context), undone, now())
    with SqliteStore(chosen(context)).view() as view:
        made = view.evidence.decisions(standing=False)
    if as_json:
        print_json(made)
        return
    shown = table("#", "made", "by", "decision", "what", "why")
    for one in made:
        what = " ".join((one.target, *one.others, *(f"{name}={value}" for name, value in one.changes)))
        state = f"{one.verb} (taken back)" if one.undone else one.verb
        shown.add_row(*map(cell, (one.number, one.at[:10], one.by, state, what, one.why)))
    results().print(shown) if made else None
    results().print(f"{len(made):,} decisions." if made else "No decision was made.")


def todo(context: typer.Context, country: Country = "", *, as_of: AsOf = "", as_json: AsJson = False) -> None:
    """Print what waits for an editor: doubtful dates, drifts, conflicts, sums that fail, stale and rotted sources."""
    load(chosen(context))
    with SqliteStore(chosen(context)).view() as view:
        found = waiting(view, day(as_of), place_code(country) if country else None)
    if as_json:
        print_json(found)
        return
    shown = table("id", "country", "what", "why it waits")
    for one in found:
        shown.add_row(*map(cell, (one.id, one.country, one.what, one.text)))
    results().print(shown) if found else None
    results().print(f"{len(found):,} things wait for an editor." if found else "Nothing waits for an editor.")

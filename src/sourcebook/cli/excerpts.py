"""`sourcebook excerpts`: how much of each work is quoted."""

from __future__ import annotations

import typer

from sourcebook.cli.evidence import AsJson, Country
from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, print_json, results, table
from sourcebook.query.excerpts import excerpted
from sourcebook.query.places import place_code
from sourcebook.settings import load
from sourcebook.store import SqliteStore


def excerpts(context: typer.Context, country: Country = "", *, as_json: AsJson = False) -> None:
    """Print how many words of each work are quoted on all pages together, and which are more than the policy allows.

    The policy is `excerpts.most_words` in sourcebook.toml. A text that stands on several pages counts once.
    """
    most = load(chosen(context)).excerpts.most_words
    with SqliteStore(chosen(context)).view() as view:
        found = excerpted(view, most, place_code(country) if country else None)
    if as_json:
        print_json(found)
        return
    shown = table("work", "words#", "policy", "title")
    for one in found:
        shown.add_row(*map(cell, (one.work, f"{one.words:,}", "over" if one.over else "within", one.title)))
    results().print(shown) if found else None
    over = sum(one.over for one in found)
    results().print(f"{over:,} of {len(found):,} works are quoted with more than {most:,} words.")

"""`sourcebook excerpts`: how much of each work is quoted."""

from __future__ import annotations

import typer

from sourcebook.cli.evidence import AsJson, Country
from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, print_json, results, table
from sourcebook.pipeline.excerpts import excerpts_of
from sourcebook.query.excerpts import Excerpted
from sourcebook.query.places import place_code
from sourcebook.settings import load


def excerpts(context: typer.Context, country: Country = "", *, as_json: AsJson = False) -> None:
    """Print how much of each work is quoted on all pages together, and of which more than the policy allows.

    The policy is `excerpts.most_words` and `excerpts.most_share` in sourcebook.toml. A text that stands on
    several pages counts once. The share is told where a kept copy of the work can be read.
    """
    settings = load(chosen(context))
    found = excerpts_of(chosen(context), settings, place_code(country) if country else None)
    if as_json:
        print_json(found)
        return
    shown = table("work", "words#", "share#", "policy", "title")
    for one in found:
        shown.add_row(
            *map(cell, (one.work, f"{one.words:,}", _share(one), "over" if one.over else "within", one.title))
        )
    results().print(shown) if found else None
    over = sum(one.over for one in found)
    results().print(f"{over:,} of {len(found):,} works are quoted with more than the policy allows.")


def _share(one: Excerpted) -> str:
    return "" if one.share is None else f"{one.share:.0%}"

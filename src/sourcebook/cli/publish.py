"""`sourcebook publish`: write the archive as static files for any web host."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from sourcebook.cli.dating import AsOf, day
from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import messages
from sourcebook.errors import MissingExtra, UsageError
from sourcebook.query.helplines import read_helplines
from sourcebook.settings import Settings, load

EXTRA = "jinja2"
SHOWN = 20


def publish(
    context: typer.Context,
    *,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="The folder of the site.")],
    as_of: AsOf = "",
    jobs: Annotated[int, typer.Option(min=0, help="How many processes work; 0 takes one a processor.")] = 0,
    search: Annotated[bool, typer.Option(help="Whether to make the index that the search page needs.")] = True,
    check: Annotated[bool, typer.Option("--check", help="Follow every link and anchor of the files in the end.")] = (
        False
    ),
) -> None:
    """Write the whole archive as static files for any web host; again, only what changed is written."""
    if find_spec(EXTRA) is None:
        raise MissingExtra("publish", "Publishing the archive")
    from sourcebook.publish.files.flow import Asked, publish

    folder = chosen(context)
    settings = load(folder)
    asked = Asked(
        archive=folder, folder=output, settings=settings, as_of=day(as_of).isoformat(), jobs=jobs, search=search
    )
    columns = (TextColumn("Publishing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = messages()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        done = publish(asked, lambda number, total: bar.update(task, completed=number, total=total))
    for refused in read_helplines(folder, day(as_of)).refused:
        print(f"{refused} Its number is not shown.", file=sys.stderr)
    _warn_of_excerpts(folder, settings)
    print(f"{done.files} files; {done.written} written, {done.removed} taken away.")
    if not settings.address:
        print(
            "Until `address` in sourcebook.toml names the site's, citations bear no whole address, there is no list of "
            "addresses (sitemap.xml), and links to the pages are shown without a picture.",
            file=sys.stderr,
        )
    if check:
        _check(output, settings.address)


def _warn_of_excerpts(folder: Path, settings: Settings) -> None:
    """Say which works are quoted with more words, or to a larger share, than the policy allows."""
    from sourcebook.pipeline.excerpts import excerpts_of

    over = [one for one in excerpts_of(folder, settings) if one.over]
    if over:
        share = f", {over[0].share:.0%} of it" if over[0].share is not None else ""
        print(
            f"{len(over):,} of the works are quoted with more than the policy allows ({settings.excerpts.most_words:,} "
            f"words, {settings.excerpts.most_share:.0%} of a work), most of all “{over[0].title}” with "
            f"{over[0].words:,} words{share}. See them all: sourcebook excerpts",
            file=sys.stderr,
        )


def _check(output: Path, address: str) -> None:
    from sourcebook.publish.files.links import broken_links
    from sourcebook.publish.site.addresses import root_of

    broken = list(broken_links(output, root_of(address)))
    for one in broken[:SHOWN]:
        print(one)
    if broken:
        raise UsageError(f"{len(broken)} links lead nowhere.", where=str(output), next_step="Publish it again.")
    print("Every link and anchor leads somewhere.")

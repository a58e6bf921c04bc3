"""The command `sourcebook`: its options, its commands, and how errors become one sentence and an exit code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sourcebook.cli.add import add
from sourcebook.cli.capture import capture
from sourcebook.cli.check import check
from sourcebook.cli.cite import cite
from sourcebook.cli.cited import cited
from sourcebook.cli.compare import compare
from sourcebook.cli.comparing import families, findings, trace
from sourcebook.cli.deciding import decide, decisions, todo
from sourcebook.cli.demo import demo
from sourcebook.cli.evidence import figures, routes
from sourcebook.cli.excerpts import excerpts
from sourcebook.cli.export import export
from sourcebook.cli.extract import extract
from sourcebook.cli.folder import OPTION, FolderAnywhere
from sourcebook.cli.gate import gate
from sourcebook.cli.helplines import helplines
from sourcebook.cli.new import new
from sourcebook.cli.orphans import orphans
from sourcebook.cli.pack import pack
from sourcebook.cli.publish import publish
from sourcebook.cli.read import read
from sourcebook.cli.rebuild import rebuild
from sourcebook.cli.revisions import revisions
from sourcebook.cli.search import search
from sourcebook.cli.segment import segment
from sourcebook.cli.serve import serve
from sourcebook.cli.show import show
from sourcebook.cli.sweep import sweep
from sourcebook.cli.themes import themes
from sourcebook.cli.verify import verify
from sourcebook.cli.withdraw import withdraw
from sourcebook.errors import NotFound, SourcebookError, UsageError
from sourcebook.version import __version__

DONE, REFUSED, MISUSED = 0, 1, 2

app = typer.Typer(
    name="sourcebook",
    cls=FolderAnywhere,
    help="Build, keep and publish a country-by-country evidence archive on human trafficking.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        print(f"sourcebook {__version__}")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    *,
    folder: Annotated[
        Path | None,
        typer.Option(
            OPTION,
            metavar="DIR",
            help="The sourcebook to use; also after the command. Else $SOURCEBOOK, else the current folder.",
        ),
    ] = None,
    version: Annotated[  # noqa: ARG001 - its callback prints it
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Build, keep and publish a country-by-country evidence archive on human trafficking."""
    context.obj = folder


app.command()(demo)
app.command()(new)
app.command()(add)
app.command()(capture)
app.command()(check)
app.command()(orphans)
app.command()(show)
app.command()(revisions)
app.command()(search)
app.command()(figures)
app.command()(routes)
app.command()(themes)
app.command()(trace)
app.command()(compare)
app.command()(families)
app.command()(findings)
app.command()(decide)
app.command()(decisions)
app.command()(todo)
app.command()(cited)
app.command()(cite)
app.command()(verify)
app.command()(excerpts)
app.command()(export)
app.command()(rebuild)
app.command()(withdraw)
app.command()(read)
app.command()(segment)
app.command()(extract)
app.command()(pack)
app.command()(gate)
app.command()(helplines)
app.command()(sweep)
app.command()(serve)
app.command()(publish)


def exit_code(error: SourcebookError) -> int:
    """Return 2 where the command was put wrongly, 1 where the input or the archive was at fault."""
    return MISUSED if isinstance(error, UsageError | NotFound) else REFUSED


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with 0 (done), 1 (something was refused) or 2 (used wrongly)."""
    try:
        app(args=arguments, standalone_mode=True)
    except SourcebookError as error:
        print(f"sourcebook: {error}", file=sys.stderr)
        sys.exit(exit_code(error))

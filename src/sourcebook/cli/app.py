"""The command `sourcebook`: its options, its commands, and how errors become one sentence and an exit code."""

from __future__ import annotations

import sys

import typer

from sourcebook.errors import NotFound, SourcebookError, UsageError
from sourcebook.version import __version__

DONE, REFUSED, MISUSED = 0, 1, 2

app = typer.Typer(
    name="sourcebook",
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
    *,
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Build, keep and publish a country-by-country evidence archive on human trafficking."""


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

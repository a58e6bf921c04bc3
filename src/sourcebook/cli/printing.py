"""How commands print: results on standard output, messages on standard error, plain where they are piped."""

from __future__ import annotations

import sys

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sourcebook.model import to_json

UNBROKEN = 10_000


def results() -> Console:
    """Return a console on standard output; where that is no terminal, lines are neither broken nor coloured."""
    return Console(file=sys.stdout, width=None if sys.stdout.isatty() else UNBROKEN, highlight=False)


def messages() -> Console:
    """Return a console on standard error."""
    return Console(file=sys.stderr, highlight=False)


def print_json(value: object) -> None:
    """Print a value as one line of JSON."""
    print(to_json(value).decode())


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with the noun that goes with it: "1 work", "2,000 works"."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def table(*columns: str) -> Table:
    """Return an empty table with these heads; a name that ends in `#` is a column of numbers."""
    made = Table(box=SIMPLE_HEAD if sys.stdout.isatty() else None, pad_edge=False)
    for column in columns:
        made.add_column(column.rstrip("#"), justify="right" if column.endswith("#") else "left", overflow="fold")
    return made


def cell(value: object) -> Text:
    """Return a cell that shows a value as it is, never as markup, without control characters."""
    text = "" if value is None else str(value)
    return Text("".join(character if character.isprintable() else " " for character in text))


def reading() -> Console:
    """Return a console on standard output for running text; where that is no terminal, lines of 100 columns."""
    return Console(file=sys.stdout, width=None if sys.stdout.isatty() else 100, highlight=False, soft_wrap=False)

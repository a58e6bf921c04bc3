"""`-C DIR`, before or after the name of any command: which sourcebook is meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from sourcebook.settings import folder_from_environment

OPTION = "-C"


class FolderAnywhere(TyperGroup):
    """The root command: it takes `-C DIR` from wherever it stands on the line, up to a `--`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the line with its `-C DIR` moved to the front."""
        return super().parse_args(ctx, hoisted(list(args)))


def hoisted(arguments: list[str]) -> list[str]:
    """Return the arguments with every `-C DIR` or `-CDIR` moved to the front, in order; after `--` nothing moves."""
    front: list[str] = []
    others: list[str] = []
    remaining = iter(arguments)
    for argument in remaining:
        if argument == "--":
            others.append(argument)
            break
        if argument == OPTION:
            front += [argument, *(value for value in [next(remaining, None)] if value is not None)]
        elif argument.startswith(OPTION) and not argument.startswith("--"):
            front.append(argument)
        else:
            others.append(argument)
    return front + others + list(remaining)


def chosen(context: typer.Context) -> Path:
    """Return the folder that `-C` names, else `$SOURCEBOOK`, else the current folder."""
    named = context.find_root().obj
    return named if isinstance(named, Path) else folder_from_environment()

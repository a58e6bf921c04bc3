"""`sourcebook gate`: which passages may identify a victim, and by what words."""

from __future__ import annotations

import sys
from typing import Annotated

import msgspec
import typer

from sourcebook.cli.passages import passages_in
from sourcebook.errors import InputRefused


def gate(
    file: Annotated[
        str,
        typer.Argument(
            metavar="PASSAGES",
            help="Passages as JSON, one a line with id, about and text, or a saved page; - reads standard input.",
        ),
    ],
) -> None:
    """Print for each passage whether it is held back, and the words that may tell who a victim is, as JSON lines.

    Offsets are code points of the text as given. A line that cannot be read is named and passed over.
    """
    from sourcebook.extract.risks import risks

    refused = 0
    for number, passage in passages_in(file, of_country=False):
        if isinstance(passage, InputRefused):
            refused += 1
            print(f"{file}: line {number}: {passage}", file=sys.stderr)
            continue
        why = [{"kind": risk.kind, "start": risk.start, "end": risk.end} for risk in risks(passage["text"])]
        print(msgspec.json.encode({"id": passage["id"], "held": bool(why), "why": why}).decode())
    if refused:
        raise typer.Exit(1)

"""`sourcebook capture`: keep web pages without adding them."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sourcebook.cli.bars import counting, interruptible
from sourcebook.cli.folder import chosen
from sourcebook.cli.printing import cell, print_json, results, table
from sourcebook.errors import UsageError
from sourcebook.pipeline.capture import Captured, Result, cited_in
from sourcebook.pipeline.capture import capture as keep
from sourcebook.query.places import place_code

WORDS: dict[Result, str] = {
    "kept": "kept",
    "same": "the same as before",
    "cut": "kept in part",
    "refused": "not kept",
}


def capture(
    context: typer.Context,
    urls: Annotated[
        list[str] | None, typer.Argument(metavar="[URL]...", help="Addresses; - reads them from stdin.")
    ] = None,
    *,
    cited: Annotated[
        str, typer.Option(metavar="COUNTRY", help="Keep what the pages of a country cite; all for every one.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print what became of each as JSON.")] = False,
) -> None:
    """Fetch addresses and keep the exact exchange of each in a WARC file, without adding anything to the pages.

    An address that was captured before is asked whether it has changed; the same bytes are noted and not kept twice.
    """
    folder = chosen(context)
    wanted = [line.strip() for url in urls or [] for line in (sys.stdin if url == "-" else [url]) if line.strip()]
    if cited:
        wanted += cited_in(folder, None if cited == "all" else place_code(cited))
    if not wanted and not cited:
        raise UsageError("No address was given.", next_step="Give one, or --cited COUNTRY.")
    with counting("Capturing") as step, interruptible() as stop:
        found = keep(folder, wanted, progress=lambda one: step(one.url, len(wanted)), stop=stop)
    if as_json:
        print_json(found)
    else:
        _print(found)
    if any(one.result == "refused" or (one.status or 0) >= 400 for one in found):
        raise typer.Exit(1)


def _print(found: tuple[Captured, ...]) -> None:
    made = table("address", "result", "status", "bytes#", "file", "notes")
    for one in found:
        leads = f"It leads to {one.to}." if one.to else ""
        notes = " ".join(filter(None, (one.because, leads)))
        made.add_row(*map(cell, (one.url, WORDS[one.result], one.status, one.bytes, one.warc, notes)))
    console = results()
    console.print(made)
    kinds = [one.result for one in found]
    counted = ", ".join(f"{kinds.count(kind)} {word}" for kind, word in WORDS.items() if kind in kinds)
    console.print(f"{counted or 'Nothing to capture'}.")

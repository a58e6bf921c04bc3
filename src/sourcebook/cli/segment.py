"""`sourcebook segment`: show what a saved page holds, without a sourcebook."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from sourcebook.errors import InputRefused, UsageError
from sourcebook.model import Entry, Page

STANDARD_INPUT = "-"


def segment(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A saved page as text or HTML; - reads standard input.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print the page as JSON, with its spans.")] = False,
) -> None:
    """Read a saved country page and print its parts and entries."""
    from sourcebook.read import document
    from sourcebook.segment import page_form, segment_page

    name = None if file == STANDARD_INPUT else file
    read = document(bytes_of(file), name=name)
    page = segment_page(read, name=name)
    if as_json:
        print(json.dumps(page_form(page, read), ensure_ascii=False, indent=1))
        return
    _print_summary(page)
    for problem in page.problems:
        print(problem.what, file=sys.stderr)


def bytes_of(file: str) -> bytes:
    """Return the bytes of a file, or of standard input for "-"; one more than the limit allows where it is larger."""
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    path = Path(file)
    if path.is_dir():
        raise UsageError("This is a folder.", where=file, next_step="Name one file in it.")
    try:
        limit = _limit()
        with path.open("rb") as opened:
            return opened.read(limit + 1)
    except FileNotFoundError:
        raise UsageError("There is no such file.", where=file, next_step="Check its name and try again.") from None
    except OSError as error:
        raise InputRefused(
            f"The file cannot be read: {error.strerror}.", where=file, next_step="Check its permissions and try again."
        ) from error


def _limit() -> int:
    from sourcebook.settings import Limits

    return Limits().max_file_bytes


def _print_summary(page: Page) -> None:
    console = Console(highlight=False, markup=False)
    console.print(f"{page.heading or page.place or 'No country found'} · {page.collection or 'no collection named'}")
    if page.covers:
        console.print(f"Covers {page.covers[0]} to {page.covers[1]}")
    parts = {
        "background": page.background,
        "summary": page.summary,
        "caution": page.caution,
        "guidance for students": page.study_text,
        "for teachers": page.teachers_text,
        "help": page.help,
        "rights": page.rights,
        "cite as": page.cite_as,
    }
    console.print("Parts: " + (", ".join(name for name, value in parts.items() if value) or "none"))
    console.print(f"{len(page.entries)} entries, {sum(len(entry.passages) for entry in page.entries)} passages")
    if page.entries:
        console.print(_table(page.entries))


def _table(entries: tuple[Entry, ...]) -> Table:
    table = Table("Section", "Title", "Credit", "Issued", "Accessed", "¶")
    for entry in entries:
        accessed = ", ".join(visit.when or "date unavailable" for visit in entry.visits)
        row = (entry.section or "", entry.work.title, entry.work.credit, entry.work.issued or "", accessed)
        table.add_row(*(_plain(cell) for cell in row), str(len(entry.passages)))
    return table


def _plain(text: str) -> str:
    """Take control characters out of what came from a page, so that it cannot steer the terminal."""
    return "".join(character if character.isprintable() else " " for character in text)

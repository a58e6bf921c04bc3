"""`sourcebook read`: show what a report or an article holds, block by block, with its references."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from sourcebook.cli.printing import cell, results, table
from sourcebook.cli.segment import STANDARD_INPUT, bytes_of
from sourcebook.model.report import Report


def read(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A report or an article; - reads standard input.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print blocks and references as JSON.")] = False,
) -> None:
    """Read a report or an article and print its blocks, its references, and which block cites which."""
    from sourcebook.pipeline.apart import reading_process
    from sourcebook.segment.report import report_form, segment_report
    from sourcebook.settings import Limits

    with reading_process() as process:
        read_in = process.read(bytes_of(file), name=None if file == STANDARD_INPUT else file, limits=Limits())
    report = segment_report(read_in)
    if as_json:
        print(json.dumps(report_form(report), ensure_ascii=False, indent=1))
        return
    _print(report)
    for problem in report.problems:
        print(problem.what, file=sys.stderr)


def _print(report: Report) -> None:
    console = results()
    pages = len({block.page for block in report.blocks if block.page})
    marks = sum(len(block.marks) for block in report.blocks)
    console.print(cell(report.title or "No title found"))
    console.print(f"{len(report.blocks)} blocks on {pages or 'no told'} pages, {marks} marks to references")
    if not report.references:
        return
    made = table("number#", "authors", "title", "publisher", "issued", "accessed")
    for entry in report.references:
        row = (entry.number, "; ".join(entry.authors), entry.title or entry.text, entry.publisher or "")
        made.add_row(*map(cell, (*row, entry.issued or "", entry.accessed or "")))
    console.print(made)

"""`sourcebook read`: show what a report, an article or a web archive holds, block by block, with its references."""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from sourcebook.cli.bars import counting
from sourcebook.cli.printing import cell, counted, results, table
from sourcebook.cli.segment import STANDARD_INPUT
from sourcebook.errors import UsageError
from sourcebook.model import Document
from sourcebook.model.report import Report
from sourcebook.pipeline.parts import Part, parts_of, web_archive_of
from sourcebook.pipeline.sources import Source, read_bytes, sources
from sourcebook.vocabulary.about_countries import About


def read(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A report, an article or a web archive; - reads standard input.")
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print blocks and references as JSON.")] = False,
) -> None:
    """Read a report or an article, or each of those in a web archive, and print its blocks and its references."""
    from sourcebook.pipeline.apart import reading_process, watched
    from sourcebook.settings import Limits

    limits = Limits()
    source = _source(file)
    with tempfile.TemporaryDirectory(prefix="sourcebook-") as folder, reading_process() as process:

        def apart(data: bytes, name: str | None, media_type: str | None) -> Document:
            return process.read(data, name=name, media_type=media_type, limits=limits)

        with counting("Reading") as step, watched(lambda name, page, pages: step(f"{name}, page {page}", pages)):
            archive, kept = web_archive_of(source, Path(folder))
            if archive is not None:
                _several(parts_of(*archive, source.shown, limits, apart), as_json=as_json)
                return
            data = read_bytes(kept, limits.max_file_bytes)
            document = apart(data, None if file == STANDARD_INPUT else file, None)
        _one(document, as_json=as_json)


def _source(file: str) -> Source:
    if file != STANDARD_INPUT and not Path(file).exists():
        raise UsageError("There is no such file.", where=file, next_step="Check its name and try again.")
    if Path(file).is_dir():
        raise UsageError("This is a folder.", where=file, next_step="Name one file in it.")
    return next(sources([file], sys.stdin.buffer))


def _one(document: Document, *, as_json: bool) -> None:
    from sourcebook.segment.article import article_countries, article_form, is_article, read_report

    report = read_report(document)
    if as_json:
        print(json.dumps(article_form(document, report), ensure_ascii=False, indent=1))
        return
    _print(report)
    if is_article(document) and not report.references:
        _print_about(document, article_countries(report, document))
    for problem in report.problems:
        print(problem.what, file=sys.stderr)


def _several(parts: Iterator[Part | str], *, as_json: bool) -> None:
    """Print the documents of a web archive one after the other, so that none waits for the last."""
    from sourcebook.segment.article import article_form, read_report

    problems: list[str] = []
    count = 0
    for part in parts:
        if isinstance(part, str):
            problems.append(part)
            continue
        if part.document is None:
            problems.append(str(part.refused))
            continue
        report = read_report(part.document)
        if as_json:
            form = {"address": part.address, "time": part.time, **article_form(part.document, report)}
            print('{"documents": [' if count == 0 else ",", json.dumps(form, ensure_ascii=False), sep="\n")
        else:
            results().print(cell(f"{part.address}, {part.time}"))
            _print(report)
        count += 1
    if as_json:
        opening = "" if count else '{"documents": ['
        print(f'{opening}], "problems": {json.dumps(problems, ensure_ascii=False)}}}')
        return
    results().print(counted(count, "document"))
    for problem in problems:
        print(problem, file=sys.stderr)


def _print(report: Report) -> None:
    console = results()
    pages = len({block.page for block in report.blocks if block.page})
    marks = sum(len(block.marks) for block in report.blocks)
    console.print(cell(report.title or "No title found"))
    on_pages = f" on {counted(pages, 'page')}" if pages else ""
    blocks, cites = counted(len(report.blocks), "block"), counted(marks, "mark")
    console.print(f"{blocks}{on_pages}, {cites} to references")
    if not report.references:
        return
    made = table("number#", "authors", "title", "publisher", "issued", "accessed")
    for entry in report.references:
        row = (entry.number, "; ".join(entry.authors), entry.title or entry.text, entry.publisher or "")
        made.add_row(*map(cell, (*row, entry.issued or "", entry.accessed or "")))
    console.print(made)


def _print_about(document: Document, countries: Sequence[About]) -> None:
    """Print what a page says of itself and by what, then the countries it is about with the words that name them."""
    made = table("what", "says", "told by")
    for told in document.told:
        value = getattr(document, told.field)
        made.add_row(*map(cell, (told.field, "; ".join(value) if isinstance(value, tuple) else value, told.by)))
    results().print(made)
    made = table("country", "weight#", "named as")
    for about in countries:
        words = Counter(document.text[start:end] for start, end in about.spans)
        named = ", ".join(f"{word} ({count})" if count > 1 else word for word, count in words.most_common())
        made.add_row(*map(cell, (about.code, about.weight, named or "in the title")))
    results().print(made)

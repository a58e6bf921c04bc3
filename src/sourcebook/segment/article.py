"""A single article: its main text as blocks, and the countries that it is about with the words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from sourcebook.model import Block, Document, Page
from sourcebook.model.report import Report, ReportBlock
from sourcebook.segment.library import library_in, library_report
from sourcebook.segment.report import cites, report_form, report_page, segment_report
from sourcebook.segment.report.about import report_key
from sourcebook.vocabulary.about_countries import TITLE_WEIGHT, About, Part, countries_about
from sourcebook.vocabulary.page_addresses import date_in_path, host_name

MARKUP = frozenset({"text/html", "application/xhtml+xml"})
KEY = "article"
_KINDS = {"table", "preformatted"}


def is_article(document: Document) -> bool:
    """Tell whether a document is a page of the web with a main text of its own."""
    return document.media_type in MARKUP and any(_is_text(block) for block in document.blocks)


def read_report(document: Document) -> Report:
    """Return a document as a report where it has references of its own, as an article where its format tells its text.

    A library of works is its references alone; any other document is a report without references.
    """
    if (library := library_in(document)) is not None:
        return library_report(library)
    report = segment_report(document)
    return report if cites(report) or not is_article(document) else article_report(document, report)


def article_report(document: Document, report: Report) -> Report:
    """Return the main text of a page alone, in blocks; `report` is the page read whole, whose problems stay."""
    return Report(
        title=document.title or report.title,
        authors=document.authors,
        publisher=document.publisher,
        issued=document.issued,
        language=document.language,
        blocks=tuple(_blocks(document)),
        problems=document.problems,
    )


def _is_text(block: Block) -> bool:
    return not block.aside and block.kind != "heading"


def _blocks(document: Document) -> Iterator[ReportBlock]:
    for block in document.blocks:
        if block.aside:
            continue
        if block.kind in _KINDS:
            text = document.text[block.start : block.end]
            yield ReportBlock(text=text, start=block.start, end=block.end, kind=block.kind, level=block.level)
        else:
            yield from _paragraphs(block, document.text)


def _paragraphs(block: Block, text: str) -> Iterator[ReportBlock]:
    """Part a block at the blank lines in it, as pages do that have no paragraphs but line breaks."""
    start = block.start
    for piece in text[block.start : block.end].split("\n\n"):
        if words := piece.strip():
            first = start + piece.index(words)
            joined = " ".join(words.split())
            yield ReportBlock(
                text=joined, start=first, end=first + len(words), kind=block.kind, level=block.level, page=block.page
            )
        start += len(piece) + 2


def article_countries(report: Report, document: Document) -> tuple[About, ...]:
    """Return the countries that an article is about, those first that its title and its text name most.

    The spans are of the document's text; a title that does not stand in it has none.
    """
    at = document.text.find(report.title) if report.title else -1
    title = Part(report.title or "", max(at, 0), TITLE_WEIGHT)
    told = (block for block in report.blocks if block.text != report.title)
    parts = (Part(document.text[block.start : block.end], block.start) for block in told)
    found = countries_about((title, *parts))
    if at >= 0 or not report.title:
        return found
    in_title = {about.code: len(about.spans) for about in countries_about((title,))}
    return tuple(about._replace(spans=about.spans[in_title.get(about.code, 0) :]) for about in found)


def article_page(document: Document, report: Report, *, place: str | None = None, address: str | None = None) -> Page:
    """Return the page that an article makes for the country that it is about most, or for the one that was told.

    `address` is where it was fetched from or says it stands, which tells its publisher and its day where it does not.
    """
    report = msgspec.structs.replace(
        report,
        publisher=report.publisher or host_name(address or "") or None,
        issued=report.issued or date_in_path(address or "") or None,
    )
    named = article_countries(report, document)
    page = report_page(report, place=place or (named[0].code if named else None), address=address)
    (entry,) = page.entries
    work = msgspec.structs.replace(entry.work, kind="webpage")
    return msgspec.structs.replace(
        page,
        topic=f"{KEY}-{report_key(report).partition('-')[2]}".strip("-"),
        entries=(msgspec.structs.replace(entry, work=work),),
    )


def article_form(document: Document, report: Report) -> dict[str, Any]:
    """Return a report in the published form; of an article also by what each field is told, and its countries."""
    form = report_form(report)
    if is_article(document) and not report.references:
        form["told_by"] = {told.field: told.by for told in document.told}
        form["countries"] = [
            {"code": about.code, "weight": about.weight, "spans": [list(span) for span in about.spans]}
            for about in article_countries(report, document)
        ]
    return form

"""A report as a page of its country: one work, its blocks as passages with their pages and marks, its references."""

from __future__ import annotations

from collections import Counter

from sourcebook.model import Entry, Page, Passage, Work
from sourcebook.model.identity import passage_id
from sourcebook.model.report import Report, ReportBlock
from sourcebook.segment.report.about import report_key, report_place
from sourcebook.vocabulary.countries import country
from sourcebook.vocabulary.date_words import edtf_to_words

UNTITLED = "Untitled report"


def report_page(report: Report, *, place: str | None = None, address: str | None = None) -> Page:
    """Return the page that a report makes; `place` is the country where it was told, else the report's own words tell.

    Its place is None where neither does. Every block but headings is a passage, in the order of the text: its ordinal
    counts the passages and its heading is the one that it stands under.
    """
    code = place or report_place(report)
    known = country(code) if code else None
    work = report_work(report, address)
    passages = _passages(work, report)
    entry = Entry(
        work=work,
        start=0,
        end=max((passage.end for passage in passages), default=0),
        section="archives",
        passages=passages,
        urls=(work.url,) if work.url else (),
        references=report.references,
    )
    return Page(
        place=code,
        topic=report_key(report),
        heading=known.name if known else code,
        collection=work.title,
        entries=(entry,),
        problems=report.problems,
    )


def report_work(report: Report, address: str | None = None) -> Work:
    """Return the work that a report is, as its own words tell; its credit is its series, its publisher and its date."""
    dated = edtf_to_words(report.issued) if report.issued else None
    told = (*report.authors, report.series, report.publisher, dated)
    return Work(
        title=report.title or UNTITLED,
        credit=", ".join(part for part in told if part),
        authors=report.authors,
        publisher=report.publisher,
        container=report.series,
        issued=report.issued,
        url=address,
        kind="report",
        language=report.language,
    )


def _passages(work: Work, report: Report) -> tuple[Passage, ...]:
    seen: Counter[str] = Counter()
    heading: str | None = None
    made: list[Passage] = []
    for block in report.blocks:
        if block.kind == "heading":
            heading = block.text
        else:
            made.append(_passage(work, block, seen[block.text], len(made) + 1, heading))
            seen[block.text] += 1
    return tuple(made)


def _passage(work: Work, block: ReportBlock, occurrence: int, ordinal: int, heading: str | None) -> Passage:
    return Passage(
        id=passage_id(work.id, block.text, occurrence),
        text=block.text,
        start=block.start,
        end=block.end,
        ordinal=ordinal,
        heading=heading,
        item=block.kind == "item",
        page_number=block.page,
        marks=block.marks,
    )

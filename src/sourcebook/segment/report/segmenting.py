"""A document as a report: blocks with pages, references by number, and marks that join sentences to them."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.model import Document, Problem
from sourcebook.model.report import Reference, Report, ReportBlock
from sourcebook.segment.report.blocks import Group, groups_of
from sourcebook.segment.report.entries import read_entries
from sourcebook.segment.report.joining import Words, join_lines
from sourcebook.segment.report.lines import lines_of
from sourcebook.segment.report.listing import Entry, find_listing
from sourcebook.segment.report.marking import Marking, marking
from sourcebook.segment.report.naming import series_of, title_of

_KEEPS_LINES = frozenset({"table", "preformatted"})


def segment_report(document: Document) -> Report:
    """Return a document's blocks, references and marks; a document without references has blocks alone."""
    lines = lines_of(document)
    listing = find_listing(lines.body)
    words = Words(document.text)
    references = read_entries(listing.entries, words)
    groups = [(group, _text(group, words)) for group in groups_of(listing.others, document)]
    marks = marking([text for _, text in groups], references, numbered=all(one.numbered for one in listing.entries))
    blocks = tuple(_block(group, text, marks) for group, text in groups if text)
    title = document.title or title_of(lines.running, blocks)
    return Report(
        title=title,
        series=series_of(lines.running, title, words),
        authors=document.authors,
        publisher=document.publisher,
        issued=document.issued,
        language=document.language,
        blocks=blocks,
        references=references,
        problems=(*document.problems, *_problems(listing.entries, references)),
    )


def _text(group: Group, words: Words) -> str:
    if group.kind in _KEEPS_LINES:
        return "\n".join(line.text.strip() for line in group.lines)
    return join_lines([line.text for line in group.lines], words)


def _block(group: Group, text: str, marks: Marking) -> ReportBlock:
    first = group.lines[0]
    return ReportBlock(
        text=text,
        start=first.start,
        end=group.lines[-1].end,
        kind=group.kind,
        level=group.level,
        page=first.page,
        marks=marks(text),
    )


def _problems(entries: Sequence[Entry], references: Sequence[Reference]) -> tuple[Problem, ...]:
    numbers = [entry.number for entry in entries]
    missing = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
    problems = []
    if missing:
        listed = ", ".join(map(str, missing[:20])) + ("…" if len(missing) > 20 else "")
        problems.append(Problem(what=f"References {listed} were not found in the list."))
    empty = [reference for reference in references if not reference.text]
    if empty:
        listed = ", ".join(str(reference.number) for reference in empty[:20])
        problems.append(Problem(what=f"References {listed} are empty.", offset=empty[0].start))
    return tuple(problems)

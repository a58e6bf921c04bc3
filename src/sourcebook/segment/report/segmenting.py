"""A document as a report: blocks with pages, references by number, and marks that join sentences to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from sourcebook.model import Document, Problem
from sourcebook.model.report import Mark, Reference, Report, ReportBlock
from sourcebook.segment.report.blocks import Group, groups_of
from sourcebook.segment.report.chapters import chapters
from sourcebook.segment.report.entries import read_entries
from sourcebook.segment.report.joining import Words, join_lines
from sourcebook.segment.report.lines import lines_of
from sourcebook.segment.report.listing import Entry, Listing
from sourcebook.segment.report.marking import marking
from sourcebook.segment.report.missing_lists import unlisted
from sourcebook.segment.report.naming import series_of, title_of

_KEEPS_LINES = frozenset({"table", "preformatted"})


def segment_report(document: Document) -> Report:
    """Return a document's blocks, references and marks; a document without references has blocks alone.

    Where every chapter has a list of its own, the marks of a chapter point to its list.
    """
    lines = lines_of(document)
    words = Words(document.text)
    blocks: list[ReportBlock] = []
    references: list[Reference] = []
    problems: list[Problem] = []
    for listing in chapters(lines.body):
        listed = read_entries(listing.entries, words)
        blocks += _blocks(listing, listed, document, words, len(references))
        problems += _problems(listing.entries, listed)
        references += _placed(listed, len(references))
    title = document.title or title_of(lines.running, blocks)
    return Report(
        title=title,
        series=series_of(lines.running, title, words),
        authors=document.authors,
        publisher=document.publisher,
        issued=document.issued,
        language=document.language,
        blocks=tuple(blocks),
        references=tuple(references),
        problems=(*document.problems, *problems, *([] if references else unlisted(lines.body))),
    )


def _blocks(
    listing: Listing, listed: Sequence[Reference], document: Document, words: Words, before: int
) -> Iterator[ReportBlock]:
    """Yield the blocks around a list, with the marks to it; `before` references stand in the lists of earlier ones."""
    groups = [(group, _text(group, words)) for group in groups_of(listing.others, document)]
    marks = marking([text for _, text in groups], listed, numbered=all(one.numbered for one in listing.entries))
    for group, text in groups:
        if text:
            yield _block(group, text, tuple(_behind(mark, before) for mark in marks(text)))


def _behind(mark: Mark, before: int) -> Mark:
    places = tuple(place + before for place in mark.places)
    return msgspec.structs.replace(mark, places=places) if before else mark


def _placed(listed: Sequence[Reference], before: int) -> list[Reference]:
    """Return a chapter's references as they stand behind those of earlier chapters."""
    return [
        msgspec.structs.replace(one, stands_for=one.stands_for + before) if one.stands_for and before else one
        for one in listed
    ]


def _text(group: Group, words: Words) -> str:
    if group.kind in _KEEPS_LINES:
        return "\n".join(line.text.strip() for line in group.lines)
    return join_lines([line.text for line in group.lines], words)


def _block(group: Group, text: str, marks: tuple[Mark, ...]) -> ReportBlock:
    first = group.lines[0]
    return ReportBlock(
        text=text,
        start=first.start,
        end=group.lines[-1].end,
        kind=group.kind,
        level=group.level,
        page=first.page,
        marks=marks,
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

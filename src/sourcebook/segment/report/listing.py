"""Finding a document's list of references: under its heading at the end, or as notes at the foot of its pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sourcebook.segment.report.headings import heading_level
from sourcebook.segment.report.joining import widest
from sourcebook.segment.report.lines import Line
from sourcebook.segment.report.marks import mark_style, marks_in
from sourcebook.segment.report.numbering import Opening, longest_count, openings, with_missing
from sourcebook.segment.report.unnumbered import unnumbered

_HEADING = re.compile(
    r"\W*(?:\d{1,2}[.)]?\s+|[ivxl]+[.)]\s+|annex\s+\w+[.:]?\s+)?(?:list\s+of\s+)?"
    r"(?:references?|references\s+cited|(?:end|foot)?notes|bibliograph(?:y|ie)|works\s+cited|literature(?:\s+cited)?"
    r"|sources(?:\s+cited)?|citations|r[\u00e9e]f[\u00e9e]rences(?:\s+bibliographiques)?|referencias(?:\s+bibliogr[\u00e1a]ficas)?"
    r"|bibliograf[\u00eda\u00eda]a|notas|refer[\u00eae]ncias|quellen|literatur(?:verzeichnis)?|\u53c2\u8003\u6587\u732e|\u6ce8\u91ca|\u0627\u0644\u0645\u0631\u0627\u062c\u0639"
    r"|\u0441\u043f\u0438\u0441\u043e\u043a\s+\u043b\u0438\u0442\u0435\u0440\u0430\u0442\u0443\u0440\u044b|\u043f\u0440\u0438\u043c\u0435\u0447\u0430\u043d\u0438\u044f)\W*",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[.>\])\"\u201d/]\s*$|(?:https?:|www\.)\S*[^\s-]\s*$|\.(?:pdf|html?|aspx?|php|docx?)\s*$")
_TOO_WIDE = 1.25


class Entry(NamedTuple):
    """The lines of one entry of the list: its number, and the first line's text after it.

    One of a list without numbers has its place as its number, and is not `numbered`.
    """

    number: int
    lines: tuple[Line, ...]
    text_at: int
    numbered: bool = True


class Listing(NamedTuple):
    """The entries, the lines that are none of theirs, and the heading over them."""

    entries: tuple[Entry, ...]
    others: tuple[Line, ...]
    heading: Line | None = None


def find_listing(lines: Sequence[Line]) -> Listing:
    """Return the numbered references of a document; no entries where there is no such list."""
    heads = [at for at, line in enumerate(lines) if len(line.text) < 60 and _HEADING.fullmatch(line.text)]
    for at in reversed(heads):
        after = lines[at + 1 :]
        run = with_missing(after, longest_count(openings(after)))
        if run and _opens_soon(run, after):
            kept, strays = _entries(after, run)
            return Listing(kept, (*lines[:at], *strays), lines[at])
    for at in reversed(heads):
        after, rest = _until_heading(lines, at + 1)
        if entries := unnumbered(after):
            kept = tuple(Entry(number, own, 0, numbered=False) for number, own in enumerate(entries, start=1))
            return Listing(kept, (*lines[:at], *rest), lines[at])
    return _notes(lines)


def _until_heading(lines: Sequence[Line], first: int) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return the lines up to the next heading that is numbered or of another list, and those from it on."""
    for at in range(first + 1, len(lines)):
        if heading_level(lines[at].text) == 1 or _ANNEX.match(lines[at].text):
            return lines[first:at], lines[at:]
    return lines[first:], ()


_ANNEX = re.compile(r"\s*(?:Annex|Appendix|Anexo|Annexe|Anhang|About\s+the\s+authors?)\b[^.]{0,60}$", re.IGNORECASE)


def _opens_soon(run: Sequence[Opening], after: Sequence[Line]) -> bool:
    return (run[0].line < 40 and run[0].number <= 3) or len(run) > max(1, 0.5 * (len(after) // 12))


def _entries(lines: Sequence[Line], run: Sequence[Opening]) -> tuple[tuple[Entry, ...], list[Line]]:
    """Cut lines into entries; lines wider than the list's column that follow a finished entry are another text's."""
    strays = list(lines[: run[0].line])
    ends = [opening.line for opening in run[1:]] + [len(lines)]
    width = widest(line.text for line in lines[run[0].line :])
    narrow = sorted(len(line.text.rstrip()) for line in lines[run[0].line :])
    usual = narrow[int(0.8 * (len(narrow) - 1))] if narrow else width
    entries = []
    for opening, end in zip(run, ends, strict=True):
        own = list(lines[opening.line : end])
        cut = _cut(own, usual)
        strays += own[cut:]
        entries.append(Entry(opening.number, tuple(own[:cut]), opening.text_at))
    return tuple(entries), strays


def _cut(own: Sequence[Line], usual: int) -> int:
    """Return how many lines are the entry's: fewer than all where far wider ones follow its end."""
    wide = next((at for at, line in enumerate(own) if len(line.text.rstrip()) > _TOO_WIDE * usual and at > 0), None)
    if wide is None:
        return len(own)
    closed = [at + 1 for at, line in enumerate(own[:wide]) if _CLOSED.search(line.text)]
    if not closed:
        return len(own)
    return next((at for at in closed if not _goes_on(own[at])), closed[-1])


def _goes_on(line: Line) -> bool:
    """Tell whether a line after a full stop reads as one of a reference: an address, a date, a report's number."""
    return bool(re.match(r"\s*(?:https?:|www\.|\S+[/_=&-]\S*\s*$|Report\b|Accessed\b|Source\b|\[)", line.text))


def _notes(lines: Sequence[Line]) -> Listing:
    """Return notes that stand at the foot of pages, or at the end without a heading, where the text has their marks."""
    found = [
        opening
        for opening in openings(lines)
        if opening.weight > 1 and lines[opening.line].text[opening.text_at :].strip()
    ]
    run = longest_count(found)
    if len(run) < 2 or not _marked(lines, run):
        return Listing((), tuple(lines))
    feet = _at_feet(lines, run)
    entries: list[Entry] = []
    others: list[Line] = []
    reached = 0
    for at, opening in enumerate(run):
        others += lines[reached : opening.line]
        end = run[at + 1].line if at + 1 < len(run) else len(lines)
        page = lines[opening.line].page
        if feet:
            end = next((near for near in range(opening.line + 1, end) if lines[near].page != page), end)
        entries.append(Entry(opening.number, tuple(lines[opening.line : end]), opening.text_at))
        reached = end
    return Listing(tuple(entries), (*others, *lines[reached:]))


def _marked(lines: Sequence[Line], run: Sequence[Opening]) -> bool:
    """Tell whether the text outside the run has marks for most of its numbers."""
    opened = {opening.line for opening in run}
    known = {opening.number: place for place, opening in enumerate(run, start=1)}
    texts = [line.text for at, line in enumerate(lines) if at not in opened]
    style = mark_style(texts, known.keys())
    if style is None:
        return False
    marked = {number for text in texts for mark in marks_in(text, style, known) for number in mark.numbers}
    return len(marked) >= 0.6 * len(known)


def _at_feet(lines: Sequence[Line], run: Sequence[Opening]) -> bool:
    """Tell whether text stands above the first note on most pages that have any."""
    firsts: dict[int | None, int] = {}
    for opening in run:
        firsts.setdefault(lines[opening.line].page, opening.line)
    if len(firsts) < 2:
        return False
    above = sum(1 for page, at in firsts.items() if at >= 3 and lines[at - 3].page == page)
    return above >= 0.5 * len(firsts)

"""Building entries from labelled tokens: the work, the visits, the addresses, the passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sourcebook.model import Entry, Passage, Visit, Work
from sourcebook.model.identity import passage_id
from sourcebook.model.page import Section
from sourcebook.segment.excerpts import read_excerpt
from sourcebook.segment.labels import Part
from sourcebook.segment.landmarks import Role
from sourcebook.segment.looks import access_date, is_plainly_written
from sourcebook.segment.runs import Run
from sourcebook.segment.shape import FORMAT
from sourcebook.segment.signs import ADDRESS, addresses, marker_section, source_rest
from sourcebook.segment.token import Sign, Token, join
from sourcebook.vocabulary.credits import Credit, read_credit

_ROLES = {
    Sign.ACCESSED: Role.ACCESSED,
    Sign.UNAVAILABLE: Role.ACCESSED,
    Sign.ARCHIVED: Role.ARCHIVED_NOTE,
    Sign.SOURCE: Role.SOURCE,
    Sign.URL: Role.URL,
}
_LAST_SOURCE = re.compile(r"\bsources?\s*:\s*(?P<rest>\S*)$", re.IGNORECASE)

Labelled = tuple[Token, Part]


class Built(NamedTuple):
    """The entries of a page, and the runs of all that was labelled; `strays` are tokens that no entry takes."""

    entries: tuple[Entry, ...]
    runs: tuple[Run, ...]
    strays: tuple[Token, ...]


def build_entries(labelled: Sequence[Labelled], *, markers: bool) -> Built:
    """Return the entries of a run of labelled tokens. Without any marker their section is not known."""
    names = [marker_section(token.text) for token, part in labelled if part is Part.MARKER]
    section: Section | None = "featured" if markers and "archives" in names and "featured" not in names else None
    entries: list[Entry] = []
    runs: list[Run] = []
    strays: list[Token] = []
    for group in _groups(labelled):
        token, part = group[0]
        if part is Part.MARKER:
            section = "featured" if marker_section(token.text) == "featured" else "archives"
            runs.append((token.start, token.end, Role.MARKER))
        elif part is Part.TITLE:
            entry, taken = _entry(group, section)
            entries.append(entry)
            runs.extend(taken)
        else:
            strays.extend(stray for stray, _ in group)
    return Built(tuple(entries), tuple(runs), tuple(strays))


def _groups(labelled: Sequence[Labelled]) -> list[list[Labelled]]:
    groups: list[list[Labelled]] = []
    for token, part in labelled:
        if part in {Part.TITLE, Part.MARKER} or not groups or groups[-1][-1][1] is Part.MARKER:
            groups.append([])
        groups[-1].append((token, part))
    return groups


def _of(group: Sequence[Labelled], *parts: Part) -> list[Token]:
    return [token for token, part in group if part in parts]


def _together(tokens: Sequence[Token], between: str = " ") -> Token | None:
    """Return tokens as one: a break that wrapping forced is a space, another is what stands `between`."""
    if not tokens:
        return None
    run = [(tokens[0], "")]
    for before, token in pairwise(tokens):
        run.append((token, " " if token.forced or before.text[-1] in ",;:-\u2013" else between))
    return join(run)


def _entry(group: Sequence[Labelled], section: Section | None) -> tuple[Entry, list[Run]]:
    titles = _of(group, Part.TITLE, Part.TITLE_MORE)
    lines = _of(group, Part.CREDIT, Part.CREDIT_MORE)
    notes = _of(group, Part.NOTE, Part.NOTE_UNCREDITED)
    title, line = _together(titles), _together(lines, ", ")
    text = title.text if title else ""
    credit_text = line.text if line else ""
    credit = read_credit(credit_text, title=text) if line else Credit()
    urls = _urls(notes, credit_text)
    form = FORMAT.search(text[-60:])
    work = _work(text, credit_text, credit, urls, form.group(1).upper() if form else None)
    excerpt = read_excerpt(_of(group, Part.EXCERPT), work.id)
    last = group[-1][0]
    entry = Entry(
        work=work,
        start=group[0][0].start,
        end=last.end,
        section=section,
        title_passage=_title_passage(work, titles),
        visits=_visits(notes),
        passages=excerpt.passages,
        urls=urls,
        headings=excerpt.headings,
        archived_copy_noted=any(token.sign is Sign.ARCHIVED for token in notes),
        access_date_unavailable=any(token.sign is Sign.UNAVAILABLE for token in notes),
        source_link_missing=_source_missing(notes, credit_text, urls),
        format_noted=work.format_noted,
    )
    runs: list[Run] = [(token.start, token.end, Role.TITLE) for token in titles]
    runs += [(token.start, token.end, Role.CREDIT) for token in lines]
    runs += [(token.start, token.end, _ROLES[token.sign]) for token in notes]
    return entry, [*runs, *excerpt.runs]


def _work(title: str, credit_text: str, credit: Credit, urls: Sequence[str], form: str | None) -> Work:
    return Work(
        title=title,
        credit=credit_text,
        authors=credit.authors,
        publisher=credit.publisher,
        publisher_place=credit.place,
        container=credit.container,
        issued=credit.issued,
        url=urls[0] if urls else None,
        format_noted=form,
    )


def _title_passage(work: Work, titles: Sequence[Token]) -> Passage:
    return Passage(
        id=passage_id(work.id, work.title, 0),
        text=work.title,
        start=titles[0].start,
        end=titles[-1].end,
        ordinal=1,
        role="title",
    )


def _urls(notes: Sequence[Token], credit: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    tail = _LAST_SOURCE.search(credit)
    if tail and ADDRESS.fullmatch(tail["rest"]):
        found[tail["rest"]] = None
    for token in notes:
        if token.sign is Sign.URL:
            found |= dict.fromkeys(addresses(token.text))
        elif token.sign is Sign.SOURCE:
            found |= dict.fromkeys(addresses(source_rest(token.text) or ""))
    return tuple(found)


def _source_missing(notes: Sequence[Token], credit: str, urls: Sequence[str]) -> bool:
    """Tell whether a "Source:" stands with nothing behind it and no address follows."""
    empty = any(token.sign is Sign.SOURCE and not source_rest(token.text) for token in notes)
    tail = _LAST_SOURCE.search(credit)
    return (empty or (tail is not None and not tail["rest"])) and not urls


def _visits(notes: Sequence[Token]) -> tuple[Visit, ...]:
    """Return each look at a work; an address that stands before an access note is where that look went."""
    visits: list[Visit] = []
    address: str | None = None
    for token in notes:
        if token.sign is Sign.URL:
            address = next(reversed(addresses(token.text)), address)
        elif token.sign is Sign.ACCESSED:
            written = None if is_plainly_written(token) else token
            when = access_date(token.text)
            visits.append(Visit(when=when, address=address, as_written=_as_written(written)))
        elif token.sign is Sign.UNAVAILABLE:
            visits.append(Visit(when=None, address=address, as_written=token.text))
    return tuple(visits)


def _as_written(token: Token | None) -> str | None:
    """Return an odd note as it stands, a line break inside it included."""
    if token is None:
        return None
    pieces = [token.text[piece.at : piece.at + piece.length] for piece in token.pieces]
    return "\n".join(pieces)

"""The entries of a list as References, each read after the one before it, whose credit it may repeat by a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.model.report import Reference
from sourcebook.segment.report.credit import Credit, read_author_date, read_core
from sourcebook.segment.report.fields import Fields, read_fields
from sourcebook.segment.report.joining import Words, join_lines, widest
from sourcebook.segment.report.listing import Entry
from sourcebook.vocabulary.dates import parse_date

_IBID = re.compile(r"\W*(?:ibid(?:em)?|id)\.?(?:\W|$)", re.IGNORECASE)
_SAME = re.compile(r"[\u2014\u2013_-]{1,6}\s*[.,]\s")


def read_entries(entries: Sequence[Entry], words: Words) -> tuple[Reference, ...]:
    """Return the references of a list in the order of their numbers."""
    width = widest(line.text for entry in entries for line in entry.lines)
    found: list[Reference] = []
    for entry in entries:
        begins = entry.lines[0].start + entry.text_at
        texts = [line.text[max(0, begins - line.start) :] for line in entry.lines]
        text = join_lines([text for text in texts if text.strip()], words, width=width)
        place = (entry.lines[0].start, entry.lines[-1].end, entry.lines[0].page)
        found.append(read_reference(text, entry.number, place, found[-1] if found else None))
    return tuple(found)


def read_reference(
    text: str, number: int, place: tuple[int, int, int | None] = (0, 0, None), before: Reference | None = None
) -> Reference:
    """Return what the text of one reference says; `before` is the one that "Ibid." or a dash stands for."""
    start, end, page = place
    if before is not None and _IBID.match(text):
        said = Credit(before.authors, before.title, before.publisher, before.publisher_place, before.container)
        fields = Fields("", before.url, before.issued, before.accessed)
    else:
        fields, said = _read(text, before)
    return Reference(
        number=number,
        text=text,
        start=start,
        end=end,
        page=page,
        authors=said.authors,
        title=said.title,
        publisher=said.publisher,
        publisher_place=said.place,
        container=said.container,
        issued=fields.issued,
        url=fields.url,
        accessed=fields.accessed,
    )


def _read(text: str, before: Reference | None) -> tuple[Fields, Credit]:
    said = Credit(authors=before.authors, publisher=before.publisher) if before else None
    dated = read_author_date(text)
    if dated is None:
        fields = read_fields(text)
        return fields, read_core(fields.core, fields.url, said)
    names, year, rest = dated
    fields = read_fields(f"{names.rstrip('. ')}. {rest}")
    issued = parse_date(year) or parse_date(year[:4])
    return fields._replace(issued=issued), read_core(fields.core, fields.url, said)

"""The entries of a list as References, each read after the one before it, whose credit it may repeat by a dash."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.model.report import Reference
from sourcebook.segment.report.author_dated import read_author_date, read_dated, read_year_second, stands_first
from sourcebook.segment.report.credit import Credit
from sourcebook.segment.report.fields import Fields, read_fields
from sourcebook.segment.report.joining import Words, join_lines, widest
from sourcebook.segment.report.listing import Entry
from sourcebook.segment.report.manners import Manner, manner_of, read_in_manner
from sourcebook.segment.report.repeats import repeated
from sourcebook.vocabulary.dates import parse_date

_GAP = re.compile(r"\s{3,}")
_FURTHER = re.compile(r";\s+(?:and\s+)?(?:see\b|cf\.|compare\b|v\u00e9ase\b|voir\b|vgl\.)", re.IGNORECASE)
_LONGEST = 3000


def read_entries(entries: Sequence[Entry], words: Words) -> tuple[Reference, ...]:
    """Return the references of a list in the order of their numbers."""
    width = widest(line.text for entry in entries for line in entry.lines)
    texts = [_text(entry, words, width) for entry in entries]
    close = [_close(text) for text in texts]
    manner = manner_of(close, [read_fields(text).core for text in close])
    found: list[Reference] = []
    for entry, text in zip(entries, texts, strict=True):
        place = (entry.lines[0].start, entry.lines[-1].end, entry.lines[0].page)
        found.append(read_reference(text, entry.number, place, found, manner))
    return tuple(found)


def _text(entry: Entry, words: Words, width: int) -> str:
    begins = entry.lines[0].start + entry.text_at
    texts = [line.text[max(0, begins - line.start) :] for line in entry.lines]
    return join_lines([text for text in texts if text.strip()], words, width=width)


def read_reference(
    text: str,
    number: int,
    place: tuple[int, int, int | None] = (0, 0, None),
    earlier: Sequence[Reference] = (),
    manner: Manner = "stops",
) -> Reference:
    """Return what the text of one reference says; `earlier` are those that "Ibid.", "op. cit." or a dash stand for."""
    start, end, page = place
    meant = repeated(text, earlier)
    if meant is not None:
        one = earlier[meant - 1]
        said = Credit(one.authors, one.title, one.publisher, one.publisher_place, one.container)
        fields = Fields("", one.url, one.issued, one.accessed)
    else:
        fields, said = _read(_close(text), earlier[-1] if earlier else None, manner)
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
        stands_for=meant,
    )


def _close(text: str) -> str:
    """Return what is read of a text: as much as a reference may be long, without wide gaps, which patterns dwell on."""
    return _GAP.sub("  ", _FURTHER.split(text[:_LONGEST], maxsplit=1)[0])


def _read(text: str, before: Reference | None, manner: Manner) -> tuple[Fields, Credit]:
    said = Credit(authors=before.authors, publisher=before.publisher) if before else None
    dated = read_author_date(text)
    if dated is not None and not (manner in ("stops", "years") or (manner == "commas" and stands_first(dated.names))):
        dated = None
    if dated is None and manner == "years":
        dated = read_year_second(text)
    if dated is None:
        fields = read_fields(text)
        return fields, read_in_manner(manner, fields.core, fields.url, said)
    fields = read_fields(dated.rest)
    told = parse_date(dated.year) or parse_date(dated.year[:4])
    if told is None or not (fields.issued or "").startswith(told):
        fields = fields._replace(issued=told)
    return fields, read_dated(dated, fields.core, fields.url)

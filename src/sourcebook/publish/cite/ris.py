"""Works as RIS, the tagged lines that every reference manager reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sourcebook.model.cited import Cited
from sourcebook.publish.cite.datewords import AMERICAN_ORDER, spell
from sourcebook.publish.cite.reference import Reference, refer
from sourcebook.segment.library.csl import beyond, natural
from sourcebook.segment.library.item import OURS, ours_as_text
from sourcebook.segment.library.mapping import written_kind
from sourcebook.segment.library.ris import OUR_TAG, csl_item
from sourcebook.vocabulary.author_names import Name
from sourcebook.vocabulary.cited_dates import When, either
from sourcebook.vocabulary.work_kinds import kind_of


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    return ", ".join(part for part in (name.short, name.given, name.suffix) if part)


def _date(when: When | None) -> str:
    """Return a date as year/month/day/other, where other holds in words what the numbers cannot."""
    if when is None:
        return ""
    numbers = [f"{unit:04d}" if place == 0 else f"{unit:02d}" for place, unit in enumerate(when.common)]
    return "/".join([*(numbers + [""] * 3)[:3], _other(when)])


def _other(when: When) -> str:
    if when.choices:
        return either(when)
    whole = when.season or when.end or when.literal
    words = spell(when, AMERICAN_ORDER) if whole else ""
    return f"about {words or when.start[0]}" if when.circa else words


def _lines(cited: Cited, reference: Reference) -> Iterator[tuple[str, str]]:
    year = reference.issued.common[:1] if reference.issued else ()
    yield "TY", written_kind("ris", kind_of(cited.work), reference.type)
    yield "ID", reference.id
    for name in reference.names:
        yield "AU", _name(name)
    yield "TI", reference.title
    yield "T2", reference.container
    yield "PB", reference.publisher
    yield "CY", reference.place
    yield "ET", reference.edition
    yield "M3", reference.genre
    yield "PY", f"{year[0]:04d}" if year else ""
    yield "DA", _date(reference.issued)
    yield "UR", reference.url
    yield "Y2", _date(reference.accessed)
    yield "LA", reference.language
    yield "DB", reference.archive or reference.held_by
    yield "AN", reference.held_at
    yield "OP", _date(reference.first_issued)


def write_record(cited: Cited) -> str:
    """Return one work as a record; what RIS has no tag for stands in one for users' own use."""
    folded = ((tag, " ".join(value.split())) for tag, value in _lines(cited, refer(cited)))
    lines = [(tag, value) for tag, value in folded if value]
    fields: dict[str, list[str]] = {}
    for tag, value in lines:
        fields.setdefault(tag, []).append(value)
    if lost := beyond(cited, natural(csl_item(fields))):
        lines.append((OUR_TAG, f"{OURS} {ours_as_text(lost)}"))
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines) + "ER  - \r\n"


def write_ris(works: Iterable[Cited]) -> str:
    """Return works as a RIS file, each work once."""
    return "\r\n".join({work.work.id: write_record(work) for work in works}.values())

"""Works as RIS, the tagged lines that every reference manager reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sourcebook.publish.cite.dates import When, either
from sourcebook.publish.cite.datewords import AMERICAN_ORDER, spell
from sourcebook.publish.cite.names import Name
from sourcebook.publish.cite.reference import Cited, Reference, refer

TYPES = {
    "webpage": "ELEC",
    "report": "RPRT",
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "article-journal": "JOUR",
    "entry-encyclopedia": "ENCYC",
    "book": "BOOK",
}


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


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    year = reference.issued.common[:1] if reference.issued else ()
    yield "TY", TYPES[reference.type]
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
    yield "DB", reference.archive


def write_record(cited: Cited) -> str:
    """Return one work as a record."""
    lines = [(tag, " ".join(value.split())) for tag, value in _lines(refer(cited))]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def write_ris(works: Iterable[Cited]) -> str:
    """Return works as a RIS file, each work once."""
    return "\r\n".join({work.work.id: write_record(work) for work in works}.values())

"""What a citation is made of: a work, when it was looked at, and the place in it, as the styles need them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import msgspec

from sourcebook.model import Value, Visit, Work
from sourcebook.model.cited import Cited, Locator
from sourcebook.vocabulary.author_names import Name, split_authors
from sourcebook.vocabulary.cited_dates import When, read_edtf
from sourcebook.vocabulary.web_archives import archive_name
from sourcebook.vocabulary.work_kinds import DEFAULT, GENRES, SERIAL, TYPES, kind_of

# Outcomes after which the reader had the work, or what stood in its place, before them.
SEEN = frozenset({"read", "changed", "moved", "archived_elsewhere", "unknown"})
_EDITION = re.compile(r"\b((?:\d{4}|[A-Z][a-z]+|\d+(?:st|nd|rd|th)) [Ee]dition)\b")


class Reference(Value, frozen=True, cache_hash=True):
    """A work as the styles print it.

    `type` is a CSL type; `names` holds the body behind it where no person signs. `archive` is the web archive where
    the work was last seen, `held_by` the archive of papers that holds it, `held_at` its place there.
    """

    id: str
    type: str
    names: tuple[Name, ...] = ()
    title: str = ""
    container: str = ""
    publisher: str = ""
    place: str = ""
    genre: str = ""
    edition: str = ""
    issued: When | None = None
    accessed: When | None = None
    url: str = ""
    archive: str = ""
    language: str = ""
    locator: Locator | None = None
    first_issued: When | None = None
    held_by: str = ""
    held_at: str = ""


def last_seen(visits: tuple[Visit, ...]) -> Visit | None:
    """Return the latest dated look that found the work, else an undated one that did, else None."""
    seen = [visit for visit in visits if visit.outcome in SEEN]
    dated = [visit for visit in seen if visit.when]
    if dated:
        return max(dated, key=lambda visit: (visit.when or "").strip("["))
    return seen[-1] if seen else None


def _address(cited: Cited, visit: Visit | None) -> tuple[str, str]:
    """Return the address where the work was last seen, and the web archive that holds it there."""
    own = cited.work.url or ""
    if visit is None or not visit.address or visit.outcome not in {"archived_elsewhere", "moved"}:
        return own or (visit.address if visit and visit.address else ""), ""
    return visit.address, archive_name(visit.address) if visit.outcome == "archived_elsewhere" else ""


def _homes(work: Work, csl_type: str, *, signed: bool) -> tuple[str, str]:
    """Return the container and the publisher to print.

    A publisher is a container where it names a newspaper or a site; it is neither where it stands as the author.
    """
    container, publisher = work.container or "", work.publisher or ""
    if csl_type in SERIAL:
        return container or publisher, ""
    if not signed:
        return container, ""
    if csl_type == "webpage" and not container:
        return publisher, ""
    if csl_type == "entry-encyclopedia" and not container:
        return publisher, ""
    return container, publisher


def _clean(text: str | None) -> str:
    """Return a text in one line and without control characters, which a terminal would obey."""
    return " ".join("".join(c for c in text or "" if c.isspace() or unicodedata.category(c) != "Cc").split())


def _cleaned(name: Name) -> Name:
    return Name(**{field: _clean(getattr(name, field)) for field in name.__struct_fields__})


def _title(work: Work) -> str:
    """Return the title without the mark of its format, as `[PDF]`, which is no part of it."""
    title = _clean(work.title)
    return title.removesuffix(f"[{work.format_noted}]").rstrip() if work.format_noted else title


def refer(cited: Cited) -> Reference:
    """Return a work as the styles print it; nothing is refused, and what is not known is left out."""
    if cited.locator is None:
        return _refer_whole(cited)
    return msgspec.structs.replace(_refer_whole(msgspec.structs.replace(cited, locator=None)), locator=cited.locator)


@lru_cache(maxsize=1024)
def _refer_whole(cited: Cited) -> Reference:
    """Return a work without a place in it: its pages ask for the same one over and over."""
    work = cited.work
    kind = kind_of(work)
    csl_type = TYPES.get(kind, DEFAULT)
    names = split_authors(work.authors)
    container, publisher = _homes(work, csl_type, signed=bool(names))
    if not names and csl_type not in SERIAL and work.publisher:
        names = (Name(literal=work.publisher),)
    visit = last_seen(cited.visits)
    url, archive = _address(cited, visit)
    edition = _EDITION.search(work.credit)
    return Reference(
        id=work.id,
        type=csl_type,
        names=tuple(_cleaned(name) for name in names),
        title=_title(work),
        container=_clean(container),
        publisher=_clean(publisher),
        place=_clean(work.publisher_place),
        genre=GENRES.get(kind, ""),
        edition=edition[1] if edition and csl_type not in SERIAL else "",
        issued=read_edtf(_clean(work.issued)),
        accessed=read_edtf(_clean(visit.when)) if visit else None,
        url=_clean(url),
        archive=_clean(archive),
        language=_clean(work.language),
        first_issued=read_edtf(_clean(work.original_issued)),
        held_by=_clean(work.archive),
        held_at=_clean(work.archive_location),
    )

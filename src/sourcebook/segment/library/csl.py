"""Works of CSL-JSON: what its own fields say, and, of items that Sourcebook wrote, all the rest.

Every other format is read into such an item first, so that one function decides what a work is. What a format has no
field for stands under `custom.sourcebook`, so that reading an item back gives the very same work.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from sourcebook.errors import InputRefused
from sourcebook.model import Visit, Work
from sourcebook.model.cited import Cited, Locator, LocatorLabel
from sourcebook.vocabulary.author_names import Name, join_name
from sourcebook.vocabulary.cited_dates import from_csl_date, write_edtf
from sourcebook.vocabulary.date_words import edtf_to_words
from sourcebook.vocabulary.edtf import is_edtf
from sourcebook.vocabulary.web_archives import is_archived, original_address
from sourcebook.vocabulary.work_kinds import DEFAULT, GENRES

CslItem = dict[str, Any]

CUSTOM: Final = "sourcebook"
NAME_PARTS: Final = {
    "family": "family",
    "given": "given",
    "non-dropping-particle": "particle",
    "suffix": "suffix",
    "literal": "literal",
}
# Country pages credit the newspaper or the site as the publisher; CSL names it as the container.
_PUBLISHED_AS: Final = frozenset({"webpage", "article-newspaper", "article-magazine"})
_LABELS: Final[Mapping[str, LocatorLabel]] = {"page": "page", "paragraph": "paragraph"}
_ADDRESS: Final = ("http://", "https://")


def from_csl(item: CslItem) -> Cited:
    """Return the work of a CSL-JSON item.

    Items that Sourcebook wrote come back whole; of others the fields that a Work has are read.
    Raises InputRefused where the item is no object, or its `custom.sourcebook` holds what no work can.
    """
    if not isinstance(item, dict):
        raise InputRefused("The CSL-JSON item is not an object.", next_step="Give one object for each work.")
    plain = plain_of(natural(item))
    kept = written_by_us(item)
    if kept is not None:
        work = kept.get("work")
        plain["work"] |= work if isinstance(work, dict) else {}
        plain |= {key: value for key, value in kept.items() if key != "work"}
    plain["work"] = {field: value for field, value in plain["work"].items() if value is not None}
    try:
        return msgspec.convert(plain, Cited)
    except msgspec.ValidationError as error:
        raise InputRefused(
            f"The CSL-JSON item {item.get('id', '')!r} cannot be read: {error}.",
            next_step="Remove its custom.sourcebook part to read the rest.",
        ) from error


def written_by_us(item: CslItem) -> dict[str, Any] | None:
    """Return what Sourcebook put into an item beside CSL's own fields, None where it put nothing."""
    custom = item.get("custom")
    kept = custom.get(CUSTOM) if isinstance(custom, dict) else None
    return kept if isinstance(kept, dict) else None


def beyond(cited: Cited, read: Cited) -> dict[str, Any]:
    """Return what must be kept beside a format's own fields so that what was read from them becomes the work."""
    told, given = plain_of(read), plain_of(cited)
    lost = {key: value for key, value in given.items() if key != "work" and told.get(key) != value}
    lost |= {key: [] for key in ("visits",) if key in told and key not in given}
    work = {field: value for field, value in given["work"].items() if told["work"].get(field) != value}
    work |= {field: None for field in told["work"] if field not in given["work"]}
    return lost | ({"work": work} if work else {})


def plain_of(cited: Cited) -> dict[str, Any]:
    """Return a work as plain values, without its defaults."""
    plain: dict[str, Any] = msgspec.to_builtins(cited)
    return plain


def natural(item: CslItem) -> Cited:
    """Return the work that CSL's own fields tell of, and the look at it that they date."""
    url, accessed = _text(item, "URL") or _doi(item), _date(item, "accessed")
    archive, location = _text(item, "archive"), _text(item, "archive_location")
    visits: tuple[Visit, ...] = (Visit(when=accessed, outcome="read", address=url),) if accessed else ()
    if location and location.lower().startswith(_ADDRESS):
        visits = (Visit(when=accessed, outcome="archived_elsewhere", address=location),)
        archive = location = None
    elif url and is_archived(url):
        visits = (Visit(when=accessed, outcome="archived_elsewhere", address=url),)
        url, archive = original_address(url), None
    work = _work(item, url, archive, location)
    return Cited(work=msgspec.structs.replace(work, credit=credit_of(work)), visits=visits, locator=_locator(item))


def _locator(item: CslItem) -> Locator | None:
    """Return the place in the work that an item points to: a page where it does not say what its number counts."""
    value, label = _text(item, "locator"), _text(item, "label") or "page"
    return Locator(label=_LABELS[label], value=value) if value and label in _LABELS else None


def credit_of(work: Work) -> str:
    """Return the credit line that a page would print under a work's title."""
    issued = edtf_to_words(work.issued) if work.issued and is_edtf(work.issued) else work.issued
    parts = (", ".join(work.authors), work.container, work.publisher, work.publisher_place, issued)
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _work(item: CslItem, url: str | None, archive: str | None, location: str | None) -> Work:
    names = _names(item)
    publisher, container = _text(item, "publisher"), _text(item, "container-title")
    bodies = [name for name in names if name.literal]
    if publisher is None and len(names) == 1 and bodies:
        publisher, names = bodies[0].literal, ()
    elif publisher is None and _text(item, "type") in _PUBLISHED_AS:
        publisher, container = container, None
    return Work(
        title=_text(item, "title") or "",
        authors=tuple(join_name(name) for name in names),
        publisher=publisher,
        publisher_place=_text(item, "publisher-place"),
        container=container,
        issued=_date(item, "issued"),
        original_issued=_date(item, "original-date"),
        url=url,
        kind=_kind(item),
        language=_text(item, "language"),
        archive=archive,
        archive_location=location,
    )


def _text(item: CslItem, key: str) -> str | None:
    value = item.get(key)
    return str(value) if isinstance(value, str | int | float) and str(value) else None


def _doi(item: CslItem) -> str | None:
    doi = (_text(item, "DOI") or "").strip()
    return f"https://doi.org/{doi.removeprefix('doi:').strip()}" if doi and "://" not in doi else doi or None


def _date(item: CslItem, key: str) -> str | None:
    value = item.get(key)
    if isinstance(value, str) and is_edtf(value):
        return value
    return write_edtf(from_csl_date(value))


def _names(item: CslItem) -> tuple[Name, ...]:
    names = item.get("author") or item.get("editor")
    found = []
    for name in names if isinstance(names, list) else []:
        if isinstance(name, Mapping):
            parts = {field: str(name[key]) for key, field in NAME_PARTS.items() if name.get(key)}
            if parts and name.get("dropping-particle"):
                parts["given"] = f"{parts.get('given', '')} {name['dropping-particle']}".strip()
            found += [Name(**parts)] if parts else []
    return tuple(found)


def _kind(item: CslItem) -> str:
    genre = (_text(item, "genre") or "").lower()
    for kind, wording in GENRES.items():
        if genre == wording.lower():
            return kind
    return _text(item, "type") or DEFAULT

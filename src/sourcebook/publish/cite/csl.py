"""Works as CSL-JSON, both ways.

What CSL has a field for goes there, as the styles need it; whatever would be lost that way stands under
`custom.sourcebook`, so that reading an item back gives the very same work.
"""

from __future__ import annotations

from typing import Any

import msgspec

from sourcebook.errors import InputRefused
from sourcebook.model import Work
from sourcebook.publish.cite.dates import from_csl_date, to_csl_date, write_edtf
from sourcebook.publish.cite.kinds import DEFAULT, GENRES
from sourcebook.publish.cite.names import Name, join_name
from sourcebook.publish.cite.reference import Cited, Reference, refer

CslItem = dict[str, Any]

CUSTOM = "sourcebook"
_TEXTS = {
    "title": "title",
    "container-title": "container",
    "publisher": "publisher",
    "publisher-place": "place",
    "genre": "genre",
    "edition": "edition",
    "URL": "url",
    "archive": "archive",
    "language": "language",
}
# Country pages credit the newspaper or the site as the publisher; CSL names it as the container.
_PUBLISHED_AS = frozenset({"webpage", "article-newspaper", "article-magazine"})
_PARTS = {
    "family": "family",
    "given": "given",
    "non-dropping-particle": "particle",
    "suffix": "suffix",
    "literal": "literal",
}


def _name(name: Name) -> dict[str, str]:
    parts = {key: getattr(name, field) for key, field in _PARTS.items()}
    return {key: value for key, value in parts.items() if value}


def natural(reference: Reference) -> CslItem:
    """Return the CSL-JSON item of a reference, with CSL's own fields only."""
    item: CslItem = {"id": reference.id, "type": reference.type}
    item |= {key: value for key, field in _TEXTS.items() if (value := getattr(reference, field))}
    if reference.names:
        item["author"] = [_name(name) for name in reference.names]
    for key, when in (("issued", reference.issued), ("accessed", reference.accessed)):
        if date := to_csl_date(when):
            item[key] = date
    return item


def to_csl(cited: Cited) -> CslItem:
    """Return the CSL-JSON item of a work, with everything else that is known of it under `custom.sourcebook`."""
    item = natural(refer(cited))
    read, given = _plain(Cited(work=_work(item))), _plain(cited)
    lost = {key: value for key, value in given.items() if key != "work"}
    work = {field: value for field, value in given["work"].items() if read["work"].get(field) != value}
    work |= {field: None for field in read["work"] if field not in given["work"]}
    if work:
        lost["work"] = work
    return item | {"custom": {CUSTOM: lost}} if lost else item


def _plain(cited: Cited) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(cited)
    return plain


def _text(item: CslItem, key: str) -> str | None:
    value = item.get(key)
    return str(value) if isinstance(value, str | int | float) and str(value) else None


def _names(item: CslItem) -> tuple[Name, ...]:
    names = item.get("author")
    found = []
    for name in names if isinstance(names, list) else []:
        if isinstance(name, dict):
            parts = {field: str(name[key]) for key, field in _PARTS.items() if name.get(key)}
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


def _work(item: CslItem) -> Work:
    """Return the work that CSL's own fields tell of."""
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
        issued=write_edtf(from_csl_date(item.get("issued"))),
        url=_text(item, "URL"),
        kind=_kind(item),
        language=_text(item, "language"),
    )


def from_csl(item: CslItem) -> Cited:
    """Return the work of a CSL-JSON item.

    Items that Sourcebook wrote come back whole; of others the fields that a Work has are read.
    Raises InputRefused where the item is no object, or its `custom.sourcebook` holds what no work can.
    """
    if not isinstance(item, dict):
        raise InputRefused("The CSL-JSON item is not an object.", next_step="Give one object for each work.")
    custom = item.get("custom")
    kept = custom.get(CUSTOM) if isinstance(custom, dict) else None
    plain = _plain(Cited(work=_work(item)))
    if isinstance(kept, dict):
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

"""Works as Zotero's own JSON, the items of its interface, which its plugins and its web library take."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sourcebook.model.cited import Cited
from sourcebook.publish.cite.reference import Reference, refer
from sourcebook.segment.library.csl import beyond, natural
from sourcebook.segment.library.item import OURS, ours_as_text
from sourcebook.segment.library.mapping import written_kind
from sourcebook.segment.library.zotero import csl_item
from sourcebook.vocabulary.author_names import Name
from sourcebook.vocabulary.cited_dates import When, either, write_edtf
from sourcebook.vocabulary.work_kinds import kind_of

CONTAINERS = {
    "webpage": "websiteTitle",
    "encyclopediaArticle": "encyclopediaTitle",
    "dictionaryEntry": "dictionaryTitle",
    "bookSection": "bookTitle",
    "conferencePaper": "proceedingsTitle",
    "blogPost": "blogTitle",
}
PUBLISHERS = {"report": "institution", "thesis": "university"}
GENRES = {"report": "reportType", "thesis": "thesisType", "manuscript": "manuscriptType"}


def _creator(name: Name) -> dict[str, str]:
    if name.literal or not name.given:
        return {"creatorType": "author", "name": name.literal or name.short}
    given = f"{name.given}, {name.suffix}" if name.suffix else name.given
    return {"creatorType": "author", "lastName": name.short, "firstName": given}


def _date(when: When | None) -> str:
    if when is None:
        return ""
    return either(when) if when.choices else write_edtf(when) or ""


def _fields(reference: Reference, item_type: str) -> dict[str, Any]:
    return {
        "key": reference.id,
        "itemType": item_type,
        "title": reference.title,
        "creators": [_creator(name) for name in reference.names],
        CONTAINERS.get(item_type, "publicationTitle"): reference.container,
        PUBLISHERS.get(item_type, "publisher"): reference.publisher,
        "place": reference.place,
        GENRES.get(item_type, "websiteType"): reference.genre,
        "edition": reference.edition,
        "date": _date(reference.issued),
        "language": reference.language,
        "url": reference.url,
        "accessDate": _date(reference.accessed),
        "archive": reference.archive or reference.held_by,
        "archiveLocation": reference.held_at,
    }


def to_zotero(cited: Cited) -> dict[str, Any]:
    """Return a work as an item; what Zotero has no field for stands in `extra`, as its users write it there."""
    reference = refer(cited)
    item_type = written_kind("zotero", kind_of(cited.work), reference.type)
    item = {name: value for name, value in _fields(reference, item_type).items() if value}
    first = _date(reference.first_issued)
    extra = f"Original Date: {first}" if first else ""
    lost = beyond(cited, natural(csl_item({**item, "extra": extra})))
    lines = [line for line in (extra, f"{OURS}: {ours_as_text(lost)}" if lost else "") if line]
    return item | ({"extra": "\n".join(lines)} if lines else {})


def write_zotero(works: Iterable[Cited]) -> str:
    """Return works as a list of items, each work once."""
    items = list({work.work.id: to_zotero(work) for work in works}.values())
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"

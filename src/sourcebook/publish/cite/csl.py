"""Works as CSL-JSON, as the styles need it; what CSL has no field for stands under `custom.sourcebook`."""

from __future__ import annotations

from sourcebook.model.cited import Cited
from sourcebook.publish.cite.reference import Reference, refer
from sourcebook.segment.library.csl import CUSTOM, NAME_PARTS, CslItem, beyond
from sourcebook.segment.library.csl import natural as read_natural
from sourcebook.segment.library.mapping import BY_CSL
from sourcebook.vocabulary.author_names import Name
from sourcebook.vocabulary.cited_dates import to_csl_date
from sourcebook.vocabulary.work_kinds import kind_of

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


def _name(name: Name) -> dict[str, str]:
    parts = {key: getattr(name, field) for key, field in NAME_PARTS.items()}
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
    reference = refer(cited)
    item = natural(reference)
    if kind_of(cited.work) in BY_CSL:
        item["type"] = kind_of(cited.work)
    held = {"archive": reference.archive or reference.held_by, "archive_location": reference.held_at}
    item |= {key: value for key, value in held.items() if value}
    if reference.locator is not None:
        item |= {"locator": reference.locator.value, "label": reference.locator.label}
    if first := to_csl_date(reference.first_issued):
        item["original-date"] = first
    lost = beyond(cited, read_natural(item))
    return item | {"custom": {CUSTOM: lost}} if lost else item

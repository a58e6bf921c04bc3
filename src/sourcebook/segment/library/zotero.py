"""Zotero's own JSON: items as its interface gives them, as a list, under `items`, or each in its `data`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any, Final

from sourcebook.model import Document, Problem
from sourcebook.model.cited import Library, LibraryItem
from sourcebook.segment.library.csl import CUSTOM, CslItem
from sourcebook.segment.library.item import OURS, TooOdd, library_item, ours_from_text, put_dates, told
from sourcebook.segment.library.json_items import JsonItem, looks_like_items, read_items
from sourcebook.segment.library.mapping import DATES, NAMES, TEXTS, kind_by
from sourcebook.vocabulary.author_names import SUFFIXES

_TYPES: Final = kind_by("zotero")
_NO_WORK: Final = frozenset({"attachment", "note", "annotation"})
_TAGS: Final = re.compile(r"<(?:/p|/div|br\s*/?|/li|/h\d)>", re.IGNORECASE)
_ANY_TAG: Final = re.compile(r"<[^<>]*>")
_EXTRA: Final = re.compile(r"\s*([A-Za-z][A-Za-z _-]{1,40}?)\s*:\s*(.*)")
_EXTRA_TEXTS: Final = {
    "original date": "original-date",
    "issued": "issued",
    "archive": "archive",
    "archive location": "archive_location",
    "archive_location": "archive_location",
    "container title": "container-title",
    "publisher": "publisher",
    "publisher place": "publisher-place",
    "genre": "genre",
    "doi": "DOI",
}
_NOW: Final = "CURRENT_TIMESTAMP"


class ZoteroLibrary:
    """Reads Zotero's JSON."""

    name = "Zotero JSON"

    def accepts(self, document: Document) -> bool:
        """Take JSON whose first objects have an `itemType`."""
        return looks_like_items(document.text) and '"itemType"' in document.text[:65536]

    def read(self, document: Document) -> Library:
        """Return the items in their order, notes with the item that they belong to."""
        problems: list[Problem] = []
        listed = [(_data(one.value), one) for one in read_items(document.text)]
        notes: dict[str, list[str]] = {}
        for data, _ in listed:
            if data.get("itemType") == "note" and (text := plain(str(data.get("note") or ""))):
                notes.setdefault(str(data.get("parentItem", "")), []).append(text)
        items: list[LibraryItem] = []
        for data, one in listed:
            if data.get("itemType") in _NO_WORK:
                continue
            item = csl_item(data)
            item["note"] = [*item["note"], *notes.get(str(data.get("key", "-")), ())]
            try:
                items.append(library_item(item, one.start, one.end))
            except TooOdd as error:
                problems.append(Problem(what=f"Of the item {data.get('title', '')!r}: {error}", offset=one.start))
                items += [error.item] if error.item else []
        return Library(form=self.name, items=tuple(items), problems=told(problems))


def _data(value: JsonItem) -> JsonItem:
    inner = value.get("data")
    return inner if isinstance(inner, dict) and "itemType" in inner else value


def csl_item(data: Mapping[str, Any]) -> CslItem:
    """Return an item as a CSL-JSON item; lines `Name: value` of `extra` fill what the item has no field for."""
    extra, rest = _extra(str(data.get("extra") or ""))
    kind = _TYPES.get(str(data.get("itemType", "")).lower(), "document")
    item: CslItem = {"id": str(data.get("citationKey") or data.get("key") or ""), "type": extra.get("type", kind)}
    for field in TEXTS:
        value = next(
            (data[name] for name in field.zotero if isinstance(data.get(name), str) and data[name].strip()), ""
        )
        if text := value or extra.get(field.csl, ""):
            item[field.csl] = text
    for names in NAMES:
        if people := list(_people(data.get("creators"), names.zotero)):
            item[names.csl] = people
    put_dates(item, _dates(data, extra))
    tags = data.get("tags")
    listed = tags if isinstance(tags, Sequence) and not isinstance(tags, str) else ()
    item["keyword"] = [str(tag.get("tag", "") if isinstance(tag, dict) else tag) for tag in listed]
    item["note"] = [text for one in _notes(data) if (text := plain(one))] + rest
    if (kept := ours_from_text(extra.get(OURS, ""))) is not None:
        item["custom"] = {CUSTOM: kept}
    return item


def _extra(text: str) -> tuple[dict[str, str], list[str]]:
    """Part the lines of `extra` into fields by CSL's names and those that are a note."""
    fields: dict[str, str] = {}
    rest = []
    for line in text.splitlines():
        found = _EXTRA.fullmatch(line)
        name = found[1].lower() if found else ""
        known = _EXTRA_TEXTS.get(name) or (name if name in {OURS, "type"} else "")
        if found and known:
            fields.setdefault(known, found[2].strip())
        elif line.strip():
            rest.append(line.strip())
    return fields, rest


def _people(creators: object, roles: Sequence[str]) -> Iterator[dict[str, str]]:
    for one in creators if isinstance(creators, list) else ():
        if not isinstance(one, dict) or one.get("creatorType", "author") not in roles:
            continue
        parts = {"family": one.get("lastName"), "given": one.get("firstName"), "literal": one.get("name")}
        if one.get("fieldMode") == 1:
            parts = {"literal": one.get("lastName")}
        if found := {key: str(value) for key, value in parts.items() if value}:
            yield _with_suffix(found)


def _with_suffix(parts: dict[str, str]) -> dict[str, str]:
    """Part "Jr." from given names, behind which Zotero's users write it."""
    given, _, suffix = parts.get("given", "").rpartition(", ")
    is_suffix = given and suffix.rstrip(".").lower() in SUFFIXES
    return {**parts, "given": given, "suffix": suffix} if is_suffix else parts


def _dates(data: Mapping[str, Any], extra: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for field in DATES:
        for name in field.zotero:
            if (value := str(data.get(name) or "")) != _NOW:
                yield field.csl, value
        yield field.csl, extra.get(field.csl, "")


def _notes(data: Mapping[str, Any]) -> Iterator[str]:
    notes = data.get("notes")
    for one in notes if isinstance(notes, list) else ():
        yield str(one.get("note", "") if isinstance(one, dict) else one)


def plain(markup: str) -> str:
    """Return the text of a note, which Zotero keeps as HTML, its paragraphs parted by line breaks."""
    text = unescape(_ANY_TAG.sub("", _TAGS.sub("\n", markup)))
    return "\n".join(line for part in text.splitlines() if (line := " ".join(part.split())))

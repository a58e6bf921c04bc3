"""An entry of BibTeX in CSL's words: names taken apart as BibTeX does, dates as BibLaTeX or BibTeX write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bibtexparser.middlewares.names import (
    InvalidNameError,
    NameParts,
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from sourcebook.segment.library.csl import CUSTOM, CslItem
from sourcebook.segment.library.item import OURS, ours_from_text, put_dates
from sourcebook.segment.library.latex import outside_braces, to_address, to_text
from sourcebook.segment.library.mapping import ARTICLES, NAMES, TEXTS, kind_by

_TYPES: Final = kind_by("bibtex")
_THESES: Final = {"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis"}
_ADDRESSES: Final = frozenset({"URL", "DOI", "archive_location"})
_PARENT: Final = frozenset({"inreference", "online", "electronic", "www"})
_EXTENDED: Final = re.compile(r"\b(family|given|prefix|suffix)(?:-i)?\s*=\s*(\{[^{}]*\}|\"[^\"]*\"|[^,]*)")
_EXTENDED_PARTS: Final = {"family": "family", "given": "given", "prefix": "non-dropping-particle", "suffix": "suffix"}
_HOWPUBLISHED: Final = re.compile(r"\\url\s*\{([^{}]+)\}|(https?://[^\s{}]+)")
_SPLIT_KEYWORDS: Final = re.compile(r"\s*[;,]\s*")


def csl_item(entry_type: str, key: str, fields: Mapping[str, str]) -> CslItem:
    """Return an entry as a CSL-JSON item; `fields` are keyed in small letters and hold their raw TeX."""
    item: CslItem = {"id": key, "type": _type(entry_type, fields)}
    for field in TEXTS:
        raw = next((fields[name] for name in field.bibtex if fields.get(name, "").strip()), "")
        if text := to_address(raw) if field.csl in _ADDRESSES else to_text(raw):
            item[field.csl] = text
    _put_parts(item, entry_type, fields)
    for names in NAMES:
        raw = next((fields[name] for name in names.bibtex if fields.get(name, "").strip()), "")
        if people := [person for name in _split(raw) if (person := person_of(name))]:
            item[names.csl] = people
    put_dates(item, _dates(fields))
    item["keyword"] = _SPLIT_KEYWORDS.split(to_text(fields.get("keywords") or fields.get("keyword") or ""))
    item["note"] = [to_text(fields[name]) for name in ("note", "annotation", "annote", "addendum") if name in fields]
    if (kept := ours_from_text(fields.get(OURS, ""))) is not None:
        item["custom"] = {CUSTOM: kept}
    return item


def _type(entry_type: str, fields: Mapping[str, str]) -> str:
    if entry_type == "article":
        return ARTICLES.get(fields.get("entrysubtype", "").strip().lower(), "article-journal")
    found = _TYPES.get(entry_type, "document")
    return "webpage" if found == "document" and "url" in fields and entry_type == "misc" else found


def _put_parts(item: CslItem, entry_type: str, fields: Mapping[str, str]) -> None:
    """Put what BibTeX says in its own way: subtitles, who stands for a site, the degree, an address in a note."""
    if subtitle := to_text(fields.get("subtitle", "")):
        item["title"] = f"{item.get('title', '')}: {subtitle}".removeprefix(": ")
    organization = to_text(fields.get("organization", ""))
    if organization and entry_type in _PARENT and not item.get("container-title"):
        item["container-title"] = organization
        if item.get("publisher") == organization:
            del item["publisher"]
    if "genre" not in item and entry_type in _THESES:
        item["genre"] = _THESES[entry_type]
    published = fields.get("howpublished", "")
    if "URL" not in item and (found := _HOWPUBLISHED.search(published)):
        item["URL"] = to_address(found[1] or found[2])
    elif published and "publisher" not in item and "URL" not in item:
        item["publisher"] = to_text(published)


def _dates(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "issued", fields.get("date", "") or _old_date(fields, "")
    yield "accessed", fields.get("urldate", "") or _old_date(fields, "url")
    yield "original-date", fields.get("origdate", "") or _old_date(fields, "orig")
    for name in ("lastchecked", "lastaccessed"):
        yield "accessed", to_text(fields.get(name, ""))


def _old_date(fields: Mapping[str, str], prefix: str) -> str:
    """Return a date of BibTeX's separate fields; a month may hold a day before or behind its name."""
    year, month, day = (to_text(fields.get(f"{prefix}{name}", "")) for name in ("year", "month", "day"))
    if month.isdecimal() and year.isdecimal():
        return "-".join([year, month.zfill(2), *([day.zfill(2)] if day.isdecimal() else [])])
    return " ".join(part for part in (day, month, year) if part)


def _split(raw: str) -> list[str]:
    found: list[str] = split_multiple_persons_names(raw) if raw.strip() else []
    return [name for name in found if name.strip().lower() != "others"]


def person_of(name: str) -> dict[str, Any]:
    """Return a name in CSL's parts: what stands in braces as a whole is a body; empty where nothing is in it."""
    name = " ".join(name.split())
    if not outside_braces(name):
        return {"literal": literal} if (literal := to_text(name)) else {}
    if "=" in name and (extended := _EXTENDED.findall(name)):
        parts = {_EXTENDED_PARTS[key]: to_text(value.strip('" ')) for key, value in extended}
        return {key: value for key, value in parts.items() if value}
    try:
        found: NameParts = parse_single_name_into_parts(name, strict=False)
    except InvalidNameError:
        return {"literal": to_text(name)}
    parts = {
        "family": to_text(" ".join(found.last)),
        "given": to_text(" ".join(found.first)),
        "non-dropping-particle": to_text(" ".join(found.von)),
        "suffix": to_text(" ".join(found.jr)),
    }
    return {key: value for key, value in parts.items() if value}

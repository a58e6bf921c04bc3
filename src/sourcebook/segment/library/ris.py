"""RIS: tagged lines, a record from `TY` to `ER`; one without its end closes where the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from sourcebook.model import Document, Problem
from sourcebook.model.cited import Library, LibraryItem
from sourcebook.segment.library.csl import CUSTOM, CslItem
from sourcebook.segment.library.item import OURS, TooOdd, library_item, ours_from_text, put_dates, told
from sourcebook.segment.library.mapping import DATES, NAMES, OF_CSL, TEXTS, kind_by
from sourcebook.vocabulary.author_names import is_body
from sourcebook.vocabulary.edtf import is_edtf

OUR_TAG: Final = "U5"
"""A field for users' own use, in which what only Sourcebook reads is kept."""

_LINE: Final = re.compile(r"[ \t\ufeff]*([A-Z][A-Z0-9])[ \t]{1,2}-(?:[ \t](.*)|[ \t]*)$")
_LINES: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_OPENING: Final = re.compile(r"(?:^|[\r\n])[ \t\ufeff]*TY[ \t]{1,2}- ?[A-Z]{2,7}[ \t]*(?:[\r\n]|$)")
_NUMBERS: Final = re.compile(r"\s*(\d{4})\s*(?:/\s*(\d{0,2})\s*(?:/\s*(\d{0,2})\s*)?)?(?:/(.*))?")
_ABOUT: Final = ("about ", "circa ", "c. ", "ca. ")
_TYPES: Final = kind_by("ris")
_SPLIT_KEYWORDS: Final = re.compile(r"\s*[;\n]\s*")

Fields = Mapping[str, list[str]]


class Record(NamedTuple):
    """A record: the values of each tag in their order, its span, and whether its end was there."""

    fields: dict[str, list[str]]
    start: int
    end: int
    closed: bool


class RisLibrary:
    """Reads RIS."""

    name = "RIS"

    def accepts(self, document: Document) -> bool:
        """Take a text in whose first part a record opens."""
        return _OPENING.search(document.text, 0, 16384) is not None

    def read(self, document: Document) -> Library:
        """Return the records in their order."""
        problems: list[Problem] = []
        items: list[LibraryItem] = []
        for record in records(document.text):
            if not record.closed:
                problems.append(
                    Problem(what="A record has no end (ER) and was read as far as it goes.", offset=record.start)
                )
            try:
                items.append(library_item(csl_item(record.fields), record.start, record.end))
            except TooOdd as error:
                problems.append(
                    Problem(what=f"Of the record at character {record.start}: {error}", offset=record.start)
                )
                items += [error.item] if error.item else []
        return Library(form=self.name, items=tuple(items), problems=told(problems))


def records(text: str) -> Iterator[Record]:
    """Yield the records of a text; a line without a tag goes on with the value before it."""
    fields: dict[str, list[str]] = {}
    start, at, last = -1, 0, ""
    for line in (found[0] for found in _LINES.finditer(text)):
        found = _LINE.match(line.rstrip("\r\n"))
        tag = found[1] if found else ""
        if tag == "TY":
            if start >= 0:
                yield Record(fields, start, at, closed=False)
            fields, start, last = {"TY": [(found[2] or "").strip() if found else ""]}, at, ""
        elif tag == "ER" and start >= 0:
            yield Record(fields, start, at + len(line.rstrip()), closed=True)
            fields, start, last = {}, -1, ""
        elif tag and start >= 0 and found:
            fields.setdefault(tag, []).append((found[2] or "").strip())
            last = tag
        elif last and line.strip():
            fields[last][-1] = f"{fields[last][-1]}\n{line.strip()}".lstrip("\n")
        at += len(line)
    if start >= 0:
        yield Record(fields, start, at, closed=False)


def csl_item(fields: Fields) -> CslItem:
    """Return a record as a CSL-JSON item."""
    item: CslItem = {"id": _one(fields, ("ID",)), "type": _TYPES.get(_one(fields, ("TY",)).lower(), "document")}
    for field in TEXTS:
        if text := _one(fields, field.ris):
            item[field.csl] = text if field.csl == "abstract" else " ".join(text.split())
    for names in NAMES:
        if people := [person for tag in names.ris for value in fields.get(tag, ()) if (person := person_of(value))]:
            item[names.csl] = people
    put_dates(item, _dates(fields))
    item["keyword"] = [one for value in fields.get("KW", ()) for one in _SPLIT_KEYWORDS.split(value)]
    item["note"] = [value for tag in OF_CSL["note"].ris for value in fields.get(tag, ())]
    for value in fields.get(OUR_TAG, ()):
        name, _, rest = value.partition(" ")
        if name == OURS and (kept := ours_from_text(rest)) is not None:
            item["custom"] = {CUSTOM: kept}
    return item


def _one(fields: Fields, tags: tuple[str, ...]) -> str:
    return next((value for tag in tags for value in fields.get(tag, ()) if value), "")


def _dates(fields: Fields) -> Iterator[tuple[str, str]]:
    for field in DATES:
        written = [date_of(value) for tag in field.ris for value in fields.get(tag, ()) if value.strip("/ ")]
        yield field.csl, max(written, key=_fullness, default="")


def _fullness(date: str) -> tuple[bool, int]:
    """Rank dates that can be read before others, and those that say more before those that say less."""
    return is_edtf(date), len(date) if is_edtf(date) else 0


def date_of(value: str) -> str:
    """Return a date `YYYY/MM/DD/other` as EDTF, or what the words behind the numbers say where these say less."""
    found = _NUMBERS.fullmatch(value)
    if found is None:
        return value.strip()
    numbers = [unit.zfill(2) for unit in found.group(1, 2, 3) if unit and unit.strip("0")]
    other = (found[4] or "").strip()
    if other and is_edtf(other):
        return other
    return "-".join(numbers) + ("~" if other.lower().startswith(_ABOUT) else "")


def person_of(value: str) -> dict[str, str]:
    """Return `Family, Given, Suffix` in CSL's parts; a name without a comma is a body's, or a single name."""
    parts = [part.strip() for part in value.split(",")]
    if len(parts) == 1 or is_body(value) or len(parts) > 3:
        return {"literal": " ".join(value.split())} if value.strip() else {}
    named = dict(zip(("family", "given", "suffix"), parts, strict=False))
    return {key: text for key, text in named.items() if text}

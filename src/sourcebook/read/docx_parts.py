"""The smaller parts of a DOCX: its styles, its links, its notes, and what it says of itself."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element

from sourcebook.read.office import DC, About, level_of, said, told_of

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REL: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_HEADING: Final = re.compile(r"(?:heading|überschrift|titre|título|заголовок)\s*([1-9])", re.IGNORECASE)


def heading_levels(styles: Element | None) -> dict[str, int]:
    """Return the level of each style that is a heading's, by its identifier; a style may rest on another.

    What rests on the style of titles is none: authors and dates are set so.
    """
    titles: dict[str, int] = {}
    own: dict[str, int] = {}
    parents: dict[str, str] = {}
    for style in styles.iter(W + "style") if styles is not None else ():
        known_as = style.get(W + "styleId", "")
        parents[known_as] = _value(style, "basedOn")
        name, outline = _value(style, "name"), _value(style, f"pPr/{W}outlineLvl")
        if found := _HEADING.match(name):
            own[known_as] = int(found[1])
        elif name.lower() == "title":
            titles[known_as] = 1
        elif outline.isdecimal() and int(outline) < 9:
            own[known_as] = int(outline) + 1
    return titles | {known_as: level for known_as in parents if (level := level_of(known_as, own, parents))}


def _value(element: Element, path: str) -> str:
    found = element.find(W + path)
    return found.get(W + "val", "") if found is not None else ""


def link_targets(relations: Element | None) -> dict[str, str]:
    """Return the addresses outside of the file that its links lead to, by identifier."""
    listed = list(relations) if relations is not None else []
    return {one.get("Id", ""): one.get("Target", "") for one in listed if one.get("TargetMode") == "External"}


def notes_in(part: Element | None) -> dict[str, Element]:
    """Return the notes of a part by identifier, without the lines that part them from the text."""
    notes = list(part) if part is not None else []
    return {note.get(W + "id", ""): note for note in notes if note.get(W + "type") in (None, "normal")}


def about(core: Element | None) -> About:
    """Return title, authors, date, language, and by what they are told, as the file's properties say."""
    if core is None:
        return None, (), None, None, ()
    day = said(core, _TERMS + "created") or said(core, _TERMS + "modified")
    return told_of(said(core, DC + "title"), said(core, DC + "creator"), day, said(core, DC + "language"))

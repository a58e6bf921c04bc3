"""The smaller parts of an ODT: its styles, and what it says of itself."""

from __future__ import annotations

from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from sourcebook.read.office import DC, About, level_of, said, told_of

_SPACE: Final = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE: Final = f"{{{_SPACE}:office:1.0}}"
TEXT: Final = f"{{{_SPACE}:text:1.0}}"
TABLE: Final = f"{{{_SPACE}:table:1.0}}"
DRAW: Final = f"{{{_SPACE}:drawing:1.0}}"
XLINK: Final = "{http://www.w3.org/1999/xlink}"
_STYLE: Final = f"{{{_SPACE}:style:1.0}}"
_FO: Final = f"{{{_SPACE}:xsl-fo-compatible:1.0}}"
_META: Final = f"{{{_SPACE}:meta:1.0}}"


class Styles(NamedTuple):
    """What the styles of paragraphs say by their names: the level of headings, and which begin a page."""

    levels: dict[str, int]
    breaks: frozenset[str]


def styles_of(*roots: Element | None) -> Styles:
    """Return the styles of some parts; a style may rest on another."""
    parents = {"Title": ""}
    own = {"Title": 1}
    breaks: set[str] = set()
    for style in (style for root in roots if root is not None for style in root.iter(_STYLE + "style")):
        name = style.get(_STYLE + "name", "")
        parents[name] = style.get(_STYLE + "parent-style-name", "")
        outline = style.get(_STYLE + "default-outline-level", "")
        if outline.isdecimal():
            own[name] = int(outline)
        properties = style.find(_STYLE + "paragraph-properties")
        if style.get(_STYLE + "master-page-name") or (
            properties is not None and properties.get(_FO + "break-before") == "page"
        ):
            breaks.add(name)
    levels = {name: level for name in parents if (level := level_of(name, own, parents))}
    return Styles(levels, frozenset(breaks))


def about(meta: Element | None) -> About:
    """Return title, authors, date, language, and by what they are told, as the file's properties say."""
    held = meta.find(OFFICE + "meta") if meta is not None else None
    if held is None:
        return None, (), None, None, ()
    author = said(held, _META + "initial-creator") or said(held, DC + "creator")
    day = said(held, _META + "creation-date") or said(held, DC + "date")
    return told_of(said(held, DC + "title"), author, day, said(held, DC + "language"))

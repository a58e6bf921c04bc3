"""What the formats of office programs share: styles that rest on others, and the properties that a file tells."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element

from sourcebook.model import Block, Document, Told
from sourcebook.read.layout import Layout
from sourcebook.read.reader import Source
from sourcebook.vocabulary.edtf import is_edtf

DC: Final = "{http://purl.org/dc/elements/1.1/}"
"""Where the names of Dublin Core are."""
BY: Final = "document properties"
"""By what such a file tells its title, authors, date and language."""
_DEEPEST: Final = 20

About = tuple[str | None, tuple[str, ...], str | None, str | None, tuple[Told, ...]]
"""Title, authors, date, language, and by what they are told."""


def level_of(style: str, own: dict[str, int], parents: dict[str, str]) -> int:
    """Return the level of a style, or of the first that it rests on which has one; 0 where none has."""
    for _ in range(_DEEPEST):
        if style in own:
            return own[style]
        style = parents.get(style, "")
    return 0


def told_of(title: str | None, authors: str | None, day: str | None, language: str | None) -> About:
    """Return what a file's properties say of it: authors stand between semicolons, a day may have a time behind it."""
    names = tuple(name for one in (authors or "").split(";") if (name := one.strip()))
    issued = day[:10] if day and is_edtf(day[:10]) else None
    fields = {"title": title, "authors": names, "issued": issued, "language": language}
    return title, names, issued, language, tuple(Told(field=name, by=BY) for name, value in fields.items() if value)


def said(core: Element, name: str) -> str | None:
    """Return the words of a property, None where it is not there or empty."""
    found = core.find(name)
    return " ".join((found.text or "").split()) or None if found is not None else None


def document_of(layout: Layout, about: About, media_type: str, source: Source) -> Document:
    """Return what was laid out as a Document; the elements of its blocks are pages, where there are several."""
    text = layout.text()
    paged = layout.element > 1
    title, authors, issued, language, told = about
    return Document(
        text=text,
        media_type=media_type,
        digest=source.digest,
        title=title,
        authors=authors,
        issued=issued,
        language=language,
        blocks=tuple(
            Block(start=laid.start, end=laid.end, kind=laid.kind, level=laid.level, page=page if paged else None)
            for laid, page in zip(layout.blocks, layout.elements, strict=True)
        ),
        links=tuple(layout.links),
        told=told,
    )

"""Atom feeds (RFC 4287) as XML: whatever stands in a text, what is written is well formed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from sourcebook.model import Value

NAMESPACE = UUID("5a0c6f0e-93d5-5b57-8f0c-6f6b1d1c7b1e")
"""Under which the identifiers of feeds and of what stands in them are made, so that they outlive every rebuild."""
MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# XML 1.0 has no way to say these, escaped or not.
_UNSAYABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Item(Value, frozen=True):
    """One thing in a feed; `name` makes its identifier, and times are ISO 8601 in UTC."""

    name: str
    title: str
    address: str
    updated: str
    published: str
    summary: str
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()


class FeedOf(Value, frozen=True):
    """A feed: its address and that of the page it is about, whose it is, and what stands in it, the latest first."""

    name: str
    title: str
    subtitle: str
    address: str
    page: str
    keeper: str
    language: str
    updated: str
    items: tuple[Item, ...]


def identifier(name: str) -> str:
    """Return the identifier of what bears this name."""
    return f"urn:uuid:{uuid5(NAMESPACE, name)}"


def atom(feed: FeedOf, to: Callable[[str], str]) -> bytes:
    """Return a feed as it is sent; `to` makes links of addresses."""
    root = ET.Element("feed", {"xmlns": _ATOM, _LANG: feed.language})
    _texts(root, (("id", identifier(feed.name)), ("title", feed.title), ("subtitle", feed.subtitle)))
    updated = max((item.updated for item in feed.items), default=feed.updated)
    _texts(root, (("updated", updated), ("generator", "Sourcebook")))
    ET.SubElement(root, "link", {"rel": "self", "type": MEDIA_TYPE, "href": to(feed.address)})
    ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": to(feed.page)})
    _texts(ET.SubElement(root, "author"), (("name", feed.keeper),))
    for item in feed.items:
        _entry(root, item, to)
    ET.indent(root, "")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(root: ET.Element, item: Item, to: Callable[[str], str]) -> None:
    entry = ET.SubElement(root, "entry")
    _texts(entry, (("id", identifier(item.name)), ("title", item.title or "–")))
    _texts(entry, (("updated", item.updated), ("published", item.published)))
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": to(item.address)})
    for author in item.authors:
        _texts(ET.SubElement(entry, "author"), (("name", author),))
    for category in item.categories:
        ET.SubElement(entry, "category", {"term": said(category)})
    _texts(entry, (("summary", item.summary),))


def _texts(parent: ET.Element, texts: Sequence[tuple[str, str]]) -> None:
    for name, text in texts:
        ET.SubElement(parent, name).text = said(text)


def said(text: str) -> str:
    """Return a text as XML can say it, its white space folded."""
    return " ".join(_UNSAYABLE.sub("\ufffd", text).split())

"""Addresses behind the words of an entry's head, where the page kept its links."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from msgspec import structs

from sourcebook.model import Document, Entry, Link

_SCHEMES = ("http://", "https://", "ftp://", "www.")


def with_links(entries: Iterable[Entry], document: Document) -> Iterable[Entry]:
    """Yield the entries; one that prints no address takes those behind its title, credit and notes."""
    links = sorted(document.links, key=lambda link: link.start)
    starts = [link.start for link in links]
    for entry in entries:
        if entry.urls or not links:
            yield entry
            continue
        until = entry.passages[0].start if entry.passages else entry.end
        own = links[bisect_left(starts, entry.start) : bisect_left(starts, until)]
        found = tuple(dict.fromkeys(link.href for link in own if _leads_out(link, document.text)))
        yield _linked(entry, found) if found else entry


def _leads_out(link: Link, text: str) -> bool:
    return link.href.lower().startswith(_SCHEMES) and text[link.start : link.end].strip(" []").lower() != "here"


def _linked(entry: Entry, urls: tuple[str, ...]) -> Entry:
    work = structs.replace(entry.work, url=urls[0])
    return structs.replace(entry, work=work, urls=urls, source_link_missing=False)

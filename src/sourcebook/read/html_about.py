"""What a tree of HTML holds about itself: its metadata, its heading, bylines and dates, and its address."""

from __future__ import annotations

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sourcebook.read.about_page import OnPage
from sourcebook.read.page_head import Head, head_of

_SAVED: Final = re.compile(r"saved from url=\(\d+\)(\S+)")
_SIGNED: Final = (
    '[rel="author"], [itemprop="author"], .byline, .author-name, .entry-author, .post-author, .article-author, '
    ".c-byline, .byline__name, .vcard .fn"
)
_DATED: Final = (
    '[itemprop="datePublished"], time[pubdate], time[datetime], .published, .entry-date, .post-date, .article-date, '
    ".dateline, .date-header, .date"
)
_MOST_LOOKED_AT: Final = 5
_ADDRESSES: Final = (
    ("canonical", "link[rel=canonical]", "href"),
    ("og:url", 'meta[property="og:url"]', "content"),
    ("base", "base", "href"),
)
"""Where a page names its address: a word that stands in its markup then, and the attribute of what element."""


def head_in(tree: LexborHTMLParser) -> Head:
    """Return a tree's metadata."""
    metas = []
    for node in tree.css("meta[content]"):
        held = node.attributes
        name = held.get("property") or held.get("name") or held.get("itemprop") or held.get("http-equiv") or ""
        metas.append((name, held.get("content") or ""))
    linked = [node.text() or "" for node in tree.css('script[type="application/ld+json"]')]
    root = tree.root
    language = (attribute(root, "lang") or attribute(root, "xml:lang") or "") if root is not None else ""
    return head_of(metas, linked, _title(tree), language)


def on_page(tree: LexborHTMLParser) -> OnPage:
    """Return what a page itself shows of its heading, its authors and its date."""
    heading = tree.css_first("h1")
    return OnPage(
        heading=(heading.text() or "") if heading is not None else "",
        bylines=[node.text(separator=" ") or "" for node in tree.css(_SIGNED)[:_MOST_LOOKED_AT]],
        dates=[attribute(node, "datetime") or node.text() or "" for node in tree.css(_DATED)[:_MOST_LOOKED_AT]],
    )


def address_in(tree: LexborHTMLParser, text: str) -> str | None:
    """Return where a page was saved from: the browser's comment, else its canonical link, else its base."""
    if "saved from url" in text[:4096] and (saved := _SAVED.search(text, 0, 4096)):
        return saved.group(1).removesuffix("-->")
    for mark, selector, name in _ADDRESSES:
        if (
            (mark in text or mark.upper() in text)
            and (node := tree.css_first(selector)) is not None
            and (address := attribute(node, name))
        ):
            return address
    return None


def attribute(node: LexborNode, name: str) -> str | None:
    """Return the value of an attribute without the white space around it, None where there is none."""
    value = node.attributes.get(name)
    return value.strip() if value else None


def _title(tree: LexborHTMLParser) -> str:
    node = tree.css_first("title")
    return (node.text() or "") if node is not None else ""

"""The linked data of a page as JSON-LD: what it is about, where it stands, and the way to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec

from sourcebook.publish.site import addresses
from sourcebook.publish.site.head import Node
from sourcebook.publish.site.parts.link import Link
from sourcebook.publish.site.site_page import Site, SitePage

CONTEXT = "https://schema.org"
LONGEST = 5000
"""No description is longer; see Google's rules for data sets, the strictest of those that read it."""
# A script ends at the first "</script" in it, and "<!--" opens a state that hides the end; neither is left.
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
To = Callable[[str], str]


def linker(site: Site, here: str) -> To:
    """Return what turns addresses of the site into links: whole ones where the site's own address is set."""
    return site.absolute if site.address else partial(addresses.relative, here)


def json_ld(page: SitePage, site: Site) -> str:
    """Return the linked data of a page, safe to stand within a script; empty for a page that says what went wrong."""
    if page.status != 200:
        return ""
    to = linker(site, page.address)
    graph = [_web_page(page, site, to), _trail(page, site, to), *page.head.nodes]
    return written({"@context": CONTEXT, "@graph": graph})


def written(value: object) -> str:
    """Return a value as JSON in which nothing can end the script that it stands in."""
    text = msgspec.json.encode(value).decode()
    for unsafe, escaped in _UNSAFE.items():
        text = text.replace(unsafe, escaped)
    return text


def _web_page(page: SitePage, site: Site, to: To) -> Node:
    node: Node = {
        "@type": "WebPage",
        "@id": to(page.address),
        "url": to(page.address),
        "name": page.title,
        "inLanguage": site.words.language,
    }
    about = page.head.nodes[0] if page.head.nodes else {}
    if page.head.about and "description" not in about:
        node["description"] = page.head.about[:LONGEST]
    if not page.plain:
        node["isPartOf"] = {"@type": "WebSite", "name": site.title, "url": to(addresses.FRONT)}
    if "@id" in about:
        node["mainEntity"] = {"@id": about["@id"]}
    return node


def _trail(page: SitePage, site: Site, to: To) -> Node:
    """Return the way to a page; that of the neutral pages begins at their own list."""
    first = () if page.plain else (Link(text=site.title, address=addresses.FRONT),)
    steps = (*first, *page.head.trail, Link(text=page.title, address=page.address))
    once = {step.address: step for step in steps}
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": step.text, "item": to(step.address)}
            for at, step in enumerate(once.values(), start=1)
        ],
    }

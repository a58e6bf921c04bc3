"""A work in schema.org's words: what kind of thing it is, who is behind it, when and where it came out."""

from __future__ import annotations

import re

from sourcebook.model import Passage, Work
from sourcebook.publish.site import addresses
from sourcebook.publish.site.head import Node
from sourcebook.publish.site.linked.document import To
from sourcebook.vocabulary.author_names import join_name, split_authors
from sourcebook.vocabulary.work_kinds import kind_of

TYPES = {
    "report": "Report",
    "article-newspaper": "NewsArticle",
    "press-release": "NewsArticle",
    "article-magazine": "Article",
    "article-journal": "ScholarlyArticle",
    "book": "Book",
    "dataset": "Dataset",
    "entry-encyclopedia": "Article",
    "webpage": "WebPage",
}
"""Our kind of work: schema.org's type."""
# An unsure date, a season or a span is no ISO 8601 date, and no other is made up for it.
_SURE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def sure_date(edtf: str | None) -> str | None:
    """Return a date that ISO 8601 can say, and None for one that is unsure, a season or a span."""
    return edtf if edtf and _SURE.fullmatch(edtf) else None


def work_node(work: Work, to: To, *, whole: bool = True) -> Node:
    """Return a work; what is not known of it is left out. Without `whole` it is only named, for another to point at."""
    node: Node = {"@type": TYPES.get(kind_of(work), "CreativeWork"), "@id": f"{to(addresses.entry(work.id))}#work"}
    node["name"] = work.title
    if not whole:
        return node
    node["headline"] = work.title[:110]
    authors = [
        {"@type": "Organization" if name.literal else "Person", "name": join_name(name)}
        for name in split_authors(work.authors)
    ]
    publisher = {"@type": "Organization", "name": work.publisher} if work.publisher else None
    known = {
        "author": authors or publisher,
        "publisher": publisher,
        "datePublished": sure_date(work.issued),
        "url": work.url if addresses.leads_out(work.url) else None,
        "inLanguage": work.language,
        "isPartOf": {"@type": "CreativeWork", "name": work.container} if work.container else None,
        "creditText": work.credit,
        "identifier": work.id,
    }
    return node | {name: value for name, value in known.items() if value}


def passage_node(work: Work, passage: Passage, to: To) -> Node:
    """Return a passage: a quotation from its work, or our own note about it."""
    node: Node = {
        "@type": "Quotation" if passage.kind == "quoted" else "Comment",
        "@id": f"{to(addresses.passage(passage.id))}#passage",
        "url": to(addresses.passage(passage.id)),
        "identifier": passage.id,
        "text": passage.text,
        "inLanguage": work.language if passage.kind == "quoted" else None,
        "isPartOf": work_node(work, to, whole=False) if passage.kind == "quoted" else None,
        "about": work_node(work, to, whole=False) if passage.kind == "note" else None,
        "position": passage.ordinal,
    }
    return {name: value for name, value in node.items() if value}

"""A theme in schema.org's words: a term of the vocabulary, with what it means."""

from __future__ import annotations

from sourcebook.publish.site import addresses
from sourcebook.publish.site.head import Node
from sourcebook.publish.site.linked.document import To


def term_node(label: str, means: str, key: str, to: To) -> Node:
    """Return a theme as a defined term of the set of all themes."""
    return {
        "@type": "DefinedTerm",
        "@id": f"{to(addresses.theme(key))}#term",
        "name": label,
        "description": means,
        "termCode": key,
        "url": to(addresses.theme(key)),
        "inDefinedTermSet": to(addresses.THEMES),
    }

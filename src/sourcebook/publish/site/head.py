"""What a page's head tells beside its title: a description, linked data, the way to it, feeds, and a picture."""

from __future__ import annotations

from typing import Any, Literal

from sourcebook.model import Value
from sourcebook.publish.site.parts.link import Link

Node = dict[str, Any]


class Head(Value, frozen=True):
    """What the head of one page says.

    `about` is a sentence or two on what the page holds; `trail` are the pages that lead to it, the front page and
    itself left out; `nodes` are things in schema.org's words, of which the first is what the page is about.
    `card` is the address of a drawn picture, and `feeds` are those of what changes here.
    """

    about: str = ""
    kind: Literal["website", "article"] = "article"
    trail: tuple[Link, ...] = ()
    nodes: tuple[Node, ...] = ()
    feeds: tuple[Link, ...] = ()
    card: str = ""

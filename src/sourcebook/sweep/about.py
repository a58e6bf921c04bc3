"""What a swept page says of itself, from the tree that the sweep has parsed already."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from resiliparse.parse.html import HTMLTree

from sourcebook.read.about_page import OnPage, about_page
from sourcebook.read.page_head import head_of

_LONGEST: Final = 300


class About(NamedTuple):
    """A page's title, its date of issue (EDTF), who publishes it, and its language as it says."""

    title: str
    issued: str | None
    publisher: str | None
    language: str | None


def about_markup(tree: HTMLTree, url: str) -> About:
    """Return what the head of a page and its address say; what neither says is None, or empty for the title."""
    root = next(_all(tree, "html"), None)
    linked = (script.text or "" for script in _all(tree, 'script[type="application/ld+json"]'))
    head = head_of(_metas(tree), linked, tree.title or "", _attribute(root, "lang") if root is not None else "")
    found = about_page(head, OnPage(), url)
    return About(
        title=(found.title or "")[:_LONGEST],
        issued=found.issued,
        publisher=found.publisher,
        language=(found.language or "").partition("-")[0] or None,
    )


def _metas(tree: HTMLTree) -> Iterator[tuple[str, str]]:
    for meta in _all(tree, "meta"):
        name = _attribute(meta, "property") or _attribute(meta, "name") or _attribute(meta, "itemprop")
        yield name, _attribute(meta, "content")


def _all(tree: HTMLTree, selector: str) -> Iterator[Any]:
    return iter(() if tree.document is None else tree.document.query_selector_all(selector))


def _attribute(node: Any, name: str) -> str:
    return node.getattr(name, "") or ""

"""What a page's metadata hold: its meta tags by name, and the article that its JSON-LD describes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

_LONGEST: Final = 500
_ARTICLES: Final = re.compile(
    r"(?:Article|Report|Posting|Blog|News|Publication|Document|Thesis|Book|Chapter|Legislation)"
)
_PAGES: Final = frozenset({"WebPage", "ItemPage", "AboutPage", "CreativeWork"})
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DEEPEST: Final = 6


class Head(NamedTuple):
    """A page's meta tags, keyed in small letters with every value of each, its JSON-LD, its `<title>` and language."""

    metas: dict[str, list[str]]
    linked: dict[str, Any]
    title: str = ""
    language: str = ""

    def first(self, *names: str) -> str:
        """Return the first value of the first of these tags that is there."""
        for name in names:
            if name in self.metas:
                return self.metas[name][0]
        return ""

    def every(self, *names: str) -> list[str]:
        """Return every value of the first of these tags that is there."""
        return next((self.metas[name] for name in names if name in self.metas), [])


def head_of(metas: Iterable[tuple[str, str]], linked: Iterable[str], title: str = "", language: str = "") -> Head:
    """Return a head from tags as they stand: names with contents, the texts of JSON-LD, the title, the language."""
    by_name: dict[str, list[str]] = {}
    for name, content in metas:
        if name and (said := one_line(content)):
            by_name.setdefault(name.strip().lower().replace("dc:", "dc.").replace("dcterms:", "dcterms."), []).append(
                said
            )
    return Head(by_name, article_in(linked), one_line(title), language.strip())


def one_line(text: str) -> str:
    """Return a text in one line, and not longer than metadata may be."""
    return " ".join(text.split())[:_LONGEST]


def article_in(linked: Iterable[str]) -> dict[str, Any]:
    """Return the first article that JSON-LD describes, else the first page; empty where it describes neither."""
    pages: dict[str, Any] = {}
    for text in linked:
        for node in _nodes(_loaded(text), 0):
            kinds = _kinds(node)
            if any(_ARTICLES.search(kind) for kind in kinds):
                return node
            if not pages and not kinds.isdisjoint(_PAGES):
                pages = node
    return pages


def _loaded(text: str) -> object:
    text = _CONTROL.sub(" ", text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"))
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(key), depth + 1)


def _kinds(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    return {str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind}


def names_in(value: object) -> list[str]:
    """Return the names that a field of JSON-LD holds: a text, a thing with a name, or a list of these."""
    if isinstance(value, list):
        return [name for one in value for name in names_in(one)]
    if isinstance(value, dict):
        value = value.get("name") or ""
        return names_in(value) if isinstance(value, list) else [one_line(str(value))] if value else []
    return [one_line(value)] if isinstance(value, str) and value.strip() else []

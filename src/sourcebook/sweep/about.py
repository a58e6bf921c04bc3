"""What a page's own metadata say of it: title, date of issue, publisher, language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from resiliparse.parse.html import HTMLTree

from sourcebook.vocabulary.dates import parse_date

_TITLES: Final = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title")
_DATES: Final = (
    *("citation_publication_date", "citation_date", "article:published_time", "dc.date.issued", "dcterms.issued"),
    *(
        "dc.date",
        "dcterms.date",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "sailthru.date",
        "parsely-pub-date",
    ),
)
_PUBLISHERS: Final = ("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "application-name")
_LINKED_DATE: Final = re.compile(r'"datePublished"\s*:\s*"([0-9T:.+Z -]{4,40})"')
_ISO: Final = re.compile(r"((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?=\D|$)")
_IN_PATH: Final = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/_-]|$)")
_LONGEST: Final = 300


class About(NamedTuple):
    """A page's title, its date of issue (EDTF), who publishes it, and its language as it says."""

    title: str
    issued: str | None
    publisher: str | None
    language: str | None


def about_markup(tree: HTMLTree, url: str) -> About:
    """Return what the head of a page and its address say; what neither says is None, or empty for the title."""
    metas = dict(reversed(list(_metas(tree))))
    root = next(_all(tree, "html"), None)
    language = _attribute(root, "lang") if root is not None else ""
    return About(
        title=_first(metas, _TITLES) or _one_line(tree.title or ""),
        issued=_issued(metas, tree, url),
        publisher=_first(metas, _PUBLISHERS) or publisher_in(url),
        language=language.partition("-")[0].strip().lower()[:3] or None,
    )


def publisher_in(url: str) -> str | None:
    """Return the host of an address without its `www.`, which stands for the publisher where none is named."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _metas(tree: HTMLTree) -> Iterator[tuple[str, str]]:
    for meta in _all(tree, "meta"):
        name = _attribute(meta, "property") or _attribute(meta, "name") or _attribute(meta, "itemprop")
        if name and (content := _one_line(_attribute(meta, "content"))):
            yield name.lower(), content


def _all(tree: HTMLTree, selector: str) -> Iterator[Any]:
    return iter(() if tree.document is None else tree.document.query_selector_all(selector))


def _attribute(node: Any, name: str) -> str:
    return node.getattr(name, "") or ""


def _one_line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _issued(metas: dict[str, str], tree: HTMLTree, url: str) -> str | None:
    for written in (metas[name] for name in _DATES if name in metas):
        if (found := _date(written)) is not None:
            return found
    for script in _all(tree, 'script[type="application/ld+json"]'):
        if (linked := _LINKED_DATE.search(script.text or "")) and (found := _date(linked.group(1))) is not None:
            return found
    if in_path := _IN_PATH.search(url):
        return "-".join(part for part in in_path.groups() if part)
    return None


def _date(written: str) -> str | None:
    if iso := _ISO.match(written):
        return "-".join(iso.groups())
    found = parse_date(written)
    return found if found and re.match(r"\d{4}", found) else None

"""Which country a page is about, and whether a title is about another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from sourcebook.vocabulary.countries import countries_in, country, find_country

_PARENTHESIS = re.compile(r"\s*\(([^()]*)\)\s*$")
_BRACKET = re.compile(r"\[([^\[\]]{2,60})\]")
_DASH = re.compile(r"\s+[-\u2013\u2014|:]+\s+|\s*,\s*")
_LEAD = re.compile(r"(?:the\s+)?(?P<name>[^:\u2013\u2014]{2,60}?)\s*(?::|\s[-\u2013\u2014]+)\s")
_TAIL = re.compile(r"(?::|\s[-\u2013\u2014]+)\s*(?:the\s+)?(?P<name>[^:]{2,60})$")
_POSSESSIVE = re.compile(r"['\u2019]s?\b")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[_\-+.]+")


def page_place(
    *, heading: str | None, address: str | None, titles: Sequence[str], cited: str | None, menu: Sequence[str]
) -> str | None:
    """Return the country of a page: from its heading, else its address, its title, its citation or its menu."""
    if heading and (code := _named(heading)):
        return code
    if address and (code := _from_address(address)):
        return code
    for title in (*titles, cited):
        if title and (code := _from_title(title)):
            return code
    for line in menu:
        for found in _BRACKET.finditer(line):
            if code := find_country(found.group(1)):
                return code
    return None


def _named(text: str) -> str | None:
    if code := find_country(text) or find_country(_PARENTHESIS.sub("", text)):
        return code
    inside = _PARENTHESIS.search(text)
    return find_country(inside.group(1)) if inside else None


def _from_address(address: str) -> str | None:
    path = unquote(address).split("?", 1)[0].split("#", 1)[0].rstrip("/")
    stem = path.rsplit("/", 1)[-1].rsplit(".", 1)[0] if "/" in path else ""
    if not stem:
        return None
    return find_country(stem) or find_country(" ".join(_CAMEL.split(stem)).strip())


def _from_title(title: str) -> str | None:
    for piece in reversed(_DASH.split(title)):
        if code := _named(piece):
            return code
    codes = {found.code for found in countries_in(title) if found.form != "demonym"}
    return codes.pop() if len(codes) == 1 else None


def other_place(title: str, page: str | None) -> str | None:
    """Return the country that a title is about where it is another than the page's, else None.

    A title is about the country that leads it ("Chile: ...", "Togo's ...") or closes it ("Report: Ukraine"). A country
    named in passing, beside the page's own, is none of it.
    """
    if page is None or country(page) is None:
        return None
    found = countries_in(title)
    for pattern in (_LEAD, _TAIL):
        match = pattern.match(title) if pattern is _LEAD else pattern.search(title)
        if match and (code := _named(match["name"].strip())):
            return code if code != page else None
    names = [mention for mention in found if mention.form != "demonym"]
    codes = {mention.code for mention in found} | {code for mention in found for code in mention.also}
    if page in codes or not names or len({mention.code for mention in names}) != 1:
        return None
    first = names[0]
    leads = (
        not title[: first.start].strip("\"'\u2018\u2019\u201c\u201d ").removeprefix("The").removeprefix("In").strip()
    )
    return first.code if leads or _closes(title, first.start, first.end) else None


def _closes(title: str, start: int, end: int) -> bool:
    after = title[end:].strip(" .!?\"'\u2019\u201d")
    before = title[:start].rstrip().rsplit(" ", 1)[-1].lower() if title[:start].strip() else ""
    return not re.sub(r"\[[^\]]*\]|\([^)]*\)", "", after).strip(" ,.") and before in {
        "in",
        "of",
        "inside",
        "on",
        "across",
    }
